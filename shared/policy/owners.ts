// Whose a group of mentions is: the person of the register whom any of its mentions names in full. What
// is proposed and what is checked go by the same rule, also before the documents have been looked
// through again for somebody who was registered a moment ago. Pure.
import { tokensOf } from "../audit/term-tokens.ts";

interface Named {
  readonly id: string;
  readonly names: readonly string[];
}

interface Mention {
  readonly group: string;
  readonly groupName: string;
  readonly text: string;
}

/** Case, accents and a possessive make no difference. */
export function nameKey(name: string): string {
  return tokensOf(name)
    .map((t) => t.key)
    .join(" ");
}

/** Ids of people by their names; of two who bear one name, the later. */
export const peopleByName = (people: readonly Named[]): ReadonlyMap<string, string> =>
  new Map(people.flatMap(({ id, names }) => names.map((name) => [nameKey(name), id] as const)));

/** Ids of people by the groups that are theirs. */
export function ownersOf(
  mentions: Iterable<Mention>,
  byName: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  if (byName.size === 0) return owners;
  for (const { group, groupName, text } of mentions) {
    if (owners.has(group)) continue;
    const person = byName.get(nameKey(text)) ?? byName.get(nameKey(groupName));
    if (person) owners.set(group, person);
  }
  return owners;
}

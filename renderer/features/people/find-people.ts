// Whom of the register a few typed letters mean: by any name, by part or by label. Pure.
import type { PersonCard } from "../../../shared/ipc/people.ts";
import { folded } from "../review/deciding/filters.ts";

/** In the order of the register; every word has to be found, in whatever order they were typed. */
export function findPeople(people: readonly PersonCard[], query: string): readonly PersonCard[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return people;
  return people.filter(({ names, role, label }) => {
    const written = folded([...names, role, label ?? ""].join("\n"));
    return words.every((word) => written.includes(word));
  });
}

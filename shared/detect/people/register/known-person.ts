// A person whom the case knows already, from the names that its register holds.
import { lexicon, TITLE } from "../../lexicon/lexicon.ts";
import type { KnownPerson } from "../../model.ts";
import { sexOfTitle, type Sex } from "../mentions/mention.ts";
import type { Person } from "./person.ts";

const isTitle = (word: string): boolean => ((lexicon().bits.get(word) ?? 0) & TITLE) !== 0;

const keyOf = (name: string): string[] =>
  name.toLowerCase().replaceAll("’", "'").trim().split(/\s+/);

/** Words that are more than an initial. */
const spelt = (words: readonly string[]): number =>
  words.filter((word) => word.replace(/\.$/, "").length > 1).length;

export function knownPerson(
  known: KnownPerson,
  add: (given: string[], surname: string | null, sex: Sex, from: KnownPerson) => Person,
): Person | null {
  const names = known.names
    .map(keyOf)
    .filter((parts) => parts[0] !== undefined && parts[0] !== "")
    .sort((a, b) => b.length - a.length || spelt(b) - spelt(a));
  const fullest = names[0];
  if (fullest === undefined) return null;
  const words = fullest.map((word) => word.replace(/\.$/, ""));
  let from = 0;
  while (from < words.length - 1 && isTitle(words[from]!)) from++;
  // "Rudolf of Ruritania": what follows a small word is where, not who.
  const small = words.findIndex((word, i) => i > from && /^(?:of|the|from|at)$/.test(word));
  const title = from === 0 ? null : words[from - 1]!;
  const parts = words.slice(from, small < 0 ? undefined : small);
  // "Rowan T": the surname is only an initial, and whoever is called Rowan with a name of that letter is meant.
  const initial = parts.length > 1 && parts[parts.length - 1]!.length === 1;
  const last = parts.length > 1 || title !== null ? (parts[parts.length - 1] ?? null) : null;
  const surname = initial ? null : last;
  const given = last === null ? parts : parts.slice(0, -1);
  const person = add(given, surname, sexOfTitle(title), known);
  for (const word of words.slice(0, from)) person.titles.add(word);
  person.display = known.names.find((n) => keyOf(n).join(" ") === fullest.join(" ")) ?? "";
  if (initial) person.aliases.add(parts.join(" "));
  for (const other of names.slice(1)) person.aliases.add(other.join(" "));
  return person;
}

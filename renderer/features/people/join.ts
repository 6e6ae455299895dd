// Two entries of the register that are one person, and one that is two: who is called what then, and
// who their kin are. Pure.
import type { PersonCard } from "../../../shared/ipc/people.ts";

/** @returns the entry that stays, with the other's names, note and kin */
export function joined(stays: PersonCard, goes: PersonCard): PersonCard {
  const names = [...new Set([...stays.names, ...goes.names])];
  const kin = once(
    [...stays.kin, ...goes.kin].filter(({ other }) => other !== stays.id && other !== goes.id),
  );
  const notes = [stays.note, goes.note].filter((note) => note !== null);
  return {
    ...stays,
    names,
    kin,
    role: stays.role ?? goes.role,
    note: notes.length > 0 ? notes.join("\n") : null,
  };
}

/** Each relation to the same person once, where it is told first. */
function once(kin: PersonCard["kin"]): PersonCard["kin"] {
  const same = (a: PersonCard["kin"][number], b: PersonCard["kin"][number]): boolean =>
    a.other === b.other && a.relation === b.relation;
  return kin.filter((k, i) => kin.findIndex((other) => same(other, k)) === i);
}

/** Everybody else who has the one that goes for kin, with the one that stays in its place. */
export function kinMoved(
  people: readonly PersonCard[],
  stays: string,
  goes: string,
): readonly PersonCard[] {
  return people.flatMap((person) => {
    if (person.id === stays || person.id === goes) return [];
    if (!person.kin.some((k) => k.other === goes)) return [];
    const kin = person.kin.map((k) => (k.other === goes ? { ...k, other: stays } : k));
    return [{ ...person, kin: once(kin) }];
  });
}

/** Everybody who had the one that went for kin, with the new entry in its place: a joining taken back. */
export const kinBack = (
  before: readonly PersonCard[],
  went: string,
  entry: string,
): readonly PersonCard[] =>
  before.flatMap((person) => {
    if (person.id === went || !person.kin.some((k) => k.other === went)) return [];
    return [
      { ...person, kin: person.kin.map((k) => (k.other === went ? { ...k, other: entry } : k)) },
    ];
  });

/** Whose a person's names are, once some of them turned out to be somebody else's. */
export function parted(
  names: readonly string[],
  apart: readonly string[],
): { readonly own: readonly string[]; readonly others: readonly string[] } {
  const others = names.filter((name) => apart.includes(name));
  return { own: names.filter((name) => !others.includes(name)), others };
}

// Two entries of the register that are one person: what the one that stays is called and who its kin
// are. Pure.
import type { PersonCard } from "../../../shared/ipc/people.ts";

/** @returns the entry that stays, with the other's names, note and kin */
export function joined(stays: PersonCard, goes: PersonCard): PersonCard {
  const names = [...new Set([...stays.names, ...goes.names])];
  const kin = [...stays.kin, ...goes.kin].filter(
    ({ other, relation }, i, all) =>
      other !== stays.id &&
      other !== goes.id &&
      all.findIndex((k) => k.other === other && k.relation === relation) === i,
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

/** Everybody else who has the one that goes for kin, with the one that stays in its place. */
export function kinMoved(
  people: readonly PersonCard[],
  stays: string,
  goes: string,
): readonly PersonCard[] {
  return people.flatMap((person) => {
    if (person.id === stays || person.id === goes) return [];
    if (!person.kin.some((k) => k.other === goes)) return [];
    const kin = person.kin
      .map((k) => (k.other === goes ? { ...k, other: stays } : k))
      .filter(
        (k, i, all) => all.findIndex((o) => o.other === k.other && o.relation === k.relation) === i,
      );
    return [{ ...person, kin }];
  });
}

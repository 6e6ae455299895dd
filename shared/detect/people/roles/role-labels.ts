// The labels proposed for people, one each: "Mother" for the one the review is about, others with numbers, children
// with letters that begin none of their names.
import type { Person } from "../register/person.ts";

const UNNUMBERED = new Set(["Mother", "Father", "MGM", "MGF", "PGM", "PGF", "GP"]);

/** Of several mothers the one that the review is about: named at least this many times as often as any other. */
const FOREMOST = 3;

function foremost(
  role: string,
  order: readonly Person[],
  roles: ReadonlyMap<Person, { role: string }>,
  places: ReadonlyMap<Person, number>,
): Person | null {
  const own = order
    .filter((p) => roles.get(p)!.role === role)
    .sort((a, b) => (places.get(b) ?? 0) - (places.get(a) ?? 0));
  const [first, second] = own;
  if (first === undefined) return null;
  const next = second === undefined ? 0 : (places.get(second) ?? 0);
  return (places.get(first) ?? 0) >= next * FOREMOST ? first : null;
}

export function numbered(
  order: readonly Person[],
  roles: ReadonlyMap<Person, { role: string }>,
  places: ReadonlyMap<Person, number>,
): Map<Person, string> {
  const mains = new Map(
    [...UNNUMBERED].map((role) => [role, foremost(role, order, roles, places)] as const),
  );
  const children = order.filter((p) => isChild(roles.get(p)!.role));
  const forbidden = new Set(children.flatMap(initialsOf));
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].filter((l) => !forbidden.has(l.toLowerCase()));
  const counts = new Map<string, number>();
  const labels = new Map<Person, string>();
  let letter = 0;
  for (const person of order) {
    const { role } = roles.get(person)!;
    if (role === "Child") {
      const own = letters[letter];
      letter++;
      labels.set(person, own === undefined ? `Child ${letter}` : `Child ${own}`);
      continue;
    }
    const main = mains.get(role) ?? null;
    if (main === person) {
      labels.set(person, role);
      continue;
    }
    // Beside "Mother" another mother is "Mother 2".
    const n = (counts.get(role) ?? (main === null ? 0 : 1)) + 1;
    counts.set(role, n);
    labels.set(person, `${role} ${n}`);
  }
  return labels;
}

const isChild = (role: string): boolean => role === "Child";

function initialsOf(person: Person): string[] {
  const names = [
    ...person.given,
    ...(person.surname === null ? [] : [person.surname]),
    ...person.aliases,
    ...person.variants,
  ];
  return names.flatMap((name) => name.split(/[ -]/)).map((name) => name[0] ?? "");
}

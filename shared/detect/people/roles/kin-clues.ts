// "his maternal grandmother" without a name still points at whoever the case calls so: the clue says whom it may
// mean, where only one person of the case bears that part. It never makes a clue, and never ties one by guess.
import type { Hit, PageScan } from "../../hit.ts";
import { KIN } from "../../lexicon/kin.ts";
import type { Person } from "../register/person.ts";
import type { PersonRole } from "./roles.ts";

/** What a role without a side may stand for. */
const SIDES: Readonly<Record<string, readonly string[]>> = {
  Grandmother: ["Grandmother", "MGM", "PGM"],
  Grandfather: ["Grandfather", "MGF", "PGF"],
  Aunt: ["Aunt", "MA", "PA"],
  Uncle: ["Uncle", "MU", "PU"],
};

/** Kin said of the right page in short: "MGM". */
const SHORT = /^[MP]G[MF]$/;

/** Who bears each part in the case. */
export function bearersOf(
  roles: ReadonlyMap<Person, PersonRole>,
): ReadonlyMap<string, readonly Person[]> {
  const bearers = new Map<string, Person[]>();
  for (const [person, { label }] of roles) {
    const part = label.replace(/ \d+$/, "");
    const list = bearers.get(part);
    if (list === undefined) bearers.set(part, [person]);
    else list.push(person);
  }
  return bearers;
}

export function tieKin(
  hits: readonly Hit[],
  scan: PageScan,
  bearers: ReadonlyMap<string, readonly Person[]>,
  name: (person: Person) => string,
): Hit[] {
  return hits.map((hit) => {
    if (hit.detector !== "clue/kin") return hit;
    const said = scan.clean.text.slice(hit.start, hit.end).replace(/\s+/g, " ");
    const role = SHORT.test(said) ? said : KIN[said.toLowerCase()];
    if (role === undefined) return hit;
    const meant = (SIDES[role] ?? [role]).flatMap((part) => bearers.get(part) ?? []);
    if (meant.length !== 1) return hit;
    return { ...hit, why: `${hit.why}; the text calls ${name(meant[0]!)} so` };
  });
}

// What part each person plays, read from the kinship and job words beside their names in all documents, and
// the label proposed for it. One label a person. A label never carries a letter that begins one of the
// child's own names: "Child A" for Aaron would give him away.
import type { PageScan } from "../../hit.ts";
import type { Naming } from "../register/naming.ts";
import type { Person } from "../register/person.ts";
import { isGrown } from "../mentions/young.ts";
import { readRole } from "./read-role.ts";
import { numbered } from "./role-labels.ts";
import { partOfParent, whoseParent } from "./whose-parent.ts";

export interface PersonRole {
  readonly label: string;
  /** Plain words about where the role was read; absent where nothing was. */
  readonly why?: string;
  /** Another person of the register bears the same surname. */
  readonly namesake: boolean;
  /** Author, chair or panel member of the review itself. */
  readonly publicFigure: boolean;
}

export function assignRoles(
  namings: readonly Naming[],
  scans: readonly PageScan[],
): Map<Person, PersonRole> {
  const votes = new Map<Person, Map<string, number>>();
  const publicFigures = new Map<Person, number>();
  const order: Person[] = [];
  const places = new Map<Person, number>();
  const parents: { person: Person; of: Person; role: string; weight: number }[] = [];
  const page: Naming[] = [];
  for (const naming of namings) {
    const { person } = naming;
    if (page[0]?.scan !== naming.scan) page.length = 0;
    page.push(naming);
    places.set(person, (places.get(person) ?? 0) + 1);
    if (!votes.has(person)) {
      votes.set(person, new Map());
      order.push(person);
    }
    if (naming.others.length > 0) continue;
    const tally = votes.get(person)!;
    for (const [role, weight] of readRole(naming, scans[naming.scan]!))
      if (role === "public") publicFigures.set(person, (publicFigures.get(person) ?? 0) + weight);
      else {
        const of =
          role === "Mother" || role === "Father"
            ? whoseParent(naming, scans[naming.scan]!, page)
            : null;
        if (of === null || of === person) tally.set(role, (tally.get(role) ?? 0) + weight);
        else parents.push({ person, of, role, weight });
      }
  }
  for (const { person, of, role, weight } of parents) {
    const part = partOfParent(role, bestRole(votes.get(of) ?? new Map(), false, false));
    const tally = votes.get(person)!;
    tally.set(part, (tally.get(part) ?? 0) + weight);
  }
  const surnames = new Map<string, number>();
  for (const person of order)
    if (person.surname !== null)
      surnames.set(person.surname, (surnames.get(person.surname) ?? 0) + 1);
  const roles = new Map<Person, { role: string; read: boolean }>();
  const ofAdults = isOfAdults(votes);
  for (const person of order) {
    const grown = isGrown(person) && !person.young;
    const best = bestRole(votes.get(person)!, ofAdults, grown) ?? (person.young ? "Child" : null);
    roles.set(person, best === null ? { role: "Person", read: false } : { role: best, read: true });
  }
  const labels = numbered(order, roles, places);
  const result = new Map<Person, PersonRole>();
  for (const person of order) {
    const { role, read } = roles.get(person)!;
    result.set(person, {
      label: person.known?.label ?? labels.get(person)!,
      ...(read ? { why: `part in the text: ${spoken(role)}` } : {}),
      namesake: person.surname !== null && (surnames.get(person.surname) ?? 0) > 1,
      publicFigure:
        (publicFigures.get(person) ?? 0) > 0 &&
        (publicFigures.get(person) ?? 0) * 2 >= person.count,
    });
  }
  return result;
}

/** What a place tells beside a part: that somebody is grown up, or whose child they are. */
const NO_PARTS = new Set(["grown", "son", "daughter"]);

/** A case of grown people: one is told to be, and nobody a child but as somebody's son or daughter. */
function isOfAdults(votes: ReadonlyMap<Person, ReadonlyMap<string, number>>): boolean {
  let grown = false;
  for (const [{ young }, tally] of votes) {
    const offspring = (tally.get("son") ?? 0) + (tally.get("daughter") ?? 0);
    if (young || (tally.get("Child") ?? 0) > offspring) return false;
    grown ||= tally.has("grown");
  }
  return grown;
}

/** Called "her grandmother" ten times and "maternal grandmother" once, she is the maternal one. */
function bestRole(
  votes: ReadonlyMap<string, number>,
  ofAdults: boolean,
  grown: boolean,
): string | null {
  const offspring = votes.has("daughter") ? "Daughter" : votes.has("son") ? "Son" : null;
  const said = [...votes]
    // Nobody who is "Mr" or "Dr" is the case's child, whatever stands beside the name.
    .filter(([part]) => !NO_PARTS.has(part) && !(part === "Child" && grown && !ofAdults))
    .sort((a, b) => b[1] - a[1]);
  const best = said[0]?.[0] ?? (grown ? offspring : null);
  if (best === "Child" && ofAdults) return offspring ?? "Son";
  // The mother's partner whom the text also calls the father is he.
  if (best !== null && PARTNERS.has(best))
    return ["Father", "Mother"].find((part) => votes.has(part)) ?? best;
  // "Nanny Jan, his foster carer": how children call whom they live with.
  const sided = ["MGM", "PGM", "MGF", "PGF"].some((part) => votes.has(part));
  if (best !== null && COURTESY.has(best) && votes.has(CARER) && !sided) return CARER;
  const [mothers, fathers] = best === "Grandmother" ? ["MGM", "PGM"] : ["MGF", "PGF"];
  if (best !== "Grandmother" && best !== "Grandfather") return best;
  const [m, p] = [votes.get(mothers!) ?? 0, votes.get(fathers!) ?? 0];
  return m > p ? mothers! : p > m ? fathers! : best;
}
const CARER = "Foster Carer";
const COURTESY = new Set(["Grandmother", "Grandfather", "Aunt", "Uncle"]);
const PARTNERS = new Set(["Partner", "Former partner", "Husband", "Former husband", "Wife"]);

const IN_FULL: Readonly<Record<string, string>> = {
  MGM: "maternal grandmother",
  MGF: "maternal grandfather",
  PGM: "paternal grandmother",
  PGF: "paternal grandfather",
  MA: "maternal aunt",
  MU: "maternal uncle",
  PA: "paternal aunt",
  PU: "paternal uncle",
};

/** As it is said: "maternal aunt", "social worker", "GP". */
const spoken = (role: string): string =>
  IN_FULL[role] ?? role.replaceAll(/\b[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase());

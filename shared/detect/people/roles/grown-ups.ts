// "Mr Whitlock" is the father, though his sons bear the name: a grown-up's title before a surname does not mean a
// child of the case. It only takes children from those who could be meant, where a grown-up remains; it never
// takes away the last who could be, and leaves open what two grown-ups make doubtful.
import type { PageScan } from "../../hit.ts";
import { isNewborn } from "../register/kinds-of-title.ts";
import type { Naming } from "../register/naming.ts";
import type { Person } from "../register/person.ts";
import type { PersonRole } from "./roles.ts";
import { sexOfTitle } from "../mentions/mention.ts";
import { isYoungAt } from "../mentions/young.ts";

/** "Miss" is said of girls as well, "Master" of boys only. */
const GROWN = /^(?:mr|mrs|ms|sir|dame|dr|prof|professor|revd?|cllr)\b\.?\s/i;
/** "Mr Paul Hale": whoever is called so in full is grown up. */
const GROWN_IN_FULL = /^(?:mr|mrs|ms|dr|prof)\b\.?\s+\p{L}[\p{L}'’-]+\s+\p{L}/iu;

/** Parts that children have in a child's case; in a review about an adult a son may be fifty. */
const CHILDS_PARTS = new Set(["Child", "Sibling", "Half-sibling", "Step-sibling", "Nephew", "Niece"]); // prettier-ignore

/** Parts that tell a sex: "Mrs Bains" is not the husband. */
const MENS =
  /^(?:Father|Husband|Former husband|Stepfather|Grandfather|[MP]GF|Uncle|[MP]U|Son|Brother|Nephew|Foster father)$/;
const WOMENS = /^(?:Mother|Wife|Former wife|Stepmother|Grandmother|[MP]GM|Aunt|[MP]A|Daughter|Sister|Niece|Foster mother)$/; // prettier-ignore

const clashes = (own: string, part: string): boolean => {
  const sex = sexOfTitle(titleOf(own));
  return sex === "m" ? WOMENS.test(part) : sex === "f" && MENS.test(part);
};

const partOf = (role: PersonRole | undefined): string => {
  const label = role?.label.replace(/ (?:\d+|[A-Z])$/, "") ?? "Person";
  return role?.why === undefined ? "Person" : label;
};

/** `rolesOf` is asked only where a place with such a title is in doubt. */
export function withoutChildren(
  namings: readonly Naming[],
  scans: readonly PageScan[],
  rolesOf: () => ReadonlyMap<Person, PersonRole>,
): readonly Naming[] {
  const inDoubt = ({ others, scan, start, end }: Naming): boolean =>
    others.length > 0 && GROWN.test(scans[scan]!.clean.text.slice(start, end));
  if (!namings.some(inDoubt)) return namings;
  const roles = rolesOf();
  const young = new Set<Person>();
  const grown = new Set<Person>();
  for (const { person, others, scan, start, end } of namings) {
    if (others.length > 0) continue;
    const { text } = scans[scan]!.clean;
    const own = text.slice(start, end).replace(/\s+/g, " ");
    if (GROWN_IN_FULL.test(own)) grown.add(person);
    if (isYoungAt(text, start, end) || isNewborn(titleOf(own))) young.add(person);
  }
  const childsCase = young.size > 0;
  const isChild = (person: Person): boolean =>
    !grown.has(person) &&
    (young.has(person) || (childsCase && CHILDS_PARTS.has(partOf(roles.get(person)))));
  return namings.map((naming) => {
    if (!inDoubt(naming)) return naming;
    const own = scans[naming.scan]!.clean.text.slice(naming.start, naming.end);
    const left = [naming.person, ...naming.others].filter(
      (person) => !isChild(person) && !clashes(own, partOf(roles.get(person))),
    );
    const [person] = left;
    if (person === undefined || left.length === naming.others.length + 1) return naming;
    return { ...naming, person, others: left.slice(1) };
  });
}

const titleOf = (own: string): string => /^[\p{L}]+/u.exec(own)?.[0].toLowerCase() ?? "";

// Turns the places that name a person into hits: one group a person, with the label proposed for them.
// A place that may mean somebody else as well says so and carries no label of its own accord.
import { couldAlsoMean } from "../../doubt.ts";
import type { Hit, PageScan } from "../../hit.ts";
import type { Naming } from "../register/naming.ts";
import type { Mention } from "../mentions/mention.ts";
import type { Person } from "../register/person.ts";
import type { PersonRole } from "../roles/roles.ts";

export const PEOPLE = "people";
const VERSION = "1";

export const personGroup = (person: Person): string =>
  person.known === null ? `person:${person.index + 1}` : `person:${person.known.id}`;

/** The label proposed for a person: by the part they play, or as the case knows them. */
export const labelOf = (person: Person, role: PersonRole | undefined): string | undefined =>
  role?.label ?? person.known?.label ?? undefined;

/** Why a name that the review itself gave is only for a look; see chosen-names.ts. */
const CHOSEN = "The text says that this name was chosen for it: look whether it may stay";

export function personHit(
  naming: Naming,
  role: PersonRole | undefined,
  name: (person: Person) => string,
  chosen = false,
): Hit {
  const { person, others } = naming;
  const label = others.length > 0 ? undefined : labelOf(person, role);
  const notes: string[] = [chosen ? CHOSEN : naming.why];
  if (others.length > 0) notes.push(couldAlsoMean(others.slice(0, 2).map((p) => name(p))));
  else if (role?.namesake === true) notes.push("another person bears the same surname");
  if (role?.why !== undefined) notes.push(role.why);
  if (role?.publicFigure === true)
    notes.push("authors, chairs and panel members are normally named: refuse them in one act");
  return {
    start: naming.start,
    end: naming.end,
    category: "person",
    identifier: "direct",
    score: role?.publicFigure === true ? Math.min(naming.score, 0.5) : naming.score,
    tier: naming.sure && !chosen ? "suggested" : "check",
    detector: `${PEOPLE}/${naming.why.startsWith("One letter") ? "misspelling" : "name"}`,
    version: VERSION,
    why: notes.join("; "),
    group: personGroup(person),
    groupName: name(person),
    named: (person.given.length > 0 && person.surname !== null) || person.known !== null,
    ...(label === undefined ? {} : { label }),
  };
}

/** Names without their title, counted; the first of the fullest is the heading. */
const fullness = (text: string): number =>
  text === ""
    ? 0
    : text
        .replace(/^(?:mr|mrs|ms|miss|dr|pc|dc|ds)\b\.? ?/i, "")
        .split(/[ -]/)
        // An initial says less than a name.
        .reduce((sum, word) => sum + (/^\p{L}\.?$/u.test(word) ? 1 : 2), 0) +
      (text === text.toUpperCase() ? 0 : 1);

/** The fullest mention of each person as written, for headings. */
export function displayNames(
  namings: readonly Naming[],
  scans: readonly PageScan[],
): (person: Person) => string {
  const best = new Map<Person, string>();
  for (const naming of namings) {
    const text = scans[naming.scan]!.clean.text.slice(naming.start, naming.end).replace(
      /-?\s*\n/g,
      (gap) => (gap.includes("-") ? "-" : " "),
    );
    const current = best.get(naming.person) ?? "";
    if (fullness(text) > fullness(current)) best.set(naming.person, text);
  }
  return (person) =>
    person.display || (best.get(person) ?? [...person.given, person.surname ?? ""].join(" "));
}

/** A single word that may be a name but ties to nobody: grouped by its text, never labelled. */
export function looseHit(mention: Mention): Hit {
  return {
    start: mention.start,
    end: mention.end,
    category: "person",
    identifier: "direct",
    score: mention.score,
    tier: "check",
    detector: `${PEOPLE}/word`,
    version: VERSION,
    why: mention.why,
  };
}

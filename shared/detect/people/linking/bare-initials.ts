// People who stand in a record by their initials alone: who signed an entry ("Food taken again. LH"), who is
// told of by a letter ("T drew a picture"), who owns an action. Once one place is evident, every place of the
// same letters in that document counts.
import type { Hit, PageScan } from "../../hit.ts";
import { placesOf, type Place } from "./initial-places.ts";
import type { Naming } from "../register/naming.ts";
import type { Person } from "../register/person.ts";
import { PEOPLE, personGroup } from "./to-hits.ts";

const VERSION = "2";

/** "T.W." somewhere on the page says whose "TW" is. */
function dotted(letters: string, text: string): boolean {
  const [a, b] = [letters[0]!, letters[1]!];
  return text.includes(`${a}.${b}.`) || text.includes(`${a}. ${b}.`);
}

/** "TW and KW": whoever stands beside known initials is a person too. */
function pair(scans: readonly PageScan[], places: ReadonlyMap<string, readonly Place[]>): void {
  const all = [...places.values()].flat().filter((place) => place.end - place.start > 1);
  const starts = new Map(all.map((place) => [`${place.scan}:${place.start}`, place] as const));
  for (const first of all) {
    const { text } = scans[first.scan]!.clean;
    const joint = /^(?: and | & |\/)/.exec(text.slice(first.end, first.end + 5));
    const second = joint && starts.get(`${first.scan}:${first.end + joint[0].length}`);
    if (second && first.evident !== second.evident) first.evident = second.evident = true;
  }
}

export function findBareInitials(
  scans: readonly PageScan[],
  namings: readonly Naming[],
): readonly (readonly Hit[])[] {
  const people = peopleByInitials(namings);
  const places = new Map<string, Place[]>();
  scans.forEach((scan, s) => {
    for (const place of placesOf(scan, s)) {
      const text = `${scan.document}:${scan.clean.text.slice(place.start, place.end)}`;
      const list = places.get(text);
      if (list === undefined) places.set(text, [place]);
      else list.push(place);
    }
  });
  for (const [key, list] of places) {
    const { clean } = scans[list[0]!.scan]!;
    if (key.length - key.indexOf(":") === 3 && dotted(key.slice(-2), clean.text))
      for (const place of list) place.evident = true;
  }
  pair(scans, places);
  const begins = new Set<string>();
  for (const [key, list] of places)
    if (key.length - key.indexOf(":") > 2 && list.some((place) => place.evident))
      begins.add(key.slice(0, key.indexOf(":") + 2));
  const hits: Hit[][] = scans.map(() => []);
  for (const [key, list] of places) {
    const letters = key.slice(key.indexOf(":") + 1);
    const evident = list.filter((place) => place.evident).length;
    const meant = people.get(letters.toLowerCase()) ?? [];
    // "X" is what a court or a panel calls whom it will not name.
    if (evident === 0 && letters.length === 1 && meant.length > 0)
      for (const place of list)
        if (place.within === true) hits[place.scan]!.push(hitOf(place, true, meant, false));
    if (evident === 0 || (letters === "X" && meant.length === 0)) continue;
    const single = letters.length === 1;
    const sure = !single || meant.length > 0 || begins.has(key) || evident > 1;
    // One letter may be anything; where nobody begins with it only what is told of it counts.
    const all = !single || (meant.length > 0 && evident > 0);
    for (const place of all ? list : list.filter((p) => p.evident))
      hits[place.scan]!.push(hitOf(place, single, meant, sure));
  }
  scans.forEach((scan, s) => {
    for (const hit of withStops(scan, people)) hits[s]!.push(hit);
  });
  return hits;
}

function hitOf(
  place: { readonly start: number; readonly end: number },
  single: boolean,
  meant: readonly Person[],
  sure: boolean,
): Hit {
  const one = meant.length === 1 ? meant[0] : undefined;
  return {
    start: place.start,
    end: place.end,
    category: "person",
    identifier: "direct",
    score: sure ? 0.62 : 0.4,
    tier: sure ? "suggested" : "check",
    detector: `${PEOPLE}/initials`,
    version: VERSION,
    why: single
      ? "A single letter that stands for a person"
      : "Initials that sign an entry or stand for a person",
    ...(one === undefined ? {} : { group: personGroup(one) }),
  };
}

/** "K.S.", "J. T.", "E-D", "RMcC": letters written so are hardly anything but somebody's. */
const STOPPED =
  /(?<![\p{L}\p{N}.&-])(?:[A-Z]\.[ ]?[A-Z]\.(?:[ ]?[A-Z]\.)?|[A-Z]-[A-Z]|[A-Z]{1,2}Ma?c[A-Z])(?![\p{L}\p{N}&]|[ -]?\p{Lu}\p{Ll})/gu;
const NO_ONES =
  /^(?:SRN|RGN|RMN|SEN|UK|US|USA|EU|UN|AM|PM|NB|PS|PTO|DOB|TB|HM|QC|KC|MP|MEP|BA|MA|BSC|PHD|JP|RIP|GP|NHS|SI|ID|IQ|TV|AD|BC|DV|VP|VIP|AKA|CC|FAO|LA|NI|HR|TA|PA|PE|IT|CV|FC|CD|ECG|XY|AOB|TBC|XX|AB|AC|BC|DC|PO|USC|NY|MD|NW|NE|SE|FBI|CIA|RPC|WLR|AER)$/;

function* withStops(scan: PageScan, people: ReadonlyMap<string, Person[]>): Generator<Hit> {
  const { text } = scan.clean;
  for (const match of text.matchAll(STOPPED)) {
    const letters = match[0].replace(/Ma?c[A-Z]$/, "M").replace(/[^A-Z]/g, "");
    const meant = people.get(letters.toLowerCase()) ?? [];
    if (NO_ONES.test(letters) && meant.length === 0) continue;
    // Only a person of the case, or somebody who does something, is written "E-D".
    if (match[0].includes("-") && meant.length === 0) continue;
    yield hitOf({ start: match.index, end: match.index + match[0].length }, false, meant, true);
  }
}

function peopleByInitials(namings: readonly Naming[]): ReadonlyMap<string, Person[]> {
  const map = new Map<string, Person[]>();
  const put = (letters: string, person: Person): void => {
    const list = map.get(letters);
    if (list === undefined) map.set(letters, [person]);
    else if (!list.includes(person)) list.push(person);
  };
  for (const { person } of namings) {
    const given = person.given[0];
    if (given === undefined) continue;
    put(given[0]!, person);
    const parts = given.split("-");
    if (parts.length > 1 && parts[1] !== "") put(given[0]! + parts[1]![0]!, person);
    const family = person.surname;
    if (family !== null)
      for (const part of family.split(/[ -]/)) if (part !== "") put(given[0]! + part[0]!, person);
  }
  return map;
}

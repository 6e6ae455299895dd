// People who stand in a record by their initials alone: who signed an entry ("Food taken again. LH"), who is
// told of by a letter ("T drew a picture"), who owns an action. Two or three capitals are mostly a service or
// a form, so initials need evidence of their own; once they have it, every place of theirs counts.
import type { Hit, PageScan } from "../hit.ts";
import { INITIAL, POSSESSIVE, UPPER, type Tokens } from "../text/tokens.ts";
import type { Naming } from "./naming.ts";
import type { Person } from "./person.ts";
import { PEOPLE, personGroup } from "./to-hits.ts";

const VERSION = "1";

/** What people do in records; a service is seldom the one who does it. */
const DOES = new Set(
  "said says told tells stated asked replied disclosed alleged admitted denied agreed refused recalled felt thought wanted wants went came lived lives moved telephoned phoned rang visited shouted cried laughed smiled slept drank drew hid ate hit bit kicked arrived left presented appeared attended seen spoke played sat ran woke explained explains described reported reports remains became seems looked looks was is has had did does will can".split(
    " ",
  ),
);
/** What stands after the initials of somebody in notes, though it is no verb of prose. */
const NOTED = new Set(
  "covering covers informed updated advised emailed spoke contacted discussed chased wrote noted queried confirmed raised offered gave feels thinks texted crying upset asleep tearful absent late unwell poorly hungry quiet distressed angry".split(
    " ",
  ),
);
/** Of those, what a form or a service may do as well. */
const WEAK = new Set(
  "was is has had did does will can remains reported reports agreed seen".split(" "),
);

interface Place {
  readonly scan: number;
  readonly start: number;
  readonly end: number;
  evident: boolean;
}

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
  const spelt = new Set<string>();
  for (const [key, list] of places) {
    const { clean } = scans[list[0]!.scan]!;
    if (key.length - key.indexOf(":") === 3 && dotted(key.slice(-2), clean.text)) {
      for (const place of list) place.evident = true;
      spelt.add(key);
    }
  }
  pair(scans, places);
  const hits: Hit[][] = scans.map(() => []);
  for (const [key, list] of places) {
    const letters = key.slice(key.indexOf(":") + 1);
    const evident = list.filter((place) => place.evident).length;
    if (evident === 0) continue;
    const meant = people.get(letters.toLowerCase()) ?? [];
    for (const place of letters.length === 1 ? list.filter((p) => p.evident) : list)
      hits[place.scan]!.push(
        hitOf(place, letters, meant, evident > 1 || meant.length > 0 || spelt.has(key)),
      );
  }
  return hits;
}

function hitOf(place: Place, letters: string, meant: readonly Person[], sure: boolean): Hit {
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
    why:
      letters.length === 1
        ? "A single letter that stands for a person"
        : "Initials that sign an entry or stand for a person",
    ...(one === undefined ? {} : { group: personGroup(one) }),
  };
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
    const family = person.surname;
    if (family !== null)
      for (const part of family.split(/[ -]/)) if (part !== "") put(given[0]! + part[0]!, person);
  }
  return map;
}

function* placesOf(scan: PageScan, s: number): Generator<Place> {
  const { tokens } = scan;
  for (let i = 0; i < tokens.count; i++) {
    const shape = tokens.shape[i]!;
    const start = tokens.starts[i]!;
    const end = tokens.ends[i]!;
    const length = end - start;
    if (length === 1) {
      if ((shape & (INITIAL | UPPER)) === 0 || /[IA]/.test(tokens.text[start]!)) continue;
      if (loneLetter(tokens, i)) yield { scan: s, start, end, evident: true };
    } else if (length <= 3 && (shape & UPPER) !== 0 && tokens.known[i] === 0) {
      yield { scan: s, start, end, evident: standsForSomebody(tokens, i) };
    }
  }
}

/** "T drew", "H's", or a letter that signs a message on a line of its own. */
function loneLetter(tokens: Tokens, i: number): boolean {
  const { text } = tokens;
  const start = tokens.starts[i]!;
  const end = tokens.ends[i]!;
  if (!/(?:^|[\s("'])$/.test(text.slice(Math.max(0, start - 1), start))) return false;
  if (
    i > 0 &&
    /^(?:section|part|appendix|annex|group|class|form|schedule|category|grade|option|type|vitamin|hepatitis|hep|plan|figure|table|block|unit|level|child|family|baby|mr|mrs|ms|miss|dr|mother|father|adult|sibling|mr\.)$/.test(
      tokens.lower(i - 1),
    )
  )
    return false;
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const rest = text.slice(end, end + 12);
  if (/^[>\s]*$/.test(line) && /^\s*(?:\n|$)/.test(rest) && !/^\d/.test(rest.trimStart()))
    return i > 0 && /[.,!?]\s*$/.test(text.slice(0, start).trimEnd().slice(-1));
  return followedByDeed(tokens, i, false);
}

function standsForSomebody(tokens: Tokens, i: number): boolean {
  const { text } = tokens;
  const start = tokens.starts[i]!;
  const end = tokens.ends[i]!;
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 3);
  const closes = /^[ \t]*(?:\n|$)/.test(after);
  // "... nothing seen. LH" at the end of an entry; "| MQ |" as the owner of an action.
  if (closes && /[.!?)"'][ \t]{1,4}$/.test(before)) return true;
  if (/^ ?(?:\t|\|)/.test(after) && /(?:\t|\|) ?$/.test(before)) return true;
  if (/(?:^|\n)[ \t]*$/.test(before) && /^(?::|\. ?:)/.test(after)) return true;
  if (/[Ss]igned:? $|[Ww]orker:? $|[Aa]uthor:? $/.test(before)) return true;
  return (tokens.shape[i]! & POSSESSIVE) === 0 && followedByDeed(tokens, i, true);
}

function followedByDeed(tokens: Tokens, i: number, strict: boolean): boolean {
  if (i + 1 >= tokens.count || tokens.text.slice(tokens.ends[i], tokens.starts[i + 1]) !== " ")
    return false;
  const next = tokens.lower(i + 1);
  return NOTED.has(next) || (DOES.has(next) && !(strict && WEAK.has(next)));
}

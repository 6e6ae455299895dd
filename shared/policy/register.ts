// The register's rules over all documents of a case: one label for one person, no label for two, no
// label that gives real initials away, nobody foreign. Pure. Findings carry real names and are for the
// screen only; they are never stored.
import type { Suggestion } from "../detect/model.ts";
import { tokensOf } from "../audit/term-tokens.ts";
import type { ReviewState } from "../review/state.ts";
import { nameKey, ownersOf, peopleByName } from "./owners.ts";

export interface RegisteredPerson {
  readonly id: string;
  readonly names: readonly string[];
  readonly label: string | null;
}

export interface RegisterDocument {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  readonly state: ReviewState;
}

export interface Place {
  readonly document: string;
  readonly page: number;
  /** Suggestion to go to. */
  readonly suggestion?: string;
}

export interface RegisterFinding {
  readonly code: "two-labels" | "shared-label" | "real-initials" | "foreign-name" | "no-label";
  /** Stops the export; the others are to be looked at. */
  readonly blocks: boolean;
  /** One sentence for the screen; may hold names. */
  readonly message: string;
  readonly people: readonly string[];
  readonly places: readonly Place[];
  /**
   * For "two-labels": whose they are, and the labels to choose from, the commonest first; those that
   * the register gives to somebody else, as after an entry was parted in two, come last.
   */
  readonly choose?: { readonly key: string; readonly labels: readonly string[] };
}

/** Labels for kin and roles that are nobody's initials. */
const KIN = new Set("mgm mgf pgm pgf ma mu pa pu gp hv sw mgp pgp iro cp ta ehcp".split(" "));
/** "Child A", "Social Worker 1": labels that stand for one person. */
const DISTINCT = /(?:^|\s)(?:\p{Lu}|\d{1,3})$/u;

interface Someone {
  readonly key: string;
  readonly names: string[];
  readonly person: RegisteredPerson | null;
  readonly labels: Map<string, Place[]>;
  readonly places: Place[];
}

export function checkRegister(
  people: readonly RegisteredPerson[],
  documents: readonly RegisterDocument[],
): readonly RegisterFinding[] {
  const everyone = gather(people, documents);
  return [
    ...twoLabels(everyone),
    ...sharedLabels(everyone),
    ...realInitials(everyone),
    ...(people.length > 0 ? foreign(everyone) : []),
  ];
}

/** Everyone of the register, and every group of person marks that belongs to nobody in it. */
function gather(
  people: readonly RegisteredPerson[],
  documents: readonly RegisterDocument[],
): readonly Someone[] {
  const all = new Map<string, Someone>();
  const byName = peopleByName(people);
  const namesakes = new Map<string, string>();
  for (const person of people) {
    all.set(person.id, {
      key: person.id,
      names: [...person.names],
      person,
      labels: new Map(),
      places: [],
    });
    if (person.label) all.get(person.id)!.labels.set(person.label, []);
  }
  for (const d of documents) {
    const marks = new Map(d.state.marks.map((m) => [m.id, m]));
    const owners = ownersOf(d.suggestions, byName);
    // Two groups of one full name are one person, until somebody registers them as two.
    for (const s of d.suggestions) {
      if (s.category !== "person" || d.state.verdicts.get(s.id)?.state === "refused") continue;
      const key =
        owners.get(s.group) ??
        byName.get(nameKey(s.text)) ??
        namesakes.get(nameKey(s.groupName)) ??
        s.group;
      if (!namesakes.has(nameKey(s.groupName))) namesakes.set(nameKey(s.groupName), key);
      let someone = all.get(key);
      if (!someone) {
        someone = { key, names: [s.groupName], person: null, labels: new Map(), places: [] };
        all.set(key, someone);
      }
      const place = { document: d.id, page: s.page, suggestion: s.id };
      someone.places.push(place);
      const label = marks.get(s.id)?.label?.trim();
      if (label) someone.labels.set(label, [...(someone.labels.get(label) ?? []), place]);
    }
  }
  return [...all.values()];
}

function* twoLabels(everyone: readonly Someone[]): Generator<RegisterFinding> {
  const holders = new Map(everyone.flatMap((s) => (s.person?.label ? [[s.person.label, s]] : [])));
  for (const someone of everyone) {
    if (someone.labels.size < 2) continue;
    const others = (label: string): number =>
      Number((holders.get(label) ?? someone) !== someone && someone.person?.label !== label);
    const labels = [...someone.labels.keys()];
    yield {
      code: "two-labels",
      blocks: true,
      message: `${someone.names[0]} has ${labels.length} labels: ${labels.map((l) => `“${l}”`).join(", ")}. One person needs one label.`,
      people: someone.person ? [someone.person.id] : [],
      places: [...someone.labels.values()].flatMap((places) => places.slice(0, 3)),
      choose: {
        key: someone.key,
        labels: [...someone.labels]
          .sort(([a, at], [b, bt]) => others(a) - others(b) || bt.length - at.length)
          .map(([label]) => label),
      },
    };
  }
}

/** Every marked place of one person, by the key of a finding: what one label is given to. */
export function marksOfPerson(
  people: readonly RegisteredPerson[],
  documents: readonly RegisterDocument[],
  key: string,
): readonly Place[] {
  const someone = gather(people, documents).find((s) => s.key === key);
  const marked = new Map(documents.map((d) => [d.id, new Set(d.state.marks.map((m) => m.id))]));
  return (someone?.places ?? []).filter(
    (p) => p.suggestion !== undefined && marked.get(p.document)?.has(p.suggestion),
  );
}

function* sharedLabels(everyone: readonly Someone[]): Generator<RegisterFinding> {
  const owners = new Map<string, { label: string; of: Someone[] }>();
  for (const someone of everyone)
    for (const label of someone.labels.keys()) {
      // "Professional" may stand for many; "Child A" and a label of the register for one only.
      if (!DISTINCT.test(label) && someone.person?.label !== label) continue;
      const key = label.toLowerCase();
      const entry = owners.get(key) ?? { label, of: [] };
      entry.of.push(someone);
      owners.set(key, entry);
    }
  for (const { label, of } of owners.values()) {
    if (of.length < 2) continue;
    yield {
      code: "shared-label",
      blocks: true,
      message: `“${label}” stands for ${of.length} people: ${of.map((s) => s.names[0]).join(", ")}. A label may stand for one only.`,
      people: of.flatMap((s) => (s.person ? [s.person.id] : [])),
      places: of.flatMap((s) => (s.labels.get(label) ?? s.places).slice(0, 2)),
    };
  }
}

function* realInitials(everyone: readonly Someone[]): Generator<RegisterFinding> {
  for (const someone of everyone)
    for (const [label, places] of someone.labels) {
      const given = givenAway(label, someone.names);
      if (!given) continue;
      yield {
        code: "real-initials",
        blocks: true,
        message: `The label “${label}” gives away “${given}”, a real initial of ${someone.names[0]}.`,
        people: someone.person ? [someone.person.id] : [],
        places: places.slice(0, 3),
      };
    }
}

function* foreign(everyone: readonly Someone[]): Generator<RegisterFinding> {
  for (const someone of everyone) {
    if (someone.person) continue;
    yield {
      code: "foreign-name",
      blocks: false,
      message: `“${someone.names[0]}” belongs to nobody in the register: another case’s person, or somebody still to be registered?`,
      people: [],
      places: someone.places.slice(0, 5),
    };
  }
}

/** The letters of a label that are the person's own initials; undefined where there are none. */
export function givenAway(label: string, names: readonly string[]): string | undefined {
  const letters = label.match(/\b\p{Lu}{1,4}\b/gu) ?? [];
  for (const name of names) {
    const parts = tokensOf(name.replaceAll("-", " "));
    if (parts.length === 0) continue;
    const initials = parts.map((p) => p.key[0]!.toUpperCase()).join("");
    for (const found of letters) {
      if (KIN.has(found.toLowerCase())) continue;
      if (found.length === 1 ? initials[0] === found : initials.includes(found)) return found;
    }
  }
  return undefined;
}

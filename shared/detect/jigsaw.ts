// The jigsaw: what stays readable about each person, counted by kind over all documents of a case. No kept
// fact names anybody; three kinds together may. Pure: findings and decisions in, a picture out. It never
// decides: amber means look, and the motivated intruder's questions tell how.
import type { Category, Finding } from "./model.ts";
import { toldKind } from "./told-kind.ts";
import type { ClueKind } from "./told-kind.ts";

export interface Clue {
  readonly kind: ClueKind;
  readonly text: string;
  readonly document: string;
  readonly page: number;
  readonly start: number;
  readonly end: number;
}

export type JigsawLevel = "clear" | "amber";

export interface JigsawPerson {
  /** Group of the person's findings; "" holds what is tied to nobody but belongs to the case. */
  readonly group: string;
  readonly name: string;
  readonly level: JigsawLevel;
  /** Distinct kinds among what is kept. */
  readonly kinds: readonly ClueKind[];
  readonly kept: readonly Clue[];
  /** Not decided yet: it would count if it stayed. */
  readonly open: readonly Clue[];
}

export interface JigsawDocument {
  readonly id: string;
  readonly findings: readonly Finding[];
}

/** What was decided about a finding: it stays readable, it goes, or nobody has looked. */
export type Fate = "kept" | "removed" | "open";

/** From this many kinds on a person may be singled out. */
const AMBER_FROM = 3;

/** Questions of the motivated-intruder test, answered by a person before publication. */
export const MOTIVATED_INTRUDER: readonly string[] = [
  "Would a neighbour, a school friend or a relative recognise the child from what is left?",
  "Does a search for the event, the month and the area lead to a news report or a court list?",
  "Was there a trial or an inquest, and does a reported fact here tie this review to it?",
  "Is there one family in this area with this make-up, origin, illness or work?",
  "Do two documents of this case, or an earlier publication, complete each other?",
  "Can a date that was removed be worked out from an age, an interval or a weekday that stayed?",
  "Does a job, a rank or a service exist only once here?",
  "Would the file name, the title or the publication date give the area or the time away?",
];

const BY_CATEGORY: Readonly<Partial<Record<Category, ClueKind>>> = {
  place: "area",
  address: "area",
  postcode: "area",
  school: "area",
  "health-provider": "area",
  organisation: "area",
  age: "age",
  date: "date",
  quantity: "event",
};

const BY_DETECTOR: Readonly<Record<string, ClueKind>> = {
  "clue/nationality": "ethnicity",
  "clue/ethnicity": "ethnicity",
  "clue/religion": "religion or language",
  "clue/language": "religion or language",
  "clue/status": "status",
  "clue/occupation": "occupation",
  "clue/health": "illness",
  "clue/event": "event",
  "clue/siblings": "siblings",
  "clue/kin": "siblings",
  "clue/sex": "sex",
};

/** How near a clue must stand to a person's mention to be about them. */
const REACH = 240;

export function clueKind(finding: Finding): ClueKind | null {
  const known = BY_DETECTOR[finding.detector] ?? BY_CATEGORY[finding.category];
  if (known !== undefined) return known;
  if (finding.category === "demographic") return toldKind(finding.text, true);
  return finding.category === "misc" ? toldKind(finding.text, false) : null;
}

export function jigsaw(
  documents: readonly JigsawDocument[],
  fate: (document: string, finding: Finding) => Fate,
): JigsawPerson[] {
  const people = new Map<string, { name: string; kept: Clue[]; open: Clue[] }>();
  const entry = (group: string, name: string) => {
    let found = people.get(group);
    if (found === undefined) people.set(group, (found = { name, kept: [], open: [] }));
    return found;
  };
  for (const document of documents) {
    const sorted = document.findings.toSorted((a, b) => a.page - b.page || a.start - b.start);
    sorted.forEach((finding, i) => {
      if (finding.category === "person") entry(finding.group, finding.groupName);
      const kind = clueKind(finding);
      if (kind === null) return;
      const state = fate(document.id, finding);
      if (state === "removed") return;
      const owner = nearestPerson(sorted, i);
      const clue: Clue = {
        kind,
        text: finding.text,
        document: document.id,
        page: finding.page,
        start: finding.start,
        end: finding.end,
      };
      entry(owner?.group ?? "", owner?.groupName ?? "The case as a whole")[
        state === "kept" ? "kept" : "open"
      ].push(clue);
    });
  }
  return [...people]
    .map(([group, { name, kept, open }]) => {
      const kinds = [...new Set(kept.map((clue) => clue.kind))].sort();
      const level: JigsawLevel = kinds.length >= AMBER_FROM ? "amber" : "clear";
      return { group, name, level, kinds, kept, open };
    })
    .sort((a, b) => b.kinds.length - a.kinds.length || b.kept.length - a.kept.length);
}

/** The person mentioned last before a clue, else the next after it, within reach on its page. */
function nearestPerson(sorted: readonly Finding[], i: number): Finding | null {
  const clue = sorted[i]!;
  for (let k = i - 1; k >= 0; k--) {
    const other = sorted[k]!;
    if (other.page !== clue.page || clue.start - other.end > REACH) break;
    if (other.category === "person") return other;
  }
  for (let k = i + 1; k < sorted.length; k++) {
    const other = sorted[k]!;
    if (other.page !== clue.page || other.start - clue.end > REACH / 2) break;
    if (other.category === "person") return other;
  }
  return null;
}

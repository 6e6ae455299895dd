// The review as people see it: places (a suggestion or a drawn box, with how it stands and what
// would be burnt) gathered into groups (a person or a thing). Pure and rebuilt after every
// decision; it must stay linear, because a report can have five thousand places.
import type { Category, Suggestion, Tier } from "../../../../shared/detect/model.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { reasonsOf } from "../../../../shared/detect/doubt.ts";
import { reasonFor } from "../../../../shared/policy/reason-for.ts";
import { reasonOf, type ReasonCode } from "../../../../shared/policy/reasons.ts";
import type { Mark, ReviewState, Standing } from "../../../../shared/review/state.ts";

export interface Place {
  readonly id: string;
  readonly page: number;
  readonly rects: readonly Rect[];
  readonly standing: Standing | "drawn";
  readonly group: string;
  /** Null for a box drawn over something that is not text. */
  readonly text: string | null;
  readonly span: { readonly start: number; readonly end: number } | null;
  readonly category: Category | null;
  readonly tier: Tier;
  readonly why: string | null;
  /** The label as decided, or as proposed while undecided; null burns the reason's default. */
  readonly label: string | null;
  readonly reason: ReasonCode;
  readonly note: string | null;
}

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly category: Category | null;
  readonly places: readonly Place[];
  /** Other ways it is written here. */
  readonly also: readonly string[];
  readonly label: string | null;
  readonly reason: ReasonCode;
  readonly undecided: number;
  readonly toCheck: number;
  readonly accepted: number;
  readonly refused: number;
}

export interface Index {
  /** In reading order. */
  readonly places: readonly Place[];
  readonly byId: ReadonlyMap<string, Place>;
  readonly byPage: ReadonlyMap<number, readonly Place[]>;
  readonly groups: readonly Group[];
  readonly groupById: ReadonlyMap<string, Group>;
}

/** What stands in the gap: the mark's own label, else its reason's; null is a plain box. */
export const burntLabel = (label: string | null, reason: ReasonCode): string | null =>
  label || reasonOf(reason).label;

export function indexOf(suggestions: readonly Suggestion[], state: ReviewState): Index {
  const marks = new Map(state.marks.map((m) => [m.id, m]));
  const latest = latestLabels(suggestions, marks);
  const places: Place[] = suggestions.map((s) => placeOfSuggestion(s, state, marks, latest));
  for (const mark of state.marks) if (mark.origin === "drawn") places.push(placeOfDrawn(mark));
  inReadingOrder(places);

  const byPage = new Map<number, Place[]>();
  const members = new Map<string, Place[]>();
  for (const place of places) {
    append(byPage, place.page, place);
    append(members, place.group, place);
  }
  const names = new Map(suggestions.map((s) => [s.group, s.groupName]));
  const groups = [...members].map(([id, list]) => groupOf(id, names.get(id), list));
  return {
    places,
    byId: new Map(places.map((p) => [p.id, p])),
    byPage,
    groups,
    groupById: new Map(groups.map((g) => [g.id, g])),
  };
}

/** The label a group was last given, so that the next place of it is proposed the same one. */
function latestLabels(
  suggestions: readonly Suggestion[],
  marks: ReadonlyMap<string, Mark>,
): ReadonlyMap<string, Mark> {
  const latest = new Map<string, Mark>();
  for (const s of suggestions) {
    const mark = marks.get(s.id);
    const known = latest.get(s.group);
    if (mark && (!known || mark.seq > known.seq)) latest.set(s.group, mark);
  }
  return latest;
}

function placeOfSuggestion(
  s: Suggestion,
  state: ReviewState,
  marks: ReadonlyMap<string, Mark>,
  latest: ReadonlyMap<string, Mark>,
): Place {
  const verdict = state.verdicts.get(s.id);
  const mark = marks.get(s.id);
  const guess = latest.get(s.group);
  const label = mark ? mark.label : guess ? guess.label : (s.label ?? null);
  return {
    id: s.id,
    page: mark?.page ?? s.page,
    rects: mark?.rects ?? s.rects,
    standing: verdict?.state ?? "undecided",
    group: s.group,
    text: s.text,
    span: { start: s.start, end: s.end },
    category: s.category,
    // Whose name it is, when it may be two people's, is nothing to be accepted among hundreds.
    tier: reasonsOf(s.why).doubt === null ? s.tier : "check",
    why: s.why,
    label,
    reason: mark?.reason ?? guess?.reason ?? reasonFor(s.category, label),
    note: verdict?.note ?? null,
  };
}

function placeOfDrawn(mark: Mark): Place {
  return {
    id: mark.id,
    page: mark.page,
    rects: mark.rects,
    standing: "drawn",
    // Words that were marked under one label are one person or thing.
    group: mark.span && mark.label ? `drawn:as:${mark.label}` : `drawn:${mark.id}`,
    text: null,
    span: mark.span,
    category: null,
    tier: "suggested",
    why: null,
    label: mark.label,
    reason: mark.reason,
    note: null,
  };
}

/** Page, then position in the text; a box without text follows the last text that starts above it. */
function inReadingOrder(places: Place[]): void {
  const onPage = new Map<number, Place[]>();
  for (const place of places) if (place.span) append(onPage, place.page, place);
  const position = (place: Place): number => {
    if (place.span) return place.span.start;
    let after = -1;
    for (const other of onPage.get(place.page) ?? [])
      if (top(other) >= top(place)) after = Math.max(after, other.span!.start);
    return after + 0.5;
  };
  const positions = new Map(places.map((p) => [p, position(p)]));
  places.sort((a, b) => a.page - b.page || positions.get(a)! - positions.get(b)!);
}

const top = (place: Place): number => place.rects[0]?.[3] ?? 0;

/** Without what only the line it stands on made of it: soft hyphens and line ends. */
const plainly = (text: string): string =>
  text.replaceAll(/\u{AD}\s*/gu, "").replaceAll(/\s+/g, " ");

function groupOf(id: string, name: string | undefined, places: readonly Place[]): Group {
  const first = places[0]!;
  const counted = { undecided: 0, toCheck: 0, accepted: 0, refused: 0 };
  const written = new Set<string>();
  for (const p of places) {
    if (p.standing === "drawn") counted.accepted++;
    else counted[p.standing]++;
    if (p.standing === "undecided" && p.tier === "check") counted.toCheck++;
    const text = p.text && plainly(p.text);
    if (text && text !== name) written.add(text);
  }
  const named = places.find((p) => p.label !== null) ?? first;
  return {
    id,
    name: name ?? "",
    category: first.category,
    places,
    also: [...written],
    label: named.label,
    reason: named.reason,
    ...counted,
  };
}

function append<K>(map: Map<K, Place[]>, key: K, place: Place): void {
  const list = map.get(key);
  if (list) list.push(place);
  else map.set(key, [place]);
}

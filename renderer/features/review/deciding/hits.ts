// Places of searched words that nothing covers yet, and the label that such words have elsewhere.
// Pure.
import { reasonsOf } from "../../../../shared/detect/doubt.ts";
import type { ReasonCode } from "../../../../shared/policy/reasons.ts";
import { folded } from "./filters.ts";
import type { Index, Place } from "./places.ts";

export interface Stretch {
  readonly page: number;
  readonly start: number;
  readonly end: number;
}

/** Those of the stretches that no accepted or drawn place covers entirely. */
export function uncovered<T extends Stretch>(hits: readonly T[], index: Index): readonly T[] {
  return hits.filter(
    (hit) =>
      !(index.byPage.get(hit.page) ?? []).some(
        (p) =>
          (p.standing === "accepted" || p.standing === "drawn") &&
          p.span !== null &&
          p.span.start <= hit.start &&
          p.span.end >= hit.end,
      ),
  );
}

export interface HitsToMark<T> {
  /** Undecided places that hold a stretch: somebody's or something's already, and they stay so. */
  readonly places: readonly Place[];
  /** How many of those may be more than one person's: they wait to be checked one by one. */
  readonly doubtful: number;
  /** Stretches in no place: they get the label that is asked for. */
  readonly loose: readonly T[];
}

/** What marking all of the stretches comes to. What was refused stays as it is. */
export function hitsToMark<T extends Stretch>(hits: readonly T[], index: Index): HitsToMark<T> {
  const places = new Set<Place>();
  const doubtful = new Set<Place>();
  const loose: T[] = [];
  for (const hit of uncovered(hits, index)) {
    const holding = (index.byPage.get(hit.page) ?? []).filter(
      ({ span }) => span && span.start <= hit.start && span.end >= hit.end,
    );
    for (const place of holding)
      if (place.standing === "undecided")
        (place.why && reasonsOf(place.why).doubt !== null ? doubtful : places).add(place);
    if (holding.length === 0) loose.push(hit);
  }
  return { places: [...places], doubtful: doubtful.size, loose };
}

/**
 * What the same words, or words that hold them, are burnt as already; null where those are burnt as
 * more than one thing, as a surname is that a family shares.
 */
export function knownLabel(
  index: Index,
  words: string,
): { label: string; reason: ReasonCode } | null {
  const wanted = folded(words);
  const loose = new Map<string, { label: string; reason: ReasonCode }>();
  for (const group of index.groups) {
    if (group.accepted === 0 || !group.label) continue;
    const names = [group.name, ...group.also].map(folded);
    const found = { label: group.label, reason: group.reason };
    if (names.includes(wanted)) return found;
    if (names.some((name) => name.includes(wanted))) loose.set(found.label, found);
  }
  return loose.size === 1 ? [...loose.values()][0]! : null;
}

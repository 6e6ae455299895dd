// Where the review goes next: through the undecided places in reading order, round the end.
// Pure; the store asks it after every decision and for J and K.
import type { Index, Place } from "./places.ts";

export type Direction = 1 | -1;

/**
 * The next undecided place after (or before) one in reading order; wraps round once.
 * Null when nothing is undecided any more.
 */
export function nextUndecided(
  index: Index,
  from: string | null,
  direction: Direction,
  wanted: (place: Place) => boolean = () => true,
): Place | null {
  const { places } = index;
  const at = from === null ? -1 : places.findIndex((p) => p.id === from);
  const start = at < 0 ? (direction === 1 ? -1 : places.length) : at;
  for (let step = 1; step <= places.length; step++) {
    const i = (start + direction * step + places.length * 2) % places.length;
    const place = places[i]!;
    if (place.standing === "undecided" && place.id !== from && wanted(place)) return place;
  }
  return null;
}

/** The place before or after within its group, as the card's stepper goes. */
export function nextInGroup(index: Index, from: string, direction: Direction): Place | null {
  const place = index.byId.get(from);
  const list = place ? (index.groupById.get(place.group)?.places ?? []) : [];
  const at = list.findIndex((p) => p.id === from);
  return list[at + direction] ?? null;
}

/** Pages that J, K and the next decisions lead to; few, because each is drawn beforehand. */
export function pagesAhead(index: Index, from: string | null): readonly number[] {
  const next = nextUndecided(index, from, 1);
  const after = next && nextUndecided(index, next.id, 1);
  const before = nextUndecided(index, from, -1);
  return [...new Set([next, after, before].flatMap((place) => place?.page ?? []))];
}

// Taking places as they are proposed, as events to append. Pure.
import type { ReviewEvent } from "../../../shared/review/events.ts";
import type { Place } from "./places.ts";

/** One "accepted" event for each label and reason among the places. */
export function acceptance(places: readonly Place[]): ReviewEvent[] {
  const sorted = new Map<string, Place[]>();
  for (const place of places) {
    const key = `${place.reason} ${place.label ?? ""}`;
    sorted.set(key, [...(sorted.get(key) ?? []), place]);
  }
  return [...sorted.values()].map((list) => ({
    type: "accepted",
    suggestions: list.map((p) => p.id),
    label: list[0]!.label,
    reason: list[0]!.reason,
  }));
}

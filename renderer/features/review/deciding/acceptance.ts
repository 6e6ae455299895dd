// Taking places as they are proposed, as events to append. Pure.
import type { ReviewEvent } from "../../../../shared/review/events.ts";
import type { Place } from "./places.ts";

/** One event for one act, whatever labels and reasons are among the places; none for no place. */
export function acceptance(places: readonly Place[]): ReviewEvent[] {
  const sorted = new Map<string, Place[]>();
  for (const place of places) {
    const key = `${place.reason} ${place.label ?? ""}`;
    sorted.set(key, [...(sorted.get(key) ?? []), place]);
  }
  const parts = [...sorted.values()].map((list) => ({
    suggestions: list.map((p) => p.id),
    label: list[0]!.label,
    reason: list[0]!.reason,
  }));
  if (parts.length > 1) return [{ type: "accepted-together", parts }];
  return parts.map((part) => ({ type: "accepted", ...part }));
}

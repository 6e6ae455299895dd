// The filters above the list, their counts, and the search in names. A filter chooses places; a
// group is shown while at least one of its places is chosen. Acts on a group never go by the
// filter: their count says how many places they take.
import type { Group, Index, Place } from "./places.ts";

/** "tosee" is the second reviewer's, shown only on their walk. */
export const FILTERS = [
  "tosee",
  "undecided",
  "check",
  "unexplained",
  "accepted",
  "refused",
  "pictures",
] as const;
export type Filter = (typeof FILTERS)[number];

/** A saved filter of an older version falls back to what is undecided. */
export const filterOf = (saved: string): Filter => FILTERS.find((f) => f === saved) ?? "undecided";

export function passes(place: Place, filter: Filter): boolean {
  switch (filter) {
    case "undecided":
      return place.standing === "undecided";
    case "check":
      return place.standing === "undecided" && place.tier === "check";
    case "unexplained":
      return place.standing === "undecided" && place.category === "unexplained";
    case "accepted":
      return place.standing === "accepted" || place.standing === "drawn";
    case "refused":
      return place.standing === "refused";
    case "tosee":
    case "pictures":
      return false;
  }
}

const HOLDING = {
  undecided: "undecided",
  accepted: "accepted",
  drawn: "accepted",
  refused: "refused",
} as const;

/** The filter whose list holds a place that stands so. */
export const filterHolding = (place: Place): Filter => HOLDING[place.standing];

/** Filter and search to change so that the list shows the card of a place that is chosen. */
export function toShowCard(
  place: Place,
  index: Index,
  { filter, query }: { readonly filter: Filter; readonly query: string },
): { readonly filter?: Filter; readonly query?: string } {
  const wanted = query.trim() !== "";
  if (wanted && listed(index, filter, query).some((g) => g.id === place.group)) return {};
  const cards = filter !== "pictures" && filter !== "tosee";
  return {
    ...(wanted ? { query: "" } : {}),
    ...(cards ? {} : { filter: filterHolding(place) }),
  };
}

export type FilterCounts = Readonly<Record<Exclude<Filter, "pictures" | "tosee">, number>>;

export function countsOf(index: Index): FilterCounts {
  const counts = { undecided: 0, check: 0, unexplained: 0, accepted: 0, refused: 0 };
  for (const group of index.groups) {
    counts.undecided += group.undecided;
    counts.check += group.toCheck;
    counts.unexplained += group.places.filter((p) => passes(p, "unexplained")).length;
    counts.accepted += group.accepted;
    counts.refused += group.refused;
  }
  return counts;
}

/** Case, accent and apostrophe blind, as people type. */
export const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[‘’ʼ`´]/g, "'")
    .toLowerCase();

/** Groups to list, in the order of their first place; `keep` stays although decided. */
export function listed(
  index: Index,
  filter: Filter,
  query: string,
  keep: string | null = null,
): readonly Group[] {
  const wanted = folded(query.trim());
  return index.groups.filter((group) => {
    if (group.id === keep && !wanted) return true;
    if (wanted) {
      const written = [group.name, group.label ?? "", ...group.also];
      return written.some((text) => folded(text).includes(wanted));
    }
    return group.places.some((p) => passes(p, filter));
  });
}

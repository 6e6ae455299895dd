// What a label reaches that is given at one place: everybody whom the list has put together, or only
// those places that read as this one does, where two people were taken for one.
import { folded } from "./filters.ts";
import type { Group, Place } from "./places.ts";

/** All places of the group that are not refused, those of them that read alike, or only the chosen one. */
export type Scope = "all" | "alike" | "here";

/** What a label given at `place` reaches. */
export function placesFor(group: Group, place: Place, scope: Scope): readonly Place[] {
  if (scope === "here") return [place];
  const standing = group.places.filter((p) => p.standing !== "refused");
  return scope === "all" ? standing : standing.filter((p) => readsLike(p, place));
}

const readsLike = (one: Place, other: Place): boolean =>
  one === other || (one.text !== null && other.text !== null && worded(one) === worded(other));

const worded = ({ text }: Place): string => folded((text ?? "").replaceAll(/\s+/gu, " ").trim());

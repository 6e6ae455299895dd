// Undecided places that lie wholly under a box or a selection: whoever removes what is around them
// has removed them, too, so they are taken in the same act and nobody is asked about them again.
// What was refused stays refused: a decision is never turned round in silence. Pure.
import { height, type Rect } from "../../../../shared/geometry/rect.ts";
import type { Index, Place } from "./places.ts";

export interface Cover {
  readonly page: number;
  readonly rects: readonly Rect[];
  readonly span?: { readonly start: number; readonly end: number } | undefined;
}

/** Points: a box drawn by hand need not meet the first and the last letter to a hair. */
const SIDE = 1.5;
/** Share of a line's height that may stick out: what it holds beyond the letters. */
const EDGE = 0.25;

export function undecidedUnder(covers: readonly Cover[], index: Index): readonly Place[] {
  const found = new Set<Place>();
  for (const cover of covers)
    for (const place of index.byPage.get(cover.page) ?? [])
      if (place.standing === "undecided" && isUnder(place, cover)) found.add(place);
  return [...found];
}

/** How many places that were taken lie under a drawn one. */
export const takenUnder = (drawn: Place, index: Index): number => {
  const cover = { ...drawn, span: drawn.span ?? undefined };
  return (index.byPage.get(drawn.page) ?? []).filter(
    (p) => p.standing === "accepted" && isUnder(p, cover),
  ).length;
};

function isUnder(place: Place, { span, rects }: Cover): boolean {
  if (span && place.span && span.start <= place.span.start && span.end >= place.span.end)
    return true;
  return place.rects.length > 0 && place.rects.every((line) => rects.some((r) => holds(r, line)));
}

function holds(box: Rect, line: Rect): boolean {
  const edge = height(line) * EDGE;
  return (
    box[0] <= line[0] + SIDE &&
    box[2] >= line[2] - SIDE &&
    box[1] <= line[1] + edge &&
    box[3] >= line[3] - edge
  );
}

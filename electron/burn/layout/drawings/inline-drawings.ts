// Drawings among words of lines that are set anew, where text stays text: they move with their words, or the
// page is no such page.
import { standsAmong } from "../../among-words.ts";
import { NotAccountable } from "../../crisp/interpret/display-list.ts";
import type { Item } from "../../crisp/interpret/display-list.ts";
import { intersect, isEmpty } from "../../crisp/interpret/path-data.ts";
import { boundsIn } from "../lines/frame.ts";
import type { Segment } from "../model.ts";
import type { Paint } from "../seen/paints.ts";

/**
 * @param paints what is drawn on the page
 * @param taken drawings that move with words of their line
 * @throws NotAccountable where such a drawing would stay behind
 */
export function mustTakeAlong(
  lines: readonly Segment[],
  paints: readonly Paint[],
  taken: ReadonlySet<Item>,
): void {
  for (const paint of paints) {
    if (taken.has(paint) || (paint.kind === "path" && paint.link)) continue;
    if (lines.some((line) => isAmong(paint, line)))
      throw new NotAccountable("A drawing stands among the words of a line with a box");
  }
}

function isAmong(paint: Paint, { frame, glyphs, v, size }: Segment): boolean {
  if (frame.cos * frame.sin !== 0) return false;
  let shown = intersect(paint.bounds, paint.clip.rect);
  for (const { bounds } of paint.clip.paths) shown = intersect(shown, bounds);
  if (isEmpty(shown)) return false;
  const letters = glyphs
    .filter((g) => !g.blank && !g.bar)
    .map(({ u, advance }) => ({ from: u, to: u + advance }));
  return standsAmong(boundsIn(frame, shown), { v, size, letters });
}

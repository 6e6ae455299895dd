// Drawings that stand on a line like a word, or around some of its words: badges, keys, frames, icons.
// Words that are set anew would move away from them, into them, or lose the ground they are read on.
import { NotAccountable } from "../../crisp/interpret/display-list.ts";
import type { Item } from "../../crisp/interpret/display-list.ts";
import { intersect, isEmpty } from "../../crisp/interpret/path-data.ts";
import { boundsIn } from "../lines/frame.ts";
import type { Segment } from "../model.ts";
import type { Paint } from "../seen/paints.ts";

/** In em: rules and underlines are flatter or narrower, what is taller stands on more than a line. */
const THINNEST = 0.3;
const TALLEST = 2.4;
/** In em over the baseline: where the middle of what stands on a line is. */
const LOW = -0.1;
const HIGH = 0.8;
/** Points by which the ground of a cell may end before its words. */
const SLACK = 1;

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
    if (lines.some((line) => standsAmong(paint, line)))
      throw new NotAccountable("A drawing stands among the words of a line with a box");
  }
}

function standsAmong(paint: Paint, { frame, glyphs, v, size }: Segment): boolean {
  if (frame.cos * frame.sin !== 0) return false;
  let shown = intersect(paint.bounds, paint.clip.rect);
  for (const { bounds } of paint.clip.paths) shown = intersect(shown, bounds);
  if (isEmpty(shown)) return false;
  const [from, low, to, high] = boundsIn(frame, shown);
  if (Math.min(high - low, to - from) < THINNEST * size || high - low > TALLEST * size)
    return false;
  const middle = (low + high) / 2 - v;
  if (middle < LOW * size || middle > HIGH * size) return false;
  const letters = glyphs.filter((g) => !g.blank && !g.bar);
  const before = letters.some(({ u, advance }) => u + advance < from + SLACK);
  const behind = letters.some(({ u }) => u > to - SLACK);
  const within = letters.some(({ u, advance }) => u > from - SLACK && u + advance < to + SLACK);
  return (before && behind) || (within && (before || behind));
}

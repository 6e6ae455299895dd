// Small drawings on a burnt word's line, behind the word: an arrow, a flag or a button that the text
// pushed along shows by its place how long the word was, and nothing on the page moves it back. What
// decides here is never how long this word was: twins must state the same.
import type { Item } from "../crisp/interpret/display-list.ts";
import { intersect, isEmpty } from "../crisp/interpret/path-data.ts";
import { boundsIn } from "./frame.ts";
import type { Segment } from "./model.ts";
import type { Paragraph } from "./paragraphs.ts";

/** In em: larger drawings are pictures with a place of their own. */
const LARGEST = 2.5;
/** In em under and over the baseline: where the middle of what stands on a line is. */
const LOW = -0.4;
const HIGH = 1.1;
/** Points: drawings that begin at one place on several lines have a column of their own. */
const SAME = 0.5;

/** @param taken drawings that move with words of their line */
export function drawingsTell(
  { lines, column }: Paragraph,
  items: readonly Item[],
  taken: ReadonlySet<Item>,
): boolean {
  const touched = lines.filter(({ glyphs }) => glyphs.some(({ mark }) => mark >= 0));
  if (touched.length === 0) return false;
  const { frame, size } = lines[0]!;
  if (frame.cos * frame.sin !== 0) return false;
  const small = items.flatMap((item) => {
    if (item.kind === "glyph" || taken.has(item) || (item.kind === "path" && item.link)) return [];
    const shown = intersect(item.bounds, item.clip.rect);
    if (isEmpty(shown)) return [];
    const box = boundsIn(frame, shown);
    const fits = box[2] - box[0] < LARGEST * size && box[3] - box[1] < LARGEST * size;
    const flat = Math.min(box[2] - box[0], box[3] - box[1]) < 0.1 * size;
    return fits && !flat ? [box] : [];
  });
  return touched.some((line) => {
    const from = burntFrom(line);
    return small.some((box) => {
      const middle = (box[1] + box[3]) / 2 - line.v;
      if (middle < LOW * size || middle > HIGH * size || box[0] <= from) return false;
      if (column.cellRight !== undefined && box[0] >= column.cellRight) return false;
      return !small.some(
        (other) => Math.abs(other[0] - box[0]) < SAME && Math.abs(other[1] - box[1]) > 0.5 * size,
      );
    });
  });
}

function burntFrom({ glyphs }: Segment): number {
  return Math.min(...glyphs.filter(({ mark }) => mark >= 0).map(({ u }) => u));
}

// Drawings that stand on a line like a word, or around some of its words: badges, keys, frames, icons.
// Words that are set anew would move away from them, into them, or lose the ground they are read on.
import type { PageObject } from "../../../pdfium/page-objects.ts";
import { frameOf, toFrame } from "../glyphs/lines.ts";
import type { Segment } from "../glyphs/lines.ts";

/** In em: rules and underlines are flatter or narrower, what is taller stands on more than a line. */
const THINNEST = 0.3;
const TALLEST = 2.4;
/** In em over the baseline: where the middle of what stands on a line is. */
const LOW = -0.1;
const HIGH = 0.8;
/** Points by which the ground of a cell may end before its words. */
const SLACK = 1;

/** @param along underlines and highlights of the line, which are drawn anew with it */
export function hasInlineDrawings(
  { angle, glyphs, v, em }: Segment,
  objects: readonly PageObject[],
  along: readonly number[],
): boolean {
  const frame = frameOf(angle);
  if (frame.cos * frame.sin !== 0) return false;
  const letters = glyphs.filter(({ glyph }) => glyph.text.trim() !== "");
  return objects.some(({ kind, handle, bounds }) => {
    if (kind === "text" || along.includes(handle)) return false;
    const a = toFrame(frame, bounds[0], bounds[1]);
    const b = toFrame(frame, bounds[2], bounds[3]);
    const [from, to] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])];
    const tall = Math.abs(a[1] - b[1]);
    const middle = (a[1] + b[1]) / 2 - v;
    if (Math.min(tall, to - from) < THINNEST * em || tall > TALLEST * em) return false;
    if (middle < LOW * em || middle > HIGH * em) return false;
    const before = letters.some(({ u, glyph }) => u + glyph.advance < from + SLACK);
    const behind = letters.some(({ u }) => u > to - SLACK);
    const within = letters.some(
      ({ u, glyph }) => u > from - SLACK && u + glyph.advance < to + SLACK,
    );
    return (before && behind) || (within && (before || behind));
  });
}

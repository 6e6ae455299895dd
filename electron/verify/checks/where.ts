// Tells a reader where on a page something is, in plain words and never by quoting the page.
import type { Rect } from "../../../shared/geometry/rect.ts";
import { boxAround } from "../reading/glyph.ts";
import type { Glyph } from "../reading/glyph.ts";
import type { Line } from "../reading/lines.ts";

export function whereabouts(rect: Rect, width: number, height: number): string {
  const x = (rect[0] + rect[2]) / 2 / width;
  const y = (rect[1] + rect[3]) / 2 / height;
  const row = y > 0.66 ? "top" : y < 0.33 ? "bottom" : "middle";
  const column = x < 0.33 ? "left" : x > 0.66 ? "right" : "";
  return column ? `near the ${row} ${column}` : `near the ${row}`;
}

/**
 * Where the lines stand to which letters belong that no eye follows: without a word of them its neighbours
 * would be told no better. Undefined where one of the letters is seen: a page cannot do without it.
 */
export function linesUnseen(
  letters: readonly Glyph[],
  lines: readonly Line[],
): readonly Rect[] | undefined {
  if (!letters.every(({ invisible }) => invisible)) return undefined;
  const own = new Set(letters.map(({ index }) => index));
  return lines
    .filter(({ glyphs }) => glyphs.some(({ index }) => own.has(index)))
    .map(({ glyphs }) => boxAround(glyphs));
}

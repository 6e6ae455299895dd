// Heads and feet that repeat on pages of an original, told by where they stand and what they say but
// for numbers. Where none repeat, all of a page is text.
import type { PageFrame } from "../place.ts";
import { foldedText } from "../reading/glyph.ts";
import type { Line } from "../reading/lines.ts";
import type { Frame } from "./bands.ts";

/** Share of a page's height in which heads and feet stand. */
const ZONE = 0.16;
/** Points by which repeated lines may stand apart. */
const SAME = 0.8;

export function framesOf(
  pages: readonly { readonly lines: readonly Line[]; readonly frame: PageFrame }[],
  scale: number,
): readonly Frame[] {
  const least = Math.max(2, pages.length - 1);
  const texts = new Map<Line, string>();
  const textOf = (line: Line): string => {
    const known = texts.get(line) ?? foldedText(line.glyphs).replace(/\d+/gu, "#");
    texts.set(line, known);
    return known;
  };
  const isSame = (a: Line, b: Line): boolean =>
    Math.abs(a.baseline - b.baseline) < SAME && textOf(a) === textOf(b);
  const repeats = (line: Line): boolean =>
    pages.filter(({ lines }) => lines.some((other) => isSame(line, other))).length >= least;
  return pages.map(({ lines, frame: { height } }) => {
    const rows = Math.round(height * scale);
    const apart = lines.filter((line) => line.angle === 0 && repeats(line));
    const heads = apart.filter(({ box }) => box[1] > height * (1 - ZONE));
    const feet = apart.filter(({ box }) => box[3] < height * ZONE);
    const head = Math.max(0, ...heads.map(({ box }) => (height - box[1]) * scale));
    const foot = Math.min(rows, ...feet.map(({ box }) => (height - box[3]) * scale));
    return { head: Math.min(rows, Math.ceil(head)), foot: Math.max(0, Math.floor(foot)) };
  });
}

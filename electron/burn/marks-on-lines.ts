// Which lines a mark means. Boxes of words are as high as their font says, and some fonts say twice as
// much as their letters need: such a mark covers its line wholly and reaches into those beside it. It
// is drawn in to the lines that it covers (B3); a line of which it covers more is meant as well (B2).
import type { Rect } from "../../shared/geometry/rect.ts";
import { rectanglesMeet } from "./layout/lines/hits.ts";
import type { PageMark } from "./page-output.ts";
import type { Glyph } from "./sealed/glyphs/glyph.ts";
import { frameOf, fromFrame, toFrame } from "./sealed/glyphs/lines.ts";
import type { Frame } from "./sealed/glyphs/lines.ts";
import { signsAmong, withSigns } from "./signs-along.ts";

/** Height and depth of a line's letters, in em. */
const UP = 0.72;
const DOWN = 0.24;
/** Of a line beside, so much (em) may be covered and it is not meant: half of a capital, of a small letter. */
const FROM_HEAD = 0.34;
const FROM_FOOT = 0.24;
/** Baselines that are nearer than this (em) are of one line. */
const ONE_LINE = 0.5;
/** Of a line that is meant no letter's ink stands out by more than this (em). */
const WHOLE = 0.03;
/** Em: what is flatter, or stands less over its baseline, is no letter: a comma hangs into the mark beneath. */
const FLAT = 0.3;

/** From foot to head of a mark or a letter, across the lines. */
interface Across {
  readonly v: number;
  readonly em: number;
  readonly low: number;
  readonly high: number;
}

/** @param glyphs of the page; those without ink of their own say nothing about lines */
export function marksOnLines(
  marks: readonly PageMark[],
  glyphs: readonly Glyph[],
): readonly PageMark[] {
  const signs = signsAmong(glyphs);
  return marks.map((mark) => {
    const rect = withSigns(drawnIn(mark.rect, glyphs), signs, glyphs);
    return rect === mark.rect ? mark : { ...mark, rect };
  });
}

function drawnIn(rect: Rect, glyphs: readonly Glyph[]): Rect {
  const near = glyphs.filter(({ ink, run }) => !run.hidden && rectanglesMeet(ink, rect));
  const [first] = near;
  if (!first || near.some(({ angle }) => angle !== first.angle)) return rect;
  const frame = frameOf(first.angle);
  if (frame.cos * frame.sin !== 0) return rect;
  const own = acrossOf(frame, rect, 0, 0);
  const letters = near
    .map(({ ink, x, y, em }) => acrossOf(frame, ink, toFrame(frame, x, y)[1], em))
    .filter(({ v, low, high, em }) => high - Math.max(low, v) > FLAT * em);
  const isMeant = ({ low, high, em }: Across): boolean =>
    low > own.low - WHOLE * em && high < own.high + WHOLE * em;
  const meant = letters.filter(isMeant);
  if (meant.length === 0) return rect;
  const top = Math.max(...meant.map(({ v }) => v));
  const foot = Math.min(...meant.map(({ v }) => v));
  let { low, high } = own;
  for (const letter of letters) {
    const { v, em } = letter;
    if (v > top + ONE_LINE * em) {
      if (own.high - v >= FROM_FOOT * em) return rect;
      high = Math.min(high, v - DOWN * em);
    } else if (v < foot - ONE_LINE * em) {
      if (v + UP * em - own.low >= FROM_HEAD * em) return rect;
      low = Math.max(low, v + UP * em);
    } else if (!isMeant(letter)) return rect;
  }
  high = Math.max(high, ...meant.map((letter) => letter.high));
  low = Math.min(low, ...meant.map((letter) => letter.low));
  return withAcross(frame, rect, Math.max(low, own.low), Math.min(high, own.high));
}

function acrossOf(frame: Frame, [x0, y0, x1, y1]: Rect, v: number, em: number): Across {
  const [a, b] = [toFrame(frame, x0, y0)[1], toFrame(frame, x1, y1)[1]];
  return { v, em, low: Math.min(a, b), high: Math.max(a, b) };
}

function withAcross(frame: Frame, [x0, y0, x1, y1]: Rect, low: number, high: number): Rect {
  const [from, to] = [toFrame(frame, x0, y0)[0], toFrame(frame, x1, y1)[0]];
  const a = fromFrame(frame, from, low);
  const b = fromFrame(frame, to, high);
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])];
}

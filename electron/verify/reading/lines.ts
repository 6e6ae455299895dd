// Orders the characters of a page as the eye does: by reading direction, then line by line, then
// along the line. Content order is of no use for comparing two files that were written by
// different hands; places are.
import type { Rect } from "../../../shared/geometry/rect.ts";
import { boxAround } from "./glyph.ts";
import type { Glyph } from "./glyph.ts";

export interface Line {
  readonly angle: number;
  readonly glyphs: readonly Glyph[];
  /** Across the reading direction; equal on one line. */
  readonly baseline: number;
  /** Typical height of a character. */
  readonly size: number;
  readonly box: Rect;
}

/** The letters of a page and the lines that they stand on. */
export interface Text {
  readonly glyphs: readonly Glyph[];
  readonly lines: readonly Line[];
}

interface Placed {
  readonly glyph: Glyph;
  readonly along: number;
  readonly across: number;
  readonly size: number;
}

export function linesOf(glyphs: readonly Glyph[]): Line[] {
  const byAngle = new Map<number, Glyph[]>();
  const heights = inkHeights(glyphs);
  let [last, list] = [NaN, NO_GLYPHS];
  for (const glyph of glyphs) {
    const angle = Math.round(glyph.angle) % 360;
    if (angle !== last) {
      const known = byAngle.get(angle);
      [last, list] = [angle, known ?? []];
      if (!known) byAngle.set(angle, list);
    }
    list.push(glyph);
  }
  const angles = [...byAngle.keys()].sort((a, b) => a - b);
  return angles.flatMap((angle) => cluster(placed(byAngle.get(angle)!, angle, heights), angle));
}

/** Median height of the ink by font size: some fonts have letters far smaller than their size. */
function inkHeights(glyphs: readonly Glyph[]): Map<number, number> {
  const bySize = new Map<number, number[]>();
  let [last, list] = [NaN, NO_HEIGHTS];
  for (const { size, box, angle } of glyphs) {
    const key = Math.round(size);
    if (key !== last) {
      // Letters of one size follow one another.
      const known = bySize.get(key);
      [last, list] = [key, known ?? []];
      if (!known) bySize.set(key, list);
    }
    list.push(angle % 180 === 0 ? box[3] - box[1] : box[2] - box[0]);
  }
  const medians = new Map<number, number>();
  for (const [size, all] of bySize)
    medians.set(size, new Float64Array(all).sort()[all.length >> 1]!);
  return medians;
}

const NO_HEIGHTS: number[] = [];
const NO_GLYPHS: Glyph[] = [];

function placed(
  glyphs: readonly Glyph[],
  angle: number,
  heights: ReadonlyMap<number, number>,
): Placed[] {
  const radians = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  let [told, size] = [NaN, NaN];
  return glyphs.map((glyph) => {
    if (glyph.size !== told) {
      told = glyph.size;
      const ink = heights.get(Math.round(told)) ?? 0;
      // Glyphs without ink (search layers) tell nothing about their height.
      size = Math.max(ink > 0.1 * told ? Math.min(told, 2.4 * ink) : told, 1);
    }
    return {
      glyph,
      along: glyph.x * cos + glyph.y * sin,
      across: -glyph.x * sin + glyph.y * cos,
      size,
    };
  });
}

function cluster(placed: Placed[], angle: number): Line[] {
  placed.sort((a, b) => b.across - a.across);
  const lines: Line[] = [];
  let row: Placed[] = [];
  for (const item of placed) {
    const head = row[0];
    if (head && head.across - item.across > 0.3 * Math.min(head.size, item.size)) {
      lines.push(finish(row, angle));
      row = [];
    }
    row.push(item);
  }
  if (row.length) lines.push(finish(row, angle));
  return lines;
}

function finish(row: Placed[], angle: number): Line {
  // The sort is stable: the letters of one ligature keep their order.
  row.sort((a, b) => a.along - b.along);
  const sizes = new Float64Array(row.length);
  for (let i = 0; i < row.length; i++) sizes[i] = row[i]!.size;
  sizes.sort();
  const glyphs = row.map((item) => item.glyph);
  return {
    angle,
    glyphs,
    baseline: row[0]!.across,
    size: sizes[sizes.length >> 1]!,
    box: boxAround(glyphs),
  };
}

/** True where a word ends between two neighbours of one line. */
export function gapBetween(left: Glyph, right: Glyph, line: Line): boolean {
  if (line.angle === 0) return right.loose[0] - left.loose[2] > 0.13 * line.size;
  const radians = (line.angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const along = (rect: Rect): [number, number] => {
    const a = rect[0] * cos + rect[1] * sin;
    const b = rect[2] * cos + rect[3] * sin;
    return [Math.min(a, b), Math.max(a, b)];
  };
  return along(right.loose)[0] - along(left.loose)[1] > 0.13 * line.size;
}

type Words = readonly (readonly Glyph[])[];

const cut = new WeakMap<Line, Words>();

/** Words of a line, cut at gaps. Several checks ask for them: they are cut once. */
export function wordsOf(line: Line): Words {
  let words = cut.get(line);
  if (!words) cut.set(line, (words = cutWords(line)));
  return words;
}

function cutWords(line: Line): Glyph[][] {
  const words: Glyph[][] = [];
  let word: Glyph[] = [];
  for (const glyph of line.glyphs) {
    const last = word[word.length - 1];
    if (last && gapBetween(last, glyph, line)) {
      words.push(word);
      word = [];
    }
    word.push(glyph);
  }
  if (word.length) words.push(word);
  return words;
}

export function spell(glyphs: readonly Glyph[]): string {
  return glyphs.map((glyph) => glyph.text).join("");
}

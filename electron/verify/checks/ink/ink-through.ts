// Burnt ink that shows through what was set anew over it: every stroke of it is inked still, grey or
// black, and strokes a little beside it are not. Words over words hide it from any comparison of
// pictures and from reading, not from the eye.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { Findings } from "../../findings.ts";
import { extremes, isEmpty, pixelBox } from "../../pixels/raster.ts";
import type { PixelBox, Raster } from "../../pixels/raster.ts";
import type { Coverage } from "../../reading/coverage.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { isLeftBetween } from "./ink-between.ts";
import { commonest, isFilled, LEFT } from "./ink-shades.ts";
import type { Looks } from "../looks.ts";
import { whereabouts } from "../where.ts";

/** Shades from the paper's of strokes in the original. */
const STROKE = 90;
/** Strokes that are too few to tell. */
const LEAST = 60;
/** Share of the strokes that are inked still, and how many more than beside them. */
const MOST = 0.82;
const MORE = 0.12;
/** Pixels beside the strokes. */
const BESIDE = [-9, -6, -4, 4, 6, 9];
/** Points between the places of one letter in both files. */
const SAME = 0.8;

export function checkInkThrough(
  looks: Looks,
  before: readonly Glyph[],
  coverage: Coverage,
  findings: Findings,
): void {
  const { original, candidate, scale, marks, frame, page } = looks;
  if (original.width !== candidate.width || original.height !== candidate.height) return;
  const burnt = burntBy(marks.length, before, coverage);
  // Marks on one line have one paper: the original's, since boxes may cover most of the export's line.
  const papers = new Map<string, number>();
  const paperOf = ([, top, , bottom]: PixelBox): number => {
    const rows = `${top} ${bottom}`;
    let paper = papers.get(rows);
    if (paper === undefined) {
      paper = commonest(original, [0, top, original.width, bottom]);
      papers.set(rows, paper);
    }
    return paper;
  };
  for (const [i, { rect }] of marks.entries()) {
    if (burnt[i]!.length === 0) continue;
    const box = pixelBox(rowsOf(rect, burnt[i]!), original, scale);
    if (isEmpty(box)) continue;
    const { dark, light } = extremes(original, box);
    if (light - dark < STROKE) continue;
    const paper = paperOf(box);
    const strokes = strokesOf(looks, box, burnt[i]!, paper);
    if (strokes.length < LEAST) continue;
    const share = (by: number): number => inkedShare(candidate.grey, strokes, by, paper);
    if (!showsThrough(share) && !isLeftBetween(looks, box, strokes, paper)) continue;
    findings.add(
      "burnt-ink-gone",
      `What was burnt ${whereabouts(rect, frame.width, frame.height)} shows through what stands there now.`,
      page,
    );
  }
}

/** A mark as high as its burnt letters: one that is much taller holds boxes and letters of other lines. */
function rowsOf([x0, y0, x1, y1]: Rect, burnt: readonly Glyph[]): Rect {
  let [low, high] = [Infinity, -Infinity];
  for (const { box, loose } of burnt) {
    low = Math.min(low, box[1], loose[1]);
    high = Math.max(high, box[3], loose[3]);
  }
  return [x0, Math.max(y0, low), x1, Math.min(y1, high)];
}

/** Nearly all strokes are inked still, and places beside them are not. */
function showsThrough(share: (by: number) => number): boolean {
  const there = share(0);
  if (there < MOST) return false;
  const beside = BESIDE.map(share).sort((a, b) => a - b)[BESIDE.length >> 1]!;
  return there - beside >= MORE;
}

/** The burnt letters of each mark. */
function burntBy(marks: number, before: readonly Glyph[], { state, mark }: Coverage): Glyph[][] {
  const burnt = Array.from({ length: marks }, (): Glyph[] => []);
  for (let i = 0; i < before.length; i++) {
    const { index } = before[i]!;
    if (state[index] === 2) burnt[mark[index]!]!.push(before[i]!);
  }
  return burnt;
}

/** Share of places, each so many pixels on, that are not of the paper's shade. */
function inkedShare(
  grey: Uint8Array,
  places: readonly number[],
  by: number,
  paper: number,
): number {
  let inked = 0;
  for (let i = 0; i < places.length; i++)
    if (Math.abs(grey[places[i]! + by]! - paper) > LEFT) inked++;
  return inked / places.length;
}

/** Places of burnt strokes that neither a box covers now nor the same letter by right. */
function strokesOf(
  { original, candidate, accounted, scale }: Looks,
  box: PixelBox,
  own: readonly Glyph[],
  paper: number,
): number[] {
  const before = commonest(original, box);
  // Most letters stand elsewhere on the page.
  const [left, right] = rangeOf(own.map(({ x }) => x));
  const [low, high] = rangeOf(own.map(({ y }) => y));
  const again = lettersWithin(accounted, left, low, right, high)
    .filter((shown) =>
      own.some(
        ({ text, x, y }) =>
          text === shown.text && Math.abs(x - shown.x) < SAME && Math.abs(y - shown.y) < SAME,
      ),
    )
    .map(({ loose }) => pixelBox(loose, candidate, scale));
  const strokes: number[] = [];
  for (let x = box[0]; x < box[2]; x++)
    if (!isFilled(candidate, x, box, paper)) strokesAt(x, original, box, before, again, strokes);
  return strokes;
}

function lettersWithin(
  glyphs: readonly Glyph[],
  left: number,
  low: number,
  right: number,
  high: number,
): Glyph[] {
  const within: Glyph[] = [];
  for (let i = 0; i < glyphs.length; i++) {
    const { x, y } = glyphs[i]!;
    if (x > left && x < right && y > low && y < high) within.push(glyphs[i]!);
  }
  return within;
}

/** Strokes in one column of a box. */
function strokesAt(
  x: number,
  { grey, width }: Raster,
  [, y0, , y1]: PixelBox,
  paper: number,
  again: readonly PixelBox[],
  strokes: number[],
): void {
  for (let y = y0; y < y1; y++) {
    const at = y * width + x;
    if (Math.abs(grey[at]! - paper) <= STROKE) continue;
    let same = false;
    for (const one of again) same ||= x >= one[0] && x < one[2] && y >= one[1] && y < one[3];
    if (!same) strokes.push(at);
  }
}

/** From the least to the most, and a little beyond both. */
function rangeOf(values: readonly number[]): readonly [number, number] {
  const sorted = Float64Array.from(values).sort();
  return [sorted[0]! - 2 * SAME, sorted[sorted.length - 1]! + 2 * SAME];
}

// Where lines stand on a page of text. Nothing but the text around it moves a line: one that stands a little
// higher than those above and below it ask for, or one that was not set anew and begins a little further on,
// could count something in points. What is left is what the rounding of heights needs.
import { meets } from "../../../../shared/geometry/rect.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { Findings } from "../../findings.ts";
import type { PageFrame } from "../../place.ts";
import { boxAround } from "../../reading/glyph.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { hasLetter } from "../../reading/letters.ts";
import type { Line } from "../../reading/lines.ts";
import { whereabouts } from "../where.ts";
import { cellsOf } from "./spacing.ts";

export interface Placed {
  readonly page: number;
  readonly frame: PageFrame;
  /** Letters of the original. */
  readonly letters: readonly Glyph[];
  /** Lines of both as they were read. */
  readonly before: readonly Line[];
  readonly after: readonly Line[];
  /** Candidate glyph → the original's glyph that it stands for. */
  readonly explained: ReadonlyMap<number, number>;
  /** Lines that may have been set anew. */
  readonly zones: readonly Rect[];
}

/** Points by which a line that nothing moved stands elsewhere, and by which rounding lifts one of several at least. */
const STILL = 0.06;
const ROUNDED = 0.12;
/** Points: a browser's pixel, and by which two distances of lines differ at most that are one before they were rounded. */
const PIXEL = 0.75;
const COARSEST = 0.8;
/** In sizes of a letter: lines of one text. */
const RUNNING = 2;
/** Share by which sizes of letters differ that are one. */
const SAME_SIZE = 0.02;
/** Points from which on a line stands in another row or cell than it did. */
const ELSEWHERE = 3;
/** Letters of a text that is no sign raised or lowered in another. */
const FEWEST = 3;

interface Cell {
  readonly box: Rect;
  /** Of its letters, points. */
  readonly size: number;
  /** Row of the original, and how far to the right and up it moved from there. */
  readonly row: number;
  readonly right: number;
  readonly up: number;
}

export function checkLinePlaces(input: Placed, findings: Findings): void {
  const { page, frame, after, zones } = input;
  const texts = after.filter(({ angle }) => angle === 0).flatMap(cellsOf);
  const rounding = Math.max(ROUNDED, roundingOf(input.before));
  const wrongAs = (tells: (rows: readonly number[]) => number): Cell | undefined => {
    const cells = texts.flatMap((glyphs) => cellOf(glyphs, input, tells));
    const isUneven = cells.some(({ up }) => Math.abs(up - cells[0]!.up) > rounding);
    return cells.find((cell) => {
      if (isUneven && sticksOut(cell, cells, rounding)) return true;
      if (zones.some((zone) => meets(zone, cell.box))) return false;
      const right = Math.abs(cell.right);
      return right > STILL && right < ELSEWHERE;
    });
  };
  // Equal words of two lines or columns may be paired crosswise: most letters tell the row as well as the first.
  const wrong = wrongAs((rows) => rows[0]!) && wrongAs(commonest);
  if (!wrong) return;
  const at = whereabouts(wrong.box, frame.width, frame.height);
  findings.add(
    "page-unchanged",
    `A line ${at} stands where nothing on the page asks for it.`,
    page,
  );
}

/** A text of which a letter is known. */
function cellOf(
  glyphs: readonly Glyph[],
  { letters, explained }: Placed,
  tells: (rows: readonly number[]) => number,
): Cell[] {
  const all = glyphs.filter(({ index, invisible }) => !invisible && explained.has(index));
  const letter = glyphs.filter(({ text }) => hasLetter(text)).length;
  if (all.length === 0 || letter < FEWEST) return [];
  const stoodOf = ({ index }: Glyph): Glyph => letters[explained.get(index)!]!;
  const row = tells(all.map((glyph) => stoodOf(glyph).y));
  const known = all.find((glyph) => stoodOf(glyph).y === row)!;
  const stood = stoodOf(known);
  if (stood.angle !== 0) return [];
  const [right, up] = [known.x - stood.x, known.y - stood.y];
  return [{ box: boxAround(glyphs), size: known.size, row, right, up }];
}

function commonest(rows: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}

/** By how much the heights of a page show that they were rounded: all on pixels, or where lines run on a little unevenly. */
function roundingOf(lines: readonly Line[]): number {
  const rows = lines.filter(({ angle }) => angle === 0).toSorted((a, b) => b.baseline - a.baseline);
  const offPixels = rows.map(({ baseline }) => {
    const pixels = (rows[0]!.baseline - baseline) / PIXEL;
    return Math.abs(pixels - Math.round(pixels)) * PIXEL;
  });
  if (offPixels.every((by) => by < STILL)) return COARSEST;
  const gaps = rows.slice(1).flatMap(({ baseline, size }, i) => {
    const gap = rows[i]!.baseline - baseline;
    return gap > size / 2 && gap < RUNNING * size ? [gap] : [];
  });
  gaps.sort((a, b) => a - b);
  const steps = gaps.slice(1).map((gap, i) => gap - gaps[i]!);
  return Math.max(0, ...steps.filter((step) => step < COARSEST)) + STILL;
}

/**
 * Whether a line moved a little where those above and below it moved alike, and otherwise. Distances of heads were
 * told anew on both sides, and those of texts where heights were rounded coarsely.
 */
function sticksOut(
  { box, size, row, up }: Cell,
  cells: readonly Cell[],
  rounding: number,
): boolean {
  const most = rounding > ROUNDED ? RUNNING * (box[3] - box[1]) : Infinity;
  const over = cells.filter(
    (one) => one.box[0] < box[2] && one.box[2] > box[0] && Math.abs(one.row - row) < most,
  );
  const nearest = (side: 1 | -1): Cell | undefined =>
    over
      .filter((one) => (one.row - row) * side > ELSEWHERE)
      .reduce<Cell | undefined>(
        (best, one) => (best && (best.row - one.row) * side <= 0 ? best : one),
        undefined,
      );
  // Nothing moves the top of a page.
  const isTop = cells.every((one) => one.row < row + ELSEWHERE);
  const [above, below] = [isTop ? { up: 0, size } : nearest(1), nearest(-1)];
  if (!above || !below || Math.abs(above.up - below.up) > rounding) return false;
  if ([above, below].some((one) => Math.abs(one.size - size) > SAME_SIZE * size)) return false;
  const by = Math.abs(up - (above.up + below.up) / 2);
  return by > rounding && by < ELSEWHERE;
}

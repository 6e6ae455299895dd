// By how much a part of a page may have moved up or down: as letters did that the comparison of words
// found again, or as brings the ink of its rows closest together. Guesses only; what they explain is
// judged elsewhere.
import { CELL } from "../../pixels/compare.ts";
import type { Raster } from "../../pixels/raster.ts";
import type { Looks } from "../looks.ts";

/** Cells below the first difference by which its move is guessed: further on another part may begin. */
const REACHES = [40, 12, 5];
/** Farthest move, pixels: about fifteen lines for each page. */
const FARTHEST = 400;

/** Moves near a row at most. */
const MOST_NEAR = 6;
/** Pixels by which letters of one line stand higher or lower than others. */
const RAISED = 10;

export interface Move {
  /** Row of pixels at which a letter stood. */
  readonly row: number;
  readonly shift: number;
  /** How many letters that follow each other moved so. */
  readonly letters: number;
}

/** By how many rows letters moved that the comparison of words found again, in their order. */
export function movesOfLetters({ accounted, stood, original, candidate, scale }: Looks): Move[] {
  const moves: { row: number; shift: number; letters: number }[] = [];
  let last: (typeof moves)[number] | undefined;
  for (const shown of accounted) {
    const from = stood(shown.index);
    if (!from) continue;
    const row = Math.round(original.height - from.y * scale);
    const shift = Math.round(candidate.height - shown.y * scale) - row;
    if (last?.row === row && last.shift === shift) last.letters++;
    else moves.push((last = { row, shift, letters: 1 }));
  }
  return moves;
}

/** How many letters moved by each of the shifts, the commonest first. */
export function commonestShifts(moves: readonly Move[]): [shift: number, letters: number][] {
  const counts = new Map<number, number>();
  for (const { shift, letters } of moves) counts.set(shift, (counts.get(shift) ?? 0) + letters);
  return [...counts].toSorted((a, b) => b[1] - a[1]);
}

/** Rows of pixels at which the letters of labels stand. */
export function rowsOfLabels({ accounted, labels, candidate, scale }: Looks): number[] {
  const letters = accounted.filter(({ index }) => labels.has(index));
  return [...new Set(letters.map(({ y }) => Math.round(candidate.height - y * scale)))];
}

/** The commonest move of letters near a row that was not tried yet. */
export function shiftTold(
  moves: readonly Move[],
  top: number,
  tried: ReadonlySet<number>,
): number | undefined {
  const untried = moves.filter((move) => isNear(move, top) && !tried.has(move.shift));
  return commonestShifts(untried)[0]?.[0];
}

/**
 * Did all letters near a row move, and in one direction? Texts that were exchanged moved towards one
 * another, or past such as stayed.
 */
export function movedAsOne(moves: readonly Move[], top: number): boolean {
  const close = moves.filter((move) => isNear(move, top));
  return close.every(({ shift }) => shift > 1) || close.every(({ shift }) => shift < -1);
}

/** Whether a letter near a row moved by so much. */
export function tells(moves: readonly Move[], top: number, by: number): boolean {
  return moves.some((move) => Math.abs(move.shift - by) <= 1 && isNear(move, top));
}

/** The commonest moves of letters near a row. */
export function movesNear(moves: readonly Move[], top: number): number[] {
  const most = commonestShifts(moves.filter((move) => isNear(move, top)));
  return most.slice(0, MOST_NEAR).map(([shift]) => shift);
}

/** Whether no line of letters came to stand over one that it stood under. */
export function keepOrder(moves: readonly Move[]): boolean {
  let lowest = -Infinity;
  return moves
    .toSorted((a, b) => a.row - b.row)
    .every(({ row, shift }) => {
      if (row + shift < lowest - RAISED) return false;
      lowest = Math.max(lowest, row + shift);
      return true;
    });
}

/** Whether a letter came to stand near a row that moved by about so much. */
export function lands(moves: readonly Move[], top: number, by: number, about: number): boolean {
  return moves.some(({ row, shift }) => Math.abs(shift - by) <= about && near(row + shift, top));
}

/** Whether labels stand near a row, and no letter that tells a move. */
export function standsAlone(
  labels: readonly number[],
  moves: readonly Move[],
  top: number,
): boolean {
  return (
    labels.some((row) => near(row, top)) && !moves.some(({ row, shift }) => near(row + shift, top))
  );
}

function isNear({ row, shift }: Move, top: number): boolean {
  return near(row, top) || near(row + shift, top);
}

/** Whether letters on a row may reach into a cell, or into the one under it. */
const near = (row: number, top: number): boolean => row > top - CELL && row < top + 3 * CELL;

/** @param told moves of letters: guesses that mostly are right at once */
export function untriedShift(
  from: InkByRow,
  to: InkByRow,
  top: number,
  tried: ReadonlySet<number>,
  pages: number,
  told: readonly number[],
): number | undefined {
  for (const reach of REACHES) {
    const shift = likeliestShift(from, to, top, reach, FARTHEST * pages, told);
    if (!tried.has(shift)) return shift;
  }
  return undefined;
}

/** The vertical move that brings the rows of so many cells from `top` on closest together. */
function likeliestShift(
  left: InkByRow,
  right: InkByRow,
  top: number,
  reach: number,
  farthest: number,
  told: readonly number[],
): number {
  const end = Math.min(left.height, top + reach * CELL);
  const from = left.within(top, end);
  const to = right.within(top - farthest, end + farthest);
  let best = 0;
  let least = Infinity;
  // Where a move fits that letters tell, the others are given up after a few rows.
  for (const shift of told)
    if (Math.abs(shift) <= farthest)
      least = Math.min(least, gapOf(shift, from, to, top, end, least));
  // As good a move is to be found again.
  least += Math.max(least * Number.EPSILON, Number.MIN_VALUE);
  for (let far = 0; far <= farthest; far++)
    for (const shift of far === 0 ? [0] : [-far, far]) {
      const gap = gapOf(shift, from, to, top, end, least);
      if (gap < least) [best, least] = [shift, gap];
    }
  return best;
}

/** How far rows of ink are from those so much further down; given up where it is not less than `least`. */
function gapOf(
  shift: number,
  from: Float64Array,
  to: Float64Array,
  top: number,
  end: number,
  least: number,
): number {
  // Of equals the smallest move.
  let sum = Math.abs(shift) * 1e-3;
  for (let y = top; y < end && sum < least; y++) {
    const at = y + shift;
    sum += Math.abs(from[y]! - (at >= 0 && at < to.length ? to[at]! : 0));
  }
  return sum;
}

/** The ink of each row of a picture, counted where it is asked for. */
export class InkByRow {
  readonly height: number;
  private readonly picture: Raster;
  private readonly ink: Float64Array;
  private readonly known: Uint8Array;

  constructor(picture: Raster) {
    this.picture = picture;
    this.height = picture.height;
    this.ink = new Float64Array(picture.height);
    this.known = new Uint8Array(picture.height);
  }

  /** Rows of the whole picture, of which those from the first up to the second are counted. */
  within(first: number, end: number): Float64Array {
    const { ink, known, picture, height } = this;
    let from = Math.max(0, first);
    let to = Math.min(height, end);
    while (from < to && known[from] === 1) from++;
    while (to > from && known[to - 1] === 1) to--;
    if (to > from) countInk(picture, from, to, ink);
    known.fill(1, from, to);
    return ink;
  }
}

function countInk({ width, grey }: Raster, first: number, last: number, ink: Float64Array): void {
  const words = new Int32Array(grey.buffer, grey.byteOffset, grey.length >> 2);
  const bytes = Buffer.from(grey.buffer, grey.byteOffset, grey.length);
  const white = Buffer.alloc(width, 255);
  for (let y = first; y < last; y++) {
    const end = (y + 1) * width;
    if (white.compare(bytes, y * width, end) === 0) continue;
    let sum = 0;
    let i = y * width;
    for (; i < end && (i & 3) !== 0; i++) sum += 255 - grey[i]!;
    // Four pixels at a time: two sums of two in one number.
    for (; i + 4 <= end; i += 4) {
      const word = ~words[i >> 2]!;
      if (word === 0) continue;
      const pairs = (word & 0xff00ff) + ((word >>> 8) & 0xff00ff);
      sum += (pairs & 0xffff) + (pairs >>> 16);
    }
    for (; i < end; i++) sum += 255 - grey[i]!;
    ink[y] = sum;
  }
}

// A part of a page may have moved up or down as a whole, because a paragraph above it became shorter
// or longer. Differences that such a move explains are none: what was there must stand at the new
// place, and what is there must have come from the old. Looks at the rows that differ only.
import { CELL, differences } from "../pixels/compare.ts";
import type { Difference, Tolerance } from "../pixels/compare.ts";
import { addTo } from "../pixels/mask.ts";
import type { PixelBox, Raster } from "../pixels/raster.ts";
import type { Looks } from "./looks.ts";

/** Parts of each page that may each have moved by their own amount. */
const MOST_SHIFTS = 8;
/** Cells below the first difference by which its move is guessed: further on another part may begin. */
const REACHES = [40, 12, 5];
/** Farthest move, pixels: about fifteen lines for each page. */
const FARTHEST = 400;

/**
 * Pixels by which the parts over and under a page's end may have moved otherwise, so that what was at a
 * place went one way and what is there came another. Whatever is exchanged moves farther apart than that.
 */
const JOINT = 6;

/** One byte for each pixel, 1 where a difference is excused. */
export interface Excused {
  /** On the lines of the marks. */
  readonly allowed: Uint8Array;
  /** There and on words in fonts that the original does not hold: they take their excuse with them. */
  readonly excused: Uint8Array;
}

/** Differences that no vertical move of a part of the page explains. */
export function withoutMoved(
  found: readonly Difference[],
  looks: Looks,
  excuse: Excused,
  tolerance: Tolerance,
): Difference[] {
  const { original, candidate, pages } = looks;
  let left = [...found];
  // Over the ends of pages a heading alone may have moved by its own amount.
  const told = pages > 1 ? movesOfLetters(looks) : [];
  // What no move explains on one of several pages must not end the search on the others.
  const stuck: Difference[] = [];
  const from = new InkByRow(original);
  const to = new InkByRow(candidate);
  const tried = new Set([0]);
  const ways = new Map<string, Ways>();
  for (let round = 0; round < MOST_SHIFTS * pages && left.length; round++) {
    const top = Math.min(...left.map(({ box }) => box[1]));
    const shift = shiftTold(told, top, tried) ?? untriedShift(from, to, top, tried, pages);
    if (shift === undefined) {
      if (pages === 1) break;
      stuck.push(...left.filter(({ box }) => box[1] === top));
      left = left.filter(({ box }) => box[1] !== top);
      continue;
    }
    tried.add(shift);
    const forth = new Set<string>();
    const back = new Set<string>();
    for (const band of bandsOf(left, original.height)) {
      const gone = movedAway(original, candidate, excuse, shift, band, tolerance);
      const came = movedHere(original, candidate, excuse, shift, band, tolerance);
      for (const box of gone) forth.add(box.join());
      for (const box of came) back.add(box.join());
    }
    left = left.filter(({ box }) => {
      const key = box.join();
      const isGone = !forth.has(key) || blank(original, box);
      const isCome = !back.has(key) || blank(candidate, box);
      if (pages === 1 || (isGone && isCome)) return !isGone || !isCome;
      const way = ways.get(key) ?? { gone: [], come: [] };
      ways.set(key, way);
      if (isGone) way.gone.push(shift);
      if (isCome) way.come.push(shift);
      return !way.gone.some((a) => way.come.some((b) => Math.abs(a - b) <= JOINT));
    });
  }
  return [...stuck, ...left];
}

/** Moves that explain what was at a place, and what is there. */
interface Ways {
  readonly gone: number[];
  readonly come: number[];
}

interface Move {
  /** Row of pixels at which a letter stood. */
  readonly row: number;
  readonly shift: number;
}

/** By how many rows letters moved that the comparison of words found again. */
function movesOfLetters({ accounted, stood, original, candidate, scale }: Looks): Move[] {
  return accounted.flatMap((shown) => {
    const from = stood(shown.index);
    if (!from) return [];
    const row = Math.round(original.height - from.y * scale);
    return [{ row, shift: Math.round(candidate.height - shown.y * scale) - row }];
  });
}

/** The commonest move of letters near a row that was not tried yet. */
function shiftTold(
  moves: readonly Move[],
  top: number,
  tried: ReadonlySet<number>,
): number | undefined {
  const counts = new Map<number, number>();
  const isNear = (row: number): boolean => row > top - CELL && row < top + 3 * CELL;
  for (const { row, shift } of moves)
    if (!tried.has(shift) && (isNear(row) || isNear(row + shift)))
      counts.set(shift, (counts.get(shift) ?? 0) + 1);
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return most?.[0];
}

/** Rows of a page, from the first up to the second. */
type Band = readonly [number, number];

/** Rows of cells that hold a difference, each with one row of cells around it. */
function bandsOf(found: readonly Difference[], height: number): Band[] {
  const tops = [...new Set(found.map(({ box }) => box[1]))].sort((a, b) => a - b);
  const bands: [number, number][] = [];
  for (const top of tops) {
    const last = bands[bands.length - 1];
    if (last && top <= last[1]) last[1] = top + 2 * CELL;
    else bands.push([top - CELL, top + 2 * CELL]);
  }
  return bands.map(([top, end]) => [Math.max(0, top), Math.min(height, end)]);
}

/** What was there must stand at the new place. */
function movedAway(
  original: Raster,
  candidate: Raster,
  { excused }: Excused,
  shift: number,
  band: Band,
  tolerance: Tolerance,
): PixelBox[] {
  const { width } = original;
  return within(
    band,
    differences(
      rows(original, band, 0),
      rows(candidate, band, shift),
      rowsOf(excused, width, band, 0, 0),
      tolerance,
    ),
  );
}

/** What is there must have come from the old place; a line set anew that moved takes its excuse along. */
function movedHere(
  original: Raster,
  candidate: Raster,
  { allowed, excused }: Excused,
  shift: number,
  band: Band,
  tolerance: Tolerance,
): PixelBox[] {
  const { width } = original;
  const here = rowsOf(allowed, width, band, 0, 0).slice();
  const excuse = addTo(here, rowsOf(excused, width, band, -shift, 0));
  return within(
    band,
    differences(rows(original, band, -shift), rows(candidate, band, 0), excuse, tolerance),
  );
}

/** Places within a band as places of the page. */
function within([top]: Band, found: readonly Difference[]): PixelBox[] {
  return found.map(({ box: [x0, y0, x1, y1] }) => [x0, y0 + top, x1, y1 + top]);
}

/** A band of a picture as a picture of its own, taken `shift` rows further down; white beyond the page. */
function rows({ width, grey }: Raster, band: Band, shift: number): Raster {
  return { width, height: band[1] - band[0], grey: rowsOf(grey, width, band, shift, 255) };
}

function rowsOf(
  bytes: Uint8Array,
  width: number,
  [top, end]: Band,
  shift: number,
  beyond: number,
): Uint8Array {
  const first = (top + shift) * width;
  const last = (end + shift) * width;
  // What lies within the page is looked at where it is; pictures are compared by whole words of memory.
  if (first >= 0 && last <= bytes.length && (bytes.byteOffset + first) % 4 === 0)
    return bytes.subarray(first, last);
  const taken = new Uint8Array((end - top) * width).fill(beyond);
  const from = Math.max(0, first);
  const to = Math.min(bytes.length, last);
  if (to > from) taken.set(bytes.subarray(from, to), from - (top + shift) * width);
  return taken;
}

function blank(raster: Raster, [x0, y0, x1, y1]: PixelBox): boolean {
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) if (raster.grey[y * raster.width + x]! < 160) return false;
  return true;
}

function untriedShift(
  from: InkByRow,
  to: InkByRow,
  top: number,
  tried: ReadonlySet<number>,
  pages: number,
): number | undefined {
  for (const reach of REACHES) {
    const shift = likeliestShift(from, to, top, reach, FARTHEST * pages);
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
): number {
  const end = Math.min(left.height, top + reach * CELL);
  const from = left.within(top, end);
  const to = right.within(top - farthest, end + farthest);
  let best = 0;
  let least = Infinity;
  // Short moves first: where one of them fits, the others are given up after a few rows.
  for (let far = 0; far <= farthest; far++)
    for (const shift of far === 0 ? [0] : [-far, far]) {
      // Of equals the smallest move.
      let sum = far * 1e-3;
      for (let y = top; y < end && sum < least; y++) {
        const at = y + shift;
        sum += Math.abs(from[y]! - (at >= 0 && at < to.length ? to[at]! : 0));
      }
      if (sum < least) [best, least] = [shift, sum];
    }
  return best;
}

/** The ink of each row of a picture, counted where it is asked for. */
class InkByRow {
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

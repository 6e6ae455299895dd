// A part of a page may have moved up or down as a whole, because a paragraph above it became shorter
// or longer. Differences that such a move explains are none: what was there must stand at the new
// place, and what is there must have come from the old. Looks at the rows that differ only.
import { CELL, differences } from "../pixels/compare.ts";
import type { Difference, Tolerance } from "../pixels/compare.ts";
import { addTo } from "../pixels/mask.ts";
import type { PixelBox, Raster } from "../pixels/raster.ts";
import type { Looks } from "./looks.ts";
import { InkByRow, movesOfLetters, shiftTold, untriedShift } from "./shifts.ts";

/** Parts of each page that may each have moved by their own amount. */
const MOST_SHIFTS = 8;
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

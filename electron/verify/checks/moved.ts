// A part of a page may have moved up or down as a whole, because a paragraph above it became shorter
// or longer. Differences that such a move explains are none: what was there must stand at the new
// place, and what is there must have come from the old. Looks at the cells that differ only.
import { CELL, cellDiffers } from "../pixels/compare.ts";
import type { Difference, Tolerance } from "../pixels/compare.ts";
import type { PixelBox, Raster } from "../pixels/raster.ts";
import type { Looks } from "./looks.ts";
import { InkByRow, movedAsOne, movesOfLetters, shiftTold, untriedShift } from "./shifts.ts";

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
  const told = movesOfLetters(looks);
  // What no move explains on one of several pages must not end the search on the others.
  const stuck: Difference[] = [];
  const from = new InkByRow(original);
  const to = new InkByRow(candidate);
  const tried = new Set([0]);
  const ways = new Map<Difference, Ways>();
  for (let round = 0; round < MOST_SHIFTS * pages && left.length; round++) {
    const top = left.reduce((least, { box }) => Math.min(least, box[1]), Infinity);
    // Over the ends of pages a heading alone may have moved by its own amount.
    const byLetters = (): number | undefined => shiftTold(told, top, tried);
    const byInk = (): number | undefined => untriedShift(from, to, top, tried, pages);
    const shift =
      pages > 1
        ? (byLetters() ?? byInk())
        : (byInk() ?? (movedAsOne(told, top) ? byLetters() : undefined));
    if (shift === undefined) {
      if (pages === 1) break;
      stuck.push(...left.filter(({ box }) => box[1] === top));
      left = left.filter(({ box }) => box[1] !== top);
      continue;
    }
    tried.add(shift);
    left = rowsOfCells(left).flatMap((cells) => {
      const band = bandAround(cells[0]!, original.height);
      const differsAway = movedAway(original, candidate, excuse, shift, band, tolerance);
      const differsHere = movedHere(original, candidate, excuse, shift, band, tolerance);
      return cells.filter((cell) => {
        const isGone = !differsAway(cell.box) || blank(original, cell.box);
        const isCome = !differsHere(cell.box) || blank(candidate, cell.box);
        if (isGone && isCome) return false;
        const way = ways.get(cell) ?? { gone: [], come: [] };
        ways.set(cell, way);
        if (isGone) way.gone.push(shift);
        if (isCome) way.come.push(shift);
        // Of two earlier moves it was asked before.
        const others = isGone ? way.come : way.gone;
        return !((isGone || isCome) && others.some((other) => Math.abs(other - shift) <= JOINT));
      });
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

/** Cells at one height each, in their order. */
function rowsOfCells(found: readonly Difference[]): Difference[][] {
  const rows: Difference[][] = [];
  for (const cell of found) {
    const last = rows[rows.length - 1];
    if (last?.[0]?.box[1] === cell.box[1]) last.push(cell);
    else rows.push([cell]);
  }
  return rows;
}

/** The row of cells that one stands in, with one row of cells around it. */
function bandAround({ box }: Difference, height: number): Band {
  return [Math.max(0, box[1] - CELL), Math.min(height, box[1] + 2 * CELL)];
}

/** True of a cell of the page that differs. */
type Differs = (cell: PixelBox) => boolean;

/** What was there must stand at the new place. */
function movedAway(
  original: Raster,
  candidate: Raster,
  { excused }: Excused,
  shift: number,
  band: Band,
  tolerance: Tolerance,
): Differs {
  const excuse = rowsOf(excused, original.width, band, 0, 0);
  const [here, there] = [rows(original, band, 0), rows(candidate, band, shift)];
  return (cell) => cellDiffers(here, there, within(band, cell), [excuse, excuse], tolerance);
}

/** What is there must have come from the old place; a line set anew that moved takes its excuse along. */
function movedHere(
  original: Raster,
  candidate: Raster,
  { allowed, excused }: Excused,
  shift: number,
  band: Band,
  tolerance: Tolerance,
): Differs {
  const { width } = original;
  const own = rowsOf(allowed, width, band, 0, 0);
  const taken = rowsOf(excused, width, band, -shift, 0);
  const [there, here] = [rows(original, band, -shift), rows(candidate, band, 0)];
  return (cell) => cellDiffers(there, here, within(band, cell), [own, taken], tolerance);
}

/** A place of the page as a place within a band. */
function within([top]: Band, [x0, y0, x1, y1]: PixelBox): PixelBox {
  return [x0, y0 - top, x1, y1 - top];
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
  // What lies within the page is looked at where it is.
  if (first >= 0 && last <= bytes.length) return bytes.subarray(first, last);
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

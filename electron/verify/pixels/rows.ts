// Rows of dots and dashes in a picture, and bars: thin runs of ink at one height, such as underlines.
import type { Raster } from "./raster.ts";

export interface InkRun {
  readonly from: number;
  readonly to: number;
  readonly dark: number;
}

export interface DotRow {
  readonly runs: readonly InkRun[];
  readonly from: number;
  readonly to: number;
  /** Pixels from its upper to its lower edge. */
  readonly high: number;
  /** Its dots are as long as one another and stand as far apart, but for its ends. */
  readonly even: boolean;
}

/** Shades from the paper's. */
const INK = 40;
/** Pixels: how high dots are at most. */
const HIGHEST = 9;
/** How far dots stand apart at most, and how long dashes are, in their heights. */
const APART = 4;
const LONGEST = 8;
/** Pixels by which dots and gaps are rounded otherwise. */
const ROUNDED = 2;

/** @returns the rows of a line of pixels; a bar is a row of one run */
export function dotRowsAt({ grey, width, height }: Raster, y: number): readonly DotRow[] {
  if (y < 0 || y >= height) return [];
  const rows: DotRow[] = [];
  let runs: InkRun[] = [];
  let high = 0;
  const end = (): void => {
    const [first, last] = [runs[0], runs[runs.length - 1]];
    if (first && last) rows.push({ runs, from: first.from, to: last.to, high, even: isEven(runs) });
    runs = [];
  };
  for (let x = 0; x < width; x++) {
    if (grey[y * width + x]! >= 255 - INK) continue;
    const from = x;
    let dark = 255;
    for (; x < width && grey[y * width + x]! < 255 - INK; x++)
      dark = Math.min(dark, grey[y * width + x]!);
    const tall = heightAt(grey, width, height, (from + x) >> 1, y);
    const last = runs[runs.length - 1];
    const next = last && from - last.to <= APART * high && Math.abs(tall - high) <= ROUNDED;
    if (!next || tall > HIGHEST) end();
    if (tall > HIGHEST) continue;
    if (runs.length === 0) high = tall;
    runs.push({ from, to: x, dark });
  }
  end();
  return rows;
}

/** Pixels of ink on end, up and down from a place. */
function heightAt(grey: Uint8Array, width: number, height: number, x: number, y: number): number {
  let [top, foot] = [y, y + 1];
  const isInk = (row: number): boolean => grey[row * width + x]! < 255 - INK;
  while (top > 0 && foot - top <= HIGHEST && isInk(top - 1)) top--;
  while (foot < height && foot - top <= HIGHEST && isInk(foot)) foot++;
  return foot - top;
}

function isEven(runs: readonly InkRun[]): boolean {
  const lengths = runs.slice(1, -1).map(({ from, to }) => to - from);
  const gaps = runs.slice(1).map(({ from }, i) => from - runs[i]!.to);
  const alike = (all: readonly number[]): boolean =>
    all.length === 0 || Math.max(...all) - Math.min(...all) <= ROUNDED;
  return alike(lengths) && alike(gaps);
}

/**
 * Is a row of dots or dashes of an export like one of the original's, however many it has? Rows that go
 * along with words are drawn anew.
 */
export function isLike(row: DotRow, other: DotRow): boolean {
  const darkest = (one: DotRow): number => Math.min(...one.runs.map(({ dark }) => dark));
  const long = row.runs.some(({ from, to }) => to - from > LONGEST * row.high);
  return (
    !long &&
    row.even &&
    other.even &&
    other.runs.length > 4 &&
    row.runs.length > 2 &&
    Math.abs(row.high - other.high) <= ROUNDED &&
    darkest(row) >= darkest(other) - INK
  );
}

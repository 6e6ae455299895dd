// Straight rules in a part of a picture: thin runs of ink from end to end with paper on both sides.
import type { PixelBox, Raster } from "../../pixels/raster.ts";
import { commonest } from "./ink-shades.ts";

/** Shades from the paper's. */
const INK = 40;
/** Pixels: the thickest rule, and the shortest level one. */
const THICK = 7;
const LONG = 62;

/** @param taken columns that are no rules @returns the middles of upright rules, from the left */
export function ruledColumns(
  { grey, width }: Raster,
  [x0, top, x1, bottom]: PixelBox,
  paper: number,
  taken: readonly PixelBox[],
): readonly number[] {
  if (bottom - top < 8) return [];
  const known = columnsOf(taken, width);
  const isFull = (x: number): boolean => {
    for (let y = top; y < bottom; y++)
      if (Math.abs(grey[y * width + x]! - paper) <= INK) return false;
    return true;
  };
  const isBare = (x: number): boolean => {
    if (x < 0 || x >= width) return true;
    let inked = 0;
    for (let y = top; y < bottom; y++) if (Math.abs(grey[y * width + x]! - paper) > INK) inked++;
    return inked < (bottom - top) / 2;
  };
  const found: number[] = [];
  for (let x = x0; x < x1; x++) {
    if (known[x] === 1 || !isFull(x)) continue;
    const from = x;
    while (x + 1 < x1 && isFull(x + 1)) x++;
    if (x + 1 - from <= THICK && isBare(from - 2) && isBare(x + 2) && known[x] !== 1)
      found.push((from + x) / 2);
  }
  return found;
}

/**
 * How many level rules a part holds; undefined where it is too low to tell.
 *
 * @param taken where nothing is a rule
 */
export function ruledRows(
  raster: Raster,
  box: PixelBox,
  taken: readonly PixelBox[] = [],
): number | undefined {
  const { grey, width } = raster;
  const [x0, top, x1, bottom] = box;
  if (bottom - top < 3) return undefined;
  const paper = commonest(raster, box);
  const isRuled = (y: number): boolean => {
    const here = taken.filter((one) => y >= one[1] && y < one[3]);
    let run = 0;
    for (let x = x0; x < x1; x++) {
      if (here.some((one) => x >= one[0] && x < one[2])) run = 0;
      else run = Math.abs(grey[y * width + x]! - paper) > INK ? run + 1 : 0;
      if (run >= LONG) return true;
    }
    return false;
  };
  let count = 0;
  let last = top - 2;
  for (let y = top; y < bottom; y++) {
    if (!isRuled(y)) continue;
    if (y - last > 1) count++;
    last = y;
  }
  return count;
}

/** 1 for each column of a picture that some boxes take up. */
function columnsOf(boxes: readonly PixelBox[], width: number): Uint8Array {
  const known = new Uint8Array(width);
  for (const [from, , to] of boxes) known.fill(1, Math.max(0, from), Math.max(0, to));
  return known;
}

// The quick way of a page that is painted in nothing but black and white: one Group 4 mask of what is
// darker than half. Its pixels are shades, so that one of their channels tells all of them.
import { Fidelity } from "./fidelity.ts";
import { Group4Encoder } from "./ccitt.ts";
import { SAME } from "./colour-tables.ts";
import type { Layer } from "./layers.ts";
import { LINE } from "./palette.ts";
import { BLACK, BLANK, firstInk } from "../pixels/pixels.ts";
import type { Pixels } from "../pixels/pixels.ts";

const PALEST = 255 - SAME;
const HALF = 128;

/** None of a white page; undefined where the page would not look like itself, or may not. */
export function blackMask(pixels: Pixels): readonly Layer[] | undefined {
  if (hasPaleColumn(pixels)) return undefined;
  const { width, height, words } = pixels;
  const fidelity = new Fidelity(width, height);
  const encoder = new Group4Encoder(width);
  const changes = new Int32Array(width + 2);
  let inked = false;
  for (let y = 0; y < height; y++) {
    const count = readRow(words, y, width, changes, fidelity);
    if (count === PALE) return undefined;
    inked ||= count > 0;
    encoder.row(changes, count);
  }
  if (!fidelity.faithful) return undefined;
  return inked ? [{ colour: BLACK, mask: encoder.finish() }] : [];
}

/**
 * Instead of a mask: a line was drawn of which no pixel is quite black, because it lies between two rows or
 * columns. Which of them is darker than half hangs on chance.
 */
const PALE = -1;

/** Writes the columns where a row's colour changes; tells how many, or PALE. */
function readRow(
  words: Int32Array,
  y: number,
  width: number,
  changes: Int32Array,
  fidelity: Fidelity,
): number {
  const from = y * width;
  const end = from + width;
  let count = 0;
  let black = false;
  let run = 0;
  for (let at = from; at < end; at++) {
    let pixel = words[at]!;
    if (!black && pixel === BLANK) {
      at = firstInk(words, at, end);
      if (at === end) break;
      pixel = words[at]!;
    }
    const level = pixel & 255;
    const dark = level < HALF;
    if (level > SAME && level < PALEST) {
      run = at > from && words[at - 1] === pixel ? run + 1 : 1;
      if (run === LINE) return PALE;
      fidelity.noteShade(at - from, y, level, dark);
    }
    if (dark === black) continue;
    changes[count++] = at - from;
    black = dark;
  }
  return count;
}

/** Rows between two that are looked at: each such line meets one. */
const STEP = LINE / 2;

function hasPaleColumn({ words, width }: Pixels): boolean {
  for (let row = 0; row < words.length; row += STEP * width)
    for (let at = row; at < row + width; at++) {
      if (words[at] === BLANK && (at = firstInk(words, at, row + width)) === row + width) break;
      const level = words[at]! & 255;
      if (level > SAME && level < PALEST && goesOn(words, at, width) >= LINE) return true;
    }
  return false;
}

/** How many pixels above and below one have its shade, itself included. */
function goesOn(words: Int32Array, at: number, width: number): number {
  const pixel = words[at];
  let first = at;
  while (words[first - width] === pixel) first -= width;
  let last = at;
  while (words[last + width] === pixel) last += width;
  return (last - first) / width + 1;
}

// Drawings that stand on a line like a word, or around some of its words: badges, keys, frames, icons.
// Words that are set anew would move away from them, into them, or lose the ground they are read on.
import type { Rect } from "../../shared/geometry/rect.ts";

/** In em: rules and underlines are flatter or narrower, what is taller stands on more than a line. */
export const THINNEST = 0.3;
export const TALLEST = 2.4;
/** In em over the baseline: where the middle of what stands on a line is. */
export const LOW = -0.1;
export const HIGH = 0.8;
/** Points by which the ground of a cell may end before its words. */
const SLACK = 1;

/** A line of words in its own frame: its baseline, its em, and from where to where each letter goes. */
export interface Words {
  readonly v: number;
  readonly size: number;
  readonly letters: readonly { readonly from: number; readonly to: number }[];
}

/** @param drawing in the frame of the line */
export function standsAmong([from, low, to, high]: Rect, { v, size, letters }: Words): boolean {
  if (Math.min(high - low, to - from) < THINNEST * size || high - low > TALLEST * size)
    return false;
  const middle = (low + high) / 2 - v;
  if (middle < LOW * size || middle > HIGH * size) return false;
  const before = letters.some((letter) => letter.to < from + SLACK);
  const behind = letters.some((letter) => letter.from > to - SLACK);
  const within = letters.some((letter) => letter.from > from - SLACK && letter.to < to + SLACK);
  return (before && behind) || (within && (before || behind));
}

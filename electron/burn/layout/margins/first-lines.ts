// Texts whose first lines are indented, without room between them: there only an indent begins a text.
// Where such lines end hangs on the names in them, so that room left at an end proves nothing.
import { continuesText } from "../lines/line-starts.ts";
import type { Segment } from "../model.ts";

export interface FirstLines {
  /** Where first lines start, and where all others do. */
  readonly inner: number;
  readonly outer: number;
}

const SAME = 1;
/** In em. */
const NARROWEST = 0.6;
const WIDEST = 4;
/** Lines of a kind that show it. */
const SHOWING = 2;

/**
 * @param chain lines under each other, from the left
 * @returns undefined where lines start elsewhere as well, or where the indented ones go on with a text
 */
export function firstLinesOf(chain: readonly Segment[]): FirstLines | undefined {
  const outer = Math.min(...chain.map((s) => s.left));
  const inside = chain.filter((s) => s.left - outer > SAME);
  if (inside.length < SHOWING) return undefined;
  const inner = Math.min(...inside.map((s) => s.left));
  const indent = (inner - outer) / chain[0]!.size;
  if (indent < NARROWEST || indent > WIDEST) return undefined;
  if (inside.some((s) => s.left - inner > SAME || continuesText(s))) return undefined;
  const running = chain.filter((s) => s.left - outer <= SAME && continuesText(s));
  return running.length < SHOWING ? undefined : { inner, outer };
}

export function isFirstLine({ left }: Segment, { inner }: FirstLines): boolean {
  return Math.abs(left - inner) <= SAME;
}

/**
 * Does line `b` go on with the text of `a`, wherever that one ended?
 *
 * @param least points that a line takes before a word can be too long for its rest
 */
export function goesOnIn(of: FirstLines, a: Segment, b: Segment, least: number): boolean {
  return !isFirstLine(b, of) && a.right - of.outer >= least;
}

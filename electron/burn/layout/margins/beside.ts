// What stands to the right of a text in its lines, and so how far the text may run.
import type { Segment } from "../model.ts";
import { longestEnd } from "../lines/any-name.ts";
import { isRowOfDots } from "./rows-of-dots.ts";

/** Room to what stands beside, in em. */
export const GUTTER = 0.5;
/** Lines under each other belong to one column up to this distance, in em. */
const NEXT_LINE = 2.5;

/** From where to where a segment reaches, whatever is burnt in it. */
export type ReachOf = (s: Segment) => readonly [number, number];

/** What stands to the right on the same lines, or on the next ones of the same column. */
export function besideOf(
  lines: readonly Segment[],
  left: number,
  segments: readonly Segment[],
  reachOf: ReachOf,
): number | undefined {
  const own = nearest(lines, lines, left, segments, reachOf);
  if (own !== undefined) return own;
  const [top, last] = [lines[0]!, lines[lines.length - 1]!];
  const next = segments.filter(
    (s) =>
      !lines.includes(s) &&
      Math.abs(s.left - left) < 0.1 &&
      Math.abs(s.size - top.size) < 0.05 * top.size &&
      s.v < top.v + NEXT_LINE * top.size &&
      s.v > last.v - NEXT_LINE * top.size,
  );
  const at = nearest(next, lines, left, segments, reachOf);
  // A line alone ends where any name would let it, not where this one does.
  const endOf = (line: Segment) => (lines.length === 1 ? longestEnd(line) : line.right);
  return at === undefined || lines.some((line) => endOf(line) > at) ? undefined : at;
}

function nearest(
  lines: readonly Segment[],
  own: readonly Segment[],
  left: number,
  segments: readonly Segment[],
  reachOf: ReachOf,
): number | undefined {
  let first: number | undefined;
  for (const other of segments) {
    if (other.left <= left + other.size || isRowOfDots(other)) continue;
    for (const line of lines) {
      if (line === other || other.left < line.right - line.size * 0.2) continue;
      if (Math.abs(other.v - line.v) >= line.size * 0.9) continue;
      const [from] = reachOf(other);
      if (first === undefined || from < first) first = from;
    }
  }
  return first === undefined ? undefined : first - GUTTER * own[0]!.size;
}

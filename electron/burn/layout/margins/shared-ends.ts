// Where lines end together: the right edge that a typesetter set them to. Lines of one length end
// together by themselves and show nothing.
import { unexpanded } from "../lines/frame.ts";
import type { Segment } from "../model.ts";
import { isUnstretched } from "./stretched.ts";

const SAME = 0.8;
/** Lines that end together before they count as a margin. */
const SHARED_ENDS = 4;
const SHARED_PART = 0.45;
/** Lines of so many lengths, to half a point, end together only where a typesetter made them. */
export const LENGTHS = 3;

/** The right end that the longest lines share, some of which were stretched to it. */
export function sharedEnd(lines: readonly Segment[]): number | undefined {
  if (lines.length < SHARED_ENDS) return undefined;
  const ends = lines.map((s) => s.right).sort((a, b) => b - a);
  const long = lines.filter((s) => s.right - s.left > (ends[0]! - s.left) * 0.6).length;
  // The farthest end may be a line that stands out; look a little way down.
  for (let i = 0; i < Math.min(3, ends.length); i++) {
    const end = ends[i]!;
    const close = ends.filter((e) => Math.abs(e - end) <= SAME);
    const there = lines.filter((s) => Math.abs(s.right - end) <= SAME);
    if (new Set(there.map(lengthOf)).size < LENGTHS) continue;
    if (there.every((s) => isUnstretched(s, lines))) continue;
    if (close.length >= SHARED_ENDS && close.length >= long * SHARED_PART) {
      const staying = lines.filter((s) => !s.touched && Math.abs(s.right - end) <= SAME);
      return marginOf(close, staying.length > 0 ? staying.map((s) => s.right) : close);
    }
  }
  return undefined;
}

const lengths = new WeakMap<Segment, number>();

/** Of its letters alone, in half points. */
export function lengthOf(s: Segment): number {
  let length = lengths.get(s);
  if (length === undefined) {
    let sum = 0;
    for (const g of s.glyphs) if (!g.blank) sum += g.advance * unexpanded(g);
    lengths.set(s, (length = Math.round(sum * 2)));
  }
  return length;
}

/** Where a typesetter rounds every end by itself, half a point is as near as twins agree. */
function marginOf(ends: readonly number[], staying: readonly number[]): number {
  const { best, most } = mostCommon(ends);
  return most * 2 >= ends.length ? best : Math.round(Math.max(...staying) * 2) / 2;
}

/** To a twentieth of a point, as typesetters round. */
function mostCommon(ends: readonly number[]): { readonly best: number; readonly most: number } {
  const counts = new Map<number, number>();
  let best = 0;
  for (const end of ends) {
    const key = Math.round(end * 20) / 20;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    const most = counts.get(best) ?? 0;
    if (count > most || (count === most && key > best)) best = key;
  }
  return { best, most: counts.get(best) ?? 0 };
}

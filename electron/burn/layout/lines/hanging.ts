// Starts of lines whose maker lets letters hang into the margin: by which letter a line begins hangs on
// what is burnt before it, and so would where it starts.
import type { Segment } from "../model.ts";

/** Points by which starts differ that were set to one place. */
const EXACTLY = 0.06;
/** How far letters hang at most: in points, and in em where a line begins with a quotation mark. */
const LETTERS = 0.9;
const QUOTES = 0.25;
const QUOTE = /^[\u2018\u201c"'\u00ab]$/u;

/** Letters hang outwards alone: an inner start counts with this share of the lines of an outer one. */
const COMMON = 0.3;

/** @returns every line that hangs before a place where others start begins there as well */
export function withoutHanging(segments: readonly Segment[]): readonly Segment[] {
  const starts = new Map<string, number>();
  for (const s of segments) {
    if (beginsQuoted(s)) continue;
    const key = keyOf(s.frame.key, s.left);
    starts.set(key, (starts.get(key) ?? 0) + 1);
  }
  const flush = flushRight(segments);
  const places = segments.toSorted((a, b) => a.left - b.left);
  const countAt = (s: Segment) => starts.get(keyOf(s.frame.key, s.left)) ?? 0;
  return segments.map((s) => {
    if (flush.has(keyOf(s.frame.key, s.right))) return s;
    const quoted = beginsQuoted(s) && countAt(s) === 0;
    const to = s.left + (quoted ? QUOTES * s.size : LETTERS);
    let { left } = s;
    for (let i = firstFrom(places, s.left + EXACTLY); i < places.length; i++) {
      const o = places[i]!;
      if (o.left > to) break;
      if (o.frame === s.frame && o.left < s.right && countAt(o) >= Math.max(2, COMMON * countAt(s)))
        ({ left } = o);
    }
    return left === s.left ? s : { ...s, left };
  });
}

/** Where lines end together that begin anywhere: dates and sums that stand at the right of their column. */
function flushRight(segments: readonly Segment[]): ReadonlySet<string> {
  const ends = new Map<string, Map<string, number>>();
  for (const { frame, left, right, touched } of segments) {
    if (touched) continue;
    const end = keyOf(frame.key, right);
    const starts = ends.get(end) ?? new Map<string, number>();
    ends.set(end, starts);
    const start = keyOf(frame.key, left);
    starts.set(start, (starts.get(start) ?? 0) + 1);
  }
  const flush = [...ends].filter(([, starts]) => {
    const counts = [...starts.values()];
    return starts.size > 2 && Math.max(...counts) * 2 <= counts.reduce((a, b) => a + b, 0);
  });
  return new Set(flush.map(([end]) => end));
}

function keyOf(frame: string, left: number): string {
  return `${frame} ${Math.round(left / EXACTLY)}`;
}

function beginsQuoted({ glyphs }: Segment): boolean {
  const first = glyphs.find((g) => !g.blank);
  return first !== undefined && first.mark < 0 && QUOTE.test(first.item.shape.unicode);
}

function firstFrom(places: readonly Segment[], left: number): number {
  let [from, to] = [0, places.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (places[middle]!.left <= left) from = middle + 1;
    else to = middle;
  }
  return from;
}

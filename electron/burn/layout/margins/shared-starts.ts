// Where the lines of a page start together: the left edge of its text.
import type { Segment } from "../model.ts";
import { wallsAround } from "../lines/rules.ts";
import type { Walls } from "../lines/rules.ts";

const SAME = 0.8;
/** Points by which starts differ that were set to one place. */
const EXACTLY = 0.06;
/** Fewer glyphs than this make a marker or a number, not a line of text. */
const SHORTEST_TEXT = 5;
/** An edge counts with this share of the lines that the commonest edge has. */
const COMMON = 0.3;
/** In em: how far texts hang behind their numbers, and what is on one line. */
const HANGING = 6;
const BESIDE = 0.3;
/** Of the page's width. */
const WIDEST_CELL = 0.7;
/** Points that the middle of a line may miss the page's. */
const MIDDLE = 0.6;

/**
 * The leftmost edge that many of the page's lines share. Starts are counted, burnt lines' as well;
 * a start that a burnt line has for itself is none.
 */
export function sharedStart(
  segments: readonly Segment[],
  walls: Walls,
  from: number,
  to: number,
): number | undefined {
  const middle = (from + to) / 2;
  const isCentred = (s: Segment) => Math.abs((s.left + s.right) / 2 - middle) < MIDDLE;
  const long = segments.filter((s) => s.glyphs.length > SHORTEST_TEXT);
  // Full lines stand in the middle by themselves, and start together.
  const isFull = (s: Segment) => long.some((o) => o !== s && Math.abs(o.left - s.left) < EXACTLY);
  const all = long.filter((s) => !isCentred(s) || isFull(s));
  // The rows of a table are many, and keep from its walls.
  const open = all.filter((s) => !isWalled(s, walls, to - from));
  const texts = open.some((s) => !s.touched) ? open : all;
  const counts = new Map<number, number>();
  for (const { left } of texts) {
    const key = Math.round(left / SAME);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const countOf = (s: Segment) => counts.get(Math.round(s.left / SAME))!;
  const known = texts.filter((s) => !s.touched || countOf(s) > 1);
  if (known.length === 0) return undefined;
  const most = Math.max(...known.map(countOf));
  const common = known.filter((s) => countOf(s) >= most * COMMON);
  return Math.min(...common.map((s) => s.left));
}

/** Where bullets and numbers start that stand before lines which start at `left`; else there. */
export function markedStart(segments: readonly Segment[], left: number): number {
  const starts = segments.filter((s) => Math.abs(s.left - left) < SAME);
  const markers = segments.filter(
    (s) =>
      !s.touched &&
      s.glyphs.length <= SHORTEST_TEXT &&
      s.right <= left &&
      left - s.left < HANGING * s.size &&
      starts.some((o) => Math.abs(o.v - s.v) < BESIDE * s.size),
  );
  const shared = markers.filter((s) =>
    markers.some((o) => o !== s && Math.abs(o.left - s.left) < SAME),
  );
  return Math.min(left, ...shared.map((s) => s.left));
}

/** Between the walls of a cell; a frame around the whole page makes none. */
function isWalled({ left, v, size }: Segment, walls: Walls, wide: number): boolean {
  const around = wallsAround(walls, left, left + size, v, size);
  if (around.left === undefined || around.right === undefined) return false;
  return around.right - around.left < WIDEST_CELL * wide;
}

// Whether a box around words stands alone, as those of a family tree do: then its words gave it its
// width. A cell of a table has others beside it, or as wide as it over and under it.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { Segment } from "../model.ts";
import type { Walls } from "../lines/rules.ts";

/** What stands on the page, seen along the line. */
export interface Surroundings {
  /** Grounds, frames and pictures, whatever stands in them. */
  readonly boxes: readonly Rect[];
  readonly walls: Walls;
  readonly segments: readonly Segment[];
}

/** Points between boxes that touch. */
const BORDER = 2;
/** Points by which edges and words differ that are meant to be one. */
const SAME = 0.5;
/** Share of its height over which a box touches the one beside it; connectors do so at one place. */
const BESIDE = 0.5;
/** In em: a rule that goes on so far goes on to another cell. */
const ONWARD = 1;
/** In em: the rooms before and behind words that fill their box, and by how much kerning changes them. */
const ROOM = 1;
const KERNED = 0.25;

/** @param box around the line @param line of which something is burnt */
export function isLone(box: Rect, line: Segment, page: Surroundings): boolean {
  if (hasNeighbour(box, page.boxes) || isRuled(box, line, page.walls)) return false;
  const mates = page.boxes.filter((other) => isMate(box, other));
  const own = wordsIn(box, line, page.segments);
  const others = mates.map((mate) => wordsIn(mate, line, page.segments));
  const differ = others.some((words) => Math.abs(wide(words) - wide(own)) > SAME);
  return !differ || isFilled(box, line.size, [own, ...others]);
}

/** Another box shares one of its sides. */
function hasNeighbour([u0, v0, u1, v1]: Rect, boxes: readonly Rect[]): boolean {
  return boxes.some(
    ([o0, p0, o1, p1]) =>
      Math.min(v1, p1) - Math.max(v0, p0) > BESIDE * (v1 - v0) &&
      (Math.abs(o0 - u1) < BORDER || Math.abs(o1 - u0) < BORDER),
  );
}

/** The rule over or under it goes on beside it. */
function isRuled([u0, v0, u1, v1]: Rect, { size }: Segment, { level }: Walls): boolean {
  const on = ONWARD * size;
  return level.some(({ at, from, to }) => {
    if (Math.min(Math.abs(at - v0), Math.abs(at - v1)) > BORDER) return false;
    return (from < u0 + BORDER && to > u1 + on) || (from < u0 - on && to > u1 - BORDER);
  });
}

/** As wide, at the same place, on other lines. */
function isMate([u0, v0, u1, v1]: Rect, [o0, p0, o1, p1]: Rect): boolean {
  const apart = Math.min(v1, p1) - Math.max(v0, p0) < BORDER;
  return apart && Math.abs(o0 - u0) < SAME && Math.abs(o1 - u1) < SAME;
}

/** Where the words of a box begin and end. */
type Words = readonly [number, number];

function wordsIn([u0, v0, u1, v1]: Rect, { frame }: Segment, segments: readonly Segment[]): Words {
  const own = segments.filter(
    (s) => s.frame === frame && s.left > u0 && s.right < u1 && s.v > v0 && s.v < v1,
  );
  return [Math.min(...own.map((s) => s.left)), Math.max(...own.map((s) => s.right))];
}

/** No words are as wide as any. */
function wide([left, right]: Words): number {
  return Math.max(0, right - left);
}

/** The longest words leave as little room before them as behind them: the boxes are as wide as they. */
function isFilled([u0, , u1]: Rect, size: number, all: readonly Words[]): boolean {
  const before = Math.min(...all.map(([left]) => left - u0));
  const behind = Math.min(...all.map(([, right]) => u1 - right));
  return Math.abs(before - behind) < KERNED * size && before < ROOM * size;
}

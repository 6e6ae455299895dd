// Ruling lines and the edges of filled or framed rectangles, as walls that text does not cross:
// they tell cells apart and say where a cell ends. Reads paths only; changes nothing.
import { normalise } from "../../../../shared/geometry/rect.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { Item, PathItem } from "../../crisp/interpret/display-list.ts";
import { LINE, MOVE, asRectangle, intersect } from "../../crisp/interpret/path-data.ts";
import { toFrame } from "./frame.ts";
import type { Frame } from "../model.ts";
import { paintsOf } from "../seen/paints.ts";

/** A straight edge across the line (upright) or along it (level), in a frame. */
export interface Wall {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Walls {
  /** u = at, between two heights. */
  readonly upright: readonly Wall[];
  /** v = at, between two places along the line. */
  readonly level: readonly Wall[];
}

/** In em: a text that begins further from a wall stands in no cell. */
export const WIDEST_PADDING = 3;
/** Edges shorter than this (points) are ornaments, not walls. */
const SHORTEST = 5;
/** Drawings up to this size (points) may be bullets. */
const ORNAMENT = 12;
const LARGEST_PART = 150;
/** In em: a stroke this far inside a line is crossed by it. */
const INTO = 0.3;
/** How far below its line (em) an underline stands. */
const UNDERLINE = 0.45;

/** The rectangle that a path covers, where it is nothing but one straight bar or box. */
export function barOf(item: PathItem): Rect | undefined {
  const rectangle = asRectangle(item.data);
  if (rectangle) {
    const by = item.paint.stroke && !item.paint.stroke.pen ? item.paint.stroke.width / 2 : 0;
    if (item.paint.stroke?.pen) return undefined;
    return intersect(
      [rectangle[0] - by, rectangle[1] - by, rectangle[2] + by, rectangle[3] + by],
      item.clip.rect,
    );
  }
  return strokedLine(item);
}

/** A pen that is put down twice before it draws, as some makers do, draws from the second place. */
function withoutIdleMoves(data: readonly number[]): readonly number[] {
  let from = 0;
  while (data[from] === MOVE && data[from + 3] === MOVE) from += 3;
  return from === 0 ? data : data.slice(from);
}

/** One straight level or upright stroke. */
function strokedLine(item: PathItem): Rect | undefined {
  const { stroke, fill } = item.paint;
  const d = withoutIdleMoves(item.data);
  if (!stroke || stroke.pen || fill !== undefined || d.length !== 6) return undefined;
  if (d[0] !== MOVE || d[3] !== LINE) return undefined;
  const [x0, y0, x1, y1] = [d[1]!, d[2]!, d[4]!, d[5]!];
  const half = stroke.width / 2;
  const end = stroke.cap === 0 ? 0 : half;
  if (Math.abs(y0 - y1) < 0.01) {
    return [Math.min(x0, x1) - end, y0 - half, Math.max(x0, x1) + end, y0 + half];
  }
  if (Math.abs(x0 - x1) < 0.01) {
    return [x0 - half, Math.min(y0, y1) - end, x0 + half, Math.max(y0, y1) + end];
  }
  return undefined;
}

/** @param paints what is seen of a page's: a white ground on bare paper has no edges */
export function wallsOf(paints: readonly Item[], frame: Frame): Walls {
  const upright: Wall[] = [];
  const level: Wall[] = [];
  // Walls are known for text along the page's own axes only.
  if (Math.abs(frame.cos * frame.sin) > 1e-6) return { upright, level };
  for (const item of paints) {
    if (item.kind !== "path" || item.link) continue;
    const bar = barOf(item);
    if (!bar) continue;
    const a = toFrame(frame, bar[0], bar[1]);
    const b = toFrame(frame, bar[2], bar[3]);
    const [u0, u1] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])];
    const [v0, v1] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])];
    if (v1 - v0 >= SHORTEST)
      upright.push({ at: u0, from: v0, to: v1 }, { at: u1, from: v0, to: v1 });
    if (u1 - u0 >= SHORTEST) level.push({ at: v0, from: u0, to: u1 }, { at: v1, from: u0, to: u1 });
  }
  return { upright, level };
}

/** Small drawings and pictures, such as drawn bullets: [u0, v0, u1, v1] in a frame. */
export function ornamentsOf(items: readonly Item[], frame: Frame): readonly Rect[] {
  return drawn(items, frame, 0, ORNAMENT);
}

/** Drawings large enough to have words centred on them, and no larger than a figure's parts. */
export function drawingsOf(items: readonly Item[], frame: Frame): readonly Rect[] {
  return drawn(items, frame, ORNAMENT, LARGEST_PART);
}

function drawn(items: readonly Item[], frame: Frame, over: number, upTo: number): readonly Rect[] {
  const out: Rect[] = [];
  for (const { bounds } of paintsOf(items)) {
    const [wide, high] = [bounds[2] - bounds[0], bounds[3] - bounds[1]];
    if (wide > upTo || high > upTo || (over > 0 && Math.min(wide, high) <= over)) continue;
    const a = toFrame(frame, bounds[0], bounds[1]);
    const b = toFrame(frame, bounds[2], bounds[3]);
    out.push(normalise(a[0], a[1], b[0], b[1]));
  }
  return out;
}

/** Is there a wall between two places of a line at height v? */
export function wallBetween(
  walls: Walls,
  u0: number,
  u1: number,
  v: number,
  size: number,
): boolean {
  const low = v;
  const high = v + size * 0.4;
  return walls.upright.some(
    (w) => w.at > u0 - 0.5 && w.at < u1 + 0.5 && w.from <= low && w.to >= high,
  );
}

/**
 * The nearest walls left and right of where a line begins. What the line runs across is a drawing's
 * stroke, no wall.
 */
export function wallsAround(
  walls: Walls,
  u: number,
  end: number,
  v: number,
  size: number,
): { readonly left: number | undefined; readonly right: number | undefined } {
  let left: number | undefined;
  let right: number | undefined;
  for (const wall of walls.upright) {
    if (wall.from > v || wall.to < v + size * 0.4) continue;
    if (wall.at > u + INTO * size && wall.at < end - INTO * size) continue;
    if (wall.at <= u + 0.5 && (left === undefined || wall.at > left)) left = wall.at;
    if (wall.at > u + 0.5 && (right === undefined || wall.at < right)) right = wall.at;
  }
  return { left, right };
}

/** The nearest level walls over and under a height that reach over the place where a line begins. */
export function wallsOver(
  walls: Walls,
  u: number,
  v: number,
): { readonly floor: number | undefined; readonly ceiling: number | undefined } {
  let floor: number | undefined;
  let ceiling: number | undefined;
  for (const { at, from, to } of walls.level) {
    if (from > u + 0.5 || to < u + SHORTEST) continue;
    if (at <= v && (floor === undefined || at > floor)) floor = at;
    if (at > v && (ceiling === undefined || at < ceiling)) ceiling = at;
  }
  return { floor, ceiling };
}

/** Is there a level wall under line `a` and over height `below`? Its own underlines are none. */
export function levelBetween(
  walls: Walls,
  a: { readonly v: number; readonly size: number; readonly left: number; readonly right: number },
  below: number,
  from: number,
  to: number,
): boolean {
  return walls.level.some((w) => {
    if (!(w.at < a.v && w.at > below) || Math.min(w.to, to) - Math.max(w.from, from) <= 1) {
      return false;
    }
    const under = a.v - w.at < UNDERLINE * a.size;
    return !(
      under &&
      w.from >= a.left - UNDERLINE * a.size &&
      w.to <= a.right + UNDERLINE * a.size
    );
  });
}

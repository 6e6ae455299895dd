// Whether the ink of a path reaches a rectangle, and whether its outline does: a frame or a family tree
// around words does not lie under their box just because it surrounds them. Pure arithmetic; where in
// doubt it reaches.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { PathItem } from "../../crisp/interpret/display-list.ts";
import { filledAt, piecesOf } from "../../crisp/interpret/inside.ts";
import { ARITY, CLOSE, LINE, MOVE } from "../../crisp/interpret/path-data.ts";

/** Mitred corners stand out further than half the stroke. */
const CORNER = 1.5;

type Point = readonly [number, number];

/** @param hair points of overlap that count as none */
export function inkReaches(item: PathItem, rect: Rect, hair: number): boolean {
  if (outlineReaches(item, rect, hair)) return true;
  const { fill, evenOdd } = item.paint;
  if (fill === undefined) return false;
  const [x, y] = [(rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2];
  return filledAt(piecesOf(item.data, true), evenOdd, x, y);
}

/**
 * Whether the path's outline, as thick as its stroke, reaches the rectangle: where it does not, the path
 * is of one colour all over it, or not there.
 *
 * @param hair points of overlap that count as none
 */
export function outlineReaches(item: PathItem, rect: Rect, hair: number): boolean {
  const { stroke, fill } = item.paint;
  if (stroke?.pen) return true;
  const by = stroke ? (stroke.width / 2) * CORNER - hair : -hair;
  const grown: Rect = [rect[0] - by, rect[1] - by, rect[2] + by, rect[3] + by];
  const { data } = item;
  let at: Point = [0, 0];
  let start: Point = at;
  // What is filled is closed, whether or not it says so.
  const closes = (): boolean => fill !== undefined && segmentMeets(at, start, grown);
  for (let i = 0; i < data.length;) {
    const op = data[i++]!;
    const count = ARITY[op as keyof typeof ARITY & number] as number;
    const points: Point[] = [];
    for (let k = 0; k < count; k += 2) points.push([data[i + k]!, data[i + k + 1]!]);
    i += count;
    const end = op === CLOSE ? start : points[points.length - 1]!;
    if (op === MOVE) {
      if (closes()) return true;
      start = end;
    } else if (op === LINE || op === CLOSE) {
      if (segmentMeets(at, end, grown)) return true;
    } else if (hullMeets([at, ...points], grown)) return true;
    at = end;
  }
  return closes();
}

/** A curve stays within the box of its control points. */
function hullMeets(points: readonly Point[], rect: Rect): boolean {
  const xs = points.map((p) => p[0]);
  const ys = points.map((p) => p[1]);
  return (
    Math.max(...xs) > rect[0] &&
    Math.min(...xs) < rect[2] &&
    Math.max(...ys) > rect[1] &&
    Math.min(...ys) < rect[3]
  );
}

/** Clips the segment by the rectangle's four sides; something left means that they meet. */
function segmentMeets(a: Point, b: Point, rect: Rect): boolean {
  let from = 0;
  let to = 1;
  for (const axis of [0, 1] as const) {
    const step = b[axis] - a[axis];
    const low = rect[axis] - a[axis];
    const high = rect[axis + 2]! - a[axis];
    if (Math.abs(step) < 1e-9) {
      if (low > 0 || high < 0) return false;
      continue;
    }
    from = Math.max(from, Math.min(low / step, high / step));
    to = Math.min(to, Math.max(low / step, high / step));
  }
  return from <= to;
}

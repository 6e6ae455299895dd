// Rectangles that drawing programs begin in the middle of a side, or draw with points on the way: as boxes
// around text they are cut like any other, though nobody takes them for a table's cells. Pure.
import type { PathData, PathItem } from "./display-list.ts";
import { CLOSE, LINE, MOVE, asRectangle, rectanglePath, same } from "./path-data.ts";

const STRAIGHT = 1e-3;
/** More than four corners, a point on each side and the first one again. */
const MOST_POINTS = 9;

/** The same drawing, plainly put where it is such a rectangle. */
export function squared(item: PathItem): PathItem {
  if (asRectangle(item.data)) return item;
  const corners = cornersOf(item.data);
  const plain = corners && [MOVE, ...corners[0]!, ...corners.slice(1).flatMap(lineTo), CLOSE];
  const box = plain && asRectangle(plain);
  return box ? { ...item, data: rectanglePath(box) } : item;
}

function lineTo(point: readonly number[]): number[] {
  return [LINE, ...point];
}

/** Where a path of one closed contour turns; undefined of any other. */
function cornersOf(data: PathData): number[][] | undefined {
  const points: number[][] = [];
  for (let i = 0; i < data.length; i += 2) {
    const op = data[i++]!;
    if (op === CLOSE && i === data.length) break;
    const fits = op === (points.length === 0 ? MOVE : LINE) && points.length <= MOST_POINTS;
    if (!fits) return undefined;
    points.push([data[i]!, data[i + 1]!]);
  }
  const closed = data[data.length - 1] === CLOSE;
  if (points.length > 4 && same(points[0]!, points.at(-1)!)) points.pop();
  else if (!closed) return undefined;
  return points.filter((b, k) => !isPassed(points.at(k - 1)!, b, points[(k + 1) % points.length]!));
}

/** Between two others, on the level or upright line from one to the other. */
function isPassed(a: readonly number[], b: readonly number[], c: readonly number[]): boolean {
  return [0, 1].some((axis) => {
    const across = 1 - axis;
    const aside = Math.max(Math.abs(a[across]! - b[across]!), Math.abs(b[across]! - c[across]!));
    return aside <= STRAIGHT && (b[axis]! - a[axis]!) * (c[axis]! - b[axis]!) > 0;
  });
}

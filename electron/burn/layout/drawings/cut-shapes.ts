// Cuts filled bars whose ends are slanted, as the sides of a border are where they meet in its corners.
// What is left of one is one path again, so that no seam shows between its pieces.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { PathItem } from "../../crisp/interpret/display-list.ts";
import { CLOSE, LINE, MOVE } from "../../crisp/interpret/path-data.ts";

type Point = readonly [number, number];

/** Points by which a side may lean, and how thick such a bar is at most. */
const LEAN = 0.02;
const THICKEST = 6;
/** Times its thickness: how far an end may run. */
const SLANT = 1.6;

/** The corners of a thin bar with two long level or upright sides; undefined for any other shape. */
export function bevelledBar(item: PathItem): readonly Point[] | undefined {
  const { fill, stroke } = item.paint;
  if (fill === undefined || stroke || item.stencil || item.clip.paths.length > 0) return undefined;
  const { data } = item;
  const corners: Point[] = [];
  for (let i = 0; i < data.length;) {
    const op = data[i++]!;
    if (op === CLOSE && i === data.length) break;
    if ((op !== MOVE && op !== LINE) || (op === MOVE) !== (corners.length === 0)) return undefined;
    corners.push([data[i]!, data[i + 1]!]);
    i += 2;
  }
  const [first] = corners;
  if (corners.length === 5 && apart(first!, corners[4]!) < LEAN) corners.pop();
  if (corners.length !== 4) return undefined;
  for (const axis of [0, 1] as const)
    for (const turn of [0, 1]) {
      const [a, b, c, d] = [0, 1, 2, 3].map((k) => corners[(k + turn) % 4]!) as [
        Point,
        Point,
        Point,
        Point,
      ];
      const level = Math.abs(a[1 - axis]! - b[1 - axis]!) < LEAN;
      const other = Math.abs(c[1 - axis]! - d[1 - axis]!) < LEAN;
      const thick = Math.abs(a[1 - axis]! - d[1 - axis]!);
      const slants = Math.max(Math.abs(a[axis] - d[axis]), Math.abs(b[axis] - c[axis]));
      const long = Math.min(Math.abs(a[axis] - b[axis]), Math.abs(c[axis] - d[axis]));
      if (level && other && thick > LEAN && thick <= THICKEST && slants <= SLANT * thick)
        if (long > 4 * thick) return corners;
    }
  return undefined;
}

/** The bar without what lies under the boxes. */
export function cutBevelled(
  item: PathItem,
  corners: readonly Point[],
  boxes: readonly Rect[],
): readonly PathItem[] {
  const pieces = boxes.reduce(
    (left: readonly (readonly Point[])[], box) => left.flatMap((piece) => without(piece, box)),
    [corners],
  );
  if (pieces.length === 0) return [];
  const data = pieces.flatMap((piece) => [
    ...piece.flatMap(([x, y], i) => [i === 0 ? MOVE : LINE, x, y]),
    CLOSE,
  ]);
  return [{ ...item, data, paint: { ...item.paint, evenOdd: false } }];
}

/** Left and right of the box, and between the two what is under and over it. */
function without(piece: readonly Point[], [x0, y0, x1, y1]: Rect): readonly (readonly Point[])[] {
  const middle = half(half(piece, 0, x0, 1), 0, x1, -1);
  return [
    half(piece, 0, x0, -1),
    half(piece, 0, x1, 1),
    half(middle, 1, y0, -1),
    half(middle, 1, y1, 1),
  ].filter((part) => part.length > 2);
}

/** What of a convex shape lies on one side of a line along an axis: after it (1) or before it (-1). */
function half(piece: readonly Point[], axis: 0 | 1, at: number, side: 1 | -1): readonly Point[] {
  const out: Point[] = [];
  piece.forEach((b, i) => {
    const a = piece[(i + piece.length - 1) % piece.length]!;
    const [from, to] = [side * (a[axis] - at), side * (b[axis] - at)];
    if (from * to < 0) {
      const share = from / (from - to);
      out.push([a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]);
    }
    if (to >= 0) out.push(b);
  });
  const [first] = out;
  return first && out.some((point) => apart(first, point) > 1e-6) ? out : [];
}

function apart(a: Point, b: Point): number {
  return Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]));
}

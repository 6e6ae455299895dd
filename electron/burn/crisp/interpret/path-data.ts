// Flat path data: walking, transforming and bounding it. Pure arithmetic.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { Matrix } from "../../../pdfium/display.ts";
import type { PathData, Clip } from "./display-list.ts";

/** Narrows the clip by a path that is already on the page. */
export function narrow(clip: Clip, data: PathData, evenOdd: boolean): Clip {
  const rectangle = asRectangle(data);
  if (rectangle) return { rect: intersect(clip.rect, rectangle), paths: clip.paths };
  const bounds = boundsOf(data);
  if (!bounds) return { rect: [0, 0, -1, -1], paths: clip.paths };
  return {
    rect: intersect(clip.rect, bounds),
    paths: [...clip.paths, { data, evenOdd, bounds }],
  };
}

export const MOVE = 0;
export const LINE = 1;
export const CUBIC = 2;
export const QUADRATIC = 3;
export const CLOSE = 4;

/** Numbers that follow each operator. */
export const ARITY = [2, 2, 6, 4, 0] as const;

export function transformPath(data: ArrayLike<number>, m: Matrix): number[] {
  return mapPath(data, (x, y) => [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]]);
}

/** Every point of the path, control points as well, moved by itself. */
export function mapPath(
  data: ArrayLike<number>,
  move: (x: number, y: number) => readonly [number, number],
): number[] {
  const out: number[] = [];
  for (let i = 0; i < data.length;) {
    const op = data[i++]!;
    const count = ARITY[op];
    if (count === undefined) throw new Error("unknown path operator");
    out.push(op);
    for (let k = 0; k < count; k += 2, i += 2) {
      out.push(...move(data[i]!, data[i + 1]!));
    }
  }
  return out;
}

/** Bounds of all points, control points included (never smaller than the path). */
export function boundsOf(data: PathData): Rect | undefined {
  let x0 = Infinity;
  let y0 = Infinity;
  let x1 = -Infinity;
  let y1 = -Infinity;
  for (let i = 0; i < data.length;) {
    const count = ARITY[data[i++]!]!;
    for (let k = 0; k < count; k += 2, i += 2) {
      const x = data[i]!;
      const y = data[i + 1]!;
      if (x < x0) x0 = x;
      if (x > x1) x1 = x;
      if (y < y0) y0 = y;
      if (y > y1) y1 = y;
    }
  }
  return x1 >= x0 ? [x0, y0, x1, y1] : undefined;
}

export function firstContour(data: PathData): PathData {
  for (let i = 0; i < data.length;) {
    const op = data[i]!;
    if (op === MOVE && i > 0) return data.slice(0, i);
    i += 1 + ARITY[op]!;
  }
  return data;
}

export function contoursOf(data: PathData): readonly PathData[] {
  const out: PathData[] = [];
  for (let rest = data; rest.length > 0; rest = rest.slice(out[out.length - 1]!.length))
    out.push(firstContour(rest));
  return out;
}

const STRAIGHT = 1e-3;

/** The rectangle that the path is, where it is one axis-parallel rectangle and nothing else. */
export function asRectangle(data: PathData): Rect | undefined {
  const points: [number, number][] = [];
  for (let i = 0; i < data.length;) {
    const op = data[i++]!;
    if (op === CLOSE) {
      if (i < data.length) return undefined;
      continue;
    }
    if ((op === MOVE) !== (points.length === 0) || op === CUBIC || op === QUADRATIC) {
      return undefined;
    }
    points.push([data[i]!, data[i + 1]!]);
    i += 2;
  }
  const last = points[points.length - 1];
  const first = points[0];
  if (!first || !last) return undefined;
  if (points.length === 5 && same(first, last)) points.pop();
  if (points.length === 2) {
    // A rectangle without width or height.
    return level(first, last) ? rectOf(points) : undefined;
  }
  if (points.length !== 4) return undefined;
  for (let k = 0; k < 4; k++) {
    const a = points[k]!;
    const b = points[(k + 1) % 4]!;
    const c = points[(k + 2) % 4]!;
    if (!level(a, b)) return undefined;
    const turn = Math.abs(a[0] - b[0]) <= STRAIGHT ? Math.abs(b[1] - c[1]) : Math.abs(b[0] - c[0]);
    if (turn > STRAIGHT) return undefined;
  }
  return rectOf(points);
}

/** True of points that are one, but for rounding. */
export function same(a: readonly number[], b: readonly number[]): boolean {
  return Math.abs(a[0]! - b[0]!) <= STRAIGHT && Math.abs(a[1]! - b[1]!) <= STRAIGHT;
}

function level(a: readonly number[], b: readonly number[]): boolean {
  return Math.abs(a[0]! - b[0]!) <= STRAIGHT || Math.abs(a[1]! - b[1]!) <= STRAIGHT;
}

function rectOf(points: readonly (readonly [number, number])[]): Rect {
  const xs = points.map((p) => p[0]);
  const ys = points.map((p) => p[1]);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

export function rectanglePath(r: Rect): number[] {
  return [MOVE, r[0], r[1], LINE, r[2], r[1], LINE, r[2], r[3], LINE, r[0], r[3], CLOSE];
}

export function intersect(a: Rect, b: Rect): Rect {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

export function isEmpty(r: Rect): boolean {
  return !(r[2] >= r[0] && r[3] >= r[1]);
}

export function contains(outer: Rect, inner: Rect, slack = 0): boolean {
  return (
    inner[0] >= outer[0] - slack &&
    inner[1] >= outer[1] - slack &&
    inner[2] <= outer[2] + slack &&
    inner[3] <= outer[3] + slack
  );
}

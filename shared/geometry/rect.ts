// Rectangles and quads in PDF points: origin bottom-left, un-rotated user space
// of the page (the numbers a content stream uses; MediaBox may start elsewhere than 0).

/** [x0, y0, x1, y1] in PDF points with x0 <= x1 and y0 <= y1. */
export type Rect = readonly [number, number, number, number];
/** Corners [x0,y0, x1,y1, x2,y2, x3,y3]: start-bottom, end-bottom, end-top, start-top of a glyph in reading direction. */
export type Quad = readonly [number, number, number, number, number, number, number, number];

/** Orders the corners of a rectangle given by any two opposite corners. */
export function normalise(x0: number, y0: number, x1: number, y1: number): Rect {
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
}

export function rectOfQuad(q: ArrayLike<number>, offset = 0): Rect {
  const xs = [q[offset]!, q[offset + 2]!, q[offset + 4]!, q[offset + 6]!];
  const ys = [q[offset + 1]!, q[offset + 3]!, q[offset + 5]!, q[offset + 7]!];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** True where the rectangles share an area larger than `slack` points in both directions. */
export function meets(a: Rect, b: Rect, slack = 0): boolean {
  return (
    Math.min(a[2], b[2]) - Math.max(a[0], b[0]) > slack &&
    Math.min(a[3], b[3]) - Math.max(a[1], b[1]) > slack
  );
}

export function union(a: Rect, b: Rect): Rect {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

export function inflate(r: Rect, by: number): Rect {
  return [r[0] - by, r[1] - by, r[2] + by, r[3] + by];
}

export function width(r: Rect): number {
  return r[2] - r[0];
}

export function height(r: Rect): number {
  return r[3] - r[1];
}

// Which pixels of a page are looked at: rows, less what was touched. Origin top-left.
import type { Rect } from "../../../shared/geometry/rect.ts";

/** Pixels around touched areas that smoothing may reach. */
const MARGIN = 3;

/** [left, top, right, bottom) in whole pixels. */
export type Box = readonly [number, number, number, number];

export function around([x0, y0, x1, y1]: Rect): Box {
  return [
    Math.floor(x0) - MARGIN,
    Math.floor(y0) - MARGIN,
    Math.ceil(x1) + MARGIN,
    Math.ceil(y1) + MARGIN,
  ];
}

/** Rows [top, bottom) and the stretches [from, to) of each that lie in none of the boxes. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly open: readonly (readonly [number, number])[];
}

export function openBands(all: readonly Box[], width: number, height: number): readonly Band[] {
  // What is nowhere leaves nothing out.
  const boxes = all.filter((box) => !box.some(Number.isNaN));
  const edges = new Set([0, height]);
  for (const [, top, , bottom] of boxes)
    for (const y of [top, bottom]) edges.add(Math.min(height, Math.max(0, y)));
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(1).map((bottom, i) => {
    const top = sorted[i]!;
    const across = boxes.filter((box) => top >= box[1] && top < box[3]);
    return { top, bottom, open: openStretches(across, width) };
  });
}

function openStretches(
  boxes: readonly Box[],
  width: number,
): readonly (readonly [number, number])[] {
  const open: (readonly [number, number])[] = [];
  let from = 0;
  for (const [left, , right] of boxes.toSorted((a, b) => a[0] - b[0])) {
    const to = Math.min(left, width);
    if (to > from) open.push([from, to]);
    from = Math.max(from, right);
  }
  return from < width ? [...open, [from, width]] : open;
}

/** 1 for every pixel in any of the rectangles, or beside it. */
export function maskOf(width: number, height: number, rects: readonly Rect[]): Uint8Array {
  const mask = new Uint8Array(width * height);
  for (const [left, top, right, bottom] of rects.map(around)) {
    const [from, to] = [Math.max(0, left), Math.min(width, right)];
    for (let y = Math.max(0, top); y < Math.min(height, bottom); y++) {
      if (to > from) mask.fill(1, y * width + from, y * width + to);
    }
  }
  return mask;
}

// Whether the ground under a word that was taken out is one even colour, but for straight lines that pass
// through it. Anything else that is painted there may be the word a second time (B2).
import { transformPoint } from "../../../pdfium/display.ts";
import type { Matrix } from "../../../pdfium/display.ts";
import type { Passing } from "./borders.ts";
import { coloursVaryBy } from "../pixels/pixels.ts";
import type { PixelRect, Pixels } from "../pixels/pixels.ts";

/** Spread of a colour under removed glyphs above which something else lies there, be it a pale shadow. */
const TEXTURED = 12;
/** Pixels around a line that its smoothed edges take. */
const SMOOTHED = 2;

export function isEven(ground: Pixels, part: PixelRect): boolean {
  return !coloursVaryBy(ground, part, TEXTURED);
}

/** Whether only the lines break the even ground of a part of a window. */
export function evenBeside(
  ground: Pixels,
  part: PixelRect,
  window: PixelRect,
  lines: readonly Passing[],
  matrix: Matrix,
): boolean {
  const scale = Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
  const drawn = lines.map(({ edge: [a, b], half }) => ({
    from: transformPoint(matrix, a[0], a[1]),
    to: transformPoint(matrix, b[0], b[1]),
    reach: half * scale + SMOOTHED,
  }));
  return !coloursVaryBy(ground, part, TEXTURED, (x, y) => {
    const [px, py] = [x + window.x0 + 0.5, y + window.y0 + 0.5];
    return drawn.some(({ from, to, reach }) => distanceTo(from, to, px, py) < reach);
  });
}

function distanceTo(
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
  x: number,
  y: number,
): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = length === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
}

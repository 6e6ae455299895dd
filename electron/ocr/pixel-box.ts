// A rectangle of displayed pixels, origin in the top left corner, and its ways to and from a page's
// user space. Pure arithmetic.
import { invert, toPixels, transformPoint } from "../pdfium/display.ts";
import type { Size } from "../pdfium/display.ts";
import type { PageGeometry } from "../../shared/model/page.ts";

export interface PixelBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Boxes of the characters of a page that have ink of their own. */
export function boxesOfQuads(
  quads: Float32Array,
  geometry: PageGeometry,
  size: Size,
): readonly PixelBox[] {
  const matrix = toPixels(geometry, size);
  const boxes: PixelBox[] = [];
  for (let at = 0; at + 8 <= quads.length; at += 8) {
    if (Number.isNaN(quads[at]!)) continue;
    const xs: number[] = [];
    const ys: number[] = [];
    for (let k = 0; k < 8; k += 2) {
      const [x, y] = transformPoint(matrix, quads[at + k]!, quads[at + k + 1]!);
      xs.push(x);
      ys.push(y);
    }
    boxes.push({
      x0: Math.min(...xs),
      y0: Math.min(...ys),
      x1: Math.max(...xs),
      y1: Math.max(...ys),
    });
  }
  return boxes;
}

/** A function from displayed pixels to the page's user space. */
export function toUserSpace(
  geometry: PageGeometry,
  size: Size,
): (x: number, y: number) => readonly [number, number] {
  const matrix = invert(toPixels(geometry, size));
  return (x, y) => transformPoint(matrix, x, y);
}

/** Eight numbers that start at the lower left corner of an upright box and run along its foot. */
export function boxQuad(
  at: (x: number, y: number) => readonly [number, number],
  { x0, y0, x1, y1 }: PixelBox,
): readonly number[] {
  return [...at(x0, y1), ...at(x1, y1), ...at(x1, y0), ...at(x0, y0)];
}

// Boxes of a picture in which nothing is written.
import type { PixelBox, Raster } from "./raster.ts";

/**
 * One shade, or the edge of a box between two: along the rows or along the columns nothing changes by more
 * than so many levels.
 */
export function isEven({ grey, width }: Raster, [x0, y0, x1, y1]: PixelBox, by: number): boolean {
  const first = y0 * width + x0;
  const [wide, high] = [x1 - x0, y1 - y0];
  return (
    areEven(grey, first, by, wide, 1, high, width) || areEven(grey, first, by, high, width, wide, 1)
  );
}

/**
 * True where so many stretches of pixels are each of one shade.
 * @param apart pixels of the picture from one stretch to the next
 * @param step pixels of the picture from one of a stretch to the next
 */
function areEven(
  grey: Uint8Array,
  first: number,
  by: number,
  count: number,
  apart: number,
  length: number,
  step: number,
): boolean {
  for (let i = 0, from = first; i < count; i++, from += apart) {
    let [dark, light] = [255, 0];
    for (let k = 0, at = from; k < length; k++, at += step) {
      const value = grey[at]!;
      if (value < dark) dark = value;
      if (value > light) light = value;
    }
    if (light - dark > by) return false;
  }
  return true;
}

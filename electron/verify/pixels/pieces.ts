// What hangs together of a map of pixels.
import type { PixelBox } from "./raster.ts";

/** Pixels of a speck. */
const SPECK = 3;

/**
 * Boxes of what hangs together, largest first; specks are none.
 *
 * @param places of pixels that count, row by row of a picture so many pixels wide, all within the box
 */
export function piecesAt(
  places: readonly number[],
  width: number,
  [x0, y0, x1, y1]: PixelBox,
): PixelBox[] {
  if (places.length <= SPECK) return [];
  const wide = x1 - x0;
  const high = y1 - y0;
  const placeIn = (at: number): number => (Math.floor(at / width) - y0) * wide + (at % width) - x0;
  const stray = new Uint8Array(wide * high);
  for (const at of places) stray[placeIn(at)] = 1;
  const pieces: { readonly box: PixelBox; readonly pixels: number }[] = [];
  for (const first of places) {
    const start = placeIn(first);
    if (stray[start] !== 1) continue;
    const open = [start];
    stray[start] = 2;
    let [left, top, right, bottom, pixels] = [wide, high, 0, 0, 0];
    while (open.length > 0) {
      const at = open.pop()!;
      const y = Math.floor(at / wide);
      const x = at - y * wide;
      pixels++;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
      for (let row = Math.max(0, y - 2); row <= Math.min(high - 1, y + 2); row++)
        for (let k = Math.max(0, x - 2); k <= Math.min(wide - 1, x + 2); k++)
          if (stray[row * wide + k] === 1) {
            stray[row * wide + k] = 2;
            open.push(row * wide + k);
          }
    }
    if (pixels > SPECK)
      pieces.push({ box: [x0 + left, y0 + top, x0 + right, y0 + bottom], pixels });
  }
  return pieces.toSorted((a, b) => b.pixels - a.pixels).map(({ box }) => box);
}

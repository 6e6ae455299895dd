// What hangs together of a map of pixels.
import type { PixelBox } from "./raster.ts";

/** Pixels of a speck. */
const SPECK = 3;

/**
 * Boxes of what hangs together, largest first; specks are none.
 *
 * @param stray 1 for pixels that count, row by row of the box; others are written into it
 */
export function piecesOf(stray: Uint8Array, [x0, y0, x1, y1]: PixelBox): PixelBox[] {
  const wide = x1 - x0;
  const high = y1 - y0;
  const pieces: { readonly box: PixelBox; readonly pixels: number }[] = [];
  for (let start = 0; start < stray.length; start++) {
    if (stray[start] !== 1) continue;
    const open = [start];
    stray[start] = 2;
    let [left, top, right, bottom, pixels] = [wide, high, 0, 0, 0];
    while (open.length > 0) {
      const at = open.pop()!;
      const [x, y] = [at % wide, Math.floor(at / wide)];
      pixels++;
      [left, right] = [Math.min(left, x), Math.max(right, x + 1)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)];
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

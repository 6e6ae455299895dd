// Does a piece of drawing on a line that was set anew stand in the original too, beside or above its
// place: a tick in a column that became wider, a sign that moved with its line?
import type { PixelBox } from "../../pixels/raster.ts";
import { extremes, pixelBox } from "../../pixels/raster.ts";
import type { Raster } from "../../pixels/raster.ts";
import type { Looks } from "../looks.ts";

/** Share of a piece's contrast by which a pixel may come out otherwise, and of pixels that may do worse. */
const LEVEL = 0.3;
const WORSE = 0.1;
/** Pixels by which heights may be rounded otherwise. */
const ROUNDED = 2;
/** Parts of a pixel by which all of a piece may have moved along its line. */
const PARTS = [0, 0.25, 0.5, 0.75];
/** A larger piece is a picture, which no line takes along. */
const LARGEST = 120 * 120;

export function standsElsewhere(looks: Looks, piece: PixelBox, ways: readonly number[]): boolean {
  const { original, candidate, marks, scale } = looks;
  const [x0, y0, x1, y1] = [piece[0] - 1, piece[1] - 1, piece[2] + 1, piece[3] + 1];
  const { width, height } = original;
  const [wide, high] = [x1 - x0, y1 - y0];
  if (wide * high > LARGEST || x0 < 0 || y0 < 0 || x1 > width || y1 > height) return false;
  const burnt = marks.map(({ rect }) => pixelBox(rect, original, scale));
  const most = WORSE * wide * high;
  const level = LEVEL * contrastOf(candidate, [x0, y0, x1, y1]);
  for (const way of ways)
    for (let dy = -ROUNDED; dy <= ROUNDED; dy++) {
      const top = y0 - way + dy;
      if (top < 0 || top + high > height) continue;
      for (let left = 0; left + wide <= width; left++) {
        if (burnt.some((b) => left < b[2] && b[0] < left + wide && top < b[3] && b[1] < top + high))
          continue;
        for (const part of PARTS) {
          let worse = 0;
          for (let y = 0; y < high && worse <= most; y++)
            for (let x = 0; x < wide; x++) {
              const here = candidate.grey[(y0 + y) * width + x0 + x]!;
              const at = (top + y) * width + left + x;
              const there = (1 - part) * original.grey[at]! + part * (original.grey[at + 1] ?? 255);
              if (Math.abs(here - there) > level) worse++;
            }
          if (worse <= most) return true;
        }
      }
    }
  return false;
}

function contrastOf(picture: Raster, box: PixelBox): number {
  const { dark, light } = extremes(picture, box);
  return light - dark;
}

// Shades of a page's picture, as the checks of burnt ink ask for them.
import type { PixelBox, Raster } from "../../pixels/raster.ts";

/** Shades from the paper's of whatever is left of a stroke. */
export const LEFT = 24;
/** Share of a column's height that only a box fills. */
const FILLED = 0.55;

/** True for a column of a box with or without a label. */
export function isFilled(
  { grey, width }: Raster,
  x: number,
  [, y0, , y1]: PixelBox,
  paper: number,
) {
  let inked = 0;
  for (let y = y0; y < y1; y++) if (Math.abs(grey[y * width + x]! - paper) > LEFT) inked++;
  return inked > FILLED * (y1 - y0);
}

/** The shade that most pixels have. */
export function commonest({ grey, width }: Raster, [x0, y0, x1, y1]: PixelBox): number {
  const counts = new Uint32Array(256);
  const words = new Int32Array(grey.buffer, grey.byteOffset, grey.length >> 2);
  const half = ((x1 - x0) * (y1 - y0)) / 2;
  for (let y = y0; y < y1; y++) {
    // Beyond half of all no other shade can be commoner.
    if (counts[255]! > half) return 255;
    for (let at = y * width + x0, end = y * width + x1; at < end; at++) {
      // Four white pixels at a time: most of a line is paper.
      if ((at & 3) === 0) for (; at + 4 <= end && words[at >> 2] === -1; at += 4) counts[255]! += 4;
      if (at < end) counts[grey[at]!]!++;
    }
  }
  let most = 255;
  for (let shade = 0; shade < 256; shade++) if (counts[shade]! > counts[most]!) most = shade;
  return most;
}

// A picture of a page in grey, and the small sums that the pixel checks are made of.
// Pixels have their origin top-left; points theirs bottom-left.
import type { Rect } from "../../../shared/geometry/rect.ts";

export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** [left, top, right, bottom) in whole pixels. */
export type PixelBox = readonly [number, number, number, number];

/** Pixels of a rectangle in points; `outwards` takes the pixels that it only touches as well. */
export function pixelBox(rect: Rect, raster: Raster, scale: number, outwards = true): PixelBox {
  const low = outwards ? Math.floor : Math.ceil;
  const high = outwards ? Math.ceil : Math.floor;
  const left = clamp(low(rect[0] * scale), raster.width);
  const right = clamp(high(rect[2] * scale), raster.width);
  const top = clamp(raster.height - high(rect[3] * scale), raster.height);
  const bottom = clamp(raster.height - low(rect[1] * scale), raster.height);
  return [left, top, Math.max(left, right), Math.max(top, bottom)];
}

function clamp(value: number, limit: number): number {
  return Math.min(limit, Math.max(0, value));
}

export function isEmpty(box: PixelBox): boolean {
  return box[2] <= box[0] || box[3] <= box[1];
}

/** Darkest and lightest value within a box. */
export function extremes(raster: Raster, box: PixelBox): { dark: number; light: number } {
  let dark = 255;
  let light = 0;
  for (let y = box[1]; y < box[3]; y++)
    for (let i = y * raster.width + box[0], end = y * raster.width + box[2]; i < end; i++) {
      const value = raster.grey[i]!;
      if (value < dark) dark = value;
      if (value > light) light = value;
    }
  return dark > light ? { dark: 255, light: 255 } : { dark, light };
}

/** True where two pixels of a box differ by more than so many levels. */
export function varies({ grey, width }: Raster, [x0, y0, x1, y1]: PixelBox, by: number): boolean {
  if (x1 <= x0 || y1 <= y0) return false;
  // Letters have their ink in the middle: looked at from there on, few rows tell.
  const middle = (y0 + y1) >> 1;
  let low = grey[middle * width + x0]!;
  let high = low;
  for (let row = 0, y = middle; row < y1 - y0; row++, y = y + 1 < y1 ? y + 1 : y0) {
    for (let i = y * width + x0, end = y * width + x1; i < end; i++) {
      const value = grey[i]!;
      if (value < low) low = value;
      else if (value > high) high = value;
    }
    if (high - low > by) return true;
  }
  return false;
}

/**
 * True where a box holds ink of its own: dark on light, and not just a rule that runs through it
 * from side to side.
 */
export function holdsInk(raster: Raster, box: PixelBox): boolean {
  const { dark, light } = extremes(raster, box);
  if (light - dark < 24) return false;
  const { grey, width, height } = raster;
  const level = (dark + light) / 2;
  const [x0, y0, x1, y1] = box;
  const inked = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < width && y < height && grey[y * width + x]! < level;
  let own = 0;
  for (let x = x0; x < x1; x++) {
    const rule = inked(x, y0 - 3) && inked(x, y1 + 2);
    for (let y = y0; y < y1; y++)
      if (!rule && inked(x, y) && !(inked(x0 - 3, y) && inked(x1 + 2, y))) own++;
  }
  // White on dark is ink as well.
  return own >= 2 && own < (x1 - x0) * (y1 - y0);
}

/**
 * Mean of every 2 × 2 pixels; the size is that of a picture drawn at half the resolution.
 * @param grey bytes of any content, one for each pixel
 */
export function halved(
  raster: Raster,
  width: number,
  height: number,
  grey: Uint8Array = new Uint8Array(width * height),
): Raster {
  const { grey: large, width: wide } = raster;
  // Where a column is wanting at the right, the last one stands twice.
  const whole = Math.min(width, wide >> 1);
  for (let y = 0, to = 0; y < height; y++) {
    let above = Math.min(2 * y, raster.height - 1) * wide;
    let below = Math.min(2 * y + 1, raster.height - 1) * wide;
    const edge = [above + wide - 1, below + wide - 1] as const;
    for (const end = to + whole; to < end; to++, above += 2, below += 2)
      grey[to] = (large[above]! + large[above + 1]! + large[below]! + large[below + 1]! + 2) >> 2;
    for (const end = (y + 1) * width; to < end; to++)
      grey[to] = (2 * large[edge[0]]! + 2 * large[edge[1]]! + 2) >> 2;
  }
  return { width, height, grey };
}

// A page as shades of grey: what the reading engine takes. Turning, wiping what is known already and
// asking whether there is any ink happen here, in pixels of the displayed page; nothing is read.
import type { PixelBox } from "./pixel-box.ts";

export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
  /** One byte a pixel, 0 is black. */
  readonly grey: Uint8Array;
}

/** How many quarter turns clockwise an image was given before it was read. */
export type Quarter = 0 | 1 | 2 | 3;

/** Shades between paper and what counts as ink. */
const CONTRAST = 70;
/** Ink of a few words: one pixel in three thousand. */
const LEAST_INK = 1 / 3000;

export function greyOf(
  rgba: Uint8Array,
  size: { readonly width: number; readonly height: number },
  dpi: number,
): GreyImage {
  const grey = new Uint8Array(size.width * size.height);
  for (let i = 0, at = 0; i < grey.length; i++, at += 4) {
    grey[i] = (rgba[at]! * 77 + rgba[at + 1]! * 151 + rgba[at + 2]! * 28) >> 8;
  }
  return { ...size, dpi, grey };
}

/** Most pixels of a page are paper: the commonest shade of 32. */
function paperOf({ grey }: GreyImage): number {
  const counts = new Uint32Array(32);
  for (let i = 0; i < grey.length; i += 3) counts[grey[i]! >> 3]!++;
  let most = 0;
  counts.forEach((count, shade) => {
    if (count > counts[most]!) most = shade;
  });
  return most * 8 + 4;
}

/** Whether anything is drawn or written: pixels far from the paper's shade, darker or lighter. */
export function showsInk(image: GreyImage): boolean {
  const paper = paperOf(image);
  let ink = 0;
  for (const shade of image.grey) if (Math.abs(shade - paper) > CONTRAST) ink++;
  return ink > image.grey.length * LEAST_INK;
}

/** Paints boxes over with paper, so that what is known as text is not read twice. */
export function wipe(image: GreyImage, boxes: readonly PixelBox[]): GreyImage {
  if (boxes.length === 0) return image;
  const paper = paperOf(image);
  const grey = image.grey.slice();
  for (const box of boxes) {
    const from = Math.max(0, Math.floor(box.x0) - 1);
    const to = Math.min(image.width, Math.ceil(box.x1) + 1);
    const last = Math.min(image.height, Math.ceil(box.y1) + 1);
    for (let y = Math.max(0, Math.floor(box.y0) - 1); y < last; y++) {
      if (to > from) grey.fill(paper, y * image.width + from, y * image.width + to);
    }
  }
  return { ...image, grey };
}

export function turned(image: GreyImage, quarter: Quarter): GreyImage {
  if (quarter === 0) return image;
  const { width, height, grey } = image;
  const out = new Uint8Array(grey.length);
  const size = quarter === 2 ? { width, height } : { width: height, height: width };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [tx, ty] = turnedPoint(x, y, width - 1, height - 1, quarter);
      out[ty * size.width + tx] = grey[y * width + x]!;
    }
  }
  return { ...size, dpi: image.dpi, grey: out };
}

/** Where a point of an image goes in its turned copy; `right` and `bottom` are its last coordinates. */
function turnedPoint(
  x: number,
  y: number,
  right: number,
  bottom: number,
  quarter: Quarter,
): readonly [number, number] {
  if (quarter === 1) return [bottom - y, x];
  if (quarter === 2) return [right - x, bottom - y];
  return quarter === 3 ? [y, right - x] : [x, y];
}

/** From a point of the turned copy back to the image of `width` by `height` it was made of. */
export function turnedBack(
  x: number,
  y: number,
  { width, height }: { readonly width: number; readonly height: number },
  quarter: Quarter,
): readonly [number, number] {
  if (quarter === 1) return [y, height - x];
  if (quarter === 2) return [width - x, height - y];
  return quarter === 3 ? [width - y, x] : [x, y];
}

// Paint that no plain colour can stand for (gradients, soft edges) drawn as a picture of its own, at
// the place and in the order in which the page paints it. The pixels come from the numbers that the
// paint is told by, never from a drawing of the page: nothing that is painted elsewhere is in them.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { Clip, ImageItem, Pixels } from "./display-list.ts";
import { intersect, isEmpty } from "./path-data.ts";

/** 0xrrggbbaa of a point of the page. */
export type Sample = (x: number, y: number) => number;

const PIXELS_PER_POINT = 150 / 72;
/** A page of A4 and a half; larger ones are drawn coarser. */
const MOST_PIXELS = 3_000_000;

/** What is painted within `reach` and the clip, or undefined where that is nothing. */
export function drawnPicture(reach: Rect, clip: Clip, sample: Sample): ImageItem | undefined {
  const bounds = clip.paths.reduce(
    (r, path) => intersect(r, path.bounds),
    intersect(reach, clip.rect),
  );
  const [x0, y0, x1, y1] = bounds;
  if (isEmpty(bounds) || x1 - x0 < 0.01 || y1 - y0 < 0.01) return undefined;
  const area = (x1 - x0) * (y1 - y0);
  const scale = Math.min(PIXELS_PER_POINT, Math.sqrt(MOST_PIXELS / area));
  const width = Math.max(1, Math.round((x1 - x0) * scale));
  const height = Math.max(1, Math.round((y1 - y0) * scale));
  const data = new Uint8Array(width * height * 4);
  for (let v = 0, at = 0; v < height; v++) {
    const y = y1 - ((v + 0.5) / height) * (y1 - y0);
    for (let u = 0; u < width; u++, at += 4) {
      const rgba = sample(x0 + ((u + 0.5) / width) * (x1 - x0), y);
      data[at] = rgba >>> 24;
      data[at + 1] = (rgba >>> 16) & 255;
      data[at + 2] = (rgba >>> 8) & 255;
      data[at + 3] = rgba & 255;
    }
  }
  const pixels: Pixels = { width, height, kind: "rgba", data, interpolate: false };
  return pictureOf(pixels, [x1 - x0, 0, 0, y1 - y0, x0, y0], bounds, clip);
}

export function pictureOf(
  pixels: Pixels,
  matrix: ImageItem["matrix"],
  bounds: Rect,
  clip: Clip,
): ImageItem {
  return { kind: "image", drawn: true, pixels, matrix, bounds, fill: undefined, clip };
}

/** One pixel as 0xrrggbbaa. Stencils have no colour of their own and are not asked for here. */
export function pixelAt({ width, kind, data }: Pixels, x: number, y: number): number {
  if (kind === "grey1" || kind === "mask") {
    const lit = (data[y * ((width + 7) >> 3) + (x >> 3)]! >> (7 - (x & 7))) & 1;
    return lit ? 0xffffffff : 0x000000ff;
  }
  const at = (y * width + x) * (kind === "rgba" ? 4 : 3);
  const alpha = kind === "rgba" ? data[at + 3]! : 255;
  return ((data[at]! << 24) | (data[at + 1]! << 16) | (data[at + 2]! << 8) | alpha) >>> 0;
}

/** The picture with the opacity of each of its pixels changed. */
export function withOpacity(
  pixels: Pixels,
  opacity: (x: number, y: number, rgba: number) => number,
): Pixels {
  const { width, height, interpolate } = pixels;
  const data = new Uint8Array(width * height * 4);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      const rgba = pixelAt(pixels, x, y);
      data[at] = rgba >>> 24;
      data[at + 1] = (rgba >>> 16) & 255;
      data[at + 2] = (rgba >>> 8) & 255;
      data[at + 3] = Math.round((rgba & 255) * opacity(x, y, rgba));
    }
  }
  return { width, height, kind: "rgba", data, interpolate };
}

// Paint through a soft mask, where the mask is made of pictures, gradients and plain rectangles:
// what is seen is a picture whose opacity the mask tells, point by point. Letters and shapes in a
// mask, and letters behind one, stay not accountable.
import { invert } from "../../../pdfium/display.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { opacityOf } from "./colour.ts";
import { NotAccountable } from "./display-list.ts";
import type { Colour, ImageItem, Item, PathItem } from "./display-list.ts";
import { drawnPicture, pictureOf, pixelAt, withOpacity } from "./drawn.ts";
import type { Sample } from "./drawn.ts";
import { narrow, asRectangle, intersect } from "./path-data.ts";

export interface SoftMask {
  readonly items: readonly Item[];
  /** Brightness is opacity; else opacity itself. */
  readonly luminosity: boolean;
  readonly backdrop: Colour | undefined;
  readonly transfer: ArrayLike<number> | undefined;
  /** Of the mask's group, on the page. */
  readonly bounds: Rect;
}

const REASON = "The page paints through a soft mask";
/** More layers than masks of real pages have. */
const MOST_ITEMS = 40;

/** What a reader sees of an item through the mask. */
export function throughMask(item: Item, mask: SoftMask): ImageItem | undefined {
  if (item.kind === "image" && item.pixels.kind !== "mask") {
    const opacity = opacityThrough(mask);
    const { width, height } = item.pixels;
    const [a, b, c, d, e, f] = item.matrix;
    const pixels = withOpacity(item.pixels, (x, y) => {
      const [u, v] = [(x + 0.5) / width, 1 - (y + 0.5) / height];
      return opacity(a * u + c * v + e, b * u + d * v + f);
    });
    return { ...item, pixels };
  }
  if (item.kind !== "path" || item.paint.stroke || !item.paint.fill)
    throw new NotAccountable(REASON);
  const { fill } = item.paint;
  const clip = narrow(item.clip, item.data, item.paint.evenOdd);
  const colour = parseInt(fill.slice(1, 7), 16);
  const own = opacityOf(fill);
  const [picture] = mask.items;
  const single = mask.items.length === 1 && isDark(mask) ? picture : undefined;
  if (single?.kind === "image" && single.pixels.kind !== "mask" && !single.drawn) {
    return stencilled(single, mask, colour, own, {
      ...clip,
      rect: intersect(clip.rect, shownOf(single, mask)),
    });
  }
  const opacity = opacityThrough(mask);
  return drawnPicture(item.bounds, clip, (x, y) => packed(colour, own * opacity(x, y)));
}

/** The mask's own picture in one colour: its pixels are kept as fine as they are. */
function stencilled(
  image: ImageItem,
  mask: SoftMask,
  colour: number,
  own: number,
  clip: ImageItem["clip"],
): ImageItem {
  const pixels = withOpacity(image.pixels, (_x, _y, rgba) => valueOf(rgba, mask) / 255);
  const rgba = pixels.data;
  for (let i = 0, x = 0; i < rgba.length; i += 4, x++) {
    const told = pixelAt(image.pixels, x % pixels.width, Math.floor(x / pixels.width));
    rgba[i] = colour >>> 16;
    rgba[i + 1] = (colour >>> 8) & 255;
    rgba[i + 2] = colour & 255;
    rgba[i + 3] = Math.round((valueOf(told, mask) * own) / 255);
  }
  return pictureOf(pixels, image.matrix, image.bounds, clip);
}

function shownOf(image: ImageItem, mask: SoftMask): Rect {
  return intersect(intersect(image.bounds, image.clip.rect), mask.bounds);
}

function isDark({ luminosity, backdrop, transfer }: SoftMask): boolean {
  return !transfer && (!luminosity || backdrop === undefined || backdrop === "#000000");
}

/** 0 to 255. */
function valueOf(rgba: number, { luminosity }: SoftMask): number {
  const alpha = rgba & 255;
  if (!luminosity) return alpha;
  const bright = (rgba >>> 24) * 0.3 + ((rgba >>> 16) & 255) * 0.59 + ((rgba >>> 8) & 255) * 0.11;
  return (bright * alpha) / 255;
}

/** 0 to 1 at a point of the page. */
function opacityThrough(mask: SoftMask): (x: number, y: number) => number {
  const { items, bounds, transfer, luminosity, backdrop } = mask;
  if (items.length > MOST_ITEMS) throw new NotAccountable(REASON);
  const samples = items.map(sampleOf);
  const ground = luminosity && backdrop ? ((parseInt(backdrop.slice(1), 16) << 8) | 255) >>> 0 : 0;
  const outside = valueOf(ground, mask);
  const apply = (value: number) => (transfer ? transfer[Math.round(value)]! : value) / 255;
  return (x, y) => {
    if (x < bounds[0] || x > bounds[2] || y < bounds[1] || y > bounds[3]) return apply(outside);
    let value = outside;
    for (const sample of samples) {
      const rgba = sample(x, y);
      const alpha = (rgba & 255) / 255;
      const own = luminosity ? valueOf((rgba | 255) >>> 0, mask) : 255;
      value += (own - value) * alpha;
    }
    return apply(value);
  };
}

function sampleOf(item: Item): Sample {
  if (item.kind === "glyph" || item.clip.paths.length > 0) throw new NotAccountable(REASON);
  const within = item.clip.rect;
  const inside = (r: Rect, x: number, y: number) =>
    x >= r[0] && x <= r[2] && y >= r[1] && y <= r[3];
  if (item.kind === "path") {
    const [bar, paint] = barOf(item);
    return (x, y) => (inside(bar, x, y) && inside(within, x, y) ? paint : 0);
  }
  const { pixels } = item;
  if (pixels.kind === "mask") throw new NotAccountable(REASON);
  const back = invert(item.matrix);
  return (x, y) => {
    if (!inside(within, x, y)) return 0;
    const u = Math.floor((back[0] * x + back[2] * y + back[4]) * pixels.width);
    const v = Math.floor((1 - (back[1] * x + back[3] * y + back[5])) * pixels.height);
    if (u < 0 || v < 0 || u >= pixels.width || v >= pixels.height) return 0;
    return pixelAt(pixels, u, v);
  };
}

function barOf({ data, paint }: PathItem): readonly [Rect, number] {
  const bar = asRectangle(data);
  if (!bar || !paint.fill || paint.stroke) throw new NotAccountable(REASON);
  return [bar, packed(parseInt(paint.fill.slice(1, 7), 16), opacityOf(paint.fill))];
}

function packed(rgb: number, opacity: number): number {
  return ((rgb << 8) | Math.round(opacity)) >>> 0;
}

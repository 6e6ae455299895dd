// Moves what is painted up or down the page, clip and all.
import type { Clip, GlyphItem, ImageItem, PathItem } from "../crisp/interpret/display-list.ts";
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { Matrix } from "../../pdfium/display.ts";
import { transformPath } from "../crisp/interpret/path-data.ts";

export function liftGlyph(item: GlyphItem, rise: number): GlyphItem {
  if (rise === 0) return item;
  return { ...item, matrix: liftMatrix(item.matrix, rise), clip: liftClip(item.clip, rise) };
}

export function liftItem<T extends PathItem | ImageItem>(item: T, rise: number): T {
  if (rise === 0) return item;
  const bounds = liftRect(item.bounds, rise);
  const clip = liftClip(item.clip, rise);
  if (item.kind === "image") {
    return { ...item, matrix: liftMatrix(item.matrix, rise), bounds, clip };
  }
  const data = transformPath(item.data, [1, 0, 0, 1, 0, rise]);
  const stencil = item.stencil && liftMatrix(item.stencil, rise);
  return { ...item, data, bounds, clip, stencil };
}

function liftMatrix([a, b, c, d, e, f]: Matrix, rise: number): Matrix {
  return [a, b, c, d, e, f + rise];
}

function liftRect([x0, y0, x1, y1]: Rect, rise: number): Rect {
  return [x0, y0 + rise, x1, y1 + rise];
}

function liftClip(clip: Clip, rise: number): Clip {
  return {
    rect: liftRect(clip.rect, rise),
    paths: clip.paths.map(({ data, evenOdd, bounds }) => ({
      data: transformPath(data, [1, 0, 0, 1, 0, rise]),
      evenOdd,
      bounds: liftRect(bounds, rise),
    })),
  };
}

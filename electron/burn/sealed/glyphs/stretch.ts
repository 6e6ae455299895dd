// Where a segment of a line lies on the page: as a rectangle in user space and in pixels, with room
// for ascenders and descenders.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { normalise } from "../../../../shared/geometry/rect.ts";
import { toPixels, transformRect } from "../../../pdfium/display.ts";
import type { Size } from "../../../pdfium/display.ts";
import type { OpenPage } from "../../../pdfium/open-page.ts";
import { frameOf, fromFrame } from "./lines.ts";
import type { Segment } from "./lines.ts";
import type { PixelRect } from "../pixels/pixels.ts";

/** The segment's stretch of the page in user space, ascenders and descenders included. */
export function stretchOf(segment: Segment, from = segment.start, to = segment.end): Rect {
  const frame = frameOf(segment.angle);
  const { v, em } = segment;
  const corners = [
    fromFrame(frame, from - 0.3 * em, v - 0.4 * em),
    fromFrame(frame, to + 0.3 * em, v - 0.4 * em),
    fromFrame(frame, to + 0.3 * em, v + 1.1 * em),
    fromFrame(frame, from - 0.3 * em, v + 1.1 * em),
  ];
  const xs = corners.map((c) => c[0]);
  const ys = corners.map((c) => c[1]);
  return normalise(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
}

export function pixelRect(open: OpenPage, size: Size, rect: Rect): PixelRect {
  const [x0, y0, x1, y1] = transformRect(toPixels(open.geometry, size), rect);
  return {
    x0: Math.min(size.width - 1, Math.max(0, Math.floor(x0))),
    y0: Math.min(size.height - 1, Math.max(0, Math.floor(y0))),
    x1: Math.max(1, Math.min(size.width, Math.ceil(x1))),
    y1: Math.max(1, Math.min(size.height, Math.ceil(y1))),
  };
}

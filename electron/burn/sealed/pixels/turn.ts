// Turns pictures by quarters, so that lines written upwards or upside down can be treated as
// upright ones and put back. Pure.
import { Pixels } from "./pixels.ts";
import type { PixelRect } from "./pixels.ts";

/** Quarter turns counter-clockwise that the text has been turned by on the page. */
export type Quarter = 0 | 1 | 2 | 3;

/** The picture with its text made upright. */
export function upright(source: Pixels, quarter: Quarter): Pixels {
  return turned(source, ((4 - quarter) % 4) as Quarter);
}

/** The upright picture put back as it stood. */
export function back(source: Pixels, quarter: Quarter): Pixels {
  return turned(source, quarter);
}

/** Where a rectangle of a page of `width` × `height` lies once the page is made upright. */
export function uprightRect(
  rect: PixelRect,
  width: number,
  height: number,
  quarter: Quarter,
): PixelRect {
  const { x0, y0, x1, y1 } = rect;
  switch (quarter) {
    case 0:
      return rect;
    case 1: // text runs up the page: turned clockwise to read
      return { x0: height - y1, y0: x0, x1: height - y0, y1: x1 };
    case 2:
      return { x0: width - x1, y0: height - y1, x1: width - x0, y1: height - y0 };
    case 3:
      return { x0: y0, y0: width - x1, x1: y1, y1: width - x0 };
  }
}

/** The inverse of `uprightRect`; width and height are those of the page as displayed. */
export function backRect(
  rect: PixelRect,
  width: number,
  height: number,
  quarter: Quarter,
): PixelRect {
  const size = quarter % 2 === 0 ? [width, height] : [height, width];
  return uprightRect(rect, size[0]!, size[1]!, ((4 - quarter) % 4) as Quarter);
}

/** Counter-clockwise by quarters. */
function turned(source: Pixels, quarters: Quarter): Pixels {
  if (quarters === 0) return source;
  const { width, height } = source;
  const swap = quarters % 2 === 1;
  const target = new Pixels(swap ? height : width, swap ? width : height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let tx = x;
      let ty = y;
      if (quarters === 1) {
        tx = y;
        ty = width - 1 - x;
      } else if (quarters === 2) {
        tx = width - 1 - x;
        ty = height - 1 - y;
      } else {
        tx = height - 1 - y;
        ty = x;
      }
      target.data[ty * target.width + tx] = source.at(x, y);
    }
  }
  return target;
}

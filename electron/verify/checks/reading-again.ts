// Reads the burnt lines of a page from its pixels, as a person would who looks at the export: where a
// page is a picture, no text tells what it shows. Hands out what it read; the search for burnt terms
// judges it. What is read is bounded by pixels, not by time, so that equal files give equal answers.
import type { Rect } from "../../../shared/geometry/rect.ts";
import { recogniser } from "../../ocr/engine.ts";
import type { PixelBox, Raster } from "../pixels/raster.ts";
import { isEmpty, pixelBox } from "../pixels/raster.ts";
import type { Zone } from "./zones.ts";

export const READING_DPI = 200;
/** White between two strips, so that their lines stay apart. */
const BETWEEN = 24;
/** Pixels that are read of one page, and of one document. */
const MOST_OF_PAGE = 4_500_000;
const MOST_OF_DOCUMENT = 30_000_000;

/** What may still be read of a document, and what was. */
export class ReadingAllowance {
  left = MOST_OF_DOCUMENT;
  pages = 0;
}

/** The text of the lines that marks touch, by the engine; nothing where there is too much to read. */
export async function readBurntLines(
  picture: Raster,
  zones: readonly Zone[],
  allowance: ReadingAllowance,
): Promise<string> {
  const strips = merged(zones.map(({ rect }) => rect))
    .map((rect) => pixelBox(rect, picture, READING_DPI / 72))
    .filter((box) => !isEmpty(box));
  const image = stacked(picture, strips);
  const pixels = image.width * image.height;
  if (strips.length === 0 || pixels > MOST_OF_PAGE || pixels > allowance.left) return "";
  allowance.left -= pixels;
  allowance.pages++;
  const engine = await recogniser();
  return engine
    .recognise({ ...image, dpi: READING_DPI })
    .map(({ words }) => words.map(({ text }) => text).join(" "))
    .join("\n");
}

/** Bands that overlap become one. */
function merged(rects: readonly Rect[]): Rect[] {
  const bands: Rect[] = [];
  for (const rect of rects.toSorted((a, b) => b[3] - a[3])) {
    const last = bands[bands.length - 1];
    if (last && rect[3] > last[1])
      bands[bands.length - 1] = [
        Math.min(last[0], rect[0]),
        Math.min(last[1], rect[1]),
        Math.max(last[2], rect[2]),
        last[3],
      ];
    else bands.push(rect);
  }
  return bands;
}

function stacked(picture: Raster, strips: readonly PixelBox[]): Raster {
  const width = Math.max(1, ...strips.map(([x0, , x1]) => x1 - x0)) + 2 * BETWEEN;
  const height = strips.reduce((sum, [, y0, , y1]) => sum + y1 - y0 + BETWEEN, BETWEEN);
  const grey = new Uint8Array(width * height).fill(255);
  let at = BETWEEN;
  for (const [x0, y0, x1, y1] of strips) {
    for (let y = y0; y < y1; y++, at++) {
      const from = y * picture.width;
      grey.set(picture.grey.subarray(from + x0, from + x1), at * width + BETWEEN);
    }
    at += BETWEEN;
  }
  return { width, height, grey };
}

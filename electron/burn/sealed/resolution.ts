// Chooses how many pixels a sealed page has: 300 dpi for print, a scan's own grid for a scan (so
// that its pixels are copied and never blended anew, and words move by whole pixels of the scan),
// less for pages too large to hold.
import { displayedSize } from "../../pdfium/display.ts";
import type { Size } from "../../pdfium/display.ts";
import type { PdfiumDocument } from "../../pdfium/document.ts";
import type { OpenPage } from "../../pdfium/open-page.ts";
import { mostDpi, tooLarge } from "../../pdfium/limits.ts";
import type { PageObject } from "../../pdfium/page-objects.ts";
import type { PageMark } from "../page-output.ts";
import type { Glyph } from "./glyphs/glyph.ts";
import { removedBy } from "./glyphs/hit.ts";

export const PRINT_DPI = 300;
/** A scan between these is kept at its own resolution, a coarser one at a multiple of it. */
const SCAN_DPI = [180, 450] as const;
const COARSEST = 60;
/** Square points: the verifier reads pictures at 300 dpi, and no larger ones. */
const MOST_POINTS = 8_600_000;
/** Share of the page that a scan covers in either direction. */
const COVERED = 0.9;

/** Points: type smaller than this is no longer legible at the usual resolution. */
const FINE_PRINT = 5;
/** Dots per inch; resolutions go up by such steps. */
const STEP = 150;

/** Letters of a size before it counts: marks of a maker's stamp do not decide how a page is kept. */
const ENOUGH = 10;
/** Share of its size that the lowest letters are high; some fonts tell no size of their own. */
const X_HEIGHT = 0.6;

/** The smallest size of the letters that stay to be seen, points as displayed; Infinity without any. */
export function finestPrint(
  open: OpenPage,
  glyphs: readonly Glyph[],
  marks: readonly PageMark[],
): number {
  const sizes = glyphs.flatMap((glyph) => {
    const { run, em, ink, text } = glyph;
    if (run.hidden || !/[\p{L}\p{N}]/u.test(text)) return [];
    const high = Math.min(ink[3] - ink[1], ink[2] - ink[0]);
    const size = Math.max(em, high / X_HEIGHT) * open.geometry.userUnit;
    return size < FINE_PRINT && !marks.some(({ rect }) => removedBy(rect, glyph)) ? [size] : [];
  });
  return sizes.sort((a, b) => a - b)[ENOUGH - 1] ?? Infinity;
}

/** @param smallest of the sizes that text is set in, points */
function dpiFor(smallest: number): number {
  return Math.max(PRINT_DPI, Math.ceil((PRINT_DPI * FINE_PRINT) / smallest / STEP) * STEP);
}

/** @param smallest of the sizes that visible text is set in, points as displayed */
export function pixelSize(
  document: PdfiumDocument,
  open: OpenPage,
  objects: readonly PageObject[],
  smallest = Infinity,
): Size {
  const shown = displayedSize(open.geometry);
  const { width, height } = shown;
  if (width * height > MOST_POINTS) throw tooLarge(open.page, shown);
  const most = mostDpi(open.page, shown);
  const scan = scanSize(document, open, objects);
  if (scan && (scan.width * 72) / width <= most) return scan;
  return document.pixelSize(open.page, { dpi: Math.min(dpiFor(smallest), most) });
}

/** The page's size on the grid of the picture that fills it; null where none does. */
function scanSize(
  document: PdfiumDocument,
  open: OpenPage,
  objects: readonly PageObject[],
): Size | null {
  const { pdfium } = document;
  const [x0, y0, x1, y1] = open.geometry.cropBox;
  const filling = objects.filter(
    ({ kind, bounds }) =>
      kind === "image" &&
      Math.min(bounds[2], x1) - Math.max(bounds[0], x0) >= COVERED * (x1 - x0) &&
      Math.min(bounds[3], y1) - Math.max(bounds[1], y0) >= COVERED * (y1 - y0),
  );
  if (filling.length !== 1) return null;
  const { handle, bounds } = filling[0]!;
  const [wide, high] = pdfium.scratch(16, (at) =>
    pdfium.api.FPDFImageObj_GetImagePixelSize(handle, at, at + 4)
      ? Array.from(pdfium.heap.HEAP32.slice(at >> 2, (at >> 2) + 2))
      : [0, 0],
  ) as [number, number];
  const across = (wide * (x1 - x0)) / (bounds[2] - bounds[0]);
  const up = (high * (y1 - y0)) / (bounds[3] - bounds[1]);
  const inches = ((x1 - x0) * open.geometry.userUnit) / 72;
  const dpi = across / inches;
  const dpiUp = up / (((y1 - y0) * open.geometry.userUnit) / 72);
  if (!(dpi >= COARSEST && dpi <= SCAN_DPI[1]) || Math.abs(dpi - dpiUp) > 0.01 * dpi) {
    return null;
  }
  const times = Math.max(1, Math.ceil(SCAN_DPI[0] / dpi));
  const size = { width: Math.round(across) * times, height: Math.round(up) * times };
  const turned = open.geometry.rotation % 180 !== 0;
  return turned ? { width: size.height, height: size.width } : size;
}

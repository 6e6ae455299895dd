// The look of a page written anew against the original's, drawn by PDFium, which took no part in
// reading or writing it. What the marks touched is left out; elsewhere a letter that is missing,
// added, moved or drawn in another shape shows as a dark or light patch. It only ever says no.
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { PdfiumDocument } from "../../pdfium/document.ts";
import { openPdfium } from "../../pdfium/document.ts";
import { toPixels, transformRect } from "../../pdfium/display.ts";

/**
 * A look at the page written anew, by an engine that took no part: a plain reason where it differs
 * from the original outside `touched` (un-rotated user space), else undefined.
 */
export type PageCheck = (
  page: number,
  single: Uint8Array,
  touchedOriginal: readonly Rect[],
) => Promise<string | undefined>;

const DPI = 72;
/** Half the side of the square over which pixels are averaged: hinting and smoothing vanish in it. */
const REACH = 2;
/** Mean difference in such a square, of 255, that no smoothing explains. */
const PATCH = 22;
/** Pixels in such squares from which a page counts as different. */
const PIXELS = 20;
/** Pixels around touched areas that smoothing may reach. */
const MARGIN = 3;

/** Compares against pages of an open original. */
export function pdfiumCheck(original: PdfiumDocument): PageCheck {
  return async (page, single, touchedOriginal) => {
    const size = original.pixelSize(page, { dpi: DPI });
    const before = original.withPage(page, (open) => original.drawOpen(open, size));
    const written = await openPdfium(single);
    try {
      const after = written.withPage(1, (open) => written.drawOpen(open, size));
      const map = toPixels(original.geometry(page), size);
      const touched = touchedOriginal.map((rect) => transformRect(map, rect));
      const patches = patchesOf(before, after, size.width, size.height, touched);
      return patches > PIXELS ? "The page written anew would not look the same" : undefined;
    } finally {
      written.close();
    }
  };
}

/** Pixels whose surroundings differ, outside the touched rectangles (pixels, origin top-left). */
export function patchesOf(
  before: Uint32Array,
  after: Uint32Array,
  width: number,
  height: number,
  touched: readonly Rect[],
): number {
  const stride = width + 1;
  const a = { width, height, grey: greyOf(before) };
  const b = { width, height, grey: greyOf(after) };
  const skip = maskOf(width, height, touched);
  // Sums over all pixels above and left of what neither picture's neighbourhood explains.
  const sums = new Int32Array(stride * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (before[at] !== after[at] && skip[at] === 0) {
        row += Math.max(beyond(a.grey[at]!, b, x, y), beyond(b.grey[at]!, a, x, y));
      }
      sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1]! + row;
    }
  }
  const side = REACH * 2 + 1;
  const limit = PATCH * side * side;
  let count = 0;
  for (let y = REACH; y < height - REACH; y++) {
    const top = (y - REACH) * stride;
    const bottom = (y + REACH + 1) * stride;
    for (let x = REACH; x < width - REACH; x++) {
      const left = x - REACH;
      const right = x + REACH + 1;
      const outer = sums[bottom + right]! + sums[top + left]!;
      if (outer - sums[bottom + left]! - sums[top + right]! > limit) count++;
    }
  }
  return count;
}

interface Grey {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/**
 * How far a pixel lies outside what the other picture shows at its place and next to it: engines
 * snap edges to the next pixel, and that is no difference.
 */
function beyond(own: number, other: Grey, x: number, y: number): number {
  const { width, height, grey } = other;
  let low = 255;
  let high = 0;
  for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
    for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
      const value = grey[v * width + u]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return own < low ? low - own : own > high ? own - high : 0;
}

function greyOf(pixels: Uint32Array): Uint8Array {
  const out = new Uint8Array(pixels.length);
  for (let i = 0; i < pixels.length; i++) out[i] = brightness(pixels[i]!);
  return out;
}

function maskOf(width: number, height: number, touched: readonly Rect[]): Uint8Array {
  const mask = new Uint8Array(width * height);
  for (const [x0, y0, x1, y1] of touched) {
    const left = Math.max(0, Math.floor(x0) - MARGIN);
    const right = Math.min(width, Math.ceil(x1) + MARGIN);
    const bottom = Math.min(height, Math.ceil(y1) + MARGIN);
    for (let y = Math.max(0, Math.floor(y0) - MARGIN); y < bottom; y++) {
      if (right > left) mask.fill(1, y * width + left, y * width + right);
    }
  }
  return mask;
}

/** Of a pixel 0xffBBGGRR, 0 to 255. */
function brightness(pixel: number): number {
  return ((pixel & 255) * 77 + ((pixel >>> 8) & 255) * 150 + ((pixel >>> 16) & 255) * 29) >> 8;
}

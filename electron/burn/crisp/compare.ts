// The look of a page written anew against the original's, drawn by PDFium, which took no part in
// reading or writing it. What the marks touched is left out; elsewhere a letter that is missing,
// added, moved or drawn in another shape shows as a dark or light patch. It only ever says no.
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { Size } from "../../pdfium/display.ts";
import type { PdfiumDocument } from "../../pdfium/document.ts";
import type { OpenPage } from "../../pdfium/open-page.ts";
import { openPdfium } from "../../pdfium/document.ts";
import { toPixels, transformRect } from "../../pdfium/display.ts";
import type { PageOutput } from "../page-output.ts";
import { Levels } from "./levels.ts";
import type { Room } from "./levels.ts";
import { around, maskOf, openBands } from "./stretches.ts";

/** How an original's page looks: all that the comparison needs of it. */
export interface Look extends Size {
  readonly levels: Levels;
}

/** A page written anew and the look that it has to have. */
export interface Proof {
  readonly output: PageOutput;
  readonly judged: PageLook;
  readonly look: Look;
  /** Touched areas, and those of letters that may differ, in pixels of the look. */
  readonly touched: readonly Rect[];
  readonly loose: readonly Rect[];
}

/** How a page's look is to be judged. */
export interface PageLook {
  /** Letters of fonts that the file does not bring: engines draw each in a font of their own. */
  readonly loose: readonly Rect[];
  /** Letters that are stencils, which engines put on whole pixels: seen as they are only enlarged. */
  readonly stencils: boolean;
}

const DPI = 72;
const ENLARGED = 4;
/** Half the side of the square over which pixels are averaged: hinting and smoothing vanish in it. */
const REACH = 2;
/** Mean difference in such a square, of 255, that no smoothing explains. */
const PATCH = 22;
/** Differences up to this are smoothing. */
const FAINT = 18;
/** Pixels in such squares from which a page counts as different. */
const PIXELS = 20;
/** Pixels by which the edges of a letter differ from one engine's own font to another's. */
const STRAY = 3;

/** @param canvas holds the look from now on */
export function lookOf(
  original: PdfiumDocument,
  open: OpenPage,
  canvas: Canvas,
  stencils = false,
): Look {
  const size = original.pixelSize(open.page, { dpi: DPI });
  if (stencils)
    return { ...size, levels: Levels.known(enlarged(original, open, size), size.width) };
  canvas.pixels = original.drawOpen(open, size, undefined, canvas.pixels);
  return { ...size, levels: Levels.ofPixels(canvas.pixels, size.width, canvas) };
}

export function proofFor(
  original: PdfiumDocument,
  output: PageOutput,
  judged: PageLook,
  look: Look,
): Proof {
  const { page, touchedOriginal } = output.burned;
  const map = toPixels(original.geometry(page), look);
  const seen = (rects: readonly Rect[]) => rects.map((rect) => transformRect(map, rect));
  return { output, judged, look, touched: seen(touchedOriginal), loose: seen(judged.loose) };
}

/**
 * Which pages look as their originals do outside what was touched, by an engine that took no part in
 * writing them. They are looked at in one document, so that what they share is read once.
 */
export async function lookTheSame(proofs: readonly Proof[]): Promise<readonly boolean[]> {
  if (proofs.length === 0) return [];
  const { proofOf } = await import("./proof.ts");
  const written = await openPdfium(await proofOf(proofs.map(({ output }) => output)));
  try {
    const room: Room = {};
    return proofs.map((proof, i) =>
      written.withPage(i + 1, (open) => isSame(written, open, proof, room)),
    );
  } finally {
    written.close();
  }
}

function isSame(written: PdfiumDocument, open: OpenPage, proof: Proof, room: Room): boolean {
  const { judged, look, touched, loose } = proof;
  const differs = (after: Levels) => patchesOf(look.levels, after, touched, loose) > PIXELS;
  if (judged.stencils) return !differs(Levels.known(enlarged(written, open, look), look.width));
  return !written.withDrawn(open, look, (pixels) =>
    differs(Levels.ofPixels(pixels, look.width, room)),
  );
}

/** Pixels that are drawn into again, when nobody asks for those any more. */
export interface Canvas extends Room {
  pixels?: Uint32Array;
}

/** Drawn larger, then each square of pixels as one of their mean brightness. */
function enlarged(document: PdfiumDocument, open: OpenPage, { width, height }: Size): Uint8Array {
  const large = { width: width * ENLARGED, height: height * ENLARGED };
  const from = document.brightnessOf(open, large);
  const out = new Uint8Array(width * height);
  for (let at = 0; at < out.length; at++) {
    const x = (at % width) * ENLARGED;
    const y = Math.floor(at / width) * ENLARGED;
    let sum = 0;
    for (let v = 0; v < ENLARGED; v++)
      for (let u = 0; u < ENLARGED; u++) sum += from[(y + v) * large.width + x + u]!;
    out[at] = Math.round(sum / ENLARGED ** 2);
  }
  return out;
}

/** Pixels whose surroundings differ, outside the touched rectangles (pixels, origin top-left). */
export function patchesOf(
  before: Levels,
  after: Levels,
  touched: readonly Rect[],
  loose: readonly Rect[] = [],
): number {
  const { width, height } = before;
  const wide = loose.length > 0 ? maskOf(width, height, loose) : undefined;
  const pictures: Pictures = { before, after, width, height, wide };
  let count = 0;
  for (const { top, bottom, open } of openBands(touched.map(around), width, height)) {
    for (let row = top * width; row < bottom * width; row += width) {
      for (const [from, to] of open) {
        // Most of a page is equal.
        if (!before.isEqual(after, row + from, row + to))
          count += patchesIn(row + from, row + to, pictures);
      }
    }
  }
  return count;
}

interface Pictures extends Size {
  readonly before: Levels;
  readonly after: Levels;
  readonly wide: Uint8Array | undefined;
  /** Sums over the square around each pixel, kept only where anything differs. */
  sums?: Int32Array;
}

/** Pixels of a stretch of a row from which on a square passes the limit. */
function patchesIn(from: number, end: number, pictures: Pictures): number {
  const { width, wide } = pictures;
  const y = Math.floor(from / width);
  const near = wide ? STRAY : 1;
  const before = pictures.before.take(y - near, y + near + 1);
  const after = pictures.after.take(y - near, y + near + 1);
  let count = 0;
  for (let at = from; at < end; at++) {
    const gap = before[at]! - after[at]!;
    if (gap > FAINT || gap < -FAINT) count += patchesAt(at, before, after, pictures);
  }
  return count;
}

function patchesAt(at: number, before: Uint8Array, after: Uint8Array, pictures: Pictures): number {
  const { width, wide } = pictures;
  const near = wide?.[at] === 1 ? STRAY : 1;
  const strange = Math.max(
    beyond(before[at]!, after, at, pictures, near),
    beyond(after[at]!, before, at, pictures, near),
  );
  if (strange === 0) return 0;
  pictures.sums ??= new Int32Array(before.length);
  return spread(pictures.sums, strange, at, width, PATCH * (REACH * 2 + 1) ** 2);
}

/** Adds to the squares around a pixel; how many of them pass the limit now. */
function spread(
  sums: Int32Array,
  strange: number,
  at: number,
  width: number,
  limit: number,
): number {
  let passed = 0;
  for (let dy = -REACH; dy <= REACH; dy++) {
    const row = at + dy * width;
    for (let key = Math.max(0, row - REACH); key <= row + REACH && key < sums.length; key++) {
      const sum = sums[key]!;
      sums[key] = sum + strange;
      if (sum <= limit && sum + strange > limit) passed++;
    }
  }
  return passed;
}

/**
 * How far a brightness lies outside what the other picture shows at its place and next to it:
 * engines snap edges to the next pixel, and that is no difference.
 */
function beyond(
  own: number,
  other: Uint8Array,
  at: number,
  { width, height }: Size,
  near: number,
): number {
  const x = at % width;
  const y = (at - x) / width;
  let low = 255;
  let high = 0;
  for (let v = Math.max(0, y - near); v <= Math.min(height - 1, y + near); v++) {
    for (let u = Math.max(0, x - near); u <= Math.min(width - 1, x + near); u++) {
      const value = other[v * width + u]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return own < low ? low - own : own > high ? own - high : 0;
}

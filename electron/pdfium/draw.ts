// Draws an open page into memory of the engine and gives its pixels out: as they are, or as nothing
// but how bright they are. The ground is opaque white, and drawing on it keeps it opaque.
import { Refusal } from "../../shared/model/refusal.ts";
import type { Size } from "./display.ts";
import type { OpenPage, Window } from "./open-page.ts";
import type { Pdfium } from "./engine.ts";

/** Pixels 0xffBBGGRR in the engine's memory; gone with the call that they are given to. */
interface Drawn extends Size {
  readonly heap: ArrayBufferLike;
  readonly at: number;
  /** Pixels from row to row. */
  readonly stride: number;
}

/** @param form FPDF_FORMHANDLE, or 0 */
export function drawn<T>(
  pdfium: Pdfium,
  form: number,
  open: OpenPage,
  size: Size,
  part: Window,
  use: (drawn: Drawn) => T,
): T {
  const { api } = pdfium;
  const { width, height } = part;
  const bytes = width * height * 4;
  const canvas = pdfium.canvas(bytes);
  const bitmap = api.FPDFBitmap_CreateEx(width, height, BGRX, canvas, canvas ? width * 4 : 0);
  if (!bitmap) {
    throw new Refusal("too-much-memory", `Page ${open.page} is too large to draw.`, open.page);
  }
  try {
    const at = [-part.x, -part.y, size.width, size.height, 0] as const;
    if (canvas) pdfium.heap.HEAPU8.fill(255, canvas, canvas + bytes);
    else api.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    api.FPDF_RenderPageBitmap(bitmap, open.handle, ...at, DRAW_ANNOTATIONS | RGB_ORDER);
    if (form) api.FPDF_FFLDraw(form, bitmap, open.handle, ...at, RGB_ORDER);
    const buffer = api.FPDFBitmap_GetBuffer(bitmap);
    const stride = api.FPDFBitmap_GetStride(bitmap) / 4;
    return use({ width, height, heap: pdfium.heap.HEAPU8.buffer, at: buffer, stride });
  } finally {
    api.FPDFBitmap_Destroy(bitmap);
  }
}

/** The pixels where they lie; undefined where rows are longer than what is shown of them. */
export function inPlace({ width, height, heap, at, stride }: Drawn): Uint32Array | undefined {
  return stride === width ? new Uint32Array(heap, at, width * height) : undefined;
}

/** A copy of the pixels; in `into` where it fits. */
export function copied(drawn: Drawn, into: Uint32Array | undefined): Uint32Array {
  const { width, height, heap, at, stride } = drawn;
  const pixels = into?.length === width * height ? into : new Uint32Array(width * height);
  const all = inPlace(drawn);
  if (all) {
    pixels.set(all);
    return pixels;
  }
  for (let y = 0; y < height; y++) {
    pixels.set(new Uint32Array(heap, at + y * stride * 4, width), y * width);
  }
  return pixels;
}

/** How bright each pixel is, 0 to 255. */
export function brightness({ width, height, heap, at, stride }: Drawn): Uint8Array {
  const levels = new Uint8Array(width * height).fill(255);
  const pixels = new Int32Array(heap, at, stride * height);
  const bytes = Buffer.from(heap, at, stride * height * 4);
  const white = Buffer.alloc(width * 4, 255);
  for (let y = 0; y < height; y++) {
    const row = y * stride;
    // Most rows of a page are white.
    if (white.compare(bytes, row * 4, (row + width) * 4) !== 0)
      brightRow(pixels, row, width, levels, y * width);
  }
  return levels;
}

function brightRow(
  pixels: Int32Array,
  from: number,
  width: number,
  levels: Uint8Array,
  to: number,
): void {
  for (let x = 0; x < width; x++) {
    const pixel = pixels[from + x]!;
    if (pixel !== -1) levels[to + x] = levelOf(pixel);
  }
}

/** How bright a pixel 0xffBBGGRR is, 0 to 255. */
export function levelOf(pixel: number): number {
  return ((pixel & 255) * 77 + ((pixel >>> 8) & 255) * 150 + ((pixel >>> 16) & 255) * 29) >> 8;
}

// Names for PDFium's numbers.
const BGRX = 3;
const WHITE = 0xffffffff;
const DRAW_ANNOTATIONS = 0x01;
const RGB_ORDER = 0x10;

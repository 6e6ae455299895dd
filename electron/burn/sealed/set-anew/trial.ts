// Judges a trial drawing: are a line's glyphs, drawn one by one in their old places, what stood
// there before? The line as a whole may differ by the rounding of edges, a letter by next to nothing:
// one wrong letter is little ink on a long line, and a wrong letter is another word (B3).
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { Glyph } from "../glyphs/glyph.ts";
import type { Segment } from "../glyphs/lines.ts";
import { luminance } from "../pixels/pixels.ts";
import type { PixelRect, Pixels } from "../pixels/pixels.ts";

/** A pixel that differs by more than this was drawn otherwise; less is the rounding of edges. */
const OTHERWISE = 110;
const LINE = { share: 0.006, pixels: 8 };
const LETTER = { share: 0.004, pixels: 2 };

export interface Shots {
  readonly before: Pixels;
  readonly again: Pixels;
  /** Without the line. */
  readonly empty: Pixels;
}

export function alike(shots: Shots): boolean {
  if (sameDrawing(shots)) return true;
  const { width, height } = shots.before;
  return otherwise(shots, { x0: 0, y0: 0, x1: width, y1: height }, LINE) <= 0;
}

/** @param place a rectangle in user space on the pictures */
export function wrongLetters(
  segment: Segment,
  shots: Shots,
  place: (rect: Rect) => PixelRect,
): readonly Glyph[] {
  if (sameDrawing(shots)) return [];
  return segment.glyphs
    .map(({ glyph }) => glyph)
    .filter(({ ink }) => otherwise(shots, shots.before.clip(place(ink)), LETTER) > 0);
}

/** Pixel for pixel, which is what most lines come to. */
function sameDrawing({ before, again }: Shots): boolean {
  return samePixels(before, again);
}

/** @param b of the same size */
export function samePixels(a: Pixels, b: Pixels): boolean {
  return bytesOf(a).equals(bytesOf(b));
}

function bytesOf({ data }: Pixels): Buffer {
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
}

/** Pixels that differ beyond what is tolerated. */
function otherwise(
  { before, again, empty }: Shots,
  { x0, y0, x1, y1 }: PixelRect,
  tolerated: typeof LINE,
): number {
  let other = 0;
  for (let y = y0; y < y1; y++) {
    for (let i = y * before.width + x0; i < y * before.width + x1; i++) {
      const a = before.data[i]!;
      const b = again.data[i]!;
      if (a !== b && differs(a, b) && !nearby(again, i, a) && !nearby(before, i, b)) other++;
    }
  }
  if (other <= tolerated.pixels) return other - tolerated.pixels;
  let ink = 0;
  for (let y = y0; y < y1; y++) {
    for (let i = y * before.width + x0; i < y * before.width + x1; i++) {
      if (before.data[i] !== empty.data[i]) ink++;
    }
  }
  return other - Math.max(tolerated.pixels, tolerated.share * ink);
}

function differs(a: number, b: number): boolean {
  return Math.abs(luminance(a) - luminance(b)) > OTHERWISE;
}

/** The engine sets small glyphs on whole pixels and may round one by one otherwise than as a row. */
function nearby(picture: Pixels, i: number, pixel: number): boolean {
  const { width, data } = picture;
  for (const step of [-1, 1, -width, width]) {
    const other = data[i + step];
    if (other !== undefined && !differs(other, pixel)) return true;
  }
  return false;
}

/** Gives every wrong letter its next possible code; false where one has none left. */
export function tryNext(wrong: readonly Glyph[]): boolean {
  return wrong.every((glyph) => {
    const next = glyph.codes[glyph.codes.findIndex(({ code }) => code === glyph.code) + 1];
    if (next === undefined || glyph.codes.length < 2) return false;
    glyph.code = next.code;
    glyph.advance = next.advance;
    return true;
  });
}

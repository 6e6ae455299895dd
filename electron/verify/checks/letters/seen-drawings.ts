// Drawings of letters that were found to be the letters that they say, so that the same pixels under
// the same letter need no second look: a line of text has few letters that are not drawn again and again.
import type { PdfiumEngine } from "../../engines/pdfium.ts";
import { pixelBox } from "../../pixels/raster.ts";
import type { Raster } from "../../pixels/raster.ts";
import type { Glyph } from "../../reading/glyph.ts";

interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** Levels of 255 by which a pixel of the same drawing may differ. */
const SAME = 24;
/** Drawings of one letter in one size that are remembered, and of all. */
const MOST_OF_ONE = 16;
const MOST = 20_000;
/** Pixels by which a letter's box may be rounded another way. */
const SHIFTS = [0, 1, -1];

const seen = new WeakMap<PdfiumEngine, SeenDrawings>();

export class SeenDrawings {
  /** By what a letter stands for, what it says, and its size and angle. */
  private readonly drawings = new Map<string, Map<string, Map<number, Drawing[]>>>();
  private count = 0;

  /** Remembered as long as an engine is. */
  static of(engine: PdfiumEngine): SeenDrawings {
    let known = seen.get(engine);
    if (!known) seen.set(engine, (known = new SeenDrawings()));
    return known;
  }

  /**
   * True where these very pixels were taken for the letter before, or `look` takes them for it now.
   * @param stood what the letter stands for
   * @param look undefined where it cannot be told: then nothing is remembered
   */
  isKnown(
    stood: string,
    glyph: Glyph,
    picture: Raster,
    scale: number,
    look: () => boolean | undefined,
  ): boolean {
    const drawings = this.of(stood, glyph);
    const [left, top, right, bottom] = pixelBox(glyph.box, picture, scale);
    if (standsAmong(drawings, picture, left, top, right - left, bottom - top)) return true;
    const found = look();
    if (found !== true) return found === undefined;
    if (drawings.length >= MOST_OF_ONE || this.count >= MOST) return true;
    this.count++;
    const grey = cut(picture, left, top, right, bottom);
    drawings.push({ width: right - left, height: bottom - top, grey });
    return true;
  }

  /** Asked for every letter: no text is put together for it. */
  private of(stood: string, { text, size, angle }: Glyph): Drawing[] {
    let texts = this.drawings.get(stood);
    if (!texts) this.drawings.set(stood, (texts = new Map()));
    let kinds = texts.get(text);
    if (!kinds) texts.set(text, (kinds = new Map()));
    const kind = Math.round(size * 50) * 360 + angle;
    let drawings = kinds.get(kind);
    if (!drawings) kinds.set(kind, (drawings = []));
    return drawings;
  }
}

function cut(
  picture: Raster,
  left: number,
  top: number,
  right: number,
  bottom: number,
): Uint8Array {
  const width = right - left;
  const grey = new Uint8Array(width * (bottom - top));
  for (let y = top; y < bottom; y++) {
    const from = y * picture.width + left;
    grey.set(picture.grey.subarray(from, from + width), (y - top) * width);
  }
  return grey;
}

function standsAmong(
  drawings: readonly Drawing[],
  picture: Raster,
  left: number,
  top: number,
  width: number,
  height: number,
): boolean {
  for (const down of SHIFTS)
    for (const across of SHIFTS)
      for (let i = 0; i < drawings.length; i++) {
        const drawing = drawings[i]!;
        if (
          drawing.width === width &&
          drawing.height === height &&
          isSame(drawing, picture, left + across, top + down)
        )
          return true;
      }
  return false;
}

function isSame(
  { width, height, grey }: Drawing,
  picture: Raster,
  left: number,
  top: number,
): boolean {
  const { width: wide, grey: shown } = picture;
  if (left < 0 || top < 0 || left + width > wide || top + height > picture.height) return false;
  for (let y = 0, i = 0, at = top * wide + left; y < height; y++, at += wide - width)
    for (let x = 0; x < width; x++, i++, at++) {
      const gap = grey[i]! - shown[at]!;
      if (gap > SAME || gap < -SAME) return false;
    }
  return true;
}

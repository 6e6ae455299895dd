// Drawings of letters that were found to be the letters that they say, so that the same pixels under
// the same letter need no second look: a line of text has few letters that are not drawn again and again.
import type { PdfiumEngine } from "../engines/pdfium.ts";
import { pixelBox } from "../pixels/raster.ts";
import type { Raster } from "../pixels/raster.ts";
import type { Glyph } from "../reading/glyph.ts";

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
  private readonly drawings = new Map<string, Drawing[]>();
  private count = 0;

  /** Remembered as long as an engine is. */
  static of(engine: PdfiumEngine): SeenDrawings {
    let known = seen.get(engine);
    if (!known) seen.set(engine, (known = new SeenDrawings()));
    return known;
  }

  /**
   * True where these very pixels were taken for the letter before, or `look` takes them for it now.
   * @param look undefined where it cannot be told: then nothing is remembered
   */
  isKnown(
    letter: string,
    glyph: Glyph,
    picture: Raster,
    scale: number,
    look: () => boolean | undefined,
  ): boolean {
    const key = `${letter} ${Math.round(glyph.size * 50)} ${glyph.angle}`;
    const [left, top, right, bottom] = pixelBox(glyph.box, picture, scale);
    const [width, height] = [right - left, bottom - top];
    const drawings = this.drawings.get(key) ?? [];
    for (const one of drawings)
      if (one.width === width && one.height === height && standsAt(one, picture, left, top))
        return true;
    const found = look();
    if (found !== true) return found === undefined;
    if (drawings.length >= MOST_OF_ONE || this.count >= MOST) return true;
    this.count++;
    this.drawings.set(key, [
      ...drawings,
      { width, height, grey: cut(picture, left, top, right, bottom) },
    ]);
    return true;
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

function standsAt(drawing: Drawing, picture: Raster, left: number, top: number): boolean {
  return SHIFTS.some((down) =>
    SHIFTS.some((across) => isSame(drawing, picture, left + across, top + down)),
  );
}

function isSame({ width, height, grey }: Drawing, picture: Raster, left: number, top: number) {
  if (left < 0 || top < 0 || left + width > picture.width || top + height > picture.height)
    return false;
  for (let y = 0, i = 0; y < height; y++) {
    let at = (top + y) * picture.width + left;
    for (let x = 0; x < width; x++)
      if (Math.abs(grey[i++]! - picture.grey[at++]!) > SAME) return false;
  }
  return true;
}

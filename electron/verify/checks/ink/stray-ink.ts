// Ink of an export that no known text accounts for, counted row by row: the strips of lines that follow
// one another overlap, and several marks share a line.
import type { PixelBox, Raster } from "../../pixels/raster.ts";

/** Pixels that no known text accounts for, beyond which a strip may hold a picture. */
const STRAYS = 30;
const INKED = 150;

export class StrayInk {
  private readonly grey: Uint8Array;
  private readonly width: number;
  private readonly known: Uint8Array;
  private readonly words: Int32Array;
  private readonly knownWords: Int32Array;
  /** By the sides of a strip: the pixels of each row, -1 where they are not counted yet. */
  private readonly counted = new Map<string, Int32Array>();

  /** @param known one byte for each pixel of the picture, 1 where ink is accounted for */
  constructor({ grey, width }: Raster, known: Uint8Array) {
    this.grey = grey;
    this.width = width;
    this.known = known;
    this.words = new Int32Array(grey.buffer, grey.byteOffset, grey.length >> 2);
    this.knownWords = new Int32Array(known.buffer, known.byteOffset, known.length >> 2);
  }

  /** Enough of it in a strip. */
  isIn([x0, top, x1, bottom]: PixelBox): boolean {
    const sides = `${x0} ${x1}`;
    let rows = this.counted.get(sides);
    if (!rows) {
      rows = new Int32Array(Math.ceil(this.grey.length / this.width)).fill(-1);
      this.counted.set(sides, rows);
    }
    let stray = 0;
    for (let y = top; y < bottom; y++) {
      if (rows[y] === -1) rows[y] = this.inRow(y * this.width + x0, y * this.width + x1);
      stray += rows[y]!;
      if (stray > STRAYS) return true;
    }
    return false;
  }

  private inRow(from: number, end: number): number {
    const { grey, known, words, knownWords } = this;
    let stray = 0;
    for (let i = from; i < end; i++) {
      // Four white or known pixels at a time are passed over.
      if ((i & 3) === 0)
        while (i + 4 <= end && (words[i >> 2] === -1 || knownWords[i >> 2] === 0x01010101)) i += 4;
      if (i < end && grey[i]! <= INKED && !known[i]) stray++;
    }
    return stray;
  }
}

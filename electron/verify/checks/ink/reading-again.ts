// Reads from its pixels what nothing explains on the burnt lines of a page that is a picture, as a
// person would who looks at the export. Hands out what it read; the search for burnt terms judges it.
// A label that was read before is not read again. What is read is bounded by pixels, not by time, so
// that equal files give equal answers.
import { recogniser } from "../../../ocr/engine.ts";
import type { Blob, Blobs } from "../../pixels/blobs.ts";
import type { PixelBox, Raster } from "../../pixels/raster.ts";
import { samePlace } from "../../pixels/same-ink.ts";
import { CUT } from "../../reading/fold.ts";
import { isSolid, piecesOf, stacked } from "./reading-pieces.ts";
import type { Piece, Strip } from "./reading-pieces.ts";
import type { Unproven } from "./unproven-ink.ts";

/** The picture that is read is so many times finer than the one in which ink was told apart. */
export const FINER = 2;
/** Pixels that are read of one page, and of one document. */
const MOST_OF_PAGE = 6_000_000;
const MOST_OF_DOCUMENT = 40_000_000;
/** Labels that are remembered, and the correlation at which two drawings of one are the same. */
const MOST_KNOWN = 400;
const ALIKE = 0.95;
const NEAR: readonly [number, number] = [2, 2];
/** Paper around a remembered label. */
const MARGIN = 8;

interface Known {
  readonly picture: Raster;
  readonly width: number;
  readonly height: number;
  text: string;
}

/** Reads the pages of one document, and remembers the labels that it has read. */
export class InkReader {
  /** Pages of which something was left to read. */
  pages = 0;
  private left = MOST_OF_DOCUMENT;
  private readonly known: Known[] = [];

  /**
   * @param fine the page `FINER` times as fine, at least around boxes of the candidate
   * @returns what the unproven ink says; nothing where there is too much to read
   */
  async read(
    unproven: readonly Unproven[],
    candidate: Raster,
    dpi: number,
    fine: (boxes: readonly PixelBox[]) => Promise<Raster>,
  ): Promise<string> {
    const told: string[] = [];
    const pieces: Piece[] = [];
    const added = new Map<Piece, Known>();
    for (const { blobs, region, left } of unproven) {
      if (!blobs) {
        pieces.push({ box: region, blobs: undefined, own: [] });
        continue;
      }
      const unread: Blob[] = [];
      for (const blob of left) {
        const known = isSolid(blob) ? this.knownAs(blobs, blob, candidate) : undefined;
        if (known) told.push(known.text);
        else if (!isSolid(blob) || this.known.length >= MOST_KNOWN) unread.push(blob);
        else {
          const piece: Piece = { box: blob.box, blobs, own: [blob] };
          pieces.push(piece);
          added.set(piece, this.remember(blobs, blob, candidate));
        }
      }
      pieces.push(...piecesOf(blobs, unread));
    }
    if (pieces.length + told.length > 0) this.pages++;
    const limit = Math.min(MOST_OF_PAGE, this.left);
    if (pieces.length === 0) return told.join("\n");
    const around = await fine(pieces.map(({ box }) => box));
    const { image, strips } = stacked(pieces, around, FINER, limit);
    this.left -= image.width * image.height;
    const engine = await recogniser();
    for (const { words, baseline } of engine.recognise({ ...image, dpi: dpi * FINER })) {
      const read = words.map((word) => word.text).join(" ");
      const piece = at(strips, baseline.y0);
      // A box is read twice, on its paper and on itself: two readings of one label spell no third text.
      const twice = strips.filter((strip) => strip.piece === piece).length > 1;
      const text = twice ? `${CUT}\n${read}\n${CUT}` : read;
      told.push(text);
      const known = piece && added.get(piece);
      if (known) known.text += `${text}\n`;
    }
    return told.join("\n");
  }

  /**
   * Lines of writing in parts of a page.
   * @param regions pixels of the picture in which ink is told apart
   * @param fine the page `FINER` times as fine
   */
  async linesIn(
    regions: readonly PixelBox[],
    dpi: number,
    fine: () => Promise<Raster>,
  ): Promise<string[]> {
    if (regions.length === 0 || this.left <= 0) return [];
    const pieces = regions.map((box): Piece => ({ box, blobs: undefined, own: [] }));
    const { image } = stacked(pieces, await fine(), FINER, Math.min(MOST_OF_PAGE, this.left));
    this.left -= image.width * image.height;
    const lines = (await recogniser()).recognise({ ...image, dpi: dpi * FINER });
    return lines.map(({ words }) => words.map(({ text }) => text).join(" "));
  }

  private knownAs(blobs: Blobs, blob: Blob, candidate: Raster): Known | undefined {
    const [x0, y0, x1, y1] = blob.box;
    return this.known.find(({ picture, width, height }) => {
      if (Math.abs(x1 - x0 - width) > 1 || Math.abs(y1 - y0 - height) > 1) return false;
      const guess = { dx: MARGIN - x0, dy: MARGIN - y0 };
      return samePlace(candidate, blobs, blob, picture, guess, NEAR, ALIKE) !== undefined;
    });
  }

  private remember({ paper, owners, region }: Blobs, blob: Blob, candidate: Raster): Known {
    const [x0, y0, x1, y1] = blob.box;
    const [width, height] = [x1 - x0, y1 - y0];
    const wide = width + 2 * MARGIN;
    const grey = new Uint8Array(wide * (height + 2 * MARGIN)).fill(paper);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        if (isOf(owners, region, blob, x0 + x, y0 + y))
          grey[(y + MARGIN) * wide + x + MARGIN] =
            candidate.grey[(y0 + y) * candidate.width + x0 + x]!;
    const picture = { width: wide, height: height + 2 * MARGIN, grey };
    const known = { picture, width, height, text: "" };
    this.known.push(known);
    return known;
  }
}

function isOf(owners: Int32Array, region: PixelBox, blob: Blob, x: number, y: number): boolean {
  const owner = owners[(y - region[1]) * (region[2] - region[0]) + x - region[0]];
  return owner === blob.id || owner === 0;
}

function at(strips: readonly Strip[], y: number): Piece | undefined {
  return strips.find(({ top, bottom }) => y >= top && y < bottom)?.piece;
}

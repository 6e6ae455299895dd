// The ink of a part of a picture, gathered into blobs: what touches or almost touches along a line is
// one, so that a word is mostly one blob. Ink is whatever differs from the commonest shade, darker or
// lighter, however little. It knows nothing of letters.
import type { PixelBox, Raster } from "./raster.ts";

export interface Blob {
  /** As in `Blobs.owners`; from 1. */
  readonly id: number;
  /** Within the picture. */
  readonly box: PixelBox;
  readonly pixels: number;
}

export interface Blobs {
  readonly region: PixelBox;
  readonly paper: number;
  readonly blobs: readonly Blob[];
  /** For every pixel of the region the blob that it belongs to, 0 for paper. */
  readonly owners: Int32Array;
}

/** Shades from the paper's. */
const INK = 16;
/** Gap within a blob, as a share of the region's height; words stand further apart. */
const WITHIN = 0.08;
/** Beyond this many pieces a region is no line of text. */
const MOST_PIECES = 6_000;

interface Piece {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  pixels: number;
}

/** @returns undefined where the region is too ragged to be told apart */
export function blobsOf(picture: Raster, region: PixelBox, lineHeight: number): Blobs | undefined {
  const paper = commonest(picture, region);
  const [left, top, right, bottom] = region;
  const wide = right - left;
  const owners = new Int32Array(wide * (bottom - top));
  const groups = new Groups();
  for (let y = 0; y < bottom - top; y++) {
    const from = (y + top) * picture.width + left;
    for (let x = 0; x < wide; x++) {
      if (Math.abs(picture.grey[from + x]! - paper) <= INK) continue;
      const at = y * wide + x;
      let own = x > 0 ? owners[at - 1]! : 0;
      if (y > 0)
        for (let k = Math.max(0, x - 1); k <= Math.min(wide - 1, x + 1); k++) {
          const above = owners[at - wide + k - x]!;
          if (above) own = own ? groups.join(own, above) : above;
        }
      owners[at] = own || groups.add();
    }
  }
  const pieces = piecesOf(owners, wide, groups);
  if (pieces.size > MOST_PIECES) return undefined;
  joinNeighbours(pieces, groups, Math.max(2, Math.round(WITHIN * lineHeight)));
  const whole = new Map<number, Piece>();
  for (const [id, piece] of pieces) {
    const root = groups.of(id);
    const other = whole.get(root);
    if (other) extend(other, piece);
    else whole.set(root, { ...piece });
  }
  for (let i = 0; i < owners.length; i++) if (owners[i]) owners[i] = groups.of(owners[i]!);
  const blobs = [...whole].map(([id, { x0, y0, x1, y1, pixels }]): Blob => ({
    id,
    box: [left + x0, top + y0, left + x1, top + y1],
    pixels,
  }));
  return { region, paper, owners, blobs: blobs.toSorted((a, b) => a.box[0] - b.box[0]) };
}

function commonest({ grey, width }: Raster, [x0, y0, x1, y1]: PixelBox): number {
  const counts = new Uint32Array(256);
  for (let y = y0; y < y1; y++)
    for (let i = y * width + x0, end = y * width + x1; i < end; i++) counts[grey[i]!]!++;
  let most = 255;
  for (let value = 254; value >= 0; value--) if (counts[value]! > counts[most]!) most = value;
  return most;
}

function piecesOf(owners: Int32Array, wide: number, groups: Groups): Map<number, Piece> {
  const pieces = new Map<number, Piece>();
  for (let i = 0; i < owners.length; i++) {
    if (!owners[i]) continue;
    const id = (owners[i] = groups.of(owners[i]!));
    const y = Math.floor(i / wide);
    const x = i - y * wide;
    const piece = pieces.get(id);
    if (!piece) pieces.set(id, { x0: x, y0: y, x1: x + 1, y1: y + 1, pixels: 1 });
    else extend(piece, { x0: x, y0: y, x1: x + 1, y1: y + 1, pixels: 1 });
  }
  return pieces;
}

function extend(piece: Piece, other: Piece): void {
  piece.x0 = Math.min(piece.x0, other.x0);
  piece.y0 = Math.min(piece.y0, other.y0);
  piece.x1 = Math.max(piece.x1, other.x1);
  piece.y1 = Math.max(piece.y1, other.y1);
  piece.pixels += other.pixels;
}

/** Pieces beside one another, at the same height, with a small gap. */
function joinNeighbours(pieces: ReadonlyMap<number, Piece>, groups: Groups, gap: number): void {
  const sorted = [...pieces].toSorted(([, a], [, b]) => a.x0 - b.x0);
  for (const [i, [id, piece]] of sorted.entries())
    for (let k = i + 1; k < sorted.length; k++) {
      const [other, next] = sorted[k]!;
      if (next.x0 > piece.x1 + gap) break;
      if (next.y0 < piece.y1 && piece.y0 < next.y1) groups.join(id, other);
    }
}

/** Numbers that stand for one another. */
class Groups {
  private readonly parents: number[] = [0];

  add(): number {
    this.parents.push(this.parents.length);
    return this.parents.length - 1;
  }

  of(id: number): number {
    const { parents } = this;
    while (parents[id] !== id) id = parents[id] = parents[parents[id]!]!;
    return id;
  }

  join(a: number, b: number): number {
    const [one, two] = [this.of(a), this.of(b)];
    const least = Math.min(one, two);
    this.parents[Math.max(one, two)] = least;
    return least;
  }
}

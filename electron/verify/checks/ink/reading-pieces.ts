// What is left to read of a page, cut out and stacked into one picture: every piece in black on white,
// however pale or inverted it stands on the page, and nothing beside it that is known already.
import type { Blob, Blobs } from "../../pixels/blobs.ts";
import type { PixelBox, Raster } from "../../pixels/raster.ts";

export interface Piece {
  readonly box: PixelBox;
  /** Undefined: all of the box is read as it stands. */
  readonly blobs: Blobs | undefined;
  /** What is to be read within the box. */
  readonly own: readonly Blob[];
}

/** Rows of the stacked picture that hold a piece. */
export interface Strip {
  readonly piece: Piece;
  readonly top: number;
  readonly bottom: number;
}

/** White between two strips, so that their lines stay apart. */
const BETWEEN = 32;
/** Heights between two blobs that are read as one line. */
const TOGETHER = 2;
/** More of a blob's box than this is a box with a label. */
const SOLID = 0.65;
const LEAST_SOLID = 14;
/** Share of a column that a box fills, and columns of a label that may be emptier. */
const FILLED = 0.5;
const EMPTIER = 3;
/** Share of a box's edge that is inked. */
const EDGE = 0.95;
/** Shades from a box's own that are ink on it. */
const ON_BOX = 12;

/** True for a box with nothing beside it. */
export function isSolid({ box: [x0, y0, x1, y1], pixels }: Blob): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  return height >= LEAST_SOLID && width >= LEAST_SOLID && pixels > SOLID * width * height;
}

/** Blobs that stand beside each other are one piece; a box is parted from what touches it. */
export function piecesOf(blobs: Blobs, unread: readonly Blob[]): Piece[] {
  const groups: { box: [number, number, number, number]; own: Blob[] }[] = [];
  for (const blob of unread) {
    const [x0, y0, x1, y1] = blob.box;
    const group = groups.find(
      ({ box }) =>
        x0 <= box[2] + TOGETHER * Math.max(box[3] - box[1], y1 - y0) && y0 < box[3] && box[1] < y1,
    );
    if (!group) {
      groups.push({ box: [x0, y0, x1, y1], own: [blob] });
      continue;
    }
    const { box } = group;
    group.own.push(blob);
    group.box = [
      Math.min(box[0], x0),
      Math.min(box[1], y0),
      Math.max(box[2], x1),
      Math.max(box[3], y1),
    ];
  }
  return groups.flatMap(({ box, own }) => {
    const cuts = own.flatMap((blob) => boxIn(blobs, blob) ?? []).filter((x) => x > box[0]);
    return [...cuts, box[2]].map((end, i): Piece => {
      const start = i === 0 ? box[0] : cuts[i - 1]!;
      return { box: [start, box[1], end, box[3]], blobs, own };
    });
  });
}

/** From where to where a blob is a box: most of its columns there are filled. */
export function boxIn({ owners, region }: Blobs, { id, box }: Blob): [number, number] | undefined {
  const [x0, y0, x1, y1] = box;
  let best: [number, number] = [0, 0];
  let start = x0;
  let last = x0 - EMPTIER - 1;
  for (let x = x0; x < x1; x++) {
    let filled = 0;
    for (let y = y0; y < y1; y++)
      if (owners[(y - region[1]) * (region[2] - region[0]) + x - region[0]] === id) filled++;
    if (filled < FILLED * (y1 - y0)) continue;
    if (x - last > EMPTIER) start = x;
    last = x;
    if (last + 1 - start > best[1] - best[0]) best = [start, last + 1];
  }
  if (best[1] - best[0] < LEAST_SOLID || y1 - y0 < LEAST_SOLID) return undefined;
  // A box has an upper and a lower edge; letters have not.
  const isEdge = (y: number): boolean => {
    const row = (y - region[1]) * (region[2] - region[0]) - region[0];
    let inked = 0;
    for (let x = best[0]; x < best[1]; x++) if (owners[row + x] === id) inked++;
    return inked >= EDGE * (best[1] - best[0]);
  };
  const third = Math.floor((y1 - y0) / 3);
  const rows = Array.from({ length: third }, (_, i) => i);
  const edged = rows.some((i) => isEdge(y0 + i)) && rows.some((i) => isEdge(y1 - 1 - i));
  return edged ? best : undefined;
}

/** Pieces below one another in one picture, as many as `limit` pixels hold. */
export function stacked(
  pieces: readonly Piece[],
  fine: Raster,
  finer: number,
  limit: number,
): { readonly image: Raster; readonly strips: readonly Strip[] } {
  const drawn = pieces.flatMap((piece) => versions(piece, fine, finer).map((p) => ({ piece, p })));
  const width = Math.max(1, ...drawn.map(({ p }) => p.width)) + 2 * BETWEEN;
  const strips: (Strip & { readonly picture: Raster })[] = [];
  let height = BETWEEN;
  for (const { piece, p: picture } of drawn) {
    const bottom = height + picture.height + BETWEEN;
    if (bottom * width > limit) break;
    strips.push({ piece, picture, top: height - BETWEEN / 2, bottom: bottom - BETWEEN / 2 });
    height = bottom;
  }
  const grey = new Uint8Array(width * height).fill(255);
  for (const { picture, top } of strips)
    for (let y = 0; y < picture.height; y++)
      grey.set(
        picture.grey.subarray(y * picture.width, (y + 1) * picture.width),
        (top + BETWEEN / 2 + y) * width + BETWEEN,
      );
  return { image: { width, height, grey }, strips };
}

/** A piece as dark ink on its paper, and, where it is a box, what stands on the box as well. */
function versions(piece: Piece, fine: Raster, finer: number): Raster[] {
  const { box, blobs, own } = piece;
  const [x0, y0, x1, y1] = box.map((edge) => edge * finer) as [number, number, number, number];
  const width = Math.max(0, Math.min(x1, fine.width) - x0);
  const height = Math.max(0, Math.min(y1, fine.height) - y0);
  const cut = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (y0 + y) * fine.width + x0;
    cut.set(fine.grey.subarray(from, from + width), y * width);
  }
  const plain = { width, height, grey: cut };
  if (!blobs) return [plain];
  const ownerAt = (i: number): number => {
    const y = Math.floor((y0 + Math.floor(i / width)) / finer) - blobs.region[1];
    const x = Math.floor((x0 + (i % width)) / finer) - blobs.region[0];
    return blobs.owners[y * (blobs.region[2] - blobs.region[0]) + x] ?? 0;
  };
  const read = new Set(own.map(({ id }) => id));
  const owners = Int32Array.from(cut, (_, i) => ownerAt(i));
  const contrast = new Map<number, number>();
  for (let i = 0; i < cut.length; i++) {
    const from = Math.abs(cut[i]! - blobs.paper);
    if (from > (contrast.get(owners[i]!) ?? 1)) contrast.set(owners[i]!, from);
  }
  const onPaper = cut.map((shade, i) => {
    const owner = owners[i]!;
    if (owner !== 0 && !read.has(owner)) return 255;
    const from = Math.abs(shade - blobs.paper);
    return 255 - (owner === 0 ? from : Math.round((from * 255) / contrast.get(owner)!));
  });
  const pictures = [{ width, height, grey: onPaper }];
  if (!own.some((blob) => boxIn(blobs, blob))) return pictures;
  const mine = (i: number): boolean => read.has(owners[i]!) || owners[i] === 0;
  const base = commonest(cut.filter((_, i) => read.has(owners[i]!)));
  const onBox = cut.map((shade, i) => (mine(i) && Math.abs(shade - base) > ON_BOX ? 0 : 255));
  pictures.push({ width, height, grey: onBox });
  return pictures;
}

function commonest(shades: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const shade of shades) counts[shade]!++;
  return counts.indexOf(Math.max(...counts));
}

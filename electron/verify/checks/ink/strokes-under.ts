// What of a large blob may be strokes of letters under a mark: a frame, the borders of a table's row or
// the edge of a panel hang together over many words, and lie under a mark on any of them.
import type { Blob, Blobs } from "../../pixels/blobs.ts";
import type { PixelBox } from "../../pixels/raster.ts";
import type { Offset } from "../../pixels/same-ink.ts";

/** Heights of a mark that ink goes on across, or up, where it is a rule and no letter. */
const LONG = 1.2;
const TALL = 0.85;

/** True of a blob that reaches beyond a mark on both sides, or is far wider: no letter alone does. */
export function isLarge(
  { box: [x0, y0, x1, y1] }: Blob,
  [left, top, right, bottom]: PixelBox,
): boolean {
  return x1 - x0 > right - left + 2 * (bottom - top) || y1 - y0 > 2 * (bottom - top);
}

/** Pixels of a blob that come to lie under a mark and belong to no rule. @param by how far the blob is moved */
export function strokesUnder(
  { owners, region: [left, top, right] }: Blobs,
  { id, box }: Blob,
  mark: PixelBox,
  { dx, dy }: Offset,
): number {
  const isOwn = (x: number, y: number): boolean =>
    x >= box[0] &&
    x < box[2] &&
    y >= box[1] &&
    y < box[3] &&
    owners[(y - top) * (right - left) + x - left] === id;
  const high = mark[3] - mark[1];
  const runs = (x: number, y: number, across: 0 | 1, least: number): boolean => {
    const up = 1 - across;
    let count = 1;
    for (let k = 1; count < least && isOwn(x - k * across, y - k * up); k++) count++;
    for (let k = 1; count < least && isOwn(x + k * across, y + k * up); k++) count++;
    return count >= least;
  };
  let strokes = 0;
  for (let y = Math.max(box[1], mark[1] - dy); y < Math.min(box[3], mark[3] - dy); y++)
    for (let x = Math.max(box[0], mark[0] - dx); x < Math.min(box[2], mark[2] - dx); x++)
      if (isOwn(x, y) && !runs(x, y, 1, LONG * high) && !runs(x, y, 0, TALL * high)) strokes++;
  return strokes;
}

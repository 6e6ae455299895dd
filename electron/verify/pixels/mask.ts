// Masks over a picture: one byte for each pixel, 1 where something holds.
import type { PixelBox, Raster } from "./raster.ts";
import type { PixelStore } from "./store.ts";

const NARROW = 64;

/** 1 within any of the boxes. */
export function pixelMask(
  raster: Raster,
  boxes: readonly PixelBox[],
  store: PixelStore,
): Uint8Array {
  const mask = store.take(raster.width * raster.height).fill(0);
  for (const [x0, y0, x1, y1] of boxes) {
    if (x1 <= x0) continue;
    if (x1 - x0 === raster.width && y1 > y0) mask.fill(1, y0 * raster.width, y1 * raster.width);
    else if (x1 - x0 < NARROW) fillNarrow(mask, raster.width, x0, y0, x1, y1);
    else for (let y = y0; y < y1; y++) mask.fill(1, y * raster.width + x0, y * raster.width + x1);
  }
  return mask;
}

/** By hand: filling a few bytes costs less than asking for it, and letters are many. */
function fillNarrow(
  mask: Uint8Array,
  width: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): void {
  for (let y = y0; y < y1; y++)
    for (let at = y * width + x0, end = y * width + x1; at < end; at++) mask[at] = 1;
}

/** The same pixels in fewer boxes: letters of a line mostly follow each other at one height. */
export function inRows(boxes: readonly PixelBox[]): PixelBox[] {
  const rows: PixelBox[] = [];
  let last: PixelBox | undefined;
  for (const box of boxes) {
    if (last && box[1] === last[1] && box[3] === last[3] && box[0] <= last[2] && last[0] <= box[2])
      rows[rows.length - 1] = last = [
        Math.min(last[0], box[0]),
        last[1],
        Math.max(last[2], box[2]),
        last[3],
      ];
    else rows.push((last = box));
  }
  return rows;
}

/** 1 where one of two masks is; the first is changed. */
export function addTo(mask: Uint8Array, other: Uint8Array): Uint8Array {
  // Four pixels at a time, where both begin at a whole word.
  const aligned = (mask.byteOffset | other.byteOffset) % 4 === 0;
  const words = aligned ? Math.min(mask.length, other.length) >> 2 : 0;
  const mask4 = new Uint32Array(mask.buffer, aligned ? mask.byteOffset : 0, words);
  const other4 = new Uint32Array(other.buffer, aligned ? other.byteOffset : 0, words);
  for (let i = 0; i < words; i++) mask4[i] = mask4[i]! | other4[i]!;
  for (let i = words * 4; i < mask.length; i++) mask[i] = mask[i]! | other[i]!;
  return mask;
}

/** The parts of `boxes` that lie within any of `others`. */
export function commonParts(boxes: readonly PixelBox[], others: readonly PixelBox[]): PixelBox[] {
  const parts: PixelBox[] = [];
  const whole = stacked(others);
  for (const a of stacked(boxes))
    for (const b of whole) {
      const [x0, y0] = [Math.max(a[0], b[0]), Math.max(a[1], b[1])];
      const [x1, y1] = [Math.min(a[2], b[2]), Math.min(a[3], b[3])];
      if (x1 > x0 && y1 > y0) parts.push([x0, y0, x1, y1]);
    }
  return parts;
}

/** Boxes of one width that overlap or touch one above the other, as one; a line is named once a mark. */
export function stacked(boxes: readonly PixelBox[]): PixelBox[] {
  const columns = new Map<string, PixelBox[]>();
  for (const box of boxes) {
    const key = `${box[0]} ${box[2]}`;
    const column = columns.get(key);
    if (column) column.push(box);
    else columns.set(key, [box]);
  }
  return [...columns.values()].flatMap((column) => {
    const whole: PixelBox[] = [];
    for (const box of column.toSorted((a, b) => a[1] - b[1])) {
      const last = whole[whole.length - 1];
      if (last && box[1] <= last[3])
        whole[whole.length - 1] = [last[0], last[1], last[2], Math.max(last[3], box[3])];
      else whole.push(box);
    }
    return whole;
  });
}

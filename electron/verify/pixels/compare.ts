// Compares two pictures of one page outside given areas. Antialiasing and a shift by one pixel
// are no difference; ink that came, went or changed its tone is. Cells of 16 pixels gather the
// differing pixels, so that a finding can name a place and noise stays below the threshold.
import type { PixelBox, Raster } from "./raster.ts";

export interface Difference {
  /** Cell in pixels. */
  readonly box: PixelBox;
  readonly pixels: number;
}

export const CELL = 16;
/** Groups of four pixels that are compared in one go. */
const STRETCH = 256;
/** A stretch in which every difference is excused. */
const ALL = Buffer.alloc(STRETCH * 4, 1);

export interface Tolerance {
  /** Difference of grey that counts. */
  readonly level: number;
  /** The same for means of 3 × 3 pixels, by which a hairline may be spread otherwise. */
  readonly soft: number;
  /** Differing pixels of a cell that count. */
  readonly pixels: number;
}

/**
 * @param excused one byte for each pixel, 1 where a difference is allowed
 * @param exact pixels are counted to the last one; otherwise only until a cell has enough of them
 */
export function differences(
  a: Raster,
  b: Raster,
  excused: Uint8Array,
  tolerance: Tolerance,
  exact = false,
): Difference[] {
  const { width, height } = a;
  const across = Math.ceil(width / CELL);
  const counts = new Uint16Array(across * Math.ceil(height / CELL));
  const pages = { left: a.grey, right: b.grey, excused, width, height, across, tolerance, exact };
  // Most of two like pages is equal: stretches first, then four pixels at a time.
  const words = Math.floor(a.grey.length / 4);
  const [leftBytes, rightBytes, allowed] = [bytesOf(a.grey), bytesOf(b.grey), bytesOf(excused)];
  const [left, right, pardoned] = [wordsOf(a.grey), wordsOf(b.grey), wordsOf(excused)];
  for (let from = 0; from < words; from += STRETCH) {
    const to = Math.min(words, from + STRETCH);
    if (leftBytes.compare(rightBytes, from * 4, to * 4, from * 4, to * 4) === 0) continue;
    // Lines set anew are excused from side to side.
    if (allowed.compare(ALL, 0, (to - from) * 4, from * 4, to * 4) === 0) continue;
    countIn(from, to, pages, left, right, pardoned, counts);
  }
  const found: Difference[] = [];
  for (let cell = 0; cell < counts.length; cell++) {
    const pixels = counts[cell]!;
    if (pixels < tolerance.pixels) continue;
    const x = (cell % across) * CELL;
    const y = Math.floor(cell / across) * CELL;
    found.push({ box: [x, y, Math.min(width, x + CELL), Math.min(height, y + CELL)], pixels });
  }
  return found;
}

/**
 * True where one cell has as many differing pixels as count.
 * @param excused where either says so, a difference is allowed
 */
export function cellDiffers(
  a: Raster,
  b: Raster,
  cell: PixelBox,
  excused: readonly [Uint8Array, Uint8Array],
  tolerance: Tolerance,
): boolean {
  return differingPixels(a, b, cell, excused, tolerance) >= tolerance.pixels;
}

/** Differing pixels of a box, counted only until they are as many as count in a cell. */
export function differingPixels(
  { grey: left, width, height }: Raster,
  { grey: right }: Raster,
  [x0, y0, x1, y1]: PixelBox,
  excused: readonly [Uint8Array, Uint8Array],
  tolerance: Tolerance,
): number {
  const { level, pixels } = tolerance;
  const [one, other] = excused;
  const [first, last] = [Math.max(1, x0), Math.min(width - 1, x1)];
  let count = 0;
  for (let y = Math.max(1, y0), bottom = Math.min(height - 1, y1); y < bottom; y++)
    for (let i = y * width + first, end = y * width + last; i < end; i++) {
      const gap = left[i]! - right[i]!;
      if ((gap <= level && gap >= -level) || one[i] !== 0 || other[i] !== 0) continue;
      if (differs(left, right, i, width, tolerance) && ++count >= pixels) return count;
    }
  return count;
}

/** Both pages, and how they are compared. */
interface Pages {
  readonly left: Uint8Array;
  readonly right: Uint8Array;
  readonly excused: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Cells from side to side. */
  readonly across: number;
  readonly tolerance: Tolerance;
  readonly exact: boolean;
}

/** Counts differing pixels by cells, in a stretch of words of four pixels. */
function countIn(
  from: number,
  to: number,
  pages: Pages,
  left: Uint32Array,
  right: Uint32Array,
  excused: Uint32Array,
  counts: Uint16Array,
): void {
  for (let word = from; word < to; word++) {
    if (left[word] === right[word] || excused[word] === 0x01010101) continue;
    for (let i = word * 4, end = i + 4; i < end; i++) judge(i, pages, counts);
  }
}

function judge(i: number, pages: Pages, counts: Uint16Array): void {
  const { left, right, excused, width, height, across, tolerance, exact } = pages;
  const gap = left[i]! - right[i]!;
  if ((gap <= tolerance.level && gap >= -tolerance.level) || excused[i]) return;
  const y = Math.floor(i / width);
  const x = i - y * width;
  if (x === 0 || y === 0 || x + 1 === width || y + 1 === height) return;
  const cell = (y >> 4) * across + (x >> 4);
  if (!exact && counts[cell]! >= tolerance.pixels) return;
  if (differs(left, right, i, width, tolerance)) counts[cell]!++;
}

function wordsOf({ buffer, byteOffset, length }: Uint8Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, length >> 2);
}

/** The same memory. */
export function bytesOf({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length);
}

/** True where neither antialiasing nor a shift by a pixel explains a difference. */
function differs(
  left: Uint8Array,
  right: Uint8Array,
  i: number,
  width: number,
  { level, soft }: Tolerance,
): boolean {
  return (
    (outside(right[i]!, left, i, width, level) || outside(left[i]!, right, i, width, level)) &&
    (blurredOutside(left, right, i, width, soft) || blurredOutside(right, left, i, width, soft))
  );
}

/** True where no neighbour of the pixel in the other picture comes near its value. */
function outside(
  value: number,
  grey: Uint8Array,
  i: number,
  width: number,
  level: number,
): boolean {
  let low = 255;
  let high = 0;
  for (let row = i - width; row <= i + width; row += width)
    for (let at = row - 1; at <= row + 1; at++) {
      const other = grey[at]!;
      if (other < low) low = other;
      if (other > high) high = other;
    }
  return value < low - level || value > high + level;
}

/** True where no mean near the pixel in `grey` comes close to the mean at the pixel in `other`. */
function blurredOutside(
  grey: Uint8Array,
  other: Uint8Array,
  i: number,
  width: number,
  level: number,
): boolean {
  if (i < 2 * width + 2 || i + 2 * width + 2 >= grey.length) return true;
  const value = mean(other, i, width);
  for (let row = i - width; row <= i + width; row += width)
    for (let at = row - 1; at <= row + 1; at++)
      if (Math.abs(mean(grey, at, width) - value) <= level) return false;
  return true;
}

function mean(grey: Uint8Array, i: number, width: number): number {
  let sum = 0;
  for (let row = i - width; row <= i + width; row += width)
    sum += grey[row - 1]! + grey[row]! + grey[row + 1]!;
  return sum / 9;
}

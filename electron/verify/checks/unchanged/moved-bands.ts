// Bands of two pages of which one part may have moved up or down: what must stand at the new place, and
// what must have come from the old.
import { CELL, bytesOf, cellDiffers, differingPixels } from "../../pixels/compare.ts";
import type { Tolerance } from "../../pixels/compare.ts";
import type { PixelBox, Raster } from "../../pixels/raster.ts";
import type { Looks } from "../looks.ts";

/** One byte for each pixel, 1 where a difference is excused. */
export interface Excused {
  /** On the lines of the marks. */
  readonly allowed: Uint8Array;
  /** There and on words in fonts that the original does not hold: they take their excuse with them. */
  readonly excused: Uint8Array;
}

/** Rows of a page, from the first up to the second. */
type Band = readonly [number, number];

/** Two bands that must look alike. */
export class Alike {
  private readonly band: Band;
  private readonly pair: readonly [Raster, Raster];
  private readonly excused: readonly [Uint8Array, Uint8Array];
  private compared: { readonly rows: Band; readonly unlike: Band } | undefined;

  private constructor(
    band: Band,
    pair: readonly [Raster, Raster],
    excused: readonly [Uint8Array, Uint8Array],
  ) {
    this.band = band;
    this.pair = pair;
    this.excused = excused;
  }

  /** What was around a cell must stand `by` rows further down. */
  static gone(
    { original, candidate }: Looks,
    { excused }: Excused,
    by: number,
    cell: PixelBox,
  ): Alike {
    const band = bandAround(cell, original.height);
    const excuse = rowsOf(excused, original.width, band, 0, 0);
    return new Alike(band, [rows(original, band, 0), rows(candidate, band, by)], [excuse, excuse]);
  }

  /**
   * What is around a cell must have come from there.
   * @param takes whether lines set anew that moved so take their excuse along
   */
  static come(
    { original, candidate }: Looks,
    { allowed, excused }: Excused,
    by: number,
    cell: PixelBox,
    takes: boolean,
  ): Alike {
    const { width, height } = original;
    const band = bandAround(cell, height);
    const own = rowsOf(allowed, width, band, 0, 0);
    const taken = takes ? rowsOf(excused, width, band, -by, 0) : own;
    return new Alike(band, [rows(original, band, -by), rows(candidate, band, 0)], [own, taken]);
  }

  /** True of a cell of the page that differs; it stands in the middle of the band. */
  differs(cell: PixelBox, tolerance: Tolerance): boolean {
    const [x0, top, x1, end] = within(this.band, cell);
    const [first, last] = this.unlikeRows(top, end);
    return (
      first < last && cellDiffers(...this.pair, [x0, first, x1, last], this.excused, tolerance)
    );
  }

  /** From which of the rows up to which the bands are not equal to the byte: lines mostly move as they are. */
  private unlikeRows(top: number, end: number): Band {
    const known = this.compared;
    if (known?.rows[0] === top && known.rows[1] === end) return known.unlike;
    const [one, other] = this.pair;
    const [a, b] = [bytesOf(one.grey), bytesOf(other.grey)];
    const equal = (from: number, to: number): boolean => {
      const [first, last] = [from * one.width, to * one.width];
      return a.compare(b, first, last, first, last) === 0;
    };
    let [first, last] = [top, equal(top, end) ? top : end];
    while (first < last && equal(first, first + 1)) first++;
    while (first < last && equal(last - 1, last)) last--;
    this.compared = { rows: [top, end], unlike: [first, last] };
    return this.compared.unlike;
  }

  /** Differing pixels in each row of a cell. */
  byRow(cell: PixelBox, tolerance: Tolerance): number[] {
    const [x0, top, x1, end] = within(this.band, cell);
    return Array.from({ length: end - top }, (_, row) =>
      differingPixels(...this.pair, [x0, top + row, x1, top + row + 1], this.excused, tolerance),
    );
  }
}

/** The row of cells that one stands in, with one row of cells around it. */
function bandAround([, top]: PixelBox, height: number): Band {
  return [Math.max(0, top - CELL), Math.min(height, top + 2 * CELL)];
}

/** A place of the page as a place within a band. */
function within([top]: Band, [x0, y0, x1, y1]: PixelBox): PixelBox {
  return [x0, y0 - top, x1, y1 - top];
}

/** A band of a picture as a picture of its own, taken `shift` rows further down; white beyond the page. */
function rows({ width, grey }: Raster, band: Band, shift: number): Raster {
  return { width, height: band[1] - band[0], grey: rowsOf(grey, width, band, shift, 255) };
}

function rowsOf(
  bytes: Uint8Array,
  width: number,
  [top, end]: Band,
  shift: number,
  beyond: number,
): Uint8Array {
  const first = (top + shift) * width;
  const last = (end + shift) * width;
  // What lies within the page is looked at where it is.
  if (first >= 0 && last <= bytes.length) return bytes.subarray(first, last);
  const taken = new Uint8Array((end - top) * width).fill(beyond);
  const from = Math.max(0, first);
  const to = Math.min(bytes.length, last);
  if (to > from) taken.set(bytes.subarray(from, to), from - (top + shift) * width);
  return taken;
}

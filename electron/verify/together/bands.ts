// Pages whose text runs over their ends, seen as one: what stands between head and foot of each page
// under what stands there on the page before, without the white between them, and all heads and feet
// under that. Lines that went over to another page then only moved, as lines on one page do.
// Heights here are rows of pixels from the top of a page at the scale of the comparison.
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { Raster } from "../pixels/raster.ts";
import type { PixelStore } from "../pixels/store.ts";

/** Rows of one page that stand together in the whole. */
interface Band {
  readonly page: number;
  readonly from: number;
  readonly to: number;
  /** Row of the whole at which it begins. */
  readonly at: number;
}

/** Rows of a page at which its head ends and its foot begins. */
export interface Frame {
  readonly head: number;
  readonly foot: number;
}

/** Rows of white around the text of a page. */
const AROUND = 4;

export class Bands {
  /** Rows of the whole. */
  readonly height: number;
  private readonly bands: readonly Band[];
  private readonly scale: number;

  /**
   * @param pages heights of the pages' pictures, and the rows of their texts
   * @param text rows that the texts of all pages have room for
   * @param scale pixels a point
   */
  constructor(pages: readonly PageRows[], frames: readonly Frame[], text: number, scale: number) {
    const bands: Band[] = [];
    let at = 0;
    pages.forEach(({ from, to }, page) => {
      bands.push({ page, from, to, at });
      at += to - from;
    });
    at = Math.max(at, text);
    pages.forEach(({ height }, page) => {
      const { head, foot } = frames[page]!;
      for (const [from, to] of [
        [0, head],
        [foot, height],
      ] as const) {
        bands.push({ page, from, to, at });
        at += to - from;
      }
    });
    this.bands = bands;
    this.height = at;
    this.scale = scale;
  }

  /** How far up something of a page goes that stands at a height of it, points from the page's foot. */
  riseAt(page: number, y: number, pageHeight: number): number {
    const row = (pageHeight - y) * this.scale;
    const own = this.bands.filter((band) => band.page === page);
    const within = own.find(({ from, to }) => row >= from && row < to);
    // White between text and foot: with what is nearest.
    const band = within ?? own.reduce((a, b) => (awayFrom(b, row) < awayFrom(a, row) ? b : a));
    return this.height / this.scale - (row - band.from + band.at) / this.scale - y;
  }

  raise(page: number, [x0, y0, x1, y1]: Rect, pageHeight: number): Rect {
    const by = this.riseAt(page, (y0 + y1) / 2, pageHeight);
    return [x0, y0 + by, x1, y1 + by];
  }

  /**
   * @param draw a page's picture, `times` as large; it is done with when the next one is asked for
   * @param store where the memory of the whole comes from
   */
  picture(
    draw: (page: number) => Raster,
    pages: number,
    times: number,
    store?: PixelStore,
  ): Raster {
    const height = Math.round(this.height * times);
    let whole: { width: number; grey: Uint8Array } | undefined;
    for (let page = 0; page < pages; page++) {
      const { width, grey } = draw(page);
      whole ??= { width, grey: taken(width * height, store).fill(255) };
      for (const band of this.bands) {
        if (band.page !== page) continue;
        const [from, to, at] = [band.from, band.to, band.at].map((row) => Math.round(row * times));
        const rows = grey.subarray(from! * width, to! * width);
        whole.grey.set(rows.subarray(0, Math.max(0, whole.grey.length - at! * width)), at! * width);
      }
    }
    return { ...whole!, height };
  }
}

function taken(length: number, store: PixelStore | undefined): Uint8Array {
  return store?.take(length) ?? new Uint8Array(length);
}

/** Rows that texts take between heads and feet. */
export function textRows(pages: readonly PageRows[]): number {
  return pages.reduce((sum, { from, to }) => sum + to - from, 0);
}

function awayFrom({ from, to }: Band, row: number): number {
  return row < from ? from - row : Math.max(0, row - to);
}

/** A page's picture: its height, and from where to where its text stands. */
export interface PageRows {
  readonly height: number;
  readonly from: number;
  readonly to: number;
}

/** The first and last rows between head and foot that are not white, and a little around them. */
export function rowsOf({ width, height, grey }: Raster, { head, foot }: Frame): PageRows {
  const white = Buffer.alloc(width, 255);
  const bytes = Buffer.from(grey.buffer, grey.byteOffset, grey.length);
  const isWhite = (row: number) => white.compare(bytes, row * width, (row + 1) * width) === 0;
  let from = head;
  let to = foot;
  while (from < to && isWhite(from)) from++;
  while (to > from && isWhite(to - 1)) to--;
  if (from === to) return { height, from: head, to: head };
  return { height, from: Math.max(head, from - AROUND), to: Math.min(foot, to + AROUND) };
}

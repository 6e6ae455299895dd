// Letters that can lie over others, by where they begin on the page. A page has thousands of letters and
// hardly one that covers another: what a letter covers is reckoned only where somebody asks nearby.
import { meets } from "../../../shared/geometry/rect.ts";
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { GlyphItem, Item } from "../crisp/interpret/display-list.ts";
import { TOUCHING } from "./covers-by-place.ts";
import { letterCover } from "./covers.ts";
import type { Cover } from "./covers.ts";

/** Points: a cell holds a few letters. */
const CELL = 16;
/** Cells up one column of the page; pages are less high. */
const COLUMN = 100_003;

interface Listed {
  readonly item: GlyphItem;
  readonly order: number;
  /** Undefined until somebody asked; null: nothing of it is left within its clip. */
  cover?: Cover | null;
}

export class LettersByPlace {
  readonly #cells = new Map<number, Listed[]>();
  /** Points by which letters reach beyond where they begin, across and up. */
  #across = 0;
  #up = 0;

  /** @param taken which letters count */
  constructor(items: readonly Item[], taken: (item: GlyphItem) => boolean) {
    for (let order = 0; order < items.length; order++) {
      const item = items[order]!;
      if (item.kind === "glyph" && item.shape.bounds && taken(item))
        this.#add({ item, order }, item.shape.bounds);
    }
  }

  /** Covers that meet a place, in no order. @param wanted which letters are asked for, by their place too */
  near(place: Rect, wanted: (item: GlyphItem, order: number) => boolean): readonly Cover[] {
    const found: Cover[] = [];
    for (const cell of this.#cellsAround(place)) {
      for (const listed of cell) {
        if (!wanted(listed.item, listed.order)) continue;
        if (listed.cover === undefined) listed.cover = letterCover(listed.item, listed.order);
        const { cover } = listed;
        if (cover && meets(cover.bounds, place, TOUCHING)) found.push(cover);
      }
    }
    return found;
  }

  #cellsAround([x0, y0, x1, y1]: Rect): Iterable<readonly Listed[]> {
    const left = cellOf(x0 - this.#across);
    const right = cellOf(x1 + this.#across);
    const low = cellOf(y0 - this.#up);
    const top = cellOf(y1 + this.#up);
    if ((right - left + 1) * (top - low + 1) > this.#cells.size) return this.#cells.values();
    const cells: Listed[][] = [];
    for (let x = left; x <= right; x++) {
      for (let y = low; y <= top; y++) {
        const cell = this.#cells.get(x * COLUMN + y);
        if (cell) cells.push(cell);
      }
    }
    return cells;
  }

  #add(listed: Listed, [x0, y0, x1, y1]: Rect): void {
    const [a, b, c, d, e, f] = listed.item.matrix;
    const wide = Math.max(Math.abs(x0), Math.abs(x1));
    const high = Math.max(Math.abs(y0), Math.abs(y1));
    const across = Math.abs(a) * wide + Math.abs(c) * high;
    const up = Math.abs(b) * wide + Math.abs(d) * high;
    // What is nowhere covers nothing.
    if (Number.isNaN(across + up + e + f)) return;
    this.#across = Math.max(this.#across, across);
    this.#up = Math.max(this.#up, up);
    const key = cellOf(e) * COLUMN + cellOf(f);
    const cell = this.#cells.get(key);
    if (cell) cell.push(listed);
    else this.#cells.set(key, [listed]);
  }
}

function cellOf(at: number): number {
  return Math.floor(at / CELL);
}

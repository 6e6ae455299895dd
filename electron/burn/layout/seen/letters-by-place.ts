// Letters that can lie over others, by where they begin on the page. A page has thousands of letters and
// hardly one that covers another: what a letter covers is reckoned only where somebody asks nearby.
import { meets } from "../../../../shared/geometry/rect.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { GlyphItem, Item } from "../../crisp/interpret/display-list.ts";
import { TOUCHING } from "./covers-by-place.ts";
import { letterCover } from "./covers.ts";
import type { Cover } from "./covers.ts";
import { LettersInCells } from "./letters-in-cells.ts";

/** Points: a cell holds a few letters. */
const CELL = 16;
/** Cells up one column of the page; pages are less high. */
const COLUMN = 100_003;

export class LettersByPlace {
  readonly #letters: GlyphItem[] = [];
  /** Place of each letter in the painting order. */
  readonly #orders: number[] = [];
  /** Undefined until somebody asked; null: nothing of the letter is left within its clip. */
  readonly #covers: (Cover | null | undefined)[] = [];
  readonly #cells: LettersInCells;
  /** Points by which letters reach beyond where they begin, across and up. */
  #across = 0;
  #up = 0;

  /** @param taken which letters count */
  constructor(items: readonly Item[], taken: (item: GlyphItem) => boolean) {
    this.#cells = new LettersInCells(items.length);
    for (let order = 0; order < items.length; order++) {
      const item = items[order]!;
      if (item.kind === "glyph" && item.shape.bounds && taken(item))
        this.#add(item, order, item.shape.bounds);
    }
  }

  /** Covers that meet a place, in no order. @param wanted which letters are asked for, by their place too */
  near(place: Rect, wanted: (item: GlyphItem, order: number) => boolean): readonly Cover[] {
    const found: Cover[] = [];
    const take = (letter: number): void => {
      if (!wanted(this.#letters[letter]!, this.#orders[letter]!)) return;
      const cover = this.#coverOf(letter);
      if (cover && meets(cover.bounds, place, TOUCHING)) found.push(cover);
    };
    const left = cellOf(place[0] - this.#across);
    const right = cellOf(place[2] + this.#across);
    const low = cellOf(place[1] - this.#up);
    const top = cellOf(place[3] + this.#up);
    if ((right - left + 1) * (top - low + 1) > this.#letters.length) {
      for (let letter = 0; letter < this.#letters.length; letter++) take(letter);
      return found;
    }
    for (let x = left; x <= right; x++)
      for (let y = low; y <= top; y++) {
        const key = x * COLUMN + y;
        for (
          let letter = this.#cells.first(key);
          letter >= 0;
          letter = this.#cells.next(letter, key)
        )
          take(letter);
      }
    return found;
  }

  #coverOf(letter: number): Cover | null {
    const known = this.#covers[letter];
    if (known !== undefined) return known;
    const cover = letterCover(this.#letters[letter]!, this.#orders[letter]!);
    return (this.#covers[letter] = cover);
  }

  #add(item: GlyphItem, order: number, bounds: Rect): void {
    const m = item.matrix;
    const wide = Math.max(Math.abs(bounds[0]), Math.abs(bounds[2]));
    const high = Math.max(Math.abs(bounds[1]), Math.abs(bounds[3]));
    const across = Math.abs(m[0]) * wide + Math.abs(m[2]) * high;
    const up = Math.abs(m[1]) * wide + Math.abs(m[3]) * high;
    // What is nowhere covers nothing.
    if (Number.isNaN(across + up + m[4] + m[5])) return;
    if (across > this.#across) this.#across = across;
    if (up > this.#up) this.#up = up;
    this.#cells.add(this.#letters.length, cellOf(m[4]) * COLUMN + cellOf(m[5]));
    this.#letters.push(item);
    this.#orders.push(order);
    this.#covers.push(undefined);
  }
}

function cellOf(at: number): number {
  return Math.floor(at / CELL);
}

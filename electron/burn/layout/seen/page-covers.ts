// What is painted over the places of one page, letters and all else. Letters of running text never lie
// over one another: only a block, or a letter far larger than another, covers it.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { GlyphItem, Item } from "../../crisp/interpret/display-list.ts";
import { CoversByPlace } from "./covers-by-place.ts";
import { heightOf, isBlock, paintCovers } from "./covers.ts";
import type { Cover } from "./covers.ts";
import { LettersByPlace } from "./letters-by-place.ts";

/** Times the height of another letter. */
const LARGE = 3;

export class PageCovers {
  readonly #items: readonly Item[];
  readonly #paints: CoversByPlace;
  readonly #blocks: LettersByPlace | undefined;
  #letters: LettersByPlace | undefined;
  /** Of every item; 0 where it is no letter. */
  readonly #heights: Float64Array;
  /** The lowest of the letters with an outline, the highest of those that are painted. */
  #lowest = Infinity;
  #highest = 0;

  constructor(items: readonly Item[]) {
    this.#items = items;
    this.#paints = new CoversByPlace(paintCovers(items));
    this.#heights = new Float64Array(items.length);
    let blocks = false;
    for (let order = 0; order < items.length; order++) {
      const item = items[order]!;
      if (item.kind !== "glyph") continue;
      const height = (this.#heights[order] = heightOf(item));
      if (item.shape.outline.length > 0 && height < this.#lowest) this.#lowest = height;
      if (item.fill === undefined) continue;
      if (height > this.#highest) this.#highest = height;
      blocks ||= isBlock(item.shape);
    }
    if (blocks) this.#blocks = new LettersByPlace(items, isPaintedBlock);
  }

  /** What meets a place, in the painting order: paint, and letters that could cover any of the page. */
  near(place: Rect): readonly Cover[] {
    const low = LARGE * this.#lowest;
    const letters = this.#others().near(
      place,
      ({ shape }, order) => this.#heights[order]! > low || isBlock(shape),
    );
    return inOrder(this.#paints.near(place), letters);
  }

  /** What may cover a letter, in the painting order. @param order its own @param ink where it is */
  over(item: GlyphItem, order: number, ink: Rect): readonly Cover[] {
    const low = LARGE * this.#heights[order]!;
    if (!this.#blocks && this.#highest <= low) return this.#paints.near(ink);
    const other = (letter: GlyphItem) => letter.shape !== item.shape;
    const blocks = this.#blocks?.near(ink, other) ?? NONE;
    const large =
      this.#highest > low
        ? this.#others().near(
            ink,
            (letter, at) => other(letter) && this.#heights[at]! > low && !isPaintedBlock(letter),
          )
        : NONE;
    const paints = this.#paints.near(ink);
    return blocks.length + large.length === 0 ? paints : inOrder(paints, [...blocks, ...large]);
  }

  #others(): LettersByPlace {
    return (this.#letters ??= new LettersByPlace(this.#items, isPainted));
  }
}

const NONE: readonly Cover[] = [];

function isPainted({ fill }: GlyphItem): boolean {
  return fill !== undefined;
}

function isPaintedBlock({ fill, shape }: GlyphItem): boolean {
  return fill !== undefined && isBlock(shape);
}

/** @param paints in the painting order */
function inOrder(paints: readonly Cover[], letters: readonly Cover[]): readonly Cover[] {
  return [...paints, ...letters].sort((a, b) => a.order - b.order);
}

const pages = new WeakMap<readonly Item[], PageCovers>();

/** @param items of a page, which stay as they are */
export function coversOn(items: readonly Item[]): PageCovers {
  let covers = pages.get(items);
  if (!covers) pages.set(items, (covers = new PageCovers(items)));
  return covers;
}

// Drawings and pictures among a page's items: a page has thousands of letters and a few of these, and
// many ask for them.
import type { GlyphItem, Item } from "../../crisp/interpret/display-list.ts";

export type Paint = Exclude<Item, GlyphItem>;

const known = new WeakMap<readonly Item[], readonly Paint[]>();

/** @param items of a page, which stay as they are */
export function paintsOf(items: readonly Item[]): readonly Paint[] {
  let paints = known.get(items);
  if (!paints) {
    paints = items.filter((item): item is Paint => item.kind !== "glyph");
    known.set(items, paints);
  }
  return paints;
}

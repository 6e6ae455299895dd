// Tags for a page that has none, from what it shows: headings and paragraphs in the order in which
// they are painted. Conservative: what is not plainly something else is a paragraph.
import type { GlyphItem } from "../crisp/interpret/display-list.ts";
import type { LaidOut } from "../layout/lay-out.ts";
import type { Paragraph } from "../layout/paragraphs.ts";
import { bodyOf, roleOf } from "./headings.ts";
import type { Block } from "./model.ts";

export interface Inferred {
  of(paragraph: Paragraph, glyph: GlyphItem): Block | undefined;
}

export function inferBlocks(page: LaidOut, _size: { width: number; height: number }): Inferred {
  const orders = new Map<Paragraph, number>();
  for (const { paragraph, order } of page.texts) {
    orders.set(paragraph, Math.min(order, orders.get(paragraph) ?? Infinity));
  }
  const body = bodyOf(orders.keys());
  const blocks = new Map<Paragraph, Block>();
  for (const [paragraph, order] of orders) {
    blocks.set(paragraph, { path: [{ role: roleOf(paragraph, body) }], order });
  }
  return { of: (paragraph) => blocks.get(paragraph) };
}

// Tags for a page that has none, from what it shows: headings, paragraphs, items of lists and ruled
// tables, in the order in which they are painted. Conservative: what is not plainly something else
// is a paragraph. Burnt letters decide nothing but where they stood.
import type { LaidOut } from "../layout/lay-out.ts";
import type { Paragraph } from "../layout/paragraphs/paragraph.ts";
import { bodyOf, roleOf } from "./headings.ts";
import { listBlocks } from "./lists.ts";
import type { Block } from "./model.ts";
import { ruledTables } from "./ruled-tables.ts";

/** Are other texts beside it, other than a heading's own number? Then it is a cell or a column's. */
function standsInRow(paragraph: Paragraph, all: Iterable<Paragraph>): boolean {
  const { v, size, frame, left } = paragraph.lines[0]!;
  for (const other of all) {
    const line = other.lines[0]!;
    if (other === paragraph || line.frame !== frame || Math.abs(line.v - v) > 0.3 * size) continue;
    const number = line.left < left && /^\s*[\d.]+\s*$/.test(textOf(other));
    if (!number) return true;
  }
  return false;
}

function textOf({ lines }: Paragraph): string {
  const glyphs = lines.flatMap((line) => line.glyphs);
  return glyphs.map((glyph) => (glyph.mark < 0 ? glyph.item.shape.unicode : "?")).join("");
}

export function inferBlocks({ texts }: LaidOut): ReadonlyMap<Paragraph, Block> {
  const orders = new Map<Paragraph, number>();
  for (const { paragraph, order } of texts) {
    orders.set(paragraph, Math.min(order, orders.get(paragraph) ?? Infinity));
  }
  const body = bodyOf(orders.keys());
  const blocks = new Map<Paragraph, Block>(ruledTables(orders));
  const loose = [...orders].filter(([paragraph]) => !blocks.has(paragraph));
  const plain: Paragraph[] = [];
  for (const [paragraph, order] of loose.sort((a, b) => a[1] - b[1])) {
    const role = roleOf(paragraph, body, standsInRow(paragraph, orders.keys()));
    blocks.set(paragraph, { path: [{ role }], order });
    const blank = paragraph.lines.every((line) => line.glyphs.every((glyph) => glyph.blank));
    if (role === "P" && !blank) plain.push(paragraph);
  }
  for (const [paragraph, block] of listBlocks(plain, texts, blocks)) blocks.set(paragraph, block);
  return blocks;
}

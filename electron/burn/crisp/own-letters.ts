// Letters that a font has at numbers of its own, such as a "Th" in one piece: a number of that kind says
// nothing to anybody. Where the file gives the text that stands for such a letter, it means that text from
// here on (B3).
import { transformPoint } from "../../pdfium/display.ts";
import type { SaidLetter } from "../sealed/glyphs/said.ts";
import type { DisplayList, GlyphItem, Item, Shape } from "./interpret/display-list.ts";

/** Points by which two engines place one letter apart at most. */
const APART = 0.05;

/** @param said what such letters mean, and their origins in user space */
export function withMeanings(list: DisplayList, said: readonly SaidLetter[]): DisplayList {
  if (said.length === 0) return list;
  const rows = new Map<number, SaidLetter[]>();
  for (const { text, x, y } of said) {
    const [u, v] = transformPoint(list.toPage, x, y);
    const row = Math.round(v);
    rows.set(row, [...(rows.get(row) ?? []), { text, x: u, y: v }]);
  }
  const meaningOf = ({ matrix: [, , , , x, y] }: GlyphItem): string | undefined => {
    for (const row of [Math.floor(y), Math.ceil(y)])
      for (const one of rows.get(row) ?? [])
        if (Math.abs(one.x - x) < APART && Math.abs(one.y - y) < APART) return one.text;
    return undefined;
  };
  const shapes = new Map<Shape, Map<string, Shape>>();
  const items = list.items.map((item): Item => {
    const unicode = item.kind === "glyph" ? meaningOf(item) : undefined;
    if (item.kind !== "glyph" || unicode === undefined) return item;
    const own = shapes.get(item.shape) ?? new Map<string, Shape>();
    shapes.set(item.shape, own);
    const shape = own.get(unicode) ?? { ...item.shape, unicode };
    own.set(unicode, shape);
    return { ...item, shape };
  });
  return { ...list, items };
}

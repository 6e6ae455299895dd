// Letters that a font has at numbers of its own, such as a "Th" in one piece: a number of that kind says
// nothing to anybody. Where the file gives the text that stands for such a letter, the page engine reads
// it, and the letter means that text from here on (B3).
import { invert, transformPoint } from "../../pdfium/display.ts";
import type { DisplayList, GlyphItem, Item, Shape } from "./interpret/display-list.ts";

/** A page's text as the page engine reads it, with eight numbers a UTF-16 unit in the page's own space. */
export interface ReadText {
  readonly text: string;
  readonly quads: ArrayLike<number>;
}

const OWN = /^[\ue000-\uf8ff]$/u;
const MEANS = /^[\p{L}\p{M}\p{N}]{1,4}$/u;
/** In em: how far under and over the baseline the middle of a letter's place is. */
const LOW = -0.4;
const HIGH = 1.1;

/** @param read asked only where the page has such letters */
export function withMeanings(list: DisplayList, read: () => ReadText): DisplayList {
  const isOwn = (item: Item) => item.kind === "glyph" && OWN.test(item.shape.unicode);
  if (!list.items.some(isOwn)) return list;
  const units = unitsOf(read(), list);
  const shapes = new Map<Shape, Map<string, Shape>>();
  const items = list.items.map((item): Item => {
    if (item.kind !== "glyph" || !isOwn(item)) return item;
    const unicode = textAt(item, units);
    if (!MEANS.test(unicode)) return item;
    const own = shapes.get(item.shape) ?? new Map<string, Shape>();
    shapes.set(item.shape, own);
    const shape = own.get(unicode) ?? { ...item.shape, unicode };
    own.set(unicode, shape);
    return { ...item, shape };
  });
  return { ...list, items };
}

/** A UTF-16 unit of a page's text and the middle of its place. */
interface Unit {
  readonly unit: string;
  readonly x: number;
  readonly y: number;
}

/** In the space in which letters are painted; units without a place are none. */
function unitsOf({ text, quads }: ReadText, { toPage }: DisplayList): readonly Unit[] {
  const units: Unit[] = [];
  for (let i = 0; i < text.length; i++) {
    const at = 8 * i;
    const x = (quads[at]! + quads[at + 2]! + quads[at + 4]! + quads[at + 6]!) / 4;
    const y = (quads[at + 1]! + quads[at + 3]! + quads[at + 5]! + quads[at + 7]!) / 4;
    if (!(Number.isFinite(x) && Number.isFinite(y))) continue;
    const [u, v] = transformPoint(toPage, x, y);
    units.push({ unit: text[i]!, x: u, y: v });
  }
  return units;
}

/** What is read where a letter stands. */
function textAt({ matrix, shape }: GlyphItem, units: readonly Unit[]): string {
  if (matrix[0] * matrix[3] - matrix[1] * matrix[2] === 0) return "";
  const back = invert(matrix);
  let out = "";
  for (const { unit, x, y } of units) {
    const [u, v] = transformPoint(back, x, y);
    if (u > 0 && u < shape.advance && v > LOW && v < HIGH) out += unit;
  }
  return out;
}

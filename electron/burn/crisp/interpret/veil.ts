// See-through paint where it can be told what a reader sees: laid over bare paper it is one paler
// colour, and a highlighter over letters looks as if it lay beneath them. Anything else stays not
// accountable. The check of the page's look has the last word.
import { transformRect } from "../../../pdfium/display.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { NotAccountable } from "./display-list.ts";
import type { Colour, Item } from "./display-list.ts";
import { asRectangle, contains, intersect, isEmpty } from "./path-data.ts";

const PAPER = "#ffffff";

/** How see-through a piece of painting is: 1 hides what is beneath. */
export interface Veil {
  readonly fill: number;
  readonly stroke: number;
  readonly multiplies: boolean;
}

/** Puts a see-through item where it looks the same when it is painted opaquely. */
export function layVeil(items: Item[], item: Item, veil: Veil): void {
  const ground = groundOf(items, item);
  const at = items.findIndex((other, i) => i > ground.order && meets(other, item));
  if (at >= 0) {
    const letters = items.slice(at).every((o) => o.kind === "glyph" || !meets(o, item));
    if (!veil.multiplies || !letters || item.kind !== "path") {
      throw new NotAccountable("The page paints with see-through colours");
    }
  }
  items.splice(at < 0 ? items.length : at, 0, opaque(item, veil, ground.colour));
}

/** The last sheet of one colour that lies under all of the item, or the bare paper. */
function groundOf(
  items: readonly Item[],
  item: Item,
): { readonly order: number; readonly colour: Colour } {
  const reach = reachOf(item);
  for (let order = items.length - 1; order >= 0; order--) {
    const other = items[order]!;
    if (other.kind !== "path" || other.clip.paths.length > 0) continue;
    const { fill } = other.paint;
    const sheet = fill && !other.stencil ? asRectangle(other.data) : undefined;
    if (!sheet || !contains(intersect(sheet, other.clip.rect), reach, 0)) continue;
    return { order, colour: fill! };
  }
  return { order: -1, colour: PAPER };
}

function opaque(item: Item, veil: Veil, ground: Colour): Item {
  if (item.kind === "image") throw new NotAccountable("The page paints with see-through colours");
  const over = (colour: Colour, alpha: number) => blend(colour, ground, alpha, veil.multiplies);
  if (item.kind === "glyph") {
    const { fill, stroke } = item;
    return {
      ...item,
      fill: fill && over(fill, veil.fill),
      stroke: stroke && { ...stroke, colour: over(stroke.colour, veil.stroke) },
    };
  }
  const { fill, stroke } = item.paint;
  const paint = {
    ...item.paint,
    fill: fill && over(fill, veil.fill),
    stroke: stroke && { ...stroke, colour: over(stroke.colour, veil.stroke) },
  };
  return { ...item, paint };
}

function blend(colour: Colour, ground: Colour, alpha: number, multiplies: boolean): Colour {
  const channel = (at: number) => {
    const below = parseInt(ground.slice(at, at + 2), 16);
    const own = parseInt(colour.slice(at, at + 2), 16);
    const value = multiplies ? (own * below) / 255 : own;
    return Math.round(below + (value - below) * alpha)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

function meets(a: Item, b: Item): boolean {
  return !isEmpty(intersect(reachOf(a), reachOf(b)));
}

function reachOf(item: Item): Rect {
  if (item.kind !== "glyph") return intersect(item.bounds, item.clip.rect);
  const { shape, matrix, clip } = item;
  if (!shape.bounds) return [0, 0, -1, -1];
  return intersect(transformRect(matrix, shape.bounds), clip.rect);
}

// See-through paint: laid over bare paper it is one paler colour, and a highlighter over letters
// looks as if it lay beneath them; over anything else its paint keeps its opacity. What darkens
// other things than letters stays not accountable. The check of the page's look has the last word.
import { transformRect } from "../../../pdfium/display.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { NotAccountable } from "./display-list.ts";
import { faded, opacityOf, over } from "./colour.ts";
import type { Colour, Item } from "./display-list.ts";
import { asRectangle, contains, intersect, isEmpty } from "./path-data.ts";

const PAPER = "#ffffff";

/** How see-through a piece of painting is: 1 hides what is beneath. */
export interface Veil {
  readonly fill: number;
  readonly stroke: number;
  readonly multiplies: boolean;
}

/** Adds a see-through item: opaquely where it looks the same so, else with its opacity. */
export function layVeil(items: Item[], item: Item, veil: Veil): void {
  const ground = groundOf(items, reachOf(item));
  const at = items.findIndex((other, i) => i > ground.order && meets(other, reachOf(item)));
  if (at >= 0) {
    if (!veil.multiplies) {
      items.push(veiled(item, veil));
      return;
    }
    const letters = items.slice(at).every((o) => o.kind === "glyph" || !meets(o, reachOf(item)));
    if (!letters || item.kind !== "path") {
      throw new NotAccountable("The page darkens what it has painted");
    }
  }
  const seen = (colour: Colour, opacity: number) =>
    over(colour, ground.colour, veil.multiplies, opacity);
  items.splice(at < 0 ? items.length : at, 0, recoloured(item, veil, seen));
}

/** The last sheet of one colour that lies under all of the item, or the bare paper. */
function groundOf(
  items: readonly Item[],
  reach: Rect,
): { readonly order: number; readonly colour: Colour } {
  for (let order = items.length - 1; order >= 0; order--) {
    const other = items[order]!;
    if (other.kind !== "path" || other.clip.paths.length > 0) continue;
    const { fill } = other.paint;
    const sheet =
      fill && opacityOf(fill) === 255 && !other.stencil ? asRectangle(other.data) : undefined;
    if (!sheet || !contains(intersect(sheet, other.clip.rect), reach, 0)) continue;
    return { order, colour: fill! };
  }
  return { order: -1, colour: PAPER };
}

/** The one colour that is seen in all of a place; undefined where something else is in it. */
export function groundUnder(items: readonly Item[], reach: Rect): Colour | undefined {
  const { order, colour } = groundOf(items, reach);
  return items.slice(order + 1).some((item) => meets(item, reach)) ? undefined : colour;
}

/** The item in its own colours, with their opacity. */
export function veiled(item: Item, veil: Veil | undefined): Item {
  return veil ? recoloured(item, veil, faded) : item;
}

export function recoloured(
  item: Item,
  veil: Veil,
  seen: (colour: Colour, opacity: number) => Colour,
): Item {
  const paint = <P extends Painted>({ fill, stroke }: P) => ({
    fill: fill && seen(fill, veil.fill),
    stroke: stroke && { ...stroke, colour: seen(stroke.colour, veil.stroke) },
  });
  if (item.kind === "glyph") return { ...item, ...paint(item) } as Item;
  if (item.kind === "path")
    return { ...item, paint: { ...item.paint, ...paint(item.paint) } } as Item;
  return { ...item, fill: item.fill && seen(item.fill, veil.fill) };
}

interface Painted {
  readonly fill: Colour | undefined;
  readonly stroke: { readonly colour: Colour } | undefined;
}

/** More things than a faded group of a real page holds. */
const MOST_FADED = 20_000;
/** Share of the smaller thing's box: letters that are kerned do not lie over one another. */
const BRUSHED = 0.2;

/** What lies over its neighbour in a faded group is darker there when it is faded on its own. */
export function mustLieApart(items: readonly Item[]): void {
  if (!lieApart(items)) throw new NotAccountable("The page blends a group of things");
}

export function lieApart(items: readonly Item[]): boolean {
  const boxes = items.map(reachOf).filter((box) => !isEmpty(box));
  if (boxes.length > MOST_FADED) return false;
  boxes.sort((a, b) => a[0] - b[0]);
  return boxes.every((a, i) => {
    // Only what begins before this one ends can meet it.
    for (let k = i + 1; k < boxes.length && boxes[k]![0] <= a[2]; k++) {
      const shared = intersect(a, boxes[k]!);
      const most = BRUSHED * Math.min(sizeOf(a), sizeOf(boxes[k]!));
      if (!isEmpty(shared) && sizeOf(shared) > most) return false;
    }
    return true;
  });
}

function sizeOf([x0, y0, x1, y1]: Rect): number {
  return (x1 - x0) * (y1 - y0);
}

function meets(item: Item, reach: Rect): boolean {
  return !isEmpty(intersect(reachOf(item), reach));
}

export function reachOf(item: Item): Rect {
  if (item.kind !== "glyph") return intersect(item.bounds, item.clip.rect);
  const { shape, matrix, clip } = item;
  if (!shape.bounds) return [0, 0, -1, -1];
  return intersect(transformRect(matrix, shape.bounds), clip.rect);
}

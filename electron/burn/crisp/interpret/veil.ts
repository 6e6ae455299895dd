// See-through paint: laid over bare paper it is one paler colour, and a highlighter over letters
// looks as if it lay beneath them; over anything else its paint keeps its opacity. A highlighter makes
// what it shares with drawings of one colour darker; what darkens anything else stays not accountable.
// The check of the page's look has the last word.
import { transformRect } from "../../../pdfium/display.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { NotAccountable } from "./display-list.ts";
import { faded, opacityOf, over } from "./colour.ts";
import type { Colour, Item, PathItem } from "./display-list.ts";
import { asRectangle, contains, intersect, isEmpty } from "./path-data.ts";

const PAPER = "#ffffff";
const NOTHING: ReadonlySet<Item> = new Set();

/** How see-through a piece of painting is: 1 hides what is beneath. */
export interface Veil {
  readonly fill: number;
  readonly stroke: number;
  readonly multiplies: boolean;
}

/**
 * Adds a see-through item: opaquely where it looks the same so, else with its opacity.
 * @param own what was laid of the group that it is in: such things do not darken one another
 */
export function layVeil(
  items: Item[],
  item: Item,
  veil: Veil,
  own: ReadonlySet<Item> = NOTHING,
): Item {
  const reach = reachOf(item);
  const ground = groundOf(items, reach);
  const isUnder = (o: Item, i: number) => i > ground.order && !own.has(o) && meets(o, reach);
  const at = items.findIndex(isUnder);
  if (at >= 0 && !veil.multiplies) {
    const seen = veiled(item, veil);
    items.push(seen);
    return seen;
  }
  const seen = (colour: Colour, opacity: number) =>
    over(colour, ground.colour, veil.multiplies, opacity);
  const laid = recoloured(item, veil, seen);
  if (at < 0) items.push(laid);
  else {
    const above = items
      .slice(at)
      .flatMap((o, i) => (isUnder(o, at + i) ? [o, ...darkened(o, item, veil)] : [o]));
    items.splice(at, Infinity, laid, ...above);
  }
  return laid;
}

/** What a highlighter makes darker of something else: drawings of one colour; letters stay as they are. */
function darkened(under: Item, marker: Item, veil: Veil): readonly Item[] {
  if (under.kind === "glyph" && marker.kind === "path") return [];
  const fill = marker.kind === "path" && !marker.paint.stroke ? marker.paint.fill : undefined;
  if (fill === undefined || marker.kind !== "path" || under.kind !== "path" || !isPlain(under))
    throw new NotAccountable("The page darkens what it has painted");
  const { data, clip, paint } = marker;
  const sheet = asRectangle(data);
  const rect = intersect(under.clip.rect, sheet ? intersect(clip.rect, sheet) : clip.rect);
  const shape = sheet ? [] : [{ data, evenOdd: paint.evenOdd, bounds: marker.bounds }];
  const paths = [...under.clip.paths, ...clip.paths, ...shape];
  const darker = (colour: Colour) => over(fill, colour, true, veil.fill);
  const seen = recoloured({ ...under, clip: { rect, paths } }, veil, darker);
  return isSame(seen, under) || isEmpty(reachOf(seen)) ? [] : [seen];
}

function isPlain({ paint: { fill, stroke }, stencil }: PathItem): boolean {
  return !stencil && [fill, stroke?.colour].every((own) => !own || opacityOf(own) === 255);
}

function isSame(a: Item, b: PathItem): boolean {
  if (a.kind !== "path") return false;
  return a.paint.fill === b.paint.fill && a.paint.stroke?.colour === b.paint.stroke?.colour;
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

// Drawings that change nothing a reader sees: white shapes on bare paper, shapes in the colour of their
// ground, paint without strength, lines whose dashes have no length, what later paint hides entirely.
// A name can be drawn that way, letter by letter, and nobody would have looked at it: such drawings are
// not carried on. Whatever cannot be told for certain counts as seen.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { inflate } from "../../../../shared/geometry/rect.ts";
import { opacityOf, over } from "../../crisp/interpret/colour.ts";
import type { Item, PathItem } from "../../crisp/interpret/display-list.ts";
import { dashed, piecesOf } from "../../crisp/interpret/inside.ts";
import { contains, intersect, isEmpty } from "../../crisp/interpret/path-data.ts";
import type { Cover } from "./covers.ts";
import { coversOn } from "./page-covers.ts";
import { paintsOf } from "./paints.ts";
import type { Paint } from "./paints.ts";
import { isVisible } from "./visible.ts";

const PAPER = "#ffffff";
/** Levels of 255 by which no eye tells two colours apart, not even side by side. */
const SAME = 3;
/** Points by which a cover counts as larger than it is; here it must be as large as what it hides. */
const SLACK = 0.19;

const known = new WeakMap<readonly Item[], ReadonlySet<Item>>();

/** @param items of a page, which stay as they are */
export function unseenPaint(items: readonly Item[]): ReadonlySet<Item> {
  let unseen = known.get(items);
  if (!unseen) known.set(items, (unseen = findUnseen(items)));
  return unseen;
}

/** Drawings and pictures of a page, without those that change nothing. */
export function seenPaints(items: readonly Item[]): readonly Paint[] {
  const unseen = unseenPaint(items);
  const paints = paintsOf(items);
  return unseen.size === 0 ? paints : paints.filter((item) => !unseen.has(item));
}

function findUnseen(items: readonly Item[]): ReadonlySet<Item> {
  // In the order of painting: what is known to go cannot be the ground that hides what lies on it.
  const gone = new Set<number>();
  const covers = coversOn(items);
  for (const [order, item] of items.entries()) if (isUnseen(item, order)) gone.add(order);
  return new Set(items.filter((_, order) => gone.has(order)));

  /** What hides nothing but what is not carried on would tell how large that was. */
  function isGone({ order, letter }: Cover): boolean {
    return gone.has(order) || (letter !== undefined && !isVisible(letter, order, covers));
  }

  function isUnseen(item: Item, order: number): boolean {
    if (item.kind !== "path") return false;
    const shown = intersect(item.bounds, item.clip.rect);
    if (isEmpty(shown) || drawsNothing(item)) return true;
    const others = covers.near(shown).filter((cover) => cover.order !== order);
    const above = others.filter((cover) => cover.order > order);
    if (above.some((cover) => hides(cover, shown))) return true;
    const below = others.filter((cover) => cover.order < order && !isGone(cover));
    return isGround(item, shown, below);
  }
}

/** A stroke that has no length anywhere, without a fill. */
function drawsNothing({ paint, data }: PathItem): boolean {
  const { fill, stroke } = paint;
  if (fill !== undefined) return false;
  if (!stroke) return true;
  if (stroke.cap !== 0 || stroke.pen || stroke.dash.length === 0) return false;
  return dashed(piecesOf(data, false), stroke).length === 0;
}

function hides({ whole, colour, bounds }: Cover, shown: Rect): boolean {
  if (!whole || colour === undefined || opacityOf(colour) < 255) return false;
  return contains(bounds, inflate(shown, SLACK));
}

/** True where all that lies beneath is of one colour, and the drawing leaves it as it is. */
function isGround({ paint }: PathItem, shown: Rect, below: readonly Cover[]): boolean {
  const last = below.findLastIndex((cover) => hides(cover, shown));
  const ground = below[last]?.colour ?? PAPER;
  // A drawing that hides something of another colour is seen by that.
  for (const { colour } of below.slice(last + 1))
    if (colour === undefined || !alike(ground, over(colour, ground))) return false;
  const paints = [paint.fill, paint.stroke?.colour].filter((colour) => colour !== undefined);
  return paints.every((colour) => alike(ground, over(colour, ground)));
}

function alike(a: string, b: string): boolean {
  return [1, 3, 5].every((i) => Math.abs(channel(a, i) - channel(b, i)) <= SAME);
}

function channel(colour: string, at: number): number {
  return parseInt(colour.slice(at, at + 2), 16);
}

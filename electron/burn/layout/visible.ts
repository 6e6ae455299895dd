// What a reader can see: text that is clipped away, covered by something painted later, or painted
// in the colour of its ground is not carried on. Judged by geometry and colour alone.
import type { Rect } from "../../../shared/geometry/rect.ts";
import { transformRect } from "../../pdfium/display.ts";
import { NotAccountable } from "../crisp/interpret/display-list.ts";
import type { GlyphItem, Item } from "../crisp/interpret/display-list.ts";
import { opacityOf, over } from "../crisp/interpret/colour.ts";
import { contains, intersect, isEmpty } from "../crisp/interpret/path-data.ts";
import { barOf } from "./rules.ts";

/** Points: type of this size is no more than a hair of grey. */
const SMALLEST = 0.5;
const PAPER = "#ffffff";
/** Opacity of 255 from which paint over letters leaves nothing to read. */
const HIDING = 216;
/** Levels of 255 below which two colours are one to the eye. */
const ALIKE = 6;

interface Cover {
  readonly order: number;
  readonly rect: Rect;
  /** Undefined: a picture. */
  readonly colour: string | undefined;
}

/** The glyphs of the page that can be seen, with their place in the painting order. */
export function visibleGlyphs(
  items: readonly Item[],
): readonly { readonly item: GlyphItem; readonly order: number }[] {
  const covers = coversOf(items);
  const out: { item: GlyphItem; order: number }[] = [];
  items.forEach((item, order) => {
    if (item.kind === "glyph" && isVisible(item, order, covers)) out.push({ item, order });
  });
  return out;
}

function coversOf(items: readonly Item[]): readonly Cover[] {
  const covers: Cover[] = [];
  items.forEach((item, order) => {
    if (item.kind === "image") {
      if (item.pixels.kind !== "mask") {
        covers.push({ order, rect: intersect(item.bounds, item.clip.rect), colour: undefined });
      }
      return;
    }
    if (item.kind !== "path" || item.paint.fill === undefined) return;
    const rect = item.clip.paths.length === 0 ? barOf(item) : undefined;
    if (rect) covers.push({ order, rect, colour: item.paint.fill });
  });
  return covers;
}

function isVisible(item: GlyphItem, order: number, covers: readonly Cover[]): boolean {
  const ink = inkOf(item);
  if (isEmpty(intersect(ink, item.clip.rect))) return false;
  for (const clip of item.clip.paths) if (isEmpty(intersect(ink, clip.bounds))) return false;
  mustBeSeen(item);
  if (item.shape.outline.length === 0) return true;
  let ground: string | undefined = PAPER;
  for (const cover of covers) {
    if (!contains(cover.rect, ink, 0.2)) continue;
    if (cover.order < order) {
      ground = cover.colour && groundOver(cover.colour, ground);
    } else if (cover.colour !== undefined && opacityOf(cover.colour) < HIDING) {
      continue;
    } else if (cover.colour === undefined) {
      throw new NotAccountable("A picture hides text");
    } else {
      return false;
    }
  }
  if (ground === undefined) return true;
  const seen = (colour: string): boolean => !alike(ground!, over(colour, ground!));
  return (
    item.fill === undefined || seen(item.fill) || (item.stroke && seen(item.stroke.colour)) || false
  );
}

/** Undefined: nobody knows. */
function groundOver(colour: string, below: string | undefined): string | undefined {
  if (opacityOf(colour) === 255) return colour;
  return below === undefined ? undefined : over(colour, below);
}

/** Letters without ink, or so small that nobody sees them, are text that only engines read. */
function mustBeSeen({ shape, matrix }: GlyphItem): void {
  const [a, b, c, d] = matrix;
  const letter = /[\p{L}\p{N}]/u.test(shape.unicode);
  const small = Math.min(Math.hypot(a, b), Math.hypot(c, d)) < SMALLEST;
  if (letter && (small || shape.outline.length === 0)) {
    throw new NotAccountable("The page carries invisible text");
  }
}

function inkOf(item: GlyphItem): Rect {
  const { shape, matrix } = item;
  return transformRect(matrix, shape.bounds ?? [0, 0, Math.max(shape.advance, 0.01), 0.5]);
}

function alike(a: string, b: string): boolean {
  return [1, 3, 5].every((i) => Math.abs(channel(a, i) - channel(b, i)) <= ALIKE);
}

function channel(colour: string, at: number): number {
  return parseInt(colour.slice(at, at + 2), 16);
}

// What a reader can see: text that is clipped away, covered by something painted later, or painted
// in the colour of its ground is not carried on. Judged by geometry and colour alone.
import { meets } from "../../../../shared/geometry/rect.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { transformRect } from "../../../pdfium/display.ts";
import { NotAccountable } from "../../crisp/interpret/display-list.ts";
import type { GlyphItem, Item } from "../../crisp/interpret/display-list.ts";
import { opacityOf, over } from "../../crisp/interpret/colour.ts";
import { piecesOf } from "../../crisp/interpret/inside.ts";
import { contains, intersect, isEmpty, transformPath } from "../../crisp/interpret/path-data.ts";
import { clipAt } from "./covers.ts";
import type { Cover } from "./covers.ts";
import { coversOn } from "./page-covers.ts";
import type { PageCovers } from "./page-covers.ts";

/** Points: type of this size is no more than a hair of grey. */
const SMALLEST = 1;
const PAPER = "#ffffff";
/** Opacity of 255 from which paint over letters leaves nothing to read. */
const HIDING = 216;
/** Levels of 255 below which two colours are one to the eye. */
const ALIKE = 12;
/** Share of a letter's edge that has to stand out from its ground to be seen. */
const SEEN = 0.3;
/** Rows and columns of places within a letter that are looked at beside its edge. */
const GRID = 5;
/** Share of a letter's width, height or places that a clip has to leave for it to be read. */
const SLIVER = 0.1;
/** Points. */
const SLIT = 0.4;

type Point = readonly [number, number];

/** The glyphs of the page that can be seen, with their place in the painting order. */
export function visibleGlyphs(
  items: readonly Item[],
): readonly { readonly item: GlyphItem; readonly order: number }[] {
  const covers = coversOn(items);
  const out: { item: GlyphItem; order: number }[] = [];
  items.forEach((item, order) => {
    if (item.kind !== "glyph") return;
    if (isUnpainted(item)) mustBeOnBarePaper(item, items);
    else if (isVisible(item, order, covers)) out.push({ item: unlessCut(item), order });
  });
  return out;
}

/** Of a page that was laid out anew: those that were seen before, by their place in the painting order. */
export function glyphsOf(
  items: readonly Item[],
  seen: ReadonlyMap<number, unknown>,
): ReturnType<typeof visibleGlyphs> {
  return items.flatMap((item, order) =>
    item.kind === "glyph" && seen.has(order) ? [{ item: unlessCut(item), order }] : [],
  );
}

function isUnpainted({ fill, stroke }: GlyphItem): boolean {
  return fill === undefined && stroke === undefined;
}

/**
 * Invisible text with nothing at its place is not carried on. Where something is drawn it may be what a
 * recogniser read there, and the page's words would be lost with it.
 */
function mustBeOnBarePaper(item: GlyphItem, items: readonly Item[]): void {
  const ink = inkOf(item);
  const drawn = items.some((other) =>
    other.kind === "glyph"
      ? !isUnpainted(other) && other.shape.outline.length > 0 && meets(inkOf(other), ink)
      : meets(other.bounds, ink),
  );
  if (drawn) throw new NotAccountable("The page carries invisible text");
}

/** @param covers all of its page. @throws NotAccountable where nobody can tell */
export function isVisible(item: GlyphItem, order: number, covers: PageCovers): boolean {
  const ink = inkOf(item);
  const left = intersect(ink, item.clip.rect);
  if (isEmpty(left)) return false;
  for (const clip of item.clip.paths) if (isEmpty(intersect(ink, clip.bounds))) return false;
  mustBeSeen(item);
  if (item.shape.outline.length === 0) return true;
  if (isSliver(left, ink)) return false;
  let edge: readonly Point[] | undefined;
  const points = () => (edge ??= edgeOf(item));
  if (item.clip.paths.length > 0 && !shownThrough(item, ink, points())) return false;
  const near = covers.over(item, order, ink);
  if (near.length === 0) return isSeen(item, PAPER);
  const below = near.filter((cover) => cover.order < order);
  const above = near.filter((cover) => cover.order > order);
  return !hidden(above, ink, points) && standsOut(item, below, ink, points);
}

/** Shapes that cut nothing off a letter are no part of it. */
function unlessCut(item: GlyphItem): GlyphItem {
  const { clip, shape } = item;
  if (clip.paths.length === 0) return item;
  const inside = clipAt(clip);
  const whole = shape.outline.length === 0 || edgeOf(item).every(([x, y]) => inside(x, y));
  return whole ? { ...item, clip: { ...clip, paths: [] } } : item;
}

/** True where some of a letter, edge or inside, is within all the shapes that cut it. */
function shownThrough({ clip }: GlyphItem, [x0, y0, x1, y1]: Rect, edge: readonly Point[]) {
  const inside = clipAt(clip);
  const within: Point[] = Array.from({ length: GRID * GRID }, (_, i) => [
    x0 + (((i % GRID) + 0.5) / GRID) * (x1 - x0),
    y0 + ((Math.floor(i / GRID) + 0.5) / GRID) * (y1 - y0),
  ]);
  const places = [...edge, ...within];
  return places.filter(([x, y]) => inside(x, y)).length > SLIVER * places.length;
}

/** A slit through which nobody reads a letter. */
function isSliver(left: Rect, whole: Rect): boolean {
  const across = left[2] - left[0];
  const up = left[3] - left[1];
  return (
    (across < SLIT && across < SLIVER * (whole[2] - whole[0])) ||
    (up < SLIT && up < SLIVER * (whole[3] - whole[1]))
  );
}

/**
 * True where what is painted later leaves nothing of the letter to be seen, one shape alone or
 * several together. What a picture hides is for nobody to judge.
 */
function hidden(above: readonly Cover[], ink: Rect, points: () => readonly Point[]): boolean {
  if (above.length === 0) return false;
  const opaque = above.filter(({ colour }) => !colour || opacityOf(colour) >= HIDING);
  if (opaque.some((cover) => cover.whole && contains(cover.bounds, ink))) return true;
  let byPicture = false;
  for (const [x, y] of points()) {
    // What several see-through shapes let through, one over the other.
    let [through, plain] = [1, 1];
    for (const cover of above) {
      const left = 1 - cover.at(x, y) / 255;
      through *= left;
      if (cover.colour !== undefined) plain *= left;
    }
    if (1 - through < HIDING / 255) return false;
    byPicture ||= 1 - plain < HIDING / 255;
  }
  if (byPicture) throw new NotAccountable("A picture hides text");
  return true;
}

/** True where the letter's colour is another than that of what it was painted on. */
function standsOut(
  item: GlyphItem,
  below: readonly Cover[],
  ink: Rect,
  points: () => readonly Point[],
): boolean {
  const seen = (ground: string) => isSeen(item, ground);
  const grounds = below.filter((cover) => cover.whole && contains(cover.bounds, ink));
  const ground = groundOf(grounds) ?? PAPER;
  const partly = below.filter((cover) => !grounds.includes(cover));
  const plain = seen(ground);
  if (partly.every(({ colour }) => colour && seen(groundOver(colour, ground)!) === plain))
    return plain;
  const places = points();
  const known = places.map(([x, y]) => groundOf(below.filter((cover) => cover.at(x, y) > 0)));
  const standing = known.filter((colour) => colour === undefined || seen(colour));
  return standing.length >= SEEN * places.length;
}

function isSeen({ fill, stroke }: GlyphItem, ground: string): boolean {
  return (
    (fill !== undefined && isSeenOn(fill, ground)) ||
    (stroke !== undefined && isSeenOn(stroke.colour, ground))
  );
}

/** Undefined: nobody knows. */
function groundOf(covers: readonly Cover[]): string | undefined {
  let ground: string | undefined = PAPER;
  for (const { colour } of covers) ground = colour && groundOver(colour, ground);
  return ground;
}

/** Places along a letter's edge, on the page. */
function edgeOf({ shape, matrix }: GlyphItem): readonly Point[] {
  const pieces = piecesOf(transformPath(shape.outline, matrix), true);
  const step = Math.hypot(matrix[2], matrix[3]) / STEPS_OF_AN_EM;
  const out: Point[] = [];
  for (let i = 0; i < pieces.length; i += 4) {
    const [x0, y0, x1, y1] = [pieces[i]!, pieces[i + 1]!, pieces[i + 2]!, pieces[i + 3]!];
    const count = Math.min(16, Math.max(1, Math.ceil(Math.hypot(x1 - x0, y1 - y0) / step)));
    for (let k = 0; k < count; k++)
      out.push([x0 + (k / count) * (x1 - x0), y0 + (k / count) * (y1 - y0)]);
  }
  return out;
}

/** Long straight edges are looked at in steps of this part of an em. */
const STEPS_OF_AN_EM = 8;

/** Undefined: nobody knows. */
function groundOver(colour: string, below: string | undefined): string | undefined {
  if (opacityOf(colour) === 255) return colour;
  return below === undefined ? undefined : over(colour, below);
}

/** Letters without ink, or so small that nobody sees them, are text that only engines read. */
function mustBeSeen({ shape, matrix }: GlyphItem): void {
  if ((isTiny(matrix) || shape.outline.length === 0) && /[\p{L}\p{N}]/u.test(shape.unicode)) {
    throw new NotAccountable("The page carries invisible text");
  }
}

function isTiny(m: GlyphItem["matrix"]): boolean {
  // One long side tells already; nearly all letters have two.
  const long = Math.abs(m[0]) >= SMALLEST || Math.abs(m[1]) >= SMALLEST;
  if (long && (Math.abs(m[2]) >= SMALLEST || Math.abs(m[3]) >= SMALLEST)) return false;
  return Math.min(Math.hypot(m[0], m[1]), Math.hypot(m[2], m[3])) < SMALLEST;
}

function inkOf(item: GlyphItem): Rect {
  const { shape, matrix } = item;
  return transformRect(matrix, shape.bounds ?? [0, 0, Math.max(shape.advance, 0.01), 0.5]);
}

/** Asked for every letter; what was asked last. */
const asked = { colour: "", ground: "", seen: false };

function isSeenOn(colour: string, ground: string): boolean {
  if (asked.colour !== colour || asked.ground !== ground)
    Object.assign(asked, { colour, ground, seen: !alike(ground, over(colour, ground)) });
  return asked.seen;
}

function alike(a: string, b: string): boolean {
  return [1, 3, 5].every((i) => Math.abs(channel(a, i) - channel(b, i)) <= ALIKE);
}

function channel(colour: string, at: number): number {
  return parseInt(colour.slice(at, at + 2), 16);
}

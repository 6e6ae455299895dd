// What lies behind or over the text without belonging to it: a watermark across the page, a gradient
// under a heading, a letterhead. A mark on a word does not mean it: it stays, but for holes where the
// boxes are. Judged by its own size
// and by colour, never by how long a mark is; whatever could spell a word on the marked line is none.
import {
  ARITY,
  boundsOf,
  intersect,
  contains,
  isEmpty,
  rectanglePath,
  firstContour,
} from "../../crisp/interpret/path-data.ts";
import { invert } from "../../../pdfium/display.ts";
import { over } from "../../crisp/interpret/colour.ts";
import { pixelAt } from "../../crisp/interpret/drawn.ts";
import type {
  ClipPath,
  GlyphItem,
  ImageItem,
  Item,
  PathItem,
} from "../../crisp/interpret/display-list.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { meets, union } from "../../../../shared/geometry/rect.ts";
import { outlineReaches } from "../drawings/stroke-reach.ts";

/** Times the mark's height: letters and strokes of a watermark, never of the marked line. */
const LOOMS = 2.5;
/** Points around a mark in which a picture must be empty. */
const AROUND = 2;
/** Levels of 255 by which neighbouring pixels differ at most, and on the mean without a trend. */
const ALIKE = 8;
const NOISE = 0.2;
/** Of 255: watermarks leave the text over them easy to read. */
const PALE = 150;
/** More contours than backdrops have. */
const MOST_CONTOURS = 2_000;

/** @param em height of the letter's em on the page */
export function loomsOver(item: GlyphItem, em: number, mark: Rect): boolean {
  return item.shape.bounds !== undefined && em >= LOOMS * (mark[3] - mark[1]);
}

/**
 * True for wide shapes that are of one colour all around the marks, and for pale filled ones of which none
 * is as small as what the marks mean; lines may be writing.
 */
export function isBackdropPath(item: PathItem, marks: readonly Rect[]): boolean {
  if (marks.every((mark) => isPanel(item, mark))) return true;
  const { fill, stroke } = item.paint;
  if (stroke || fill === undefined || !isPale(fill)) return false;
  const parts = contoursOf(item);
  return (
    parts !== undefined &&
    marks.every((mark) =>
      parts.every((part) => {
        if (isEmpty(intersect(part, mark)) || (parts.length === 1 && isCard(item, mark)))
          return true;
        const least = LOOMS * (mark[3] - mark[1]);
        return part[2] - part[0] > least && part[3] - part[1] > least;
      }),
    )
  );
}

/** Points: no letter of a line is so wide, and few words of one are. */
const CARD = 100;

/** The ground of a box around words whose edges and corners are elsewhere. */
function isPanel(item: PathItem, mark: Rect): boolean {
  const { bounds, paint } = item;
  const isWide = paint.fill !== undefined && bounds[2] - bounds[0] >= CARD;
  return isWide && contains(bounds, mark) && !outlineReaches(item, mark, 0);
}

/** Points that a mark may stand out over a card's edge. */
const OVER = 2;

/**
 * A wide bar with rounded ends that holds a whole line: the ground of a box around words. Nothing of
 * its outline lies between its two ends, where a letter would have its own.
 */
export function isCard({ data, bounds, paint }: PathItem, [, y0, , y1]: Rect): boolean {
  const [left, low, right, high] = bounds;
  const round = (high - low) / 2;
  if (paint.fill === undefined || paint.stroke || right - left < CARD) return false;
  if (y0 < low - OVER || y1 > high + OVER) return false;
  for (let i = 0; i < data.length;) {
    const count = ARITY[data[i++]! as keyof typeof ARITY & number] as number;
    for (let k = i; k < i + count; k += 2)
      if (Math.min(data[k]! - left, right - data[k]!) > round + 0.01) return false;
    i += count;
  }
  return true;
}

/** True for a gradient, or for a picture in which nothing is to be seen under and around the marks. */
export function isBackdropPicture(item: ImageItem, marks: readonly Rect[]): boolean {
  const { matrix, bounds, drawn } = item;
  const shown = intersect(bounds, item.clip.rect);
  return marks.every((mark) => {
    const around: Rect = [mark[0] - AROUND, mark[1] - AROUND, mark[2] + AROUND, mark[3] + AROUND];
    if (isEmpty(intersect(shown, mark))) return true;
    // What ends beside the marked word could have been made for it.
    if (!contains(shown, around)) return false;
    if (drawn) return true;
    const upright =
      Math.abs(matrix[1]) + Math.abs(matrix[2]) <
      1e-6 * (Math.abs(matrix[0]) + Math.abs(matrix[3]));
    return upright && item.pixels.kind !== "mask" && empty(item, around);
  });
}

function empty({ pixels, matrix }: ImageItem, [x0, y0, x1, y1]: Rect): boolean {
  const back = invert(matrix);
  const us = [x0, x1].map((x) => (back[0] * x + back[4]) * pixels.width).sort((a, b) => a - b);
  const vs = [y0, y1]
    .map((y) => (1 - (back[3] * y + back[5])) * pixels.height)
    .sort((a, b) => a - b);
  const clamp = (n: number, most: number) => Math.min(most - 1, Math.max(0, Math.floor(n)));
  const [left, right] = [clamp(us[0]!, pixels.width), clamp(us[1]!, pixels.width)];
  const [top, bottom] = [clamp(vs[0]!, pixels.height), clamp(vs[1]!, pixels.height)];
  for (let v = top; v <= bottom; v++)
    if (!steady(left, right, (u) => pixelAt(pixels, u, v))) return false;
  for (let u = left; u <= right; u++)
    if (!steady(top, bottom, (v) => pixelAt(pixels, u, v))) return false;
  return true;
}

/** Nothing is written where every row and column keeps its colour, or fades from one to another. */
function steady(from: number, to: number, pixel: (at: number) => number): boolean {
  for (const shift of [24, 16, 8, 0]) {
    const first = (pixel(from) >>> shift) & 255;
    let before = first;
    let way = 0;
    for (let at = from + 1; at <= to; at++) {
      const value = (pixel(at) >>> shift) & 255;
      const step = Math.abs(value - before);
      if (step > ALIKE) return false;
      way += step;
      before = value;
    }
    if (way - Math.abs(before - first) > ALIKE + (to - from) * NOISE) return false;
  }
  return true;
}

/** The item with holes where the boxes are. */
export function withHoles<I extends Item>(item: I, bounds: Rect, boxes: readonly Rect[]): I {
  const holes = disjoint(boxes.filter((box) => meets(box, bounds, 0)));
  if (holes.length === 0) return item;
  const outer: Rect = [bounds[0] - 1, bounds[1] - 1, bounds[2] + 1, bounds[3] + 1];
  const inner = holes.map((hole) => intersect(hole, outer));
  const hole: ClipPath = {
    data: [outer, ...inner].flatMap(rectanglePath),
    evenOdd: true,
    bounds: outer,
  };
  return { ...item, clip: { rect: item.clip.rect, paths: [...item.clip.paths, hole] } };
}

/** Overlapping holes would fill each other under the even-odd rule: they become one. */
export function disjoint(holes: readonly Rect[]): Rect[] {
  const out: Rect[] = [];
  for (const hole of holes) {
    let merged = hole;
    for (let i = out.length - 1; i >= 0; i--) {
      if (meets(out[i]!, merged, 0)) merged = union(out.splice(i, 1)[0]!, merged);
    }
    out.push(merged);
  }
  return out;
}

function isPale(colour: string): boolean {
  const seen = over(colour, "#ffffff");
  return [1, 3, 5].every((at) => parseInt(seen.slice(at, at + 2), 16) >= PALE);
}

function contoursOf({ data }: PathItem): readonly Rect[] | undefined {
  const out: Rect[] = [];
  for (let rest = data; rest.length > 0;) {
    const first = firstContour(rest);
    const bounds = boundsOf(first);
    if (bounds) out.push(bounds);
    rest = rest.slice(first.length);
    if (out.length > MOST_CONTOURS) return undefined;
  }
  return out;
}

// What is painted over a place of the page: shapes by their fill, lines by their stroke, pictures by
// their pixels, letters that are blocks or far larger than others, each cut by its clip. Judged point by point, so that a round badge is a
// ground and two strips side by side hide what neither hides alone.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { invert, transformRect } from "../../../pdfium/display.ts";
import { NotAccountable } from "../../crisp/interpret/display-list.ts";
import type {
  Clip,
  GlyphItem,
  ImageItem,
  Item,
  PathItem,
  Shape,
} from "../../crisp/interpret/display-list.ts";
import { opacityOf } from "../../crisp/interpret/colour.ts";
import { pixelAt } from "../../crisp/interpret/drawn.ts";
import { dashed, filledAt, piecesOf, strokedAt } from "../../crisp/interpret/inside.ts";
import type { Pieces } from "../../crisp/interpret/inside.ts";
import { asRectangle, intersect, isEmpty, transformPath } from "../../crisp/interpret/path-data.ts";

export interface Cover {
  /** Place in the painting order. */
  readonly order: number;
  readonly bounds: Rect;
  /** Undefined: a picture, of nobody knows what colours. */
  readonly colour: string | undefined;
  /** All of `bounds` is covered. */
  readonly whole: boolean;
  /** A letter: it covers neither its own doubles nor letters about as large (see page-covers.ts). */
  readonly letter?: GlyphItem;
  /** Opacity of 255 with which a point is covered. */
  at(x: number, y: number): number;
}

/** Points around a rectangle that letters may stand out by. */
const SLACK = 0.2;
/** Pieces beyond which nobody asks where a drawing covers what. */
const MOST_PIECES = 20_000;

/** Shapes, lines and pictures: letters are looked at by themselves. */
export function paintCovers(items: readonly Item[]): readonly Cover[] {
  const covers: Cover[] = [];
  for (let order = 0; order < items.length; order++) {
    const item = items[order]!;
    if (item.kind === "glyph") continue;
    const bounds = intersect(item.bounds, item.clip.rect);
    if (isEmpty(bounds)) continue;
    if (item.kind === "image") covers.push(pictureCover(item, order, bounds));
    else covers.push(...fillCover(item, order), ...strokeCover(item, order, bounds));
  }
  return covers;
}

function fillCover(item: PathItem, order: number): Cover[] {
  const { fill, evenOdd } = item.paint;
  if (fill === undefined) return [];
  const rectangle = asRectangle(item.data);
  const inner = rectangle ?? item.bounds;
  const whole = rectangle !== undefined && item.clip.paths.length === 0;
  const clipped = slack(intersect(inner, item.clip.rect));
  const pieces = lazily(() => piecesOf(item.data, true));
  const inClip = clipAt(item.clip);
  const opacity = opacityOf(fill);
  const at = (x: number, y: number): number =>
    (rectangle ? within(clipped, x, y) : filledAt(pieces(), evenOdd, x, y)) && inClip(x, y)
      ? opacity
      : 0;
  return [{ order, bounds: clipped, colour: fill, whole, at }];
}

function strokeCover(item: PathItem, order: number, bounds: Rect): Cover[] {
  const { stroke } = item.paint;
  if (!stroke) return [];
  // A pen of another shape than a circle: one in a space of its own.
  const { pen, width } = stroke;
  const back = pen && invert(pen);
  const pieces = lazily(() =>
    dashed(piecesOf(back ? transformPath(item.data, back) : item.data, false), stroke),
  );
  const inClip = clipAt(item.clip);
  const opacity = opacityOf(stroke.colour);
  const stroked = (x: number, y: number): boolean => {
    const [u, v] = back
      ? [back[0] * x + back[2] * y + back[4], back[1] * x + back[3] * y + back[5]]
      : [x, y];
    return strokedAt(pieces(), width / 2, u, v, stroke);
  };
  const at = (x: number, y: number): number =>
    within(bounds, x, y) && stroked(x, y) && inClip(x, y) ? opacity : 0;
  return [{ order, bounds, colour: stroke.colour, whole: false, at }];
}

/** Null where nothing of it is painted within its clip. */
export function letterCover(item: GlyphItem, order: number): Cover | null {
  const { shape, matrix, fill, clip } = item;
  if (fill === undefined || !shape.bounds) return null;
  const bounds = intersect(transformRect(matrix, shape.bounds), clip.rect);
  if (isEmpty(bounds)) return null;
  const pieces = lazily(() => piecesOf(transformPath(shape.outline, matrix), true));
  const inClip = clipAt(clip);
  const opacity = opacityOf(fill);
  const at = (x: number, y: number): number =>
    within(bounds, x, y) && filledAt(pieces(), false, x, y) && inClip(x, y) ? opacity : 0;
  return { order, bounds, colour: fill, whole: false, letter: item, at };
}

/** Places along each side of a letter's box at which it is asked whether it is a block. */
const ACROSS = 6;
const BLOCK = 0.8;
const blocks = new WeakMap<Shape, boolean>();

export function heightOf({ shape, matrix }: GlyphItem): number {
  if (!shape.bounds) return 0;
  // Most letters stand upright: asked for each of them, the general way is slow.
  const up = matrix[2] === 0 ? Math.abs(matrix[3]) : Math.hypot(matrix[2], matrix[3]);
  return (shape.bounds[3] - shape.bounds[1]) * up;
}

/** A letter that fills its box can lie over letters as large as itself. */
export function isBlock(shape: Shape): boolean {
  if (!shape.bounds) return false;
  let known = blocks.get(shape);
  if (known === undefined) {
    const [x0, y0, x1, y1] = shape.bounds;
    const pieces = piecesOf(shape.outline, true);
    // Most letters have shown soon that they are none.
    let most = ACROSS * ACROSS;
    for (let i = 0; i < ACROSS * ACROSS && most >= BLOCK * ACROSS * ACROSS; i++) {
      const u = x0 + (((i % ACROSS) + 0.5) / ACROSS) * (x1 - x0);
      const v = y0 + ((Math.floor(i / ACROSS) + 0.5) / ACROSS) * (y1 - y0);
      if (!filledAt(pieces, false, u, v)) most--;
    }
    blocks.set(shape, (known = most >= BLOCK * ACROSS * ACROSS));
  }
  return known;
}

function pictureCover(item: ImageItem, order: number, bounds: Rect): Cover {
  const { pixels, fill } = item;
  const back = invert(item.matrix);
  const inClip = clipAt(item.clip);
  const opacity = fill === undefined ? 255 : opacityOf(fill);
  const at = (x: number, y: number): number => {
    const u = Math.floor((back[0] * x + back[2] * y + back[4]) * pixels.width);
    const v = Math.floor((1 - (back[1] * x + back[3] * y + back[5])) * pixels.height);
    if (u < 0 || v < 0 || u >= pixels.width || v >= pixels.height || !inClip(x, y)) return 0;
    const pixel = pixelAt(pixels, u, v);
    if (pixels.kind !== "mask") return pixel & 255;
    // Of a stencil, what is not lit is ink.
    return pixel === 0xffffffff ? 0 : opacity;
  };
  const colour = pixels.kind === "mask" ? fill : undefined;
  return { order, bounds, colour, whole: false, at };
}

/** True where a point is within a clip. */
export function clipAt(clip: Clip): (x: number, y: number) => boolean {
  const paths = clip.paths.map(({ data, evenOdd, bounds }) => {
    const pieces = lazily(() => piecesOf(data, true));
    return (x: number, y: number) => within(bounds, x, y) && filledAt(pieces(), evenOdd, x, y);
  });
  return (x, y) => within(clip.rect, x, y) && paths.every((inside) => inside(x, y));
}

function lazily(make: () => Pieces): () => Pieces {
  let pieces: Pieces | undefined;
  return () => {
    pieces ??= make();
    if (pieces.length > 4 * MOST_PIECES)
      throw new NotAccountable("A drawing lies over text, too intricate to tell what it hides");
    return pieces;
  };
}

function slack([x0, y0, x1, y1]: Rect): Rect {
  return [x0 - SLACK, y0 - SLACK, x1 + SLACK, y1 + SLACK];
}

function within([x0, y0, x1, y1]: Rect, x: number, y: number): boolean {
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

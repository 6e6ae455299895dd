// Moves what is painted along the page, clip and all; bars and boxes that a move reaches only in part
// become longer or shorter.
import type {
  Clip,
  GlyphItem,
  ImageItem,
  Item,
  PathItem,
} from "../../crisp/interpret/display-list.ts";
import { normalise } from "../../../../shared/geometry/rect.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { transformRect } from "../../../pdfium/display.ts";
import type { Matrix } from "../../../pdfium/display.ts";
import { boundsOf, mapPath, transformPath } from "../../crisp/interpret/path-data.ts";
import { toFrame, toPage } from "./frame.ts";
import type { Frame } from "../model.ts";
import { NO_CLIP } from "./set-line.ts";

export type Shift = readonly [number, number];

/** A tenth of a point: what typesetters round differently in twins. Numbers they like are no borders. */
export function settled(at: number): number {
  return Math.round(at * 10 + 0.037) / 10;
}

export function shiftOf(frame: Frame | undefined, rise: number): Shift {
  return frame && rise !== 0 ? toPage(frame, 0, rise) : [0, 0];
}

/** Points of an edge that nobody misses. */
const UNSEEN = 0.8;

/** A clip that cuts nothing off stays behind: it would tell how far its item has moved. */
export function unclipped<T extends Item>(item: T): T {
  const { rect, paths } = item.clip;
  const ink = item.kind === "glyph" ? inkOf(item) : item.bounds;
  const isWhole =
    ink[0] > rect[0] - UNSEEN &&
    ink[1] > rect[1] - UNSEEN &&
    ink[2] < rect[2] + UNSEEN &&
    ink[3] < rect[3] + UNSEEN;
  return isWhole && paths.length === 0 ? { ...item, clip: NO_CLIP } : item;
}

function inkOf({ matrix, shape }: GlyphItem): Rect {
  return transformRect(matrix, shape.bounds ?? [0, 0, 0, 0]);
}

export function liftGlyph(item: GlyphItem, by: Shift): GlyphItem {
  if (isNone(by)) return item;
  return { ...item, matrix: liftMatrix(item.matrix, by), clip: liftClip(item.clip, by) };
}

export function liftItem<T extends PathItem | ImageItem>(item: T, by: Shift): T {
  if (isNone(by)) return item;
  const bounds = liftRect(item.bounds, by);
  const clip = liftClip(item.clip, by);
  if (item.kind === "image") {
    return { ...item, matrix: liftMatrix(item.matrix, by), bounds, clip };
  }
  const data = transformPath(item.data, [1, 0, 0, 1, ...by]);
  const stencil = item.stencil && liftMatrix(item.stencil, by);
  return { ...item, data, bounds, clip, stencil };
}

/** Every corner of a bar or box moves as what stands at its height. */
export function stretchItem(item: PathItem, frame: Frame, riseAt: (v: number) => number): PathItem {
  const move = (x: number, y: number): readonly [number, number] => {
    const [u, v] = toFrame(frame, x, y);
    const rise = riseAt(v);
    return rise === 0 ? [x, y] : toPage(frame, u, v + rise);
  };
  const [a, b] = [move(...corner(item.clip.rect, 0)), move(...corner(item.clip.rect, 2))];
  const clip = { ...item.clip, rect: normalise(...a, ...b) };
  const reshaped = reshape(item, move);
  return reshaped === item ? item : { ...reshaped, clip };
}

/** Every point of a drawing, but its clip, where another place is given for it; a stencil is a rectangle. */
export function reshape(
  item: PathItem,
  placeOf: (x: number, y: number) => readonly [number, number],
): PathItem {
  const data = mapPath(item.data, placeOf);
  const before = boundsOf(item.data);
  const after = boundsOf(data);
  if (!before || !after) return item;
  const bounds = item.bounds.map((at, i) => at + after[i]! - before[i]!) as unknown as Rect;
  const [x0, y0, x1, y1] = after;
  const stencil: Matrix | undefined = item.stencil && [x1 - x0, 0, 0, y1 - y0, x0, y0];
  return { ...item, data, bounds, stencil };
}

function corner(rect: Rect, at: 0 | 2): readonly [number, number] {
  return [rect[at], rect[at + 1]!];
}

function isNone([dx, dy]: Shift): boolean {
  return dx === 0 && dy === 0;
}

function liftMatrix([a, b, c, d, e, f]: Matrix, [dx, dy]: Shift): Matrix {
  return [a, b, c, d, e + dx, f + dy];
}

function liftRect([x0, y0, x1, y1]: Rect, [dx, dy]: Shift): Rect {
  return [x0 + dx, y0 + dy, x1 + dx, y1 + dy];
}

/** The rectangle of a clip that was moved last: the letters of a line share it, and move together. */
let last: { readonly from: Rect; readonly by: Shift; readonly to: Rect } | undefined;

function liftShared(from: Rect, by: Shift): Rect {
  if (last?.from !== from || last.by[0] !== by[0] || last.by[1] !== by[1])
    last = { from, by, to: liftRect(from, by) };
  return last.to;
}

function liftClip(clip: Clip, by: Shift): Clip {
  return {
    rect: liftShared(clip.rect, by),
    paths: clip.paths.map(({ data, evenOdd, bounds }) => ({
      data: transformPath(data, [1, 0, 0, 1, ...by]),
      evenOdd,
      bounds: liftRect(bounds, by),
    })),
  };
}

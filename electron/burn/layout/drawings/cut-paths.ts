// Cuts what is painted under a burnt box out of the page's paths (B2). Bars, frames and strokes that
// run level and upright are cut exactly; any other drawing that meets a box makes the page not accountable, because nobody can
// say what its shape betrays.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { meets } from "../../../../shared/geometry/rect.ts";
import { NotAccountable } from "../../crisp/interpret/display-list.ts";
import type { ImageItem, Item, PathItem } from "../../crisp/interpret/display-list.ts";
import {
  asRectangle,
  contains,
  intersect,
  isEmpty,
  rectanglePath,
} from "../../crisp/interpret/path-data.ts";
import { squared } from "../../crisp/interpret/squared.ts";
import { disjoint, isBackdropPath, isBackdropPicture, withHoles } from "../seen/backdrop.ts";
import { bevelledBar, cutBevelled } from "./cut-shapes.ts";
import { cutStroke, linesOf, runThrough } from "./cut-strokes.ts";
import { barOf } from "../lines/rules.ts";
import { inkReaches } from "./stroke-reach.ts";

const HAIR = 0.4;
const UNDER = 0.6;
/** Points that a border may lie under the edge of a box, and how thick it is at most. */
const BRUSHED = 0.6;
const THIN = 1.2;

/** What a mark burns of the paths and pictures: `undefined` keeps the item. */
export function burnItem(item: Item, marks: readonly Rect[]): "drop" | undefined {
  if (item.kind === "glyph") return undefined;
  const hit = marks.filter((mark) => reaches(item, mark, HAIR));
  if (hit.length === 0) return undefined;
  if (item.kind === "image") {
    if (isBackdropPicture(item, hit)) return undefined;
    throw new NotAccountable("A picture lies under a box");
  }
  const plain = squared(item);
  const bar = plainBar(plain);
  if (!bar && !isCut(plain, hit)) {
    if (isBackdropPath(item, hit)) return undefined;
    throw new NotAccountable("A drawing lies under a box");
  }
  const inside = hit.some((mark) => contains(mark, bar ?? item.bounds, UNDER));
  return inside ? "drop" : undefined;
}

/** A border that a box brushes along its whole width: what would be left of it is no border any more. */
function runsAlong([u0, v0, u1, v1]: Rect, [x0, y0, x1, y1]: Rect): boolean {
  const level = u0 < x0 && u1 > x1 && (Math.abs(v1 - y0) < BRUSHED || Math.abs(y1 - v0) < BRUSHED);
  return level && v1 - v0 < THIN;
}

/** The item without what lies under the boxes. */
export function cutItem(item: Item, boxes: readonly Rect[]): readonly Item[] {
  if (item.kind === "glyph") return [item];
  const hit = boxes.filter((box) => reaches(item, box, 0.01));
  if (hit.length === 0) return [item];
  if (item.kind === "image") {
    if (isBackdropPicture(item, hit)) return [withHoles(item, item.bounds, hit)];
    throw new NotAccountable("A picture lies under a box");
  }
  return cutPath(squared(item), boxes, hit);
}

/** @param hit those of the boxes that reach it */
function cutPath(item: PathItem, boxes: readonly Rect[], hit: readonly Rect[]): readonly Item[] {
  const separate = apart(item);
  if (separate.length > 1) return separate.flatMap((part) => cutItem(part, boxes));
  const bar = plainBar(item);
  if (bar) {
    const under = hit.filter((box) => !runsAlong(bar, box));
    return under.length > 0 ? cutBar(item, bar, under) : [item];
  }
  const frame = frameOf(item);
  const corners = bevelledBar(item);
  if (corners) return cutBevelled(item, corners, hit);
  const lines = frame ? undefined : linesOf(item);
  const cut = lines && cutStroke(item, lines, hit);
  if (cut) return cut;
  if (!frame) {
    if (isBackdropPath(item, hit)) return [withHoles(item, item.bounds, hit)];
    throw new NotAccountable("A drawing lies under a box");
  }
  const sides = frame.filter((side) => hit.some((box) => meets(side, box, 0.01)));
  if (sides.length === 0) return [item];
  return frame.flatMap((side) => cutBar(item, side, hit));
}

/** True of drawings that are cut at the boxes, whatever the marks mean. */
function isCut(item: PathItem, marks: readonly Rect[]): boolean {
  if (frameOf(item) || apart(item).length > 1 || bevelledBar(item)) return true;
  const lines = linesOf(item);
  return lines !== undefined && runThrough(lines, marks);
}

/** @param hair points of overlap that count as none */
export function reaches(item: PathItem | ImageItem, rect: Rect, hair: number): boolean {
  if (!meets(visible(item), rect, hair)) return false;
  return item.kind === "image" || inkReaches(item, rect, hair);
}

function visible(item: Exclude<Item, { kind: "glyph" }>): Rect {
  const { bounds, clip } = item;
  return [
    Math.max(bounds[0], clip.rect[0]),
    Math.max(bounds[1], clip.rect[1]),
    Math.min(bounds[2], clip.rect[2]),
    Math.min(bounds[3], clip.rect[3]),
  ];
}

/** One bar of one colour. */
function plainBar(item: PathItem): Rect | undefined {
  if (item.clip.paths.length > 0) return undefined;
  const { fill, stroke } = item.paint;
  if (fill !== undefined && stroke && stroke.colour !== fill) return undefined;
  if (fill === undefined && (asRectangle(item.data) !== undefined || dashed(item))) {
    return thin(item) ? barOf(item) : undefined;
  }
  return barOf(item);
}

/** A rectangle that is filled and outlined in two colours, as two paths. */
function apart(item: PathItem): readonly PathItem[] {
  const { fill, stroke } = item.paint;
  if (fill === undefined || !stroke || !asRectangle(item.data)) return [item];
  return [
    { ...item, paint: { fill, evenOdd: false, stroke: undefined } },
    { ...item, paint: { fill: undefined, evenOdd: false, stroke } },
  ];
}

function dashed(item: PathItem): boolean {
  return (item.paint.stroke?.dash.length ?? 0) > 0;
}

function thin(item: PathItem): boolean {
  const r = asRectangle(item.data);
  return r !== undefined && (r[2] - r[0] < 0.01 || r[3] - r[1] < 0.01) && !dashed(item);
}

/** The four sides of a rectangle that is only outlined. */
function frameOf(item: PathItem): readonly Rect[] | undefined {
  const r = asRectangle(item.data);
  const { stroke, fill } = item.paint;
  if (!r || !stroke || stroke.pen || fill !== undefined || dashed(item)) return undefined;
  if (item.clip.paths.length > 0) return undefined;
  const h = stroke.width / 2;
  return [
    [r[0] - h, r[1] - h, r[2] + h, r[1] + h],
    [r[0] - h, r[3] - h, r[2] + h, r[3] + h],
    [r[0] - h, r[1] + h, r[0] + h, r[3] - h],
    [r[2] - h, r[1] + h, r[2] + h, r[3] - h],
  ];
}

/**
 * One path with holes, not slices: slices would show seams. A hole from side to side parts the bar: as
 * a hole its edges would leave a hair of ink.
 */
function cutBar(item: PathItem, bar: Rect, boxes: readonly Rect[]): readonly PathItem[] {
  const holes = disjoint(boxes.map((box) => intersect(bar, box)).filter((hole) => !isEmpty(hole)));
  if (holes.some((hole) => contains(hole, bar, 0.001))) return [];
  const fill = item.paint.fill ?? item.paint.stroke?.colour;
  const parting = holes.filter((hole) => parts(hole, bar));
  const rest = holes.filter((hole) => !parting.includes(hole));
  const pieces = parting.reduce(
    (bars: readonly Rect[], hole) => bars.flatMap(besides(hole)),
    [bar],
  );
  const data = [...pieces, ...rest].flatMap(rectanglePath);
  const paint = { fill, evenOdd: true, stroke: undefined };
  return [{ kind: "path", data, bounds: bar, paint, clip: item.clip }];
}

/** True of a hole that reaches from one side of a bar to the other. */
function parts([x0, y0, x1, y1]: Rect, bar: Rect): boolean {
  return (y0 === bar[1] && y1 === bar[3]) || (x0 === bar[0] && x1 === bar[2]);
}

/** What is left of a bar before and behind a hole that parts it. */
function besides([x0, y0, x1, y1]: Rect): (bar: Rect) => readonly Rect[] {
  return (bar) => {
    if (isEmpty(intersect([x0, y0, x1, y1], bar))) return [bar];
    const level = y0 === bar[1] && y1 === bar[3];
    const both: readonly Rect[] = level
      ? [
          [bar[0], bar[1], x0, bar[3]],
          [x1, bar[1], bar[2], bar[3]],
        ]
      : [
          [bar[0], bar[1], bar[2], y0],
          [bar[0], y1, bar[2], bar[3]],
        ];
    return both.filter(([left, low, right, high]) => right > left && high > low);
  };
}

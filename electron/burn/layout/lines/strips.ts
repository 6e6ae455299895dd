// What is drawn along words: bars, and rows of dots, dashes and waves, in one drawing or in many. How
// many dots there are and how far apart they stand fits the words that they were made for, so a row that
// goes along with words is drawn with dots of its own (B1).
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { height, union, width } from "../../../../shared/geometry/rect.ts";
import type { PathItem } from "../../crisp/interpret/display-list.ts";
import {
  CUBIC,
  LINE,
  MOVE,
  asRectangle,
  boundsOf,
  contains,
  contoursOf,
  firstContour,
  intersect,
  isEmpty,
} from "../../crisp/interpret/path-data.ts";
import type { Paint } from "../seen/paints.ts";
import { barOf } from "./rules.ts";

export type Row = "dots" | "dashes" | "wave";

export interface Strip {
  readonly items: readonly Paint[];
  readonly bounds: Rect;
  readonly colour: string;
  readonly row?: Row;
  /** Of a wave, in points. */
  readonly pen?: number;
  /** Points by which its last dot may end before the words do. */
  readonly short: number;
}

/** Points: how high a row is at most; how long dots and dashes are, and how far apart, in their heights. */
const HIGHEST = 4;
const LONGEST = 6;
const FARTHEST = 4;
const LEAST = 3;
/** In its heights: what is longer is a dash. */
const DOT = 1.7;
/** Points. */
const SAME = 0.05;

/** @param paints of the page, in painting order */
export function stripsOf(paints: readonly Paint[]): readonly Strip[] {
  const strips: Strip[] = [];
  let dots: PathItem[] = [];
  const end = (): void => {
    for (const row of rowsOf(dots))
      if (row.length >= LEAST) strips.push(rowOf(row, row.map(barOf) as Rect[]));
      else strips.push(...row.map((item) => plain(item, barOf(item)!)));
    dots = [];
  };
  for (const item of paints) {
    const dot = item.kind === "path" && !item.link && isDot(item);
    if (!dot || (dots.length > 0 && !isAlike(dots[0]!, item))) end();
    if (dot) dots.push(item);
    else if (item.kind === "path" && !item.link) strips.push(...ofPath(item));
  }
  end();
  return strips;
}

/** Some programs draw the ends of a row first. */
function rowsOf(dots: readonly PathItem[]): readonly (readonly PathItem[])[] {
  const rows: PathItem[][] = [];
  for (const item of dots.toSorted((a, b) => a.bounds[0] - b.bounds[0])) {
    const row = rows[rows.length - 1];
    const gap = row ? barOf(item)![0] - barOf(row[row.length - 1]!)![2] : Infinity;
    if (row && gap < FARTHEST * height(barOf(item)!)) row.push(item);
    else rows.push([item]);
  }
  return rows;
}

function ofPath(item: PathItem): readonly Strip[] {
  const bar = barOf(item);
  if (bar && isHollow(item, bar)) return [];
  if (bar && onlySkips(item)) return [plain(item, bar)];
  let seen = intersect(item.bounds, item.clip.rect);
  for (const { bounds } of item.clip.paths) seen = intersect(seen, bounds);
  if (isEmpty(seen) || colourOf(item) === undefined) return [];
  const lines = twoLines(item);
  if (lines) return lines.map((line) => plain(item, line));
  const [thick, long] = [height(seen), width(seen)].toSorted((a, b) => a - b) as [number, number];
  if (thick > HIGHEST || long < LEAST * thick) return [];
  const cut = item.clip.paths.toSorted((a, b) => b.data.length - a.data.length)[0];
  const data = cut && cut.data.length > item.data.length ? cut.data : item.data;
  const parts = contoursOf(data).map((contour) => boundsOf(contour)!);
  const isShort = parts.every((part) => width(part) <= LONGEST * thick);
  if (parts.length >= LEAST && isShort) return [{ ...rowOf([item], parts), bounds: seen }];
  if (!item.paint.stroke || parts.length > 1 || !isBent(item.data)) return [];
  const strip = { items: [item], bounds: seen, colour: colourOf(item)!, short: 0 };
  return [{ ...strip, row: "wave", pen: item.paint.stroke.width }];
}

/** The outline of a box: it has words within, and nothing of it is a strip. */
function isHollow({ paint: { fill, stroke } }: PathItem, bar: Rect): boolean {
  return fill === undefined && stroke !== undefined && height(bar) > HIGHEST + 2 * stroke.width;
}

function plain(item: PathItem, bounds: Rect): Strip {
  const { stroke } = item.paint;
  const strip = { items: [item], bounds, colour: colourOf(item)!, short: 0 };
  const [dash] = stroke?.dash ?? [];
  if (dash === undefined) return strip;
  const short = stroke!.width / 2;
  return { ...strip, row: dash > DOT * stroke!.width ? "dashes" : "dots", short };
}

function rowOf(items: readonly PathItem[], parts: readonly Rect[]): Strip {
  const wide = parts.map(width).toSorted((a, b) => a - b)[parts.length >> 1]!;
  const bounds = parts.reduce((a, b) => union(a, b));
  const row = wide > DOT * height(parts[0]!) ? "dashes" : "dots";
  return { items, bounds, colour: colourOf(items[0]!)!, row, short: height(parts[0]!) / 2 };
}

function colourOf({ paint }: PathItem): string | undefined {
  return paint.fill ?? paint.stroke?.colour;
}

function isDot(item: PathItem): boolean {
  const bar = barOf(item);
  if (!bar || item.paint.stroke || item.paint.fill === undefined || !onlySkips(item)) return false;
  const high = height(bar);
  return high > 0 && high <= HIGHEST && width(bar) <= LONGEST * high;
}

function isAlike(a: PathItem, b: PathItem): boolean {
  const [[, y0, , y1], [, v0, , v1]] = [barOf(a)!, barOf(b)!];
  return a.paint.fill === b.paint.fill && Math.abs(y0 - v0) < SAME && Math.abs(y1 - v1) < SAME;
}

/** A double line in one drawing. */
function twoLines({ data, paint, bounds }: PathItem): readonly Rect[] | undefined {
  const { stroke, fill } = paint;
  const lines = contoursOf(data).map((contour) => boundsOf(contour)!);
  if (lines.length !== 2 || !stroke || stroke.pen || stroke.dash.length > 0 || fill)
    return undefined;
  if (height(bounds) > HIGHEST) return undefined;
  const level = lines.every((l) => height(l) < SAME && width(l) > width(bounds) - 2 * stroke.width);
  if (!level) return undefined;
  return lines.map(([x0, y0, x1]): Rect => [x0, y0 - stroke.width / 2, x1, y0 + stroke.width / 2]);
}

/** It goes up and down, or is curved. */
function isBent(data: readonly number[]): boolean {
  return data.includes(CUBIC) || (data.length > 12 && height(boundsOf(data)!) > SAME);
}

/**
 * Browsers cut small holes around descenders out of an underline: clips of a large rectangle with
 * holes in it. A line that is set anew is underlined through.
 */
function onlySkips(item: PathItem): boolean {
  return item.clip.paths.every(({ data, evenOdd }) => {
    const outer = asRectangle(firstContour(data));
    return evenOdd && outer !== undefined && contains(outer, item.bounds, 0.5);
  });
}

/** A row between the given ends and heights, as a line to stroke. */
export function drawnRow(
  row: Row,
  pen: number,
  [x0, y0, x1, y1]: Rect,
): {
  readonly data: readonly number[];
  readonly width: number;
  readonly dash: readonly number[];
} {
  const high = y1 - y0;
  const y = (y0 + y1) / 2;
  const data = [MOVE, x0, y];
  if (row !== "wave")
    return {
      data: [...data, LINE, x1, y],
      width: high,
      dash: row === "dots" ? [high] : [3 * high, 2 * high],
    };
  for (let at = x0, up = 1; at + high <= x1; at += high, up = -up)
    data.push(LINE, at + high / 2, y + (up * (high - pen)) / 2, LINE, at + high, y);
  return { data, width: pen, dash: [] };
}

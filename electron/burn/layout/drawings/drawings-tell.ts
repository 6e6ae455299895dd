// Small drawings on a burnt word's line, behind the word: an arrow, a flag or a button that the text
// pushed along shows by its place how long the word was, and nothing on the page moves it back. So does
// a picture that was made around the word, such as the soft shadow of a card. What decides here is never
// how long this word was: twins must state the same.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { DisplayList, GlyphItem, Item, PathItem } from "../../crisp/interpret/display-list.ts";
import { asRectangle, intersect, isEmpty } from "../../crisp/interpret/path-data.ts";
import { isCard } from "../seen/backdrop.ts";
import { boundsIn } from "../lines/frame.ts";
import { isLone } from "./lone-boxes.ts";
import type { Segment } from "../model.ts";
import { paintsOf } from "../seen/paints.ts";
import type { Paragraph } from "../paragraphs/paragraph.ts";
import type { Walls } from "../lines/rules.ts";

/** In em: larger drawings are pictures with a place of their own. */
const LARGEST = 2.5;
/** In em: how tall a picture is at most that was made around words of few lines, its soft edge included. */
const AROUND = 8;
/** In em: what is lower is a rule, where it is not shorter; and how far from words it may begin. */
const FLAT = 0.25;
const SHORTEST = 1;
const BESIDE = 2;
/** In em: how near to its words' ends a rule ends that was made for them. */
const WITH = 0.1;
/** In em: how far such a picture begins before its line at most; a portrait may stand between the two. */
const BEFORE = 3.5;
/** In em: a picture that begins and ends this near the column's ends is as wide as the column. */
const AT_END = 1;
/** In em around a word's end: where an arrow to it begins. */
const POINTED = 0.25;
/** In em under and over the baseline: where the middle of what stands on a line is. */
const LOW = -0.4;
const HIGH = 1.1;
/** Points: drawings that begin at one place on several lines have a column of their own. */
const SAME = 0.5;
/** Points between a box and the wall that its edge is; share of the page from which a box is a panel. */
const BORDER = 2;
const PANEL = 0.5;

/** @param taken drawings that move with words of their line */
export function drawingsTell(
  { lines, column, align, anchor }: Paragraph,
  page: DisplayList,
  taken: ReadonlySet<Item>,
  segments: readonly Segment[],
  walls: Walls,
): boolean {
  const touched = lines.filter(({ glyphs }) => glyphs.some(({ mark }) => mark >= 0));
  if (touched.length === 0) return false;
  const { frame, size } = lines[0]!;
  if (frame.cos * frame.sin !== 0) return false;
  const boxOf = (item: Exclude<Item, GlyphItem>) => {
    const shown = intersect(item.bounds, item.clip.rect);
    return isEmpty(shown) ? undefined : boundsIn(frame, shown);
  };
  const paints = paintsOf(page.items);
  const pictures = paints.flatMap((item) => {
    if (taken.has(item)) return [];
    const box = boxOf(item);
    const around =
      box &&
      (item.kind === "image" || isRoundCard(item, touched) || touched.some((l) => holds(box, l)));
    return around ? [box] : [];
  });
  const wide = frame.sin === 0 ? page.width : page.height;
  const cells = pictures.filter((box) => makesCell(box, column) && !isPanel(box, wide));
  const boxes = cells.length === 0 ? [] : paints.flatMap((item) => asBox(item, boxOf));
  const isFrame = (box: Rect, line: Segment) =>
    cells.includes(box) && isLone(box, line, { boxes, walls, segments });
  const middle = align === "centre" ? anchor : undefined;
  const around = (line: Segment) =>
    pictures.some((box) => {
      if (isFrame(box, line)) return isAround(line, box, pictures, 2);
      const isBehind =
        middle === undefined || isPanel(box, wide) ? startsBefore(line) : holdsAt(middle);
      const side = sideOf(box, column, line.size);
      return side !== undefined && isBehind(box) && isAround(line, box, pictures, side);
    });
  if (touched.some(around)) return true;
  const small = paints.flatMap((item) => {
    if (taken.has(item) || (item.kind === "path" && item.link)) return [];
    const box = boxOf(item);
    if (!box) return [];
    const fits = box[2] - box[0] < LARGEST * size && box[3] - box[1] < LARGEST * size;
    const thin = Math.min(box[2] - box[0], box[3] - box[1]) < 0.1 * size;
    return fits && !thin ? [box] : [];
  });
  const flat = paints.flatMap((item) => {
    const box = taken.has(item) ? undefined : boxOf(item);
    return box && box[3] - box[1] < FLAT * size ? [box] : [];
  });
  if (touched.some((line) => flat.some((bar) => isAsLong(line, bar, flat)))) return true;
  const bars = flat.filter((bar) => bar[2] - bar[0] > SHORTEST * size);
  if (touched.some((line) => bars.some((bar) => isPushed(line, bar, bars)))) return true;
  const upright = paints.flatMap((item) => {
    const box = taken.has(item) || item.kind === "image" || item.link ? undefined : boxOf(item);
    return box && box[3] - box[1] >= FLAT * size ? [box] : [];
  });
  if (touched.some((line) => upright.some((box) => pointsAt(line, box)))) return true;
  return touched.some((line) => {
    const from = burntFrom(line);
    return small.some((box) => {
      const middle = (box[1] + box[3]) / 2 - line.v;
      if (middle < LOW * size || middle > HIGH * size || box[0] <= from) return false;
      if (column.cellRight !== undefined && box[0] >= column.cellRight) return false;
      return !small.some(
        (other) => Math.abs(other[0] - box[0]) < SAME && Math.abs(other[1] - box[1]) > 0.5 * size,
      );
    });
  });
}

/** The ground of a box with rounded corners around a burnt line; others are grounds of words, or cells. */
function isRoundCard(item: PathItem, lines: readonly Segment[]): boolean {
  if (asRectangle(item.data) || lines[0]!.frame.sin !== 0) return false;
  return lines.some(({ v, size }) => isCard(item, [0, v, 0, v + size / 2]));
}

/** The ground or the frame of a box around a burnt line. */
function holds([u0, v0, u1, v1]: Rect, line: Segment): boolean {
  const { v, size } = line;
  return v0 <= v - 0.2 * size && v1 >= v + 0.7 * size && u1 - u0 > 2 * size;
}

/** Grounds, frames and pictures; what leads from one to another is none. */
function asBox<T extends Exclude<Item, GlyphItem>>(
  item: T,
  boxOf: (item: T) => Rect | undefined,
): readonly Rect[] {
  if (item.kind === "path" && (item.link || !asRectangle(item.data))) return [];
  return [boxOf(item)].filter((box) => box !== undefined);
}

/** The line's cell is nothing but this box. */
function makesCell([u0, , u1]: Rect, { cellLeft, cellRight }: Paragraph["column"]): boolean {
  if (cellLeft === undefined || cellRight === undefined) return false;
  return Math.abs(u0 - cellLeft) <= BORDER && Math.abs(u1 - cellRight) <= BORDER;
}

/** Wider than words of one line make it: it was given its width. */
function isPanel([u0, , u1]: Rect, wide: number): boolean {
  return u1 - u0 > PANEL * wide;
}

/** A level rule on the line that ends or begins where its words do, and no other rule there too. */
function isPushed(line: Segment, bar: Rect, bars: readonly Rect[]): boolean {
  const { left, right, size, v } = line;
  const middle = (bar[1] + bar[3]) / 2 - v;
  if (middle < 0 || middle > 0.6 * size) return false;
  const near = (gap: number): boolean => gap > -0.1 * size && gap < BESIDE * size;
  const side = near(left - bar[2]) ? 2 : near(bar[0] - right) ? 0 : undefined;
  if (side === undefined) return false;
  return !bars.some(
    (other) => Math.abs(other[side] - bar[side]) < SAME && Math.abs(other[1] - bar[1]) > 0.5 * size,
  );
}

/** A level rule over or under a burnt word, as long as the word, and no other rule begins or ends there. */
function isAsLong(line: Segment, [u0, v0, u1, v1]: Rect, bars: readonly Rect[]): boolean {
  const { size, v } = line;
  const middle = (v0 + v1) / 2 - v;
  if (middle < (LOW - BESIDE) * size || middle > (HIGH + BESIDE) * size) return false;
  const burnt = line.glyphs.filter(({ mark, blank }) => mark >= 0 && !blank);
  const [first, last] = [burnt[0], burnt[burnt.length - 1]];
  const near = (a: number, b: number): boolean => Math.abs(a - b) < WITH * size;
  if (!first || !last || !near(u0, first.u) || !near(u1, last.u + last.advance)) return false;
  return !bars.some(
    ([from, low, to]) =>
      Math.abs(low - v0) > 0.5 * size && (Math.abs(from - u0) < SAME || Math.abs(to - u1) < SAME),
  );
}

/** A picture that begins on the line, before the burnt word that lies on it. */
function startsBefore(line: Segment): (box: Rect) => boolean {
  const from = burntFrom(line);
  const { left, size } = line;
  return ([u0, , u1]) => u0 >= left - BEFORE * size && u0 <= from + 0.1 * size && u1 > from;
}

/** Where words in the middle of their place begin hangs on how long they are. */
function holdsAt(middle: number): (box: Rect) => boolean {
  return ([u0, , u1]) => u0 < middle && u1 > middle;
}

/**
 * At which end words could push the picture: the first number of it, or the third.
 *
 * @returns undefined where it is as wide as the column
 */
function sideOf(
  [u0, , u1]: Rect,
  { left, limit, cellLeft, cellRight }: Paragraph["column"],
  size: number,
): 0 | 2 | undefined {
  // What stands at the column's end was pushed there.
  if (u1 <= Math.min(limit, cellRight ?? limit) - AT_END * size) return 2;
  return u0 < Math.max(left, cellLeft ?? left) + AT_END * size ? undefined : 0;
}

/** A picture around the line, no wider than words made it. */
function isAround(
  { size, v }: Segment,
  box: Rect,
  pictures: readonly Rect[],
  side: 0 | 2,
): boolean {
  const [, v0, , v1] = box;
  if (v1 - v0 > AROUND * size || v < v0 + LOW * size || v + HIGH * size > v1 - LOW * size)
    return false;
  // Pictures that end at one place on several lines have a width of their own.
  return !pictures.some(
    (other) => Math.abs(other[side] - box[side]) < SAME && Math.abs(other[1] - v0) > 0.5 * size,
  );
}

/** An arrow or a brace that begins at the burnt word, wherever it leads. */
function pointsAt(line: Segment, [u0, v0, , v1]: Rect): boolean {
  const { v, size } = line;
  const burnt = line.glyphs.filter(({ mark }) => mark >= 0);
  const to = Math.max(...burnt.map(({ u, advance }) => u + advance));
  const level = v0 < v + HIGH * size && v1 > v + LOW * size;
  return level && u0 > burntFrom(line) + POINTED * size && u0 < to + POINTED * size;
}

function burntFrom({ glyphs }: Segment): number {
  return Math.min(...glyphs.filter(({ mark }) => mark >= 0).map(({ u }) => u));
}

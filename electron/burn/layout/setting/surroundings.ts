// What goes with a paragraph that was set anew: its underlines and highlights, the area it touched,
// the room below it; and boxes for marks under which no letter stood.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { inflate, meets, union } from "../../../../shared/geometry/rect.ts";
import { Extent } from "../../../pdfium/display.ts";
import { NotAccountable } from "../../crisp/interpret/display-list.ts";
import type { DisplayList, GlyphItem, PathItem } from "../../crisp/interpret/display-list.ts";
import { boundsOf as extentOf, mapPath, rectanglePath } from "../../crisp/interpret/path-data.ts";
import type { PageMark } from "../../page-output.ts";
import { labelAlone } from "./alone-label.ts";
import { burntBy } from "../lines/hits.ts";
import type { PaintUnit, Box, Frame, SeenGlyph, Segment } from "../model.ts";
import { toPage } from "../lines/frame.ts";
import type { Paragraph } from "../paragraphs/paragraph.ts";
import type { ResetParagraph } from "../paragraphs/reset.ts";
import type { Walls } from "../lines/rules.ts";
import { placeShape } from "../lines/inline-shapes.ts";
import { NO_CLIP, corner } from "../lines/set-line.ts";
import { drawnRow } from "../lines/strips.ts";

/** A box for a mark that burns no letter stands on a grid, not on the mark's own edges. */
const GRID = 6;
const NO_OVERLAP = () => ({ start: 0, end: 0 });

/** Free height under a paragraph, down to the next text that stands below it. */
/**
 * Points from the last baseline to the next line's below it; a border beneath the whole paragraph,
 * such as a cell's, counts as the place where a line would have to stand to leave it free.
 */
export function roomBelow(
  paragraph: Paragraph,
  segments: readonly Segment[],
  walls: Walls,
): number {
  const last = paragraph.lines[paragraph.lines.length - 1]!;
  const left = Math.min(...paragraph.lines.map((s) => s.left));
  const right = Math.max(paragraph.column.limit, ...paragraph.lines.map((s) => s.right));
  let next = -Infinity;
  for (const s of segments) {
    if (s.frame !== last.frame || s.v >= last.v - 0.3 * last.size) continue;
    if (Math.min(s.right, right) - Math.max(s.left, left) > 0 && s.v > next) next = s.v;
  }
  if (next === -Infinity) return 0;
  const { leading } = paragraph;
  const borders = walls.level
    .filter(
      ({ at, from, to }) => at < last.v - BELOW * last.size && from <= left + 1 && to >= right - 1,
    )
    .map(({ at }) => last.v - at + 0.9 * leading - BELOW * last.size);
  return Math.min(last.v - next, ...borders);
}

export function barsOf(set: ResetParagraph, paragraph: Paragraph, order: number): PaintUnit[] {
  const { frame } = paragraph.lines[0]!;
  return set.lines.flatMap((line, i) =>
    line.decorations.flatMap(({ look, from, to }): PaintUnit[] => {
      const v = set.baselines[i]!;
      const { shape } = look;
      if (shape)
        return shape.paths.map((path) => ({
          kind: "paint",
          order,
          item: placeShape(shape, path, frame, { from, to, v }),
        }));
      if (look.row) {
        const room: Rect = [from, v + look.from, to, v + look.to];
        const { data, width, dash } = drawnRow(look.row, look.pen ?? 0, room);
        return [{ kind: "paint", order, item: stroked(data, frame, look.colour, width, dash) }];
      }
      const bounds = boundsOf(corner(frame, from, v + look.from, to, v + look.to));
      const paint = { fill: look.colour, evenOdd: false, stroke: undefined };
      const data = rectanglePath(bounds);
      const item: PathItem = { kind: "path", data, bounds, paint, clip: NO_CLIP };
      return [{ kind: "paint", order, item }];
    }),
  );
}

/** @param data in the frame */
function stroked(
  data: readonly number[],
  frame: Frame,
  colour: string,
  width: number,
  dash: readonly number[],
): PathItem {
  const drawn = mapPath(data, (u, v) => toPage(frame, u, v));
  const bounds = inflate(extentOf(drawn)!, width / 2);
  const pen = { cap: 0, join: 1, mitre: 10, phase: 0, pen: undefined };
  const paint = { fill: undefined, evenOdd: false, stroke: { colour, width, dash, ...pen } };
  return { kind: "path", data: drawn, bounds, paint, clip: NO_CLIP };
}

export function touchedBy(paragraph: Paragraph, set: ResetParagraph): Rect {
  const { lines, align, firstAnchor, anchor, column } = paragraph;
  const { frame, size, v } = lines[0]!;
  const last = Math.min(...set.baselines, ...lines.map((s) => s.v));
  const first = Math.max(...set.baselines, v);
  const left = Math.min(...lines.map((s) => s.left));
  const widest = Math.max(...set.lines.map((line) => line.width));
  const from = align === "left" ? Math.min(left, firstAnchor, anchor) : left - widest / 2;
  const to = Math.max(column.limit, left + widest, ...lines.map((s) => s.right));
  const high = Math.min(paragraph.leading, size * 1.2);
  return boundsOf(
    corner(frame, from - 0.3 * size, last - 0.35 * size, to + 0.3 * size, first + high),
  );
}

function boundsOf(corners: readonly (readonly [number, number])[]): Rect {
  return corners.map(([x, y]): Rect => [x, y, x, y]).reduce((a, b) => union(a, b));
}

function down(n: number): number {
  return Math.floor(n / GRID) * GRID;
}

function up(n: number): number {
  return Math.ceil(n / GRID) * GRID;
}

/** Higher or wider marks (in em) than this mean the page beneath, not a blank of a line. */
const HIGHEST_BLANK = 2;
const WIDEST_BLANK = 6;

/** Marks that burn blanks of a line and nothing else. */
export function silentMarks(
  rects: readonly Rect[],
  seen: readonly SeenGlyph[],
): ReadonlySet<number> {
  const silent = new Set<number>();
  for (const glyph of seen) {
    if (glyph.mark < 0 || !glyph.blank) continue;
    const rect = rects[glyph.mark]!;
    const high = Math.min(rect[3] - rect[1], rect[2] - rect[0]);
    const wide = Math.max(rect[3] - rect[1], rect[2] - rect[0]);
    if (high < HIGHEST_BLANK * glyph.size && wide < WIDEST_BLANK * glyph.size) {
      silent.add(glyph.mark);
    }
  }
  if (silent.size === 0) return silent;
  for (const glyph of seen) if (glyph.mark >= 0 && !glyph.blank) silent.delete(glyph.mark);
  return silent;
}

/** What a box on that grid can tell of the length of a text that stood there and nobody saw. */
const BITS_OF_GRID = 2.6;

/** Marks under which no letter was seen: a box where the mark is, on a grid. */
export function boxesWithoutText(
  marks: readonly PageMark[],
  rects: readonly Rect[],
  seen: readonly SeenGlyph[],
  silent: ReadonlySet<number>,
  { items, ...size }: Pick<DisplayList, "items" | "width" | "height">,
): Box[] {
  const used = new Set(seen.filter((g) => g.mark >= 0 && !g.blank).map((g) => g.mark));
  return rects.flatMap((rect, mark): Box[] => {
    if (used.has(mark) || silent.has(mark)) return [];
    // Another mark burns the same letters; their line says so already.
    if (seen.some((g) => g.mark >= 0 && !g.blank && burntBy(g.item, [rect], NO_OVERLAP) === 0)) {
      return [];
    }
    const bounds: Rect = [down(rect[0]), down(rect[1]), up(rect[2]), up(rect[3])];
    const [x0, y0, x1, y1] = bounds;
    const corners = [
      [x0, y0],
      [x1, y0],
      [x1, y1],
      [x0, y1],
    ] as const;
    // Such a mark may have been made as long as the text, seen or not; one over a code or over letters
    // that are drawn is as large as what they say.
    const unseen = items.some(
      (item) =>
        item.kind === "glyph" &&
        item.shape.outline.length > 0 &&
        burntBy(item, [rect], NO_OVERLAP) === 0,
    );
    const sized = unseen || marks[mark]!.reason !== "picture";
    const label = labelAlone(marks[mark]!, bounds, size);
    return [{ mark, corners, bounds, label, bits: sized ? BITS_OF_GRID : 0, alone: true }];
  });
}

/** Height over the baseline, in em, that the body of a line takes up. */
const BODY = 0.45;
/** In em: how far letters reach below their baseline. */
const BELOW = 0.3;
/** Points that two lines may share where they touch. */
const TOUCHING = 1;

/** The body of a line as written, without the tails that lines may share. */
export function bodyOf(glyphs: readonly GlyphItem[]): Rect | undefined {
  const extent = new Extent();
  for (const { shape, matrix } of glyphs)
    if (shape.outline.length > 0) extent.add(matrix, 0, 0.02, Math.max(shape.advance, 0), BODY);
  return extent.bounds;
}

/** Words over words mean that the page's order was misread: nobody could read the result. */
export function mustStandApart(set: readonly Rect[], others: readonly (Rect | undefined)[]): void {
  set.forEach((line, i) => {
    const meetsLine = (other: Rect | undefined) => other && meets(line, other, TOUCHING);
    if (set.slice(i + 1).some(meetsLine) || others.some(meetsLine)) {
      throw new NotAccountable("Words would stand over one another");
    }
  });
}

/** Where a line of text stands. */
export function boundsOfLine({ frame, left, right, v, size }: Segment): Rect {
  return boundsOf(corner(frame, left, v - 0.3 * size, right, v + size));
}

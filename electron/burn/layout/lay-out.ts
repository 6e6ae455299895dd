// Lays out one page: finds what the marks burn, sets every touched paragraph anew, cuts paths at
// the boxes and gives back what is to be written, in painting and reading order. Untouched text
// keeps its places to the last digit.
import type { Rect } from "../../../shared/geometry/rect.ts";
import { union } from "../../../shared/geometry/rect.ts";
import type { PageMark } from "../page-output.ts";
import { transformRect } from "../../pdfium/display.ts";
import { NotAccountable } from "../crisp/interpret/display-list.ts";
import type {
  DisplayList,
  GlyphItem,
  ImageItem,
  Item,
  PathItem,
} from "../crisp/interpret/display-list.ts";
import { rectanglePath } from "../crisp/interpret/path-data.ts";
import { burnItem, cutItem } from "./cut-paths.ts";
import { decorationsOf } from "./decorations.ts";
import { see, toFrame } from "./frame.ts";
import { burntBy } from "./hits.ts";
import type { Box, Frame, SeenGlyph, Segment } from "./model.ts";
import { Paragraphs } from "./paragraphs.ts";
import type { Paragraph } from "./paragraphs.ts";
import { leadingOf, resetParagraph } from "./reset.ts";
import type { ResetParagraph } from "./reset.ts";
import { ornamentsOf, wallsOf } from "./rules.ts";
import type { Walls } from "./rules.ts";
import { segmentsOf } from "./segments.ts";
import { NO_CLIP, corner } from "./set-line.ts";
import { visibleGlyphs } from "./visible.ts";
import { hyphenationOf } from "./words.ts";

/** A stretch of text that is written in one go. */
export interface TextUnit {
  readonly kind: "text";
  readonly order: number;
  readonly paragraph: Paragraph;
  /** Lines, each in reading order. */
  readonly lines: readonly (readonly GlyphItem[])[];
  /** When a glyph was painted; glyphs that were set anew count as painted last of their paragraph. */
  readonly orderOf: (glyph: GlyphItem) => number;
}

export interface PaintUnit {
  readonly kind: "paint";
  readonly order: number;
  readonly item: PathItem | ImageItem;
}

export interface LaidOut {
  readonly texts: readonly TextUnit[];
  readonly paints: readonly PaintUnit[];
  readonly boxes: readonly Box[];
  readonly touched: readonly Rect[];
  readonly notes: readonly string[];
}

/** A box for a mark that burns no letter stands on a grid, not on the mark's own edges. */
const GRID = 6;
/** Kerning never draws letters closer than this (em). */
const MOST_KERNED = 0.4;
const BITS_OF_A_LINE = 2;

export function layOut(page: DisplayList, marks: readonly PageMark[]): LaidOut {
  const rects = marks.map((mark) => transformRect(page.toPage, mark.rect));
  const order = new Map<Item, number>(page.items.map((item, i) => [item, i]));
  const paths = page.items.filter((i): i is PathItem | ImageItem => i.kind !== "glyph");
  const seen = burn(
    visibleGlyphs(page.items).map(({ item, order }) => see(item, order)),
    rects,
  );
  const { segments, paragraphs } = paragraphsOf(page, seen);
  const touchedLines = paragraphs
    .filter(({ lines }) => lines.some((line) => line.touched))
    .flatMap(({ lines }) => lines);
  const decorations = decorationsOf(touchedLines, paths, order);
  const hyphenation = hyphenationOf(segments);
  const orderOf = (glyph: GlyphItem) => order.get(glyph)!;
  const texts: TextUnit[] = [];
  const boxes: Box[] = [];
  const bars: PaintUnit[] = [];
  const touched: Rect[] = [];
  const notes: string[] = [];
  for (const paragraph of paragraphs) {
    if (!paragraph.lines.some((line) => line.touched)) {
      for (const line of paragraph.lines) texts.push(asItWas(line, paragraph, orderOf));
      continue;
    }
    mustBeSettable(paragraph);
    const below = roomBelow(paragraph, segments);
    const reset = resetParagraph(paragraph, marks, decorations.of, hyphenation, below);
    if (!reset) throw new NotAccountable("A label does not fit its line");
    const first = Math.min(...paragraph.lines.map((line) => line.order));
    const last = Math.max(...paragraph.lines.flatMap((line) => line.glyphs.map((g) => g.order)));
    const lines = reset.lines.map((line) => line.glyphs);
    texts.push({ kind: "text", order: first, paragraph, lines, orderOf: () => last });
    const bits = reset.otherHeight ? BITS_OF_A_LINE : 0;
    boxes.push(...reset.lines.flatMap((l) => l.boxes).map((box) => ({ ...box, bits })));
    bars.push(...barsOf(reset, paragraph, first));
    touched.push(touchedBy(paragraph, reset));
    if (reset.tight.stretch < 1)
      notes.push("A paragraph had to be set narrower to hold its labels.");
    if (bits > 0) notes.push("A paragraph with a box has another number of lines than before.");
  }
  const alone = boxesWithoutText(rects, seen);
  boxes.push(...alone);
  touched.push(...alone.map((box) => box.bounds));
  const bounds = boxes.map((box) => box.bounds);
  const paints: PaintUnit[] = [...bars];
  for (const item of paths) {
    if (decorations.taken.has(item)) continue;
    if (burnItem(item, rects) === "drop") continue;
    for (const part of cutItem(item, bounds)) {
      if (part.kind !== "glyph")
        paints.push({ kind: "paint", order: order.get(item)!, item: part });
    }
  }
  return {
    texts: texts.sort((a, b) => a.order - b.order),
    paints: paints.sort((a, b) => a.order - b.order),
    boxes,
    touched,
    notes: [...new Set(notes)],
  };
}

function burn(glyphs: readonly SeenGlyph[], rects: readonly Rect[]): readonly SeenGlyph[] {
  if (rects.length === 0) return glyphs;
  return glyphs.map((glyph, i) => {
    const em = glyph.item.shape.advance > 0 ? glyph.advance / glyph.item.shape.advance : 1;
    const before = glyphs[i - 1];
    const after = glyphs[i + 1];
    const overlap = {
      start: before ? kerned(before, glyph) / em : 0,
      end: after ? kerned(glyph, after) / em : 0,
    };
    const mark = burntBy(glyph.item, rects, overlap);
    return mark < 0 ? glyph : { ...glyph, mark };
  });
}

/** Points by which the second glyph is drawn over the first one's advance. */
function kerned(a: SeenGlyph, b: SeenGlyph): number {
  if (a.frame !== b.frame || Math.abs(a.v - b.v) > 0.1 * a.size || b.u <= a.u) return 0;
  const over = a.u + a.advance - b.u;
  return over > 0 && over < MOST_KERNED * a.size ? over : 0;
}

function paragraphsOf(
  page: DisplayList,
  seen: readonly SeenGlyph[],
): { readonly segments: readonly Segment[]; readonly paragraphs: readonly Paragraph[] } {
  const walls = new Map<Frame, Walls>();
  const none: Walls = { upright: [], level: [] };
  const order = new Map<Item, number>(page.items.map((item, i) => [item, i]));
  // What underlines or highlights words is no wall between them.
  const { taken } = decorationsOf(
    segmentsOf(seen, () => none),
    page.items,
    order,
  );
  const standing = page.items.filter((item) => !taken.has(item));
  const wallsIn = (frame: Frame): Walls => {
    let known = walls.get(frame);
    if (!known) walls.set(frame, (known = wallsOf(standing, frame)));
    return known;
  };
  const segments = segmentsOf(seen, (glyph) => wallsIn(glyph.frame));
  const frames = new Map<Frame, Segment[]>();
  for (const s of segments) frames.set(s.frame, [...(frames.get(s.frame) ?? []), s]);
  const paragraphs = [...frames].flatMap(([frame, own]) => {
    const [from, to] = extentOf(page, frame);
    return new Paragraphs(own, wallsIn(frame), ornamentsOf(page.items, frame), from, to).all();
  });
  return { segments, paragraphs };
}

/** The page's own extent along the lines of a frame. */
function extentOf(page: DisplayList, frame: Frame): readonly [number, number] {
  const ends = [
    [0, 0],
    [page.width, 0],
    [page.width, page.height],
    [0, page.height],
  ].map(([x, y]) => toFrame(frame, x!, y!)[0]);
  return [Math.min(...ends), Math.max(...ends)];
}

function asItWas(
  line: Segment,
  paragraph: Paragraph,
  orderOf: (glyph: GlyphItem) => number,
): TextUnit {
  const glyphs = [...line.glyphs].sort((a, b) => a.order - b.order).map((g) => g.item);
  return { kind: "text", order: line.order, paragraph, lines: [glyphs], orderOf };
}

function mustBeSettable(paragraph: Paragraph): void {
  for (const { item } of paragraph.lines.flatMap((line) => line.glyphs)) {
    const [a, b, c, d] = item.matrix;
    if (item.clip.paths.length > 0) {
      throw new NotAccountable("Text on a line with a box is cut by a shape");
    }
    if (a * d - b * c <= 0) throw new NotAccountable("Text on a line with a box is mirrored");
    if (/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u.test(item.shape.unicode)) {
      throw new NotAccountable("Text on a line with a box runs from right to left");
    }
  }
}

/** Free height under a paragraph, down to the next text that stands below it. */
function roomBelow(paragraph: Paragraph, segments: readonly Segment[]): number {
  const last = paragraph.lines[paragraph.lines.length - 1]!;
  const left = Math.min(...paragraph.lines.map((s) => s.left));
  const right = Math.max(paragraph.column.limit, ...paragraph.lines.map((s) => s.right));
  let next = -Infinity;
  for (const s of segments) {
    if (s.frame !== last.frame || s.v >= last.v - 0.3 * last.size) continue;
    if (Math.min(s.right, right) - Math.max(s.left, left) > 0 && s.v > next) next = s.v;
  }
  return next === -Infinity ? 0 : last.v - next;
}

function barsOf(reset: ResetParagraph, paragraph: Paragraph, order: number): PaintUnit[] {
  const { frame } = paragraph.lines[0]!;
  return reset.lines.flatMap((line, i) =>
    line.decorations.map(({ look, from, to }): PaintUnit => {
      const v = reset.baselines[i]!;
      const corners = corner(frame, from, v + look.from, to, v + look.to);
      const xs = corners.map((c) => c[0]);
      const ys = corners.map((c) => c[1]);
      const bounds: Rect = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
      const paint = { fill: look.colour, evenOdd: false, stroke: undefined };
      const data = rectanglePath(bounds);
      const item: PathItem = { kind: "path", data, bounds, paint, clip: NO_CLIP };
      return { kind: "paint", order, item };
    }),
  );
}

function touchedBy(paragraph: Paragraph, reset: ResetParagraph): Rect {
  const first = paragraph.lines[0]!;
  const { frame, size } = first;
  const last = Math.min(...reset.baselines, ...paragraph.lines.map((s) => s.v));
  const left = Math.min(...paragraph.lines.map((s) => s.left));
  const anchor =
    paragraph.align === "left" ? Math.min(paragraph.firstAnchor, paragraph.anchor) : left;
  const widest = Math.max(...reset.lines.map((line) => line.width));
  const from = paragraph.align === "left" ? Math.min(left, anchor) : left - widest / 2;
  const to = Math.max(
    paragraph.column.limit,
    left + widest,
    ...paragraph.lines.map((s) => s.right),
  );
  const high = Math.min(leadingOf(paragraph), size * 1.2);
  const corners = corner(
    frame,
    from - 0.3 * size,
    last - 0.35 * size,
    to + 0.3 * size,
    first.v + high,
  );
  return corners.map(([x, y]): Rect => [x, y, x, y]).reduce((a, b) => union(a, b));
}

function down(n: number): number {
  return Math.floor(n / GRID) * GRID;
}

function up(n: number): number {
  return Math.ceil(n / GRID) * GRID;
}

/** Marks under which no letter stood: a box where the mark is, on a grid. */
function boxesWithoutText(rects: readonly Rect[], seen: readonly SeenGlyph[]): Box[] {
  const used = new Set(seen.filter((g) => g.mark >= 0 && !g.blank).map((g) => g.mark));
  return rects.flatMap((rect, mark): Box[] => {
    if (used.has(mark)) return [];
    const bounds: Rect = [down(rect[0]), down(rect[1]), up(rect[2]), up(rect[3])];
    const [x0, y0, x1, y1] = bounds;
    const corners = [
      [x0, y0],
      [x1, y0],
      [x1, y1],
      [x0, y1],
    ] as const;
    return [{ mark, corners, bounds, label: [], bits: 0 }];
  });
}

// Finds what is on a page: the glyphs that can be seen, which of them the marks burn, the segments
// they stand in and the paragraphs that these make.
import { meets } from "../../../../shared/geometry/rect.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { DisplayList, GlyphItem, Item } from "../../crisp/interpret/display-list.ts";
import { transformRect } from "../../../pdfium/display.ts";
import type { PageMark } from "../../page-output.ts";
import { loomsOver } from "../seen/backdrop.ts";
import { withBars } from "../lines/bars.ts";
import { decorationsOf } from "../lines/decorations.ts";
import { withInlineShapes } from "../lines/inline-shapes.ts";
import { withoutEchoes } from "../seen/echoes.ts";
import { boundsIn, see, toFrame } from "../lines/frame.ts";
import { burntBy, isNearAny } from "../lines/hits.ts";
import type { Overlap } from "../lines/hits.ts";
import { withoutHanging } from "../lines/hanging.ts";
import type { CellText, Frame, SeenGlyph, Segment } from "../model.ts";
import { paintsOf } from "../seen/paints.ts";
import { Paragraphs } from "./paragraphs.ts";
import type { Paragraph } from "./paragraph.ts";
import { drawingsOf, ornamentsOf, wallsOf } from "../lines/rules.ts";
import type { Walls } from "../lines/rules.ts";
import { segment } from "../lines/segment.ts";
import { segmentsOf } from "../lines/segments.ts";
import { glyphsOf, visibleGlyphs } from "../seen/visible.ts";
import { seenPaints } from "../seen/unseen-paint.ts";

export interface Found {
  readonly seen: readonly SeenGlyph[];
  /** Places of all seen glyphs in the painting order, echoes as well. */
  readonly orders: readonly number[];
  readonly segments: readonly Segment[];
  readonly paragraphs: readonly Paragraph[];
  /** Place of every drawing and picture in the painting order. */
  readonly order: ReadonlyMap<Item, number>;
}

/** In em. */
const ON_LINE = 0.4;
/** Kerning never draws letters closer than this (em). */
const MOST_KERNED = 0.4;
/** Points by which margins that letters are clipped to keep from the page's edge; share of the letters. */
const CLIPPED = 12;
const CLIPPED_SHARE = 0.95;
const NO_WALLS: Walls = { upright: [], level: [] };

/** A page that was laid out anew, of which is known already what is burnt. */
export interface Known {
  /** Letters by their place in the painting order. */
  readonly marks: ReadonlyMap<number, number>;
  /** Texts that are set anew, whether or not anything of them is burnt, by their letters. */
  readonly cells: ReadonlyMap<number, CellText>;
}

/** What is on a page as it came. */
export function findMarked(page: DisplayList, marks: readonly PageMark[]): Found {
  const rects = marks.map((mark) => transformRect(page.toPage, mark.rect));
  const rests = new Set(marks.flatMap(({ text }, i) => (text === "" ? [i] : [])));
  return findOn(page, rects, rests);
}

/**
 * @param rects the marks, on the displayed page
 * @param rests those of them that burn the rest of a name that a line's end cut
 */
export function findOn(
  page: DisplayList,
  rects: readonly Rect[],
  rests: ReadonlySet<number>,
  known?: Known,
): Found {
  const order = new Map<Item, number>();
  page.items.forEach((item, i) => {
    if (item.kind !== "glyph") order.set(item, i);
  });
  // Where burnt letters were closed up they hide others that can be seen where they stood.
  const visible = known ? glyphsOf(page.items, known.marks) : visibleGlyphs(page.items);
  const glyphs = visible.map((glyph) => see(glyph.item, glyph.order));
  const all = known
    ? glyphs.map((glyph) => ({ ...glyph, mark: known.marks.get(glyph.order) ?? -1 }))
    : burn(glyphs, rects);
  const paints = paintsOf(page.items);
  const bars = paints.filter((item) => !rects.some((rect) => meets(rect, item.bounds)));
  // Cells that are laid out anew may reach over one another until they are set.
  const cellOf = (glyph: SeenGlyph): CellText | undefined => known?.cells.get(glyph.order);
  const barred = withBars(withoutEchoes(all, cellOf), bars, order);
  const stays = known !== undefined || rects.length === 0;
  const seen = stays ? barred : withInlineShapes(barred, seenPaints(page.items), order);
  const walls = new Map<Frame, Walls>();
  // What underlines or highlights words is no wall between them.
  const loose = segmentsOf(seen, () => NO_WALLS);
  const { taken } = decorationsOf(loose, page.items, order);
  const standing = seenPaints(page.items).filter((item) => !taken.has(item));
  const wallsIn = (frame: Frame): Walls => {
    let known = walls.get(frame);
    if (!known) walls.set(frame, (known = wallsOf(standing, frame)));
    return known;
  };
  // Most pages have no walls: their segments are those without any.
  const walled = seen.some(({ frame }) => wallsIn(frame).upright.length > 0);
  const parts = walled ? segmentsOf(seen, (glyph) => wallsIn(glyph.frame)) : loose;
  const lines = (known ? withCells(parts, known) : parts).map((s) => withRest(s, rests));
  const segments = withoutHanging(lines);
  const frames = new Map<Frame, Segment[]>();
  for (const s of segments) {
    const own = frames.get(s.frame);
    if (own) own.push(s);
    else frames.set(s.frame, [s]);
  }
  const paragraphs = [...frames].flatMap(([frame, own]) => {
    const [from, to] = extentOf(page, frame);
    const ornaments = ornamentsOf(page.items, frame);
    const drawings = drawingsOf(standing, frame);
    return new Paragraphs(own, wallsIn(frame), ornaments, drawings, from, to).all();
  });
  return { seen, orders: all.map((glyph) => glyph.order), segments, paragraphs, order };
}

/** Does a line begin with the rest of a burnt name? */
function withRest(s: Segment, rests: ReadonlySet<number>): Segment {
  if (!s.touched || rests.size === 0) return s;
  const ink = s.glyphs.filter((g) => !g.blank);
  const first = ink.reduce((a, b) => (b.u < a.u ? b : a), ink[0]!);
  return first && rests.has(first.mark) ? { ...s, rest: true } : s;
}

/** What stands on one line of a cell is one segment, however far apart its pieces are. */
function withCells(parts: readonly Segment[], { cells }: Known): readonly Segment[] {
  const out: Segment[] = [];
  for (const part of parts) {
    const recast = cells.get(part.glyphs[0]!.order);
    const at = out.findIndex(
      (s) => recast && s.recast === recast && Math.abs(s.v - part.v) < ON_LINE * s.size,
    );
    const joined = at < 0 ? part : segment([...out[at]!.glyphs, ...part.glyphs]);
    const own = recast ? { ...joined, touched: true, recast } : part;
    if (at < 0) out.push(own);
    else out[at] = own;
  }
  return out;
}

function burn(glyphs: readonly SeenGlyph[], rects: readonly Rect[]): readonly SeenGlyph[] {
  if (rects.length === 0) return glyphs;
  return glyphs.map((glyph, i) => {
    // Most letters of a page are far from every mark.
    if (!isNearAny(glyph.item, rects)) return glyph;
    const overlap = (): Overlap => {
      const em = glyph.item.shape.advance > 0 ? glyph.advance / glyph.item.shape.advance : 1;
      const before = glyphs[i - 1];
      const after = glyphs[i + 1];
      return {
        start: before ? kerned(before, glyph) / em : 0,
        end: after ? kerned(glyph, after) / em : 0,
      };
    };
    let mark = burntBy(glyph.item, rects, overlap);
    if (mark >= 0 && rects.some((rect) => loomsOver(glyph.item, glyph.size, rect))) {
      const meant = rects.filter((rect) => !loomsOver(glyph.item, glyph.size, rect));
      const found = burntBy(glyph.item, meant, overlap);
      mark = found < 0 ? found : rects.indexOf(meant[found]!);
    }
    return mark < 0 ? glyph : { ...glyph, mark };
  });
}

/** Points by which the second glyph is drawn over the first one's advance. */
function kerned(a: SeenGlyph, b: SeenGlyph): number {
  if (a.frame !== b.frame || Math.abs(a.v - b.v) > 0.1 * a.size || b.u <= a.u) return 0;
  const over = a.u + a.advance - b.u;
  return over > 0 && over < MOST_KERNED * a.size ? over : 0;
}

/**
 * The page's own extent along the lines of a frame; so much wider or narrower that margins which its
 * maker clips all text to are equal on both sides.
 */
function extentOf(page: DisplayList, frame: Frame): readonly [number, number] {
  const [from, to] = sheetOf(page, frame);
  const clip = marginsOf(page);
  if (!clip) return [from, to];
  const [left, , right] = boundsIn(frame, clip);
  const isInside = left > from + CLIPPED && right < to - CLIPPED;
  return isInside ? [from, right + left - from] : [from, to];
}

/**
 * The rectangle that nearly all letters are clipped to that stand in it. Heads and feet, of which a page
 * has more or less text between them, stand outside and have clips of their own.
 */
export function marginsOf(page: DisplayList): Rect | undefined {
  let known = margins.get(page);
  if (!known) margins.set(page, (known = marginsIn(page) ?? "none"));
  return known === "none" ? undefined : known;
}

/** Of pages, which stay as they are. */
const margins = new WeakMap<DisplayList, Rect | "none">();

function marginsIn(page: DisplayList): Rect | undefined {
  // Letters share the rectangles of their clips: each is put into words once.
  const shared = new Map<Rect, number>();
  let last: Rect | undefined;
  let sum = 0;
  for (const item of page.items) {
    if (item.kind !== "glyph") continue;
    if (item.clip.rect !== last) {
      if (last) shared.set(last, (shared.get(last) ?? 0) + sum);
      [last, sum] = [item.clip.rect, 0];
    }
    sum++;
  }
  if (last) shared.set(last, (shared.get(last) ?? 0) + sum);
  const counts = new Map<string, { readonly rect: Rect; count: number }>();
  for (const [rect, count] of shared) {
    const key = rect.join();
    const known = counts.get(key);
    if (known) known.count += count;
    else counts.set(key, { rect, count });
  }
  const [most] = [...counts.values()].toSorted((a, b) => b.count - a.count);
  if (!most) return undefined;
  const { rect, count } = most;
  let inside = 0;
  for (const item of page.items) if (item.kind === "glyph" && standsIn(item, rect)) inside++;
  return count >= inside * CLIPPED_SHARE ? rect : undefined;
}

function standsIn({ matrix }: GlyphItem, rect: Rect): boolean {
  const x = matrix[4];
  const y = matrix[5];
  return x >= rect[0] && x <= rect[2] && y >= rect[1] && y <= rect[3];
}

function sheetOf(page: DisplayList, frame: Frame): readonly [number, number] {
  const ends = [
    [0, 0],
    [page.width, 0],
    [page.width, page.height],
    [0, page.height],
  ].map(([x, y]) => toFrame(frame, x!, y!)[0]);
  return [Math.min(...ends), Math.max(...ends)];
}

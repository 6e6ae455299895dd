// Finds what is on a page: the glyphs that can be seen, which of them the marks burn, the segments
// they stand in and the paragraphs that these make.
import { meets } from "../../../shared/geometry/rect.ts";
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { DisplayList, Item } from "../crisp/interpret/display-list.ts";
import { loomsOver } from "./backdrop.ts";
import { withBars } from "./bars.ts";
import { decorationsOf } from "./decorations.ts";
import { boundsIn, see, toFrame } from "./frame.ts";
import { burntBy, isNearAny } from "./hits.ts";
import type { Overlap } from "./hits.ts";
import type { CellText, Frame, SeenGlyph, Segment } from "./model.ts";
import { paintsOf } from "./paints.ts";
import { Paragraphs } from "./paragraphs.ts";
import type { Paragraph } from "./paragraphs.ts";
import { drawingsOf, ornamentsOf, wallsOf } from "./rules.ts";
import type { Walls } from "./rules.ts";
import { segment } from "./segment.ts";
import { segmentsOf } from "./segments.ts";
import { visibleGlyphs } from "./visible.ts";

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
/** Letters drawn this close (em) upon themselves are echoes; no two letters of a word stand so. */
const ECHO = 0.15;
/** How far (em of the second letter) any two letters of nearly one size may stand that are echoes. */
const REACH = 0.18;
/** Points by which margins that letters are clipped to keep from the page's edge; share of the letters. */
const CLIPPED = 12;
const CLIPPED_SHARE = 0.95;
/** Points; and more rows of such cells than a page has. */
const CELL = 4;
const ROWS = 100_003;
const NO_WALLS: Walls = { upright: [], level: [] };

/** A page that was laid out anew, of which is known already what is burnt. */
export interface Known {
  /** Letters by their place in the painting order. */
  readonly marks: ReadonlyMap<number, number>;
  /** Texts that are set anew, whether or not anything of them is burnt, by their letters. */
  readonly cells: ReadonlyMap<number, CellText>;
}

/** @param rects the marks, on the displayed page */
export function findOn(page: DisplayList, rects: readonly Rect[], known?: Known): Found {
  const order = new Map<Item, number>();
  page.items.forEach((item, i) => {
    if (item.kind !== "glyph") order.set(item, i);
  });
  const glyphs = visibleGlyphs(page.items).map((glyph) => see(glyph.item, glyph.order));
  const all = known
    ? glyphs.map((glyph) => ({ ...glyph, mark: known.marks.get(glyph.order) ?? -1 }))
    : burn(glyphs, rects);
  const paints = paintsOf(page.items);
  const bars = paints.filter((item) => !rects.some((rect) => meets(rect, item.bounds)));
  const seen = withBars(withoutEchoes(all), bars, order);
  const walls = new Map<Frame, Walls>();
  // What underlines or highlights words is no wall between them.
  const loose = segmentsOf(seen, () => NO_WALLS);
  const { taken } = decorationsOf(loose, page.items, order);
  const standing = taken.size === 0 ? paints : paints.filter((item) => !taken.has(item));
  const wallsIn = (frame: Frame): Walls => {
    let known = walls.get(frame);
    if (!known) walls.set(frame, (known = wallsOf(standing, frame)));
    return known;
  };
  // Most pages have no walls: their segments are those without any.
  const walled = seen.some(({ frame }) => wallsIn(frame).upright.length > 0);
  const parts = walled ? segmentsOf(seen, (glyph) => wallsIn(glyph.frame)) : loose;
  const segments = known ? withCells(parts, known) : parts;
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

/**
 * Letters drawn twice, a hair apart, are one letter to a reader, and blanks one blank. A mark that burns
 * one of the two burns both: nothing of a burnt word may survive as its own shadow (B2).
 */
function withoutEchoes(glyphs: readonly SeenGlyph[]): readonly SeenGlyph[] {
  const places = new Map<number, number[]>();
  const hosts = new Map<number, SeenGlyph[]>();
  const echoes = new Set<number>();
  glyphs.forEach((glyph, i) => {
    const host = hostOf(glyph, glyphs, places);
    if (host >= 0) {
      hosts.set(host, [...(hosts.get(host) ?? []), glyph]);
      echoes.add(i);
      return;
    }
    const key = Math.floor(glyph.u / CELL) * ROWS + Math.floor(glyph.v / CELL);
    const cell = places.get(key);
    if (cell) cell.push(i);
    else places.set(key, [i]);
  });
  if (echoes.size === 0) return glyphs;
  return glyphs.flatMap((glyph, i) => {
    if (echoes.has(i)) return [];
    const own = hosts.get(i);
    if (!own) return [glyph];
    const mark = Math.max(glyph.mark, ...own.map((echo) => echo.mark));
    return [{ ...glyph, mark, echoes: own.map((echo) => ({ ...echo, mark })) }];
  });
}

/** The letter of which this one is an echo, by its place among those before it, or -1. */
function hostOf(
  glyph: SeenGlyph,
  glyphs: readonly SeenGlyph[],
  places: ReadonlyMap<number, readonly number[]>,
): number {
  // Only cells within an echo's reach can hold its host; most often that is the letter's own.
  const by = Math.min(REACH * glyph.size, CELL);
  const last = Math.floor((glyph.u + by) / CELL);
  const upper = Math.floor((glyph.v + by) / CELL);
  for (let x = Math.floor((glyph.u - by) / CELL); x <= last; x++) {
    for (let y = Math.floor((glyph.v - by) / CELL); y <= upper; y++) {
      for (const k of places.get(x * ROWS + y) ?? NOBODY) if (isEcho(glyphs[k]!, glyph)) return k;
    }
  }
  return -1;
}

const NOBODY: readonly number[] = [];

function isEcho(a: SeenGlyph, b: SeenGlyph): boolean {
  const by = Math.min(ECHO * a.size, CELL);
  return (
    Math.abs(a.u - b.u) <= by &&
    Math.abs(a.v - b.v) <= by &&
    a.frame === b.frame &&
    a.item.shape.unicode === b.item.shape.unicode &&
    Math.abs(a.size - b.size) <= by
  );
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

/** The rectangle that nearly all letters of the page are clipped to. */
export function marginsOf(page: DisplayList): Rect | undefined {
  // Letters share the rectangles of their clips: each is put into words once.
  const shared = new Map<Rect, number>();
  let letters = 0;
  for (const item of page.items) {
    if (item.kind !== "glyph") continue;
    letters++;
    shared.set(item.clip.rect, (shared.get(item.clip.rect) ?? 0) + 1);
  }
  const counts = new Map<string, { readonly rect: Rect; count: number }>();
  for (const [rect, count] of shared) {
    const key = rect.join();
    const known = counts.get(key);
    if (known) known.count += count;
    else counts.set(key, { rect, count });
  }
  return [...counts.values()].find(({ count }) => count >= letters * CLIPPED_SHARE)?.rect;
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

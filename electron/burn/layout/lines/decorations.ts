// Underlines, strike-throughs and highlights of lines that are set anew: they belong to their
// words and must move with them, or their lengths would tell the width of what was burnt (B1).
import type { Item, PathItem } from "../../crisp/interpret/display-list.ts";
import { asRectangle, contains, firstContour } from "../../crisp/interpret/path-data.ts";
import { boundsIn, toFrame } from "./frame.ts";
import type { Decoration, Frame, SeenGlyph, Segment } from "../model.ts";
import { paintsOf } from "../seen/paints.ts";
import { barOf } from "./rules.ts";

/** In em of the line. */
const THIN = 0.16;
const LOWEST = -0.45;
const HIGHEST = 0.75;
const HIGHLIGHT_LOW = 0.55;
const HIGHLIGHT_HIGH = 2;
const OVERHANG = 0.2;
/** How far over or under a line (em) a bar may be its own, where it fits the words exactly. */
const BESIDE = 1;
/** Points. */
const EXACT = 0.4;
/** Points: how thick a border is, and how far it hangs down. */
const EDGE = 2;
const HANGING = 5;

export interface Decorations {
  readonly of: ReadonlyMap<SeenGlyph, readonly Decoration[]>;
  /** Paths that the line's words carry from now on. */
  readonly taken: ReadonlySet<Item>;
}

export function decorationsOf(
  lines: readonly Segment[],
  items: readonly Item[],
  order: ReadonlyMap<Item, number>,
): Decorations {
  const of = new Map<SeenGlyph, Decoration[]>();
  const taken = new Set<Item>();
  for (const item of paintsOf(items)) {
    if (item.kind !== "path" || item.link) continue;
    for (const line of lines) {
      const look = lookOn(line, item, order.get(item)! < line.order);
      if (!look || isTop(item, items, line.frame)) continue;
      taken.add(item);
      for (const glyph of look.over) {
        const list = of.get(glyph);
        if (!list) of.set(glyph, [look.decoration]);
        else if (!list.some((d) => d.key === look.decoration.key)) list.push(look.decoration);
      }
    }
  }
  for (const line of lines)
    for (const shape of new Set(line.glyphs.flatMap((g) => g.shape ?? []))) {
      for (const path of shape.paths) taken.add(path);
      const key = `shape ${order.get(shape.paths[0]!)}`;
      const decoration = { key, colour: "", from: 0, to: 0, behind: true, shape };
      for (const glyph of line.glyphs) {
        const middle = glyph.u + glyph.advance / 2;
        if (middle < shape.from || middle > shape.to) continue;
        of.set(glyph, [...(of.get(glyph) ?? []), decoration]);
      }
    }
  return { of, taken };
}

function lookOn(
  line: Segment,
  item: PathItem,
  behind: boolean,
): { readonly decoration: Decoration; readonly over: readonly SeenGlyph[] } | undefined {
  const bar = barOf(item);
  const colour = item.paint.fill ?? item.paint.stroke?.colour;
  if (!bar || colour === undefined || !onlySkips(item)) return undefined;
  const a = toFrame(line.frame, bar[0], bar[1]);
  const b = toFrame(line.frame, bar[2], bar[3]);
  const [u0, u1] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])];
  const from = Math.min(a[1], b[1]) - line.v;
  const to = Math.max(a[1], b[1]) - line.v;
  const fits = hasHeightOf(from / line.size, to / line.size, item);
  if (!fits && !fitsWords(line, u0, u1, from / line.size, to / line.size)) return undefined;
  const slack = OVERHANG * line.size + 0.8;
  const end = Math.max(...line.glyphs.map((g) => g.u + g.advance));
  if (u0 < line.left - slack || u1 > end + slack) return undefined;
  const over = line.glyphs.filter((g) => {
    const middle = g.u + g.advance / 2;
    return middle > u0 && middle < u1;
  });
  if (!over.some((g) => !g.blank)) return undefined;
  const key = `${colour} ${round(from)} ${round(to)}`;
  return { decoration: { key, colour, from: round(from), to: round(to), behind }, over };
}

/** The upper border of a table right under a line: others hang down from both its ends. */
function isTop(item: PathItem, items: readonly Item[], frame: Frame): boolean {
  const [u0, , u1, head] = boundsIn(frame, barOf(item)!);
  const hangsAt = (u: number): boolean =>
    paintsOf(items).some((other) => {
      const bar = other.kind === "path" ? barOf(other) : undefined;
      if (!bar || other === item) return false;
      const [left, foot, right, top] = boundsIn(frame, bar);
      const isUpright = right - left < EDGE && top - foot > HANGING;
      return isUpright && Math.abs(left - u) < EDGE && top < head + EDGE && top > head - EDGE;
    });
  return hangsAt(u0) && hangsAt(u1);
}

/** Any bar beside a line that begins and ends with its words, to a hair, was made for them. */
function fitsWords(line: Segment, u0: number, u1: number, from: number, to: number): boolean {
  if (from < -BESIDE || to > 1.05) return false;
  const starts = line.glyphs.some((g) => !g.blank && Math.abs(g.u - u0) < EXACT);
  return starts && line.glyphs.some((g) => !g.blank && Math.abs(g.u + g.advance - u1) < EXACT);
}

/** A twentieth of a point. */
function round(n: number): number {
  return Math.round(n * 20) / 20;
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

function hasHeightOf(from: number, to: number, item: PathItem): boolean {
  const thick = to - from;
  if (thick <= THIN) return from > LOWEST && to < HIGHEST;
  if (item.paint.fill === undefined || item.paint.stroke) return false;
  return thick > HIGHLIGHT_LOW && thick < HIGHLIGHT_HIGH && from < 0.1 && to > 0.45;
}

// Underlines, strike-throughs and highlights of lines that are set anew: they belong to their
// words and must move with them, or their lengths would tell the width of what was burnt (B1).
import type { Item } from "../../crisp/interpret/display-list.ts";
import { boundsIn } from "./frame.ts";
import type { Decoration, Frame, SeenGlyph, Segment } from "../model.ts";
import { paintsOf } from "../seen/paints.ts";
import { stripsOf } from "./strips.ts";
import type { Strip } from "./strips.ts";

/** In em of the line. */
const THIN = 0.16;
/** Of dots and waves. */
const THICK_ROW = 0.35;
const LOWEST = -0.45;
const HIGHEST = 0.75;
const HIGHLIGHT_LOW = 0.55;
const HIGHLIGHT_HIGH = 2;
const OVERHANG = 0.2;
/** How far over or under a line (em) a bar may be its own, where it fits the words exactly. */
const BESIDE = 1;
/** Points. */
const EXACT = 0.4;
/** In halves of a dot: how far from its words' end a row may end. */
const GAPS = 4;
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
  const strips = stripsOf(paintsOf(items));
  for (const strip of strips) {
    const at = order.get(strip.items[0]!)!;
    const looks = lines.flatMap((line) => {
      const look = lookOn(line, strip, at < line.order);
      return look && !isTop(strip, strips, line.frame) ? [look] : [];
    });
    // What is drawn over the words of a line, and was made for them, stands under the line above.
    const least = strip.row ? Math.min(...looks.map(({ off }) => off)) : undefined;
    for (const look of looks.filter(({ off }) => least === undefined || off === least)) {
      for (const item of strip.items) taken.add(item);
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

interface Look {
  readonly decoration: Decoration;
  readonly over: readonly SeenGlyph[];
  /** Points by which it begins and ends beside the words that it was made for. */
  readonly off: number;
}

function lookOn(line: Segment, strip: Strip, behind: boolean): Look | undefined {
  const { colour, row, pen, short } = strip;
  const [u0, v0, u1, v1] = boundsIn(line.frame, strip.bounds);
  const [from, to] = [v0 - line.v, v1 - line.v];
  const fits = hasHeightOf(from / line.size, to / line.size, strip);
  const off = offWords(line, u0, u1, from / line.size, to / line.size, short);
  if (!fits && off === Infinity) return undefined;
  const slack = OVERHANG * line.size + 0.8;
  const end = Math.max(...line.glyphs.map((g) => g.u + g.advance));
  if (u0 < line.left - slack || u1 > end + slack) return undefined;
  const over = line.glyphs.filter((g) => {
    const middle = g.u + g.advance / 2;
    return middle > u0 && middle < u1 + short;
  });
  if (!over.some((g) => !g.blank)) return undefined;
  const look = {
    colour,
    from: round(from),
    to: round(to),
    behind,
    ...(row && { row }),
    ...(pen && { pen }),
  };
  const key = [colour, look.from, look.to, row, pen].join(" ");
  return { decoration: { key, ...look }, over, off };
}

/**
 * The upper border of a table right under a line: others hang down from both its ends. What is dotted
 * or dashed is no side of a frame at all.
 */
function isTop({ items, bounds, row }: Strip, strips: readonly Strip[], frame: Frame): boolean {
  const [u0, base, u1, head] = boundsIn(frame, bounds);
  const hangsAt = (u: number): boolean =>
    strips.some((other) => {
      if (other.items[0] === items[0]) return false;
      const [left, foot, right, top] = boundsIn(frame, other.bounds);
      const isUpright = right - left < EDGE && top - foot > HANGING;
      if (!isUpright || Math.abs(left - u) > EDGE) return false;
      const stands = row !== undefined && Math.abs(foot - base) < EDGE;
      return stands || Math.abs(top - head) < EDGE;
    });
  return hangsAt(u0) && hangsAt(u1);
}

/** Any bar beside a line that begins and ends with its words, to a hair, was made for them. */
function offWords(
  { glyphs }: Segment,
  u0: number,
  u1: number,
  from: number,
  to: number,
  short: number,
): number {
  if (from < -BESIDE || to > 1.05) return Infinity;
  let [start, end] = [Infinity, Infinity];
  for (const { blank, u, advance } of glyphs) {
    if (blank) continue;
    start = Math.min(start, Math.abs(u - u0));
    end = Math.min(end, Math.abs(u + advance - u1));
  }
  const slack = EXACT + GAPS * short;
  return start < slack && end < slack ? start + end : Infinity;
}

/** A twentieth of a point. */
function round(n: number): number {
  return Math.round(n * 20) / 20;
}

function hasHeightOf(from: number, to: number, { row, items: [item] }: Strip): boolean {
  const thick = to - from;
  if (thick <= THIN || (row && thick <= THICK_ROW)) return from > LOWEST && to < HIGHEST;
  if (item?.kind !== "path" || item.paint.fill === undefined || item.paint.stroke) return false;
  return thick > HIGHLIGHT_LOW && thick < HIGHLIGHT_HIGH && from < 0.1 && to > 0.45;
}

// Bars that stand in a line of text where words were: what an earlier redaction left, or a word
// behind its own black background. They take part in their line like a word of their width, so that
// they neither part the line nor stay behind where a burnt word had put them (B1).
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { Item, PathItem } from "../../crisp/interpret/display-list.ts";
import { boundsIn, toPage } from "./frame.ts";
import type { Frame, SeenGlyph } from "../model.ts";
import { barOf } from "./rules.ts";

/** In em: how high a bar is, and how it stands on the baseline of its line. */
const LOWEST_BAR = 0.55;
const HIGHEST_BAR = 1.6;
const FOOT = 0.1;
const HEAD = 0.45;
/** In em. */
const NARROWEST = 0.5;
const WIDEST = 30;
/** Words stand this close (em) to a bar of their line. */
const BESIDE = 0.9;
/** Points. */
const SAME = 0.5;
/** Bars that begin at one place behind words of their own are a chart's. */
const CHART = 2;

interface Candidate {
  readonly item: PathItem;
  readonly frame: Frame;
  readonly box: Rect;
}

/**
 * The glyphs with a glyph without ink for every bar that stands among them.
 *
 */
export function withBars(
  glyphs: readonly SeenGlyph[],
  items: readonly Item[],
  order: ReadonlyMap<Item, number>,
): readonly SeenGlyph[] {
  const frames = new Set(glyphs.map((g) => g.frame).filter(({ cos, sin }) => cos * sin === 0));
  const all = [...frames].flatMap((frame) => candidatesIn(frame, glyphs, items));
  const before = new Map<SeenGlyph, SeenGlyph[]>();
  const after = new Map<SeenGlyph, SeenGlyph[]>();
  const swallowed = new Set<SeenGlyph>();
  for (const one of all) {
    const [u0, , u1] = one.box;
    const line = glyphs.filter((g) => standsOn(one, g));
    const left = line.filter((g) => !g.blank && near(g.u + g.advance, u0, BESIDE * g.size));
    const right = line.filter((g) => !g.blank && near(g.u, u1, BESIDE * g.size));
    const host = left[left.length - 1] ?? right[0];
    if (!host || isChart(one, left.length > 0, all) || isCell(one, glyphs, items)) continue;
    const bar = glyphFor(one.box, host, order.get(one.item)!);
    for (const g of line) if (g.blank && isWithin(one.box, g)) swallowed.add(g);
    const previous = line.findLast(
      (g) => !swallowed.has(g) && g.u + g.advance / 2 < u0 && g.u > u0 - 3 * g.size,
    );
    const [places, at] = previous ? [after, previous] : [before, right[0] ?? host];
    places.set(at, [...(places.get(at) ?? []), bar]);
  }
  if (before.size + after.size === 0) return glyphs;
  return glyphs.flatMap((g) => [
    ...(before.get(g) ?? []),
    ...(swallowed.has(g) ? [] : [g]),
    ...(after.get(g) ?? []).sort((a, b) => a.u - b.u),
  ]);
}

function candidatesIn(
  frame: Frame,
  glyphs: readonly SeenGlyph[],
  items: readonly Item[],
): readonly Candidate[] {
  const found: Candidate[] = [];
  const own = glyphs.filter((g) => g.frame === frame && !g.blank);
  for (const item of items) {
    if (item.kind !== "path" || item.link || item.paint.fill === undefined) continue;
    const bar = item.paint.stroke ? undefined : barOf(item);
    if (!bar) continue;
    const one = { item, frame, box: boundsIn(frame, bar) };
    if (!own.some((g) => standsOn(one, g)) || own.some((g) => isWithin(one.box, g))) continue;
    if (found.some(({ box }) => holds(box, one.box))) continue;
    found.push(one);
  }
  return found;
}

/** Has the bar the height of this letter's line? */
function standsOn({ frame, box: [u0, v0, u1, v1] }: Candidate, g: SeenGlyph): boolean {
  if (g.frame !== frame) return false;
  const [from, to, wide] = [(v0 - g.v) / g.size, (v1 - g.v) / g.size, (u1 - u0) / g.size];
  const high = to - from;
  if (high < LOWEST_BAR || high > HIGHEST_BAR || from > FOOT || to < HEAD) return false;
  return wide > NARROWEST && wide < WIDEST;
}

function isWithin([u0, v0, u1, v1]: Rect, g: SeenGlyph): boolean {
  const [u, v] = [g.u + g.advance / 2, g.v + 0.25 * g.size];
  return u > u0 && u < u1 && v > v0 && v < v1;
}

function holds(a: Rect, b: Rect): boolean {
  return a[0] <= b[0] + SAME && a[1] <= b[1] + SAME && a[2] >= b[2] - SAME && a[3] >= b[3] - SAME;
}

function isChart(one: Candidate, labelled: boolean, all: readonly Candidate[]): boolean {
  const alike = all.filter((other) => other !== one && near(other.box[0], one.box[0], SAME));
  return labelled && alike.length >= CHART;
}

/** A bar that another one continues, with words on it, is the ground of an empty cell. */
function isCell(
  { frame, box }: Candidate,
  glyphs: readonly SeenGlyph[],
  items: readonly Item[],
): boolean {
  return items.some((item) => {
    const bar = item.kind === "path" && item.paint.fill !== undefined ? barOf(item) : undefined;
    if (!bar) return false;
    const other = boundsIn(frame, bar);
    const level = near(other[1], box[1], SAME) && near(other[3], box[3], SAME);
    if (!level || !(near(other[0], box[2], SAME) || near(other[2], box[0], SAME))) return false;
    return glyphs.some((g) => g.frame === frame && !g.blank && isWithin(other, g));
  });
}

/** A sign without ink in a stretch of its host's line. */
export function glyphFor([u0, , u1]: Rect, host: SeenGlyph, order: number): SeenGlyph {
  const [a, b, c, d] = host.item.matrix;
  const [e, f] = toPage(host.frame, u0, host.v);
  const em = Math.hypot(a, b);
  const shape = { outline: [], bounds: undefined, advance: (u1 - u0) / em, unicode: "\ufffc" };
  const item = { ...host.item, shape, matrix: [a, b, c, d, e, f] as const, stroke: undefined };
  const { echoes: _, ...seen } = host;
  return { ...seen, item, u: u0, advance: u1 - u0, order, blank: false, mark: -1, bar: true };
}

function near(a: number, b: number, slack: number): boolean {
  return Math.abs(a - b) <= slack;
}

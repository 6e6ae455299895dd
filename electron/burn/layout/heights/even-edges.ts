// Borders stand at the text over them: how far they stand under its last line is the same in every
// row of a table, but for the rounding of its maker. Numbers in, numbers out; heights grow down the
// page.
import type { Row } from "./row.ts";
import { HALF } from "./even-tenths.ts";
import { EXACT } from "./makers.ts";

export interface EvenEdge {
  readonly at: number;
  readonly height: number;
  readonly sure: boolean;
  /** What was told of it was told of all of its kind, right or wrong. */
  readonly kind: string;
}

/** So many rows show every way in which a distance was rounded. */
const MANY = 4;
/** Points of the steps in which a border is placed of which there are few. */
const STEP = { pixels: 3, tenths: 1 };
/** Points. */
const THICK = 2.5;
const PIXEL = 0.75;

interface Offset {
  readonly at: number;
  /** The line over it; the first line of the page where there is none. */
  readonly row: number;
  readonly by: number;
  /** By how much less that may be by rounding: the line over it was rounded up so far, if that is known. */
  readonly over: number | undefined;
}

/**
 * @param heights of the rows without their rounding
 * @param unit to which heights were rounded, points
 * @param over by how much rows were rounded up, where that is known
 */
export function evenEdges(
  edges: readonly number[],
  rows: readonly Row[],
  heights: readonly number[],
  unit: number,
  over: readonly (number | undefined)[] = [],
): readonly EvenEdge[] {
  const all = edges.map((at): Offset => {
    const below = rows.findIndex((row) => row.at > at);
    const row = Math.max(0, (below < 0 ? rows.length : below) - 1);
    return { at, row, by: at - rows[row]!.at, over: over[row] };
  });
  const sorted = all.toSorted((a, b) => rows[a.row]!.size - rows[b.row]!.size || a.by - b.by);
  const alike: Offset[][] = [];
  for (const edge of sorted) {
    const last = alike[alike.length - 1];
    const first = last?.[0];
    const same = first && rows[first.row]!.size === rows[edge.row]!.size;
    if (same && edge.by < first.by + unit + EXACT) last!.push(edge);
    else alike.push([edge]);
  }
  // Where lines stand on fractions of pixels, those of borders may all be rounded otherwise.
  const isWhole = (length: number) => Math.abs(length / unit - Math.round(length / unit)) < EXACT;
  const whole = heights.slice(1).every((height, i) => isWhole(height - heights[i]!));
  const out: EvenEdge[] = [];
  for (const kind of alike) {
    const least = Math.min(...kind.map(({ by }) => by));
    const many = new Set(kind.map(({ row }) => row)).size >= MANY;
    const step = unit < PIXEL ? STEP.tenths : STEP.pixels;
    const rough =
      unit < PIXEL ? tenthsOf(kind) : { by: Math.round(least / step) * step, sure: false };
    const by = many || unit < EXACT ? least : rough.by;
    const sure = unit > EXACT && (unit < PIXEL ? many || rough.sure : many && whole);
    const name = `border ${rows[kind[0]!.row]!.size} ${by.toFixed(2)}`;
    for (const { at, row } of kind) out.push({ at, height: heights[row]! + by, sure, kind: name });
  }
  return withThickness(out.sort((x, y) => x.at - y.at));
}

/**
 * How far borders stand under their line, in whole points. They are written in twentieths, and so nothing
 * but the rounding of the line tells twins apart.
 */
function tenthsOf(kind: readonly Offset[]): { readonly by: number; readonly sure: boolean } {
  const shown = kind.find(({ over }) => over !== undefined);
  const by = shown ? shown.by + shown.over! : Math.min(...kind.map((one) => one.by));
  const sure = shown !== undefined;
  return { by: Math.round((by + HALF / 4) / STEP.tenths) * STEP.tenths, sure };
}

/** Both sides of a border move as one. */
function withThickness(edges: readonly EvenEdge[]): readonly EvenEdge[] {
  const out: EvenEdge[] = [];
  for (const edge of edges) {
    const last = out[out.length - 1];
    const thick = last && edge.at - last.at < THICK;
    out.push(thick ? { ...edge, height: last.height + edge.at - last.at } : edge);
  }
  return out;
}

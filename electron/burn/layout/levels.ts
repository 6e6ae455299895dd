// Where everything on a page would stand without the rounding of its maker, from the first paragraph
// on whose number of lines may hang on a burnt word. What stands above keeps its place.
import { evenHeights } from "./even-heights.ts";
import { evenEdges } from "./even-edges.ts";
import type { EvenEdge } from "./even-edges.ts";
import type { Row } from "./even-heights.ts";
import type { Segment } from "./model.ts";
import type { Paragraph } from "./paragraphs.ts";
import type { Even } from "./reset.ts";
import type { Walls } from "./rules.ts";

/** Points that no rounding reaches. */
const ONE = 0.02;
const FINE = 0.01;
/** A pixel and a little: how far a paragraph's mean distance of lines may be off. */
const NEAR = 0.8;

export interface Levels {
  /** How a paragraph stands without rounding. */
  readonly evenOf: (paragraph: Paragraph) => Even;
  /** Where it would stand without rounding, from a place of its own. */
  readonly levelAt: (v: number) => number;
  /** Rounded to thousandths. */
  readonly fine: boolean;
  /** How far up something moves that stands at this height, if all below `top` is levelled. */
  readonly from: (top: number) => Levelled;
}

export interface Levelled {
  readonly riseAt: (v: number) => number;
  /** Nothing was guessed. */
  readonly sure: boolean;
}

/** @param body lines above the page's foot; undefined where their heights cannot be explained */
export function levelsOf(body: readonly Segment[], walls: Walls, foot: number): Levels | undefined {
  const rows = rowsOf(body);
  const even = rows.length > 0 ? evenHeights(rows) : undefined;
  if (!even) return undefined;
  const { heights } = even;
  const edges = heightsOf(walls.level.map(({ at }) => -at).filter((at) => at < -foot));
  const { unit } = even.rounding;
  const places: readonly EvenEdge[] = [
    ...rows.map(({ at }, i) => ({ at, height: heights[i]!, sure: i === 0 || even.sure[i - 1]! })),
    ...evenEdges(edges, rows, heights, unit, even.over),
  ].sort((a, b) => a.at - b.at);
  const levelAt = (v: number): number => -nearest(places, -v).height;
  const evenOf = ({ lines, leading, leadingShown }: Paragraph): Even => {
    const height = levelAt(lines[0]!.v) - levelAt(lines[lines.length - 1]!.v);
    const size = sizeOf(lines[0]!.size);
    const known = rows.slice(1).flatMap((row, i) => {
      if (row.size !== rows[i]!.size || leadingShown !== (row.size === size)) return [];
      const gap = ((heights[i + 1]! - heights[i]!) / row.size) * size;
      return Math.abs(gap - leading) < NEAR ? [gap] : [];
    });
    const off = (gap: number) => Math.abs(gap - leading);
    return {
      height,
      leading: known.reduce((a, b) => (off(b) < off(a) ? b : a), known[0] ?? leading),
    };
  };
  const from = (top: number): Levelled => {
    const first = nearest(places, -top);
    const by = first.at - first.height;
    const below = places.filter(({ at }) => at > first.at + ONE);
    return {
      riseAt: (v) => {
        if (v > top + ONE) return 0;
        const { at, height } = nearest(places, -v);
        return at - height - by;
      },
      sure: below.every(({ sure }) => sure),
    };
  };
  return { evenOf, levelAt, fine: unit < FINE, from };
}

/** Each height once, from the top of the page down. */
export function rowsOf(body: readonly Segment[]): readonly Row[] {
  const all = body
    .map(({ v, size }): Row => ({ at: -v, size: sizeOf(size) }))
    .sort((a, b) => a.at - b.at || a.size - b.size);
  return all.filter(({ at }, i) => i === 0 || at - all[i - 1]!.at > ONE);
}

/** Each height once. */
export function heightsOf(edges: readonly number[]): readonly number[] {
  const sorted = edges.toSorted((a, b) => a - b);
  return sorted.filter((at, i) => i === 0 || at - sorted[i - 1]! > ONE);
}

function sizeOf(size: number): number {
  return Math.round(size * 50) / 50;
}

/** The place that is nearest to a height; places grow downwards. */
export function nearest<T extends { readonly at: number }>(places: readonly T[], at: number): T {
  let [low, high] = [0, places.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (places[middle]!.at <= at) low = middle;
    else high = middle;
  }
  return at - places[low]!.at <= places[high]!.at - at ? places[low]! : places[high]!;
}

// Where everything on a page would stand without the rounding of its maker, from the first paragraph
// on whose number of lines may hang on a burnt word. What stands above keeps its place.
import { evenHeights } from "./even-heights.ts";
import { evenEdges } from "./even-edges.ts";
import { DOT } from "./even-dots.ts";
import type { EvenEdge } from "./even-edges.ts";
import type { Row } from "./row.ts";
import type { Segment } from "../model.ts";
import type { Paragraph } from "../paragraphs/paragraph.ts";
import type { Even } from "../paragraphs/reset.ts";
import type { Walls } from "../lines/rules.ts";

/** Points that no rounding reaches. */
const ONE = 0.02;
const FINE = 0.01;
/** A browser's. */
const PIXEL = 0.75;
/** Where distances may be one of several: of 28 secrets no page told more than seven apart. */
const BITS_OF_PIXELS = 3;
const BITS_OF_TENTHS = 1;
const BITS_OF_DOTS = 3;
/** A pixel and a little: how far a paragraph's mean distance of lines may be off. */
const NEAR = 0.8;
const RUNNING = "lines";

export interface Levels {
  /** How a paragraph stands without rounding. */
  readonly evenOf: (paragraph: Paragraph) => Even;
  /** Where it would stand without rounding, from a place of its own. */
  readonly levelAt: (v: number) => number;
  /** Rounded to thousandths. */
  readonly fine: boolean;
  /** Rounded, whether or not distances on this page show it. */
  readonly rounded: boolean;
  /** How far up something moves that stands at this height, if all below `top` is levelled. */
  readonly from: (top: number) => Levelled;
}

export interface Levelled {
  readonly riseAt: (v: number) => number;
  /** Bits of what had to be guessed. */
  readonly guesses: number;
}

/**
 * @param body lines above the page's foot; undefined where their heights cannot be explained
 * @param unsure those of them that a twin may not have
 */
export function levelsOf(
  body: readonly Segment[],
  walls: Walls,
  foot: number,
  unsure: ReadonlySet<Segment>,
): Levels | undefined {
  const rows = rowsOf(body, unsure);
  const even = rows.length > 0 ? evenHeights(rows) : undefined;
  if (!even) return undefined;
  const { heights } = even;
  const edges = heightsOf(walls.level.map(({ at }) => -at).filter((at) => at < -foot));
  const { unit } = even.rounding;
  const places: readonly EvenEdge[] = [
    ...rows.map(({ at, size }, i): EvenEdge => {
      const before = rows[i - 1] ?? { size };
      const gap = heights[i]! - (heights[i - 1] ?? 0);
      const kind = `${before.size === size ? RUNNING : ""} ${before.size} ${size} ${gap.toFixed(2)}`;
      return { at, height: heights[i]!, sure: i === 0 || even.sure[i - 1]!, kind };
    }),
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
      guesses: unit < FINE && below.some(({ sure }) => !sure) ? Infinity : guessesOf(below, unit),
    };
  };
  const fine = unit < FINE;
  return { evenOf, levelAt, fine, rounded: fine || unit === DOT, from };
}

/** How many had to be guessed, and in how many ways, hangs on what this twin shows of them: it is one number. */
function guessesOf(places: readonly EvenEdge[], unit: number): number {
  if (places.every(({ sure }) => sure)) return 0;
  if (unit === DOT) return BITS_OF_DOTS;
  return unit < PIXEL ? BITS_OF_TENTHS : BITS_OF_PIXELS;
}

/** Each height once, from the top of the page down. */
export function rowsOf(
  body: readonly Segment[],
  unsure: ReadonlySet<Segment> = new Set(),
): readonly Row[] {
  const all = body
    .map((s): Row => ({ at: -s.v, size: sizeOf(s.size), unsure: unsure.has(s) }))
    .sort((a, b) => a.at - b.at || a.size - b.size || Number(a.unsure) - Number(b.unsure));
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

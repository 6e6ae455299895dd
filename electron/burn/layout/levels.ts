// Where everything on a page would stand without the rounding of its maker, from the first paragraph
// on whose number of lines may hang on a burnt word. What stands above keeps its place.
import { evenHeights } from "./even-heights.ts";
import type { Row } from "./even-heights.ts";
import type { Segment } from "./model.ts";
import type { Paragraph } from "./paragraphs.ts";
import type { Even } from "./reset.ts";
import type { Walls } from "./rules.ts";

/** Points that no rounding reaches. */
const ONE = 0.02;
/** A pixel and a little: how far a paragraph's mean distance of lines may be off. */
const NEAR = 0.8;

export interface Levels {
  /** How a paragraph stands without rounding. */
  readonly evenOf: (paragraph: Paragraph) => Even;
  /** Where it would stand without rounding, from a place of its own. */
  readonly levelAt: (v: number) => number;
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
  const rows = rowsOf(body, walls, foot);
  const even = rows.length > 1 ? evenHeights(rows) : undefined;
  if (!even) return undefined;
  const heights = [0];
  for (const gap of even.gaps) heights.push(heights[heights.length - 1]! + gap);
  const levelAt = (v: number): number => -heights[nearest(rows, -v)]!;
  const evenOf = ({ lines, leading, leadingShown }: Paragraph): Even => {
    const height = levelAt(lines[0]!.v) - levelAt(lines[lines.length - 1]!.v);
    const size = sizeOf(lines[0]!.size);
    const known = even.gaps.flatMap((gap, i) => {
      const of = rows[i]!.size;
      if (of === 0 || of !== rows[i + 1]!.size || leadingShown !== (of === size)) return [];
      return Math.abs((gap / of) * size - leading) < NEAR ? [(gap / of) * size] : [];
    });
    const off = (gap: number) => Math.abs(gap - leading);
    return {
      height,
      leading: known.reduce((a, b) => (off(b) < off(a) ? b : a), known[0] ?? leading),
    };
  };
  const from = (top: number): Levelled => {
    const first = nearest(rows, -top);
    const rises: number[] = rows.map(() => 0);
    const by = rows[first]!.at - heights[first]!;
    for (let i = first + 1; i < rows.length; i++) rises[i] = rows[i]!.at - heights[i]! - by;
    return {
      riseAt: (v) => (v > top + ONE ? 0 : rises[nearest(rows, -v)]!),
      sure: even.sure.every((known, i) => i < first || known),
    };
  };
  return { evenOf, levelAt, from };
}

/** Each height once, from the top of the page down. */
function rowsOf(body: readonly Segment[], walls: Walls, foot: number): readonly Row[] {
  const all: Row[] = [
    ...body.map(({ v, size }) => ({ at: -v, size: sizeOf(size) })),
    ...walls.level.filter(({ at }) => at > foot).map(({ at }) => ({ at: -at, size: 0 })),
  ].sort((a, b) => a.at - b.at || a.size - b.size);
  const rows: Row[] = [];
  for (const row of all) {
    const last = rows[rows.length - 1];
    if (!last || row.at - last.at > ONE) rows.push(row);
  }
  return rows;
}

function sizeOf(size: number): number {
  return Math.round(size * 50) / 50;
}

function nearest(rows: readonly Row[], at: number): number {
  let [low, high] = [0, rows.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.at <= at) low = middle;
    else high = middle;
  }
  return at - rows[low]!.at <= rows[high]!.at - at ? low : high;
}

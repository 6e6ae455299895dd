// Heights in the dots of a printer, 600 to an inch, as a word processor's own export writes them. It counts
// in twentieths of a point and puts every line on the next dot, so that lines of one text come out in two
// distances; which of them comes where tells how far the text has moved. Numbers in, numbers out; heights
// grow down the page.
import type { Row } from "./row.ts";

/** Points. */
export const DOT = 0.12;
/** Points by which written places miss their dot. */
const NOISE = 0.012;
/** Points by which two rows may miss their distance: a dot, and what letters of two fonts on a line differ by. */
const SLACKS = [DOT + NOISE, 0.17] as const;
/** Share of different distances that are whole dots; the others stand beside letters of another font. */
const MOST = 0.7;
const TWENTIETH = 0.05;
/** Points between paragraphs are whole or half ones more than between lines. */
const SPACING = 0.5;
/** In em, at most: lines of one text stand apart. */
const RUNNING = 1.9;
/** Points of the steps in which distances are told that nothing shows: of several alike, and of few. */
const STEPS = { several: 0.1, few: 1 };
const SEVERAL = 3;
/** Points between the last row of a page and the first of the next, at least: nothing is told of them. */
export const PARTED = 9000;

interface Distance {
  readonly from: number;
  readonly to: number;
  readonly gap: number;
}

/** Did the maker put lines on dots? */
export function standsOnDots(rows: readonly Row[]): boolean {
  const gaps = distancesOf(rows).flatMap(({ gap }) => (gap < PARTED ? [gap] : []));
  const different = gaps
    .toSorted((a, b) => a - b)
    .filter((gap, i, all) => i === 0 || gap - all[i - 1]! > 2 * NOISE);
  const whole = different.filter(
    (gap) => Math.abs(gap / DOT - Math.round(gap / DOT)) * DOT < NOISE,
  );
  return different.length > 0 && whole.length >= MOST * different.length;
}

/** Heights of rows as they were before they were put on dots, in rough steps where nothing shows them. */
export function evenDots(rows: readonly Row[]): readonly number[] {
  const distances = distancesOf(rows);
  const leadings = new Map<number, number | undefined>();
  const leadingOf = (size: number): number | undefined => {
    if (!leadings.has(size)) leadings.set(size, leadingIn(distances, size));
    return leadings.get(size);
  };
  const heights = [rows[0]!.at];
  for (const { from, to, gap } of distances) {
    const leading = from === to ? leadingOf(from) : undefined;
    const more = leading === undefined ? undefined : spacingOver(gap, leading);
    const told =
      gap >= PARTED ? gap : more === undefined ? rough(gap, from, to, distances) : leading! + more;
    heights.push(heights[heights.length - 1]! + told);
  }
  return heights;
}

function distancesOf(rows: readonly Row[]): readonly Distance[] {
  return rows.slice(1).map(({ at, size }, i) => {
    const before = rows[i]!;
    return { from: before.size, to: size, gap: at - before.at };
  });
}

/**
 * How far lines of a text stand apart: the only twentieths with which all rows of one size that follow each
 * other come out as they do. Undefined where there are several, or none.
 */
function leadingIn(distances: readonly Distance[], size: number): number | undefined {
  const running = distances.filter(
    ({ from, to, gap }) => from === size && to === size && gap < RUNNING * size,
  );
  const least = Math.min(...running.map(({ gap }) => gap));
  if (running.length === 0) return undefined;
  const first = Math.ceil((least - 2 * DOT) / TWENTIETH);
  const all = Array.from({ length: 10 }, (_, i) => (first + i) * TWENTIETH);
  for (const slack of SLACKS) {
    const fitting = all.filter((leading) => explains(leading, distances, size, slack));
    if (fitting.length > 0) return fitting.length === 1 ? fitting[0] : undefined;
  }
  return undefined;
}

function explains(
  leading: number,
  distances: readonly Distance[],
  size: number,
  slack: number,
): boolean {
  // By how much rows stand lower than that, from a row on.
  let [off, lowest, highest] = [0, 0, 0];
  for (const { from, to, gap } of distances) {
    const isOwn = from === size && to === size;
    const more = isOwn ? spacingOver(gap, leading) : undefined;
    if (more === undefined) {
      if (isOwn && Math.abs(gap - leading) < SPACING / 2) return false;
      [off, lowest, highest] = [0, 0, 0];
      continue;
    }
    off += gap - leading - more;
    [lowest, highest] = [Math.min(lowest, off), Math.max(highest, off)];
    if (highest - lowest > slack) return false;
  }
  return true;
}

/** Whole and half points that a distance is wider than lines of a text stand apart; undefined where it is not. */
function spacingOver(gap: number, leading: number): number | undefined {
  const more = Math.round((gap - leading) / SPACING) * SPACING;
  return more >= 0 && Math.abs(gap - leading - more) <= SLACKS[1] ? more : undefined;
}

function rough(gap: number, from: number, to: number, distances: readonly Distance[]): number {
  const alike = distances.filter(
    (one) => one.from === from && one.to === to && Math.abs(one.gap - gap) < DOT + NOISE,
  );
  const middle = alike.reduce((sum, one) => sum + one.gap, 0) / alike.length;
  const step = alike.length >= SEVERAL ? STEPS.several : STEPS.few;
  return Math.round(middle / step) * step;
}

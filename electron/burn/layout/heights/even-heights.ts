// Heights before they were rounded. Typesetters put baselines and borders on whole pixels, tenths or
// thousandths of a point, so that what is left of a place once it has moved by a line tells that it
// has moved. From all distances of a page the plainest ones are found that explain every rounded
// height: those are the same in every twin. Numbers in, numbers out; heights grow down the page.

import { PARTED, evenDots } from "./even-dots.ts";
import { evenTenths } from "./even-tenths.ts";
import { DOTS, EXACT, PIXELS, TENTHS, roundingOf } from "./makers.ts";
import type { Rounding } from "./makers.ts";
import { plainest, shareOf } from "./plainest.ts";
import type { Range } from "./plainest.ts";
import { showsLeading } from "./plain-leading.ts";
import type { Row } from "./row.ts";

export interface EvenHeights {
  /** Of each row. */
  readonly heights: readonly number[];
  /** Of each row but the first: true where every twin shows the same distance to the one above. */
  readonly sure: readonly boolean[];
  readonly rounding: Rounding;
  /** By how much each row was rounded up, where that is known. */
  readonly over?: readonly (number | undefined)[];
}

/** Points by which thousandths differ. */
const NOISE = 0.01;
/** In heights of a letter: lines of one text are no closer. */
const CLOSEST = 0.9;
/** In em: lines of one text. */
const RUNNING = 1.6;

interface Kind {
  readonly from: number;
  readonly to: number;
  readonly least: number;
  readonly places: number[];
}

/** @param rows from the top of the page down; undefined where no distances explain them */
export function evenHeights(rows: readonly Row[]): EvenHeights | undefined {
  const rounding = roundingOf(rows);
  if (rounding === TENTHS) return { ...evenTenths(rows), rounding };
  if (rounding === DOTS)
    return { heights: evenDots(rows), sure: rows.slice(1).map(() => false), rounding };
  const kinds = kindsOf(rows, rounding);
  const gaps: (number | undefined)[] = rows.slice(1).map(() => undefined);
  const fine = rounding.unit < PIXELS.unit;
  const told: number[] = [];
  const sure: boolean[] = gaps.map(() => false);
  const leadings = new Map<number, number>();
  for (const kind of kinds) {
    if (kind.least >= PARTED) {
      for (const place of kind.places) told[place] = kind.least;
      continue;
    }
    const range = rangeOf(kind, rows, gaps, rounding);
    if (range.least > range.most + EXACT) return undefined;
    const observed = kind.places.map((i) => rows[i + 1]!.at - rows[i]!.at);
    const known = leadings.get(kind.from);
    const { from, to } = kind;
    const alike = kinds.filter(
      (other) => other !== kind && other.from === from && other.to === from,
    );
    const shares = [...leadings].map(([size, gap]) => shareOf(gap, size));
    const others = known === undefined ? alike.map((o) => rangeOf(o, rows, gaps, rounding)) : [];
    const found = plainest(kind, range, observed, { known, others, shares }, rounding.unit);
    for (const place of kind.places) {
      if (found.known) gaps[place] = found.gap;
      told[place] = found.gap;
      sure[place] = found.sure && !(fine && isUneven(kind, kinds));
    }
    if (from === to && found.known && !leadings.has(from)) leadings.set(from, found.gap);
  }
  // Few lines on fractions of pixels may be explained in another way in a twin.
  const running = kinds.filter(({ from, to, least }) => from === to && least < RUNNING * from);
  if (rounding === PIXELS && !showsLeading(running, rows)) sure.fill(false);
  const heights = [rows[0]?.at ?? 0];
  for (const gap of told) heights.push(heights[heights.length - 1]! + gap);
  return { heights, sure, rounding };
}

/** Distances of one size that differ by less than a pixel were rounded in a way that is not known. */
function isUneven(kind: Kind, kinds: readonly Kind[]): boolean {
  return kinds.some(({ from, to, least }) => {
    const by = Math.abs(least - kind.least);
    return from === kind.from && to === kind.to && by > NOISE && by < PIXELS.unit + NOISE;
  });
}

/** Distances that differ by one unit at most are one; the commonest come first. */
function kindsOf(rows: readonly Row[], { unit }: Rounding): readonly Kind[] {
  const all = rows
    .slice(1)
    .map((row, i) => ({ from: rows[i]!.size, to: row.size, gap: row.at - rows[i]!.at, i }))
    .sort((a, b) => a.from - b.from || a.to - b.to || a.gap - b.gap);
  const kinds: Kind[] = [];
  for (const { from, to, gap, i } of all) {
    const last = kinds[kinds.length - 1];
    if (last && last.from === from && last.to === to && gap < last.least + unit + EXACT)
      last.places.push(i);
    else kinds.push({ from, to, least: gap, places: [i] });
  }
  // Lines of one size first, and of these the closest: they stand as far apart as their text's do.
  const rank = ({ from, to, least }: Kind): number =>
    from !== to ? 2 : least < from * CLOSEST ? 1 : 0;
  return kinds.sort((a, b) => rank(a) - rank(b) || a.least - b.least);
}

/** What a distance can have been, from every stretch of rows whose other distances are known. */
function rangeOf(
  kind: Kind,
  rows: readonly Row[],
  gaps: readonly (number | undefined)[],
  { slack }: Rounding,
): Range {
  const own = new Set(kind.places);
  let [least, most] = [-Infinity, Infinity];
  for (let from = 0; from < gaps.length; from++) {
    let known = 0;
    let count = 0;
    for (let to = from; to < gaps.length; to++) {
      if (own.has(to)) count++;
      else if (gaps[to] === undefined) break;
      else known += gaps[to]!;
      if (count === 0) continue;
      const all = rows[to + 1]!.at - rows[from]!.at - known;
      least = Math.max(least, (all - slack) / count);
      most = Math.min(most, (all + slack) / count);
    }
  }
  return { least, most };
}

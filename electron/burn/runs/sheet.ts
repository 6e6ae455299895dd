// Where text begins and ends on the pages of a run: told by what other pages of it show, by their feet
// and by their margins, and never by how full this page or that one happens to be.
import { CAPITAL } from "./model.ts";
import type { Body } from "./model.ts";
import type { PlacedRow } from "./rows.ts";
import type { Part } from "./stack.ts";

export interface Sheet {
  /** Top of the capitals in the first line. */
  readonly top: number;
  /** Lowest baseline of a line of the text's size. */
  readonly bottom: number;
}

/** In em: by how much capitals are higher than tails are long. */
const BALANCE = 0.8;
/** In em: by how much letters' bodies are higher over the baseline than under it. */
const BODY = 0.675;
/** Points: twins that begin pages with other lines must find one margin. */
const STEP = 3;
/** In em: room between the text and a foot. */
const OVER_FOOT = 1.5;
/** Points. */
const SLACK = 0.1;
/** Lines by which a page's text may end higher than its margins allow. */
const MOST_ROOM = 5;

/** @param size that most of the text has */
export function sheetOf(
  parts: readonly Part[],
  bodies: readonly Body[],
  rows: readonly PlacedRow[],
  size: number,
  height: number,
): Sheet {
  const later = parts.slice(1);
  const isText = (own: number) => Math.abs(own - size) < 0.05 * size;
  const plain = later.filter(({ firstSize }) => isText(firstSize)).map(({ first }) => first);
  const leading = leadingOf(rows, size);
  // Larger letters stand lower under the same margin.
  const lower = (leading / size + BODY) / 2;
  const others = later.map(({ first, firstSize }) => first + lower * (firstSize - size));
  const first = Math.round(Math.max(...(plain.length > 0 ? plain : others)) / STEP) * STEP;
  const foot = Math.max(...bodies.map((body) => body.foot));
  const least = foot > 0 ? foot + OVER_FOOT * size : 0;
  const even = Math.max(height - first - BALANCE * size, least);
  const lowest = Math.min(...parts.slice(0, -1).map(({ last }) => last));
  const isEven = lowest > even - 1 && lowest < even + MOST_ROOM * leading;
  const lines = Math.ceil((first - lowest) / leading - SLACK);
  const bottom = isEven ? even : Math.max(first - lines * leading - SLACK, least);
  return { top: first + CAPITAL * size, bottom };
}

/** The commonest distance of the text's lines. */
function leadingOf(rows: readonly PlacedRow[], size: number): number {
  const counts = new Map<number, number>();
  rows.slice(1).forEach((row, i) => {
    const gap = Math.round((rows[i]!.v - row.v) * 100) / 100;
    if (Math.abs(row.size - size) < 0.05 * size) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  });
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [1.2 * size, 0])[0];
}

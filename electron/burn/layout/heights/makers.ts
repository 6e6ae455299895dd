// What makers of documents round heights to.
import { DOT, standsOnDots } from "./even-dots.ts";
import type { Row } from "./row.ts";

/** What numbers in this program differ by. */
export const EXACT = 0.002;

/** What a maker rounds to, in points. */
export interface Rounding {
  readonly unit: number;
  /** By how much two rounded heights may miss their distance. */
  readonly slack: number;
}

export const PIXELS: Rounding = { unit: 0.75, slack: 0.75 };
/** Twentieths of a point, written in tenths. */
export const TENTHS: Rounding = { unit: 0.1, slack: 0.1 };
/** Dots of a printer. */
export const DOTS: Rounding = { unit: DOT, slack: DOT };
export const THOUSANDTHS: Rounding = { unit: 0.001, slack: 0.0015 };

/** How the heights of a page were rounded. */
export function roundingOf(rows: readonly Row[]): Rounding {
  const first = rows[0]?.at ?? 0;
  const on = (unit: number) => rows.every(({ at }) => isOn(unit, at - first));
  if (on(PIXELS.unit)) return PIXELS;
  return on(TENTHS.unit) ? TENTHS : standsOnDots(rows) ? DOTS : THOUSANDTHS;
}

export function isOn(unit: number, length: number): boolean {
  return Math.abs(length / unit - Math.round(length / unit)) * unit < EXACT;
}

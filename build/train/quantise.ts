// From floating weights to the signed bytes that ship: one scale for all, rows that hardly
// matter dropped. It decides only about size; what it loses is measured, never assumed.
import { LABELS } from "../../shared/detect/tagger/chain.ts";
import type { Weights } from "./learn.ts";

export interface QuantiseOptions {
  /** Rows whose largest weight is under this are dropped, by the number of texts in which a row is met. */
  readonly least: (met: number) => number;
  /** In how many texts each row is met. */
  readonly met: Uint8Array;
  /** Weights beyond this are cut to it. */
  readonly most: number;
}

export function quantise(
  weights: Weights,
  options: QuantiseOptions,
): { rows: Int8Array; scale: number } {
  let largest = 0;
  for (const value of weights.rows) largest = Math.max(largest, Math.abs(value));
  const scale = Math.min(largest, options.most) / 127;
  const rows = new Int8Array(weights.rows.length);
  for (let row = 0; row < rows.length; row += LABELS) {
    let worth = 0;
    for (let k = 0; k < LABELS; k++) worth = Math.max(worth, Math.abs(weights.rows[row + k] ?? 0));
    if (worth < options.least(options.met[row / LABELS] ?? 0)) continue;
    for (let k = 0; k < LABELS; k++) {
      const value = Math.round((weights.rows[row + k] ?? 0) / scale);
      rows[row + k] = Math.max(-127, Math.min(127, value));
    }
  }
  return { rows, scale };
}

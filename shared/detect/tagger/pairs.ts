// Sums of hidden units, two units in one whole number: half as many additions, exact, in any order the same.
import { LABELS } from "./chain.ts";
import { HIDDEN } from "./net-features.ts";

export const PAIRS = HIDDEN / 2;
/**
 * One is so many steps, and every part of a sum is cut to so many: eight parts of MOST and what a place has of rows of
 * MOST_PLACE, or two more than fifty parts of MOST_MEAN, stay within half a whole number.
 */
export const STEPS = 128;
export const MOST = 2300;
const MOST_PLACE = 380;
export const MEAN_STEPS = 64;
export const MOST_MEAN = 600;

const stepped = (value: number, steps: number, most: number): number =>
  Math.max(-most, Math.min(most, Math.round(value * steps)));

/** Writes HIDDEN numbers as PAIRS whole numbers of two halves. */
export function pack(
  values: Float64Array,
  from: number,
  out: Int32Array,
  at: number,
  steps = STEPS,
  most = MOST,
): void {
  for (let p = 0; p < PAIRS; p++) {
    const low = stepped(values[from + p * 2] as number, steps, most);
    const high = stepped(values[from + p * 2 + 1] as number, steps, most);
    out[at + p] = (high << 16) + low;
  }
}

/** The rows of what a place adds, HIDDEN numbers each. */
export function packedTable(table: Float32Array): Int32Array {
  const packed = new Int32Array(table.length / 2);
  const row = new Float64Array(HIDDEN);
  for (let at = 0; at < table.length; at += HIDDEN) {
    row.set(table.subarray(at, at + HIDDEN));
    pack(row, 0, packed, at / 2, STEPS, MOST_PLACE);
  }
  return packed;
}

/** Adds the PAIRS whole numbers of `from` at `at` to `sums`. */
export function add(sums: Int32Array, from: Int32Array, at: number): void {
  for (let p = 0; p < PAIRS; p++) sums[p] = ((sums[p] as number) + (from[at + p] as number)) | 0;
}

/** What the hidden units say for each label: those above nought, times what each is worth. */
export function speak(
  sums: Int32Array,
  mean: Int32Array,
  share: number,
  out: Float64Array,
  logits: Float64Array,
): void {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  let f = 0;
  let g = 0;
  let h = 0;
  let l = 0;
  for (let u = 0; u < HIDDEN; u++) {
    const both = sums[u >> 1] as number;
    const bothMean = mean[u >> 1] as number;
    const low = (both << 16) >> 16;
    const lowMean = (bothMean << 16) >> 16;
    const value =
      (u & 1) === 0
        ? low + lowMean * share
        : ((both - low) >> 16) + ((bothMean - lowMean) >> 16) * share;
    if (value <= 0) continue;
    const at = u * LABELS;
    a += value * (out[at] as number);
    b += value * (out[at + 1] as number);
    c += value * (out[at + 2] as number);
    d += value * (out[at + 3] as number);
    e += value * (out[at + 4] as number);
    f += value * (out[at + 5] as number);
    g += value * (out[at + 6] as number);
    h += value * (out[at + 7] as number);
    l += value * (out[at + 8] as number);
  }
  logits[0] = a;
  logits[1] = b;
  logits[2] = c;
  logits[3] = d;
  logits[4] = e;
  logits[5] = f;
  logits[6] = g;
  logits[7] = h;
  logits[8] = l;
}

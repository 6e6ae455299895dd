// The second look. The chain has judged each token from its words; this small network judges it
// again from what the chain thought of it, of its neighbours, and of the same word elsewhere in
// the text: a name missed once but seen five times is found. One hidden layer, signed bytes.
// It may only look at the chain's probabilities and at WordType; never at the letters.
import { LABELS } from "./chain.ts";
import type { DocumentWords } from "./words.ts";

const AROUND = 2;
const NEAR = (2 * AROUND + 1) * LABELS;
const ELSEWHERE = LABELS + 3;
const CASINGS = 7;
const OPENINGS = 3;
const GISTS = 32;
const RATIOS = 5;
const HABITS = 4;
/** Inputs that are numbers come first, then those that are one of several. */
export const DENSE = NEAR + ELSEWHERE + 2;
export const INPUTS = DENSE + CASINGS * 2 + OPENINGS + GISTS * 3 + RATIOS + HABITS + 2;
export const HIDDEN = 24;

/** Under this chance, and with no likely namesake, the chain's word stands. */
export const DOUBT = 0.0015;
const NAMESAKE = 0.05;

export interface Refiner {
  /** INPUTS x HIDDEN, input by input. */
  readonly first: Float32Array;
  readonly firstBias: Float32Array;
  /** HIDDEN x LABELS, hidden unit by hidden unit. */
  readonly second: Float32Array;
  readonly secondBias: Float32Array;
}

/** What the chain thought of each group of like words, summed over the text. */
export interface Elsewhere {
  readonly sum: Float32Array;
  /** The two likeliest non-nothing chances of a group, so that one's own can be left out. */
  readonly best: Float32Array;
  readonly second: Float32Array;
}

export function gather(words: DocumentWords, likely: Float32Array): Elsewhere {
  const sum = new Float32Array(words.groups * LABELS);
  const best = new Float32Array(words.groups);
  const second = new Float32Array(words.groups);
  for (let i = 0; i < words.typeOf.length; i++) {
    const group = words.types[words.typeOf[i] ?? 0]?.group ?? 0;
    for (let k = 0; k < LABELS; k++)
      sum[group * LABELS + k] = (sum[group * LABELS + k] ?? 0) + (likely[i * LABELS + k] ?? 0);
    const chance = 1 - (likely[i * LABELS] ?? 1);
    if (chance > (best[group] ?? 0)) {
      second[group] = best[group] ?? 0;
      best[group] = chance;
    } else if (chance > (second[group] ?? 0)) second[group] = chance;
  }
  return { sum, best, second };
}

export function doubtful(
  words: DocumentWords,
  likely: Float32Array,
  seen: Elsewhere,
  at: number,
): boolean {
  if (1 - (likely[at * LABELS] ?? 1) > DOUBT) return true;
  const type = words.types[words.typeOf[at] ?? 0];
  return type !== undefined && (seen.best[type.group] ?? 0) > NAMESAKE && type.casing < 6;
}

const LOG_FLOOR = 1e-4;
const logs = (chance: number): number => Math.log(chance + LOG_FLOOR) * 0.25 + 1;

/**
 * Fills `dense` with the numbers and `ones` with the places of the inputs that are 1;
 * returns how many of the latter there are.
 */
export function inputs(
  words: DocumentWords,
  likely: Float32Array,
  seen: Elsewhere,
  at: number,
  dense: Float32Array,
  ones: Int32Array,
): number {
  const { types, typeOf, frequency } = words;
  const last = typeOf.length - 1;
  let d = 0;
  for (let o = -AROUND; o <= AROUND; o++) {
    const i = at + o;
    const inside = i >= 0 && i <= last;
    for (let k = 0; k < LABELS; k++)
      dense[d++] = inside ? logs(likely[i * LABELS + k] ?? 0) : k === 0 ? 1 : logs(0);
  }
  const type = types[typeOf[at] ?? 0];
  const group = type?.group ?? 0;
  const others = (frequency[group] ?? 1) - 1;
  for (let k = 0; k < LABELS; k++) {
    const rest = (seen.sum[group * LABELS + k] ?? 0) - (likely[at * LABELS + k] ?? 0);
    dense[d++] = others > 0 ? Math.max(0, rest) / others : 0;
  }
  const mine = 1 - (likely[at * LABELS] ?? 1);
  const best = seen.best[group] ?? 0;
  const top = mine >= best ? (seen.second[group] ?? 0) : best;
  dense[d++] = others > 0 ? top : 0;
  dense[d++] = others > 0 ? logs(top) : 0;
  dense[d++] = Math.min(1, others / 8);
  for (const o of [-1, 1]) {
    const near = types[typeOf[at + o] ?? -1];
    const n = near === undefined ? 0 : (frequency[near.group] ?? 1);
    dense[d++] = near === undefined ? 0 : 1 - (seen.sum[near.group * LABELS] ?? 0) / n;
  }
  let n = 0;
  let base = DENSE;
  const cue = words.cue[group] ?? 0;
  const before = at > 0 ? types[typeOf[at - 1] ?? 0] : undefined;
  const after = at < last ? types[typeOf[at + 1] ?? 0] : undefined;
  ones[n++] = base + (type?.casing ?? 6);
  base += CASINGS;
  ones[n++] = base + (after?.casing ?? 6);
  base += CASINGS;
  ones[n++] = base + (words.opening[at] ?? 0);
  base += OPENINGS;
  ones[n++] = base + (type?.gist ?? 0);
  base += GISTS;
  ones[n++] = base + (before?.gist ?? 31);
  base += GISTS;
  ones[n++] = base + (after?.gist ?? 31);
  base += GISTS;
  ones[n++] = base + Math.min(RATIOS - 1, cue & 7);
  base += RATIOS;
  ones[n++] = base + ((cue >> 5) & 3);
  base += HABITS;
  ones[n++] = base + words.genre;
  return n;
}

/** The most inputs that can be 1 at once. */
export const MOST_ONES = 12;

const dense = new Float32Array(DENSE);
const ones = new Int32Array(MOST_ONES);
const hidden = new Float32Array(HIDDEN);
const out = new Float32Array(LABELS);

/** Rewrites `likely` in place wherever there is doubt. */
export function refine(words: DocumentWords, likely: Float32Array, refiner: Refiner): void {
  const seen = gather(words, likely);
  const fresh = likely.slice();
  for (let i = 0; i < words.typeOf.length; i++) {
    if (!doubtful(words, likely, seen, i)) continue;
    const n = inputs(words, likely, seen, i, dense, ones);
    hidden.set(refiner.firstBias);
    for (let d = 0; d < DENSE; d++) {
      const value = dense[d] ?? 0;
      const from = d * HIDDEN;
      for (let h = 0; h < HIDDEN; h++)
        hidden[h] = (hidden[h] ?? 0) + value * (refiner.first[from + h] ?? 0);
    }
    for (let d = 0; d < n; d++) {
      const from = (ones[d] ?? 0) * HIDDEN;
      for (let h = 0; h < HIDDEN; h++)
        hidden[h] = (hidden[h] ?? 0) + (refiner.first[from + h] ?? 0);
    }
    out.set(refiner.secondBias);
    for (let h = 0; h < HIDDEN; h++) {
      const value = hidden[h] ?? 0;
      if (value <= 0) continue;
      for (let k = 0; k < LABELS; k++)
        out[k] = (out[k] ?? 0) + value * (refiner.second[h * LABELS + k] ?? 0);
    }
    let most = -Infinity;
    for (let k = 0; k < LABELS; k++) most = Math.max(most, out[k] ?? 0);
    let sum = 0;
    for (let k = 0; k < LABELS; k++) sum += Math.exp((out[k] ?? 0) - most);
    for (let k = 0; k < LABELS; k++) fresh[i * LABELS + k] = Math.exp((out[k] ?? 0) - most) / sum;
  }
  likely.set(fresh);
}

// Learns the chain's weights: maximum likelihood of the labelled stretches by AdaGrad, words'
// own identities dropped at random so that the model also learns to do without them, weights
// averaged over the later rounds. Everything random comes from one seeded generator: the same
// input gives the same weights, bit for bit. It must never see a text kept for testing.
import { LABELS, LONGEST_STRETCH } from "../../shared/detect/tagger/chain.ts";
import { ROW_BITS } from "../../shared/detect/tagger/features.ts";
import { rowsOf, UNKNOWN } from "./encode.ts";
import type { Encoded } from "./encode.ts";

export interface Weights {
  /** One vector of LABELS values per row. */
  readonly rows: Float32Array;
  readonly transitions: Float32Array;
}

export interface LearnOptions {
  readonly rounds: number;
  readonly rate: number;
  /** Chance that a word's identity is hidden from one token's features. */
  readonly hide: number;
  readonly decay: number;
  readonly seed: number;
  readonly weightOf: (text: Encoded) => number;
  readonly log?: (line: string) => void;
}

/** mulberry32 */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export type Random = () => number;

export const pick = <T>(items: readonly T[], random: Random): T =>
  items[Math.floor(random() * items.length)] as T;

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = copy[i] as T;
    copy[i] = copy[j] as T;
    copy[j] = kept;
  }
  return copy;
}

/** The nine sums of the rows listed in `active` from `from` to `to`: the innermost step, written out in full. */
function scoreRows(
  rows: Float32Array,
  active: Int32Array,
  from: number,
  to: number,
  scores: Float64Array,
  at: number,
): void {
  const sums = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  let [a, b, c, d, e, f, g, h, l] = sums as [
    number, number, number, number, number, number, number, number, number,
  ]; // prettier-ignore
  for (let i = from; i < to; i++) {
    const base = (active[i] as number) * LABELS;
    a += rows[base] as number;
    b += rows[base + 1] as number;
    c += rows[base + 2] as number;
    d += rows[base + 3] as number;
    e += rows[base + 4] as number;
    f += rows[base + 5] as number;
    g += rows[base + 6] as number;
    h += rows[base + 7] as number;
    l += rows[base + 8] as number;
  }
  scores[at] = a;
  scores[at + 1] = b;
  scores[at + 2] = c;
  scores[at + 3] = d;
  scores[at + 4] = e;
  scores[at + 5] = f;
  scores[at + 6] = g;
  scores[at + 7] = h;
  scores[at + 8] = l;
}

const MOST = 400;
/** A token that is judged so nearly right teaches nothing; leaving it be saves half of the time. */
const LEAST_WORTH = 1e-3;

export function learn(texts: readonly Encoded[], options: LearnOptions): Weights {
  const random = generator(options.seed);
  const size = (1 << ROW_BITS) * LABELS;
  const rows = new Float32Array(size);
  const squares = new Float32Array(size).fill(0.1);
  const sum = new Float32Array(size);
  const T = LABELS * LABELS;
  const transitions = new Float32Array(T);
  const transitionSquares = new Float32Array(T).fill(1);
  const transitionSum = new Float32Array(T);
  let snapshots = 0;

  const work = texts.flatMap((text) => text.stretches.map((stretch) => ({ text, stretch })));
  const active = new Int32Array(LONGEST_STRETCH * MOST);
  const activeAt = new Int32Array(LONGEST_STRETCH + 1);
  const scores = new Float64Array(LONGEST_STRETCH * LABELS);
  const alpha = new Float64Array(LONGEST_STRETCH * LABELS);
  const fit = new Float64Array(LONGEST_STRETCH * LABELS);
  const gradient = new Float64Array(LABELS);
  const step = new Float64Array(T);
  const pairs = new Float64Array(T);
  const back = new Float64Array(LABELS);
  const carried = new Float64Array(LABELS);

  for (let round = 0; round < options.rounds; round++) {
    const rate = options.rate / (1 + options.decay * round);
    let loss = 0;
    let judged = 0;
    for (const { text, stretch } of shuffled(work, random)) {
      const [from, count] = stretch;
      const weight = options.weightOf(text);
      let n = 0;
      for (let i = 0; i < count; i++) {
        activeAt[i] = n;
        const all = random() < options.hide;
        n = rowsOf(text, from + i, active, n, () => all || random() < options.hide);
        scoreRows(rows, active, activeAt[i] as number, n, scores, i * LABELS);
      }
      activeAt[count] = n;
      for (let t = 0; t < T; t++) step[t] = Math.exp(transitions[t] ?? 0);
      for (let i = 0; i < count; i++) {
        const here = i * LABELS;
        let best = -Infinity;
        for (let k = 0; k < LABELS; k++) best = Math.max(best, scores[here + k] ?? 0);
        let total = 0;
        for (let k = 0; k < LABELS; k++) {
          const f = Math.exp((scores[here + k] ?? 0) - best);
          fit[here + k] = f;
          let reach = 1;
          if (i > 0) {
            reach = 0;
            for (let j = 0; j < LABELS; j++)
              reach += (alpha[here - LABELS + j] ?? 0) * (step[j * LABELS + k] ?? 0);
          }
          alpha[here + k] = reach * f;
          total += reach * f;
        }
        for (let k = 0; k < LABELS; k++) alpha[here + k] = (alpha[here + k] ?? 0) / total;
      }
      back.fill(1);
      pairs.fill(0);
      for (let i = count - 1; i >= 0; i--) {
        const here = i * LABELS;
        const gold = text.labels[from + i] ?? 0;
        let total = 0;
        for (let k = 0; k < LABELS; k++) total += (alpha[here + k] ?? 0) * (back[k] ?? 0);
        if (gold !== UNKNOWN) {
          const right = ((alpha[here + gold] ?? 0) * (back[gold] ?? 0)) / total;
          loss -= Math.log(Math.max(right, 1e-12));
          judged += 1;
          for (let k = 0; k < LABELS; k++) {
            const p = ((alpha[here + k] ?? 0) * (back[k] ?? 0)) / total;
            gradient[k] = (p - (k === gold ? 1 : 0)) * weight;
          }
          let worth = 0;
          for (let k = 0; k < LABELS; k++) worth = Math.max(worth, Math.abs(gradient[k] ?? 0));
          if (worth > LEAST_WORTH) {
            const last = activeAt[i + 1] as number;
            for (let a = activeAt[i] as number; a < last; a++) {
              const base = (active[a] as number) * LABELS;
              for (let k = 0; k < LABELS; k++) {
                const g = gradient[k] as number;
                const square = (squares[base + k] as number) + g * g;
                squares[base + k] = square;
                rows[base + k] = (rows[base + k] as number) - (rate * g) / Math.sqrt(square);
              }
            }
          }
        }
        if (i === 0) break;
        // Pair marginals of (i - 1, i), and the backward vector carried on.
        let z = 0;
        for (let j = 0; j < LABELS; j++) {
          let value = 0;
          for (let k = 0; k < LABELS; k++)
            value += (step[j * LABELS + k] ?? 0) * (fit[here + k] ?? 0) * (back[k] ?? 0);
          carried[j] = value;
          z += value * (alpha[here - LABELS + j] ?? 0);
        }
        const before = text.labels[from + i - 1] ?? 0;
        if (gold !== UNKNOWN && before !== UNKNOWN) {
          for (let j = 0; j < LABELS; j++)
            for (let k = 0; k < LABELS; k++)
              pairs[j * LABELS + k] =
                (pairs[j * LABELS + k] ?? 0) +
                (weight *
                  (alpha[here - LABELS + j] ?? 0) *
                  (step[j * LABELS + k] ?? 0) *
                  (fit[here + k] ?? 0) *
                  (back[k] ?? 0)) /
                  z;
          pairs[before * LABELS + gold] = (pairs[before * LABELS + gold] ?? 0) - weight;
        }
        let norm = 0;
        for (let j = 0; j < LABELS; j++) norm += carried[j] ?? 0;
        for (let j = 0; j < LABELS; j++) back[j] = (carried[j] ?? 0) / norm;
      }
      for (let t = 0; t < T; t++) {
        const g = pairs[t] ?? 0;
        const square = (transitionSquares[t] ?? 0) + g * g;
        transitionSquares[t] = square;
        transitions[t] = (transitions[t] ?? 0) - (rate * g) / Math.sqrt(square);
      }
    }
    if (round * 2 >= options.rounds) {
      snapshots += 1;
      for (let i = 0; i < size; i++) sum[i] = (sum[i] ?? 0) + (rows[i] ?? 0);
      for (let t = 0; t < T; t++)
        transitionSum[t] = (transitionSum[t] ?? 0) + (transitions[t] ?? 0);
    }
    options.log?.(`round ${round + 1}: loss ${(loss / judged).toFixed(5)} over ${judged}`);
  }
  for (let i = 0; i < size; i++) sum[i] = (sum[i] ?? 0) / snapshots;
  for (let t = 0; t < T; t++) transitionSum[t] = (transitionSum[t] ?? 0) / snapshots;
  return { rows: sum, transitions: transitionSum };
}

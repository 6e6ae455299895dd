// Learns the small network: each token's label by itself (softmax), by Adam, words and hidden units left out at random.
// Everything random comes from one seeded generator: the same texts give the same weights, bit for bit.
import { LABELS } from "../../shared/detect/tagger/chain.ts";
import { DEPTH, MEAN } from "../../shared/detect/tagger/net-words.ts";
import {
  AROUND,
  HIDDEN,
  NEAR,
  PLACE_ROWS,
  WORD_ROWS,
} from "../../shared/detect/tagger/net-features.ts";
import { UNKNOWN } from "./encode.ts";
import { generator, shuffled } from "./learn.ts";
import { addUp, Batch, WIDTH } from "./net-batch.ts";
import type { NetText, NetTexts } from "./net-texts.ts";
import { GIVEN_DEPTH } from "./vector-source.ts";
import type { NetWeights } from "./net-weights.ts";

export interface NetOptions {
  readonly rounds: number;
  readonly rate: number;
  /** Chance that a word's own vector is hidden, and that a hidden unit is. */
  readonly hide: number;
  readonly drop: number;
  readonly seed: number;
  /** 0 leaves a text out of this round. */
  readonly weightOf: (text: NetText, round: number) => number;
  readonly log?: (line: string) => void;
}

/** Tokens judged together, and how many such pieces make a step. */
const PIECE = 128;
const PIECES = 8;
/** A step's mean weight is brought to about one. */
const USUAL = 1.5;

const sizesOf = (own: number): Record<keyof NetWeights, number> => ({
  given: GIVEN_DEPTH * DEPTH,
  wordRows: WORD_ROWS * DEPTH,
  own: own * DEPTH,
  places: DEPTH * WIDTH,
  placeRows: PLACE_ROWS * HIDDEN,
  bias: HIDDEN,
  out: HIDDEN * LABELS,
  base: LABELS,
});

export const zeros = (own: number): NetWeights =>
  Object.fromEntries(
    Object.entries(sizesOf(own)).map(([name, size]) => [name, new Float64Array(size)]),
  ) as unknown as NetWeights;

function begun(own: number, random: () => number): NetWeights {
  const weights = zeros(own);
  const fill = (list: Float64Array, spread: number): void => {
    // About a bell curve.
    for (let i = 0; i < list.length; i++)
      list[i] = (random() + random() + random() + random() - 2) * 1.7 * spread;
  };
  fill(weights.given, 0.22);
  fill(weights.wordRows, 0.16);
  fill(weights.places, 1 / Math.sqrt(DEPTH * 3));
  fill(weights.placeRows, 0.1);
  fill(weights.out, 1 / Math.sqrt(HIDDEN));
  return weights;
}

/** One step of Adam. */
function stepped(
  weights: Float64Array,
  slope: Float64Array,
  mean: Float64Array,
  square: Float64Array,
  rate: number,
  step: number,
): void {
  const evenMean = 1 / (1 - 0.9 ** step);
  const evenSquare = 1 / (1 - 0.999 ** step);
  for (let i = 0; i < weights.length; i++) {
    const s = slope[i] as number;
    const m = 0.9 * (mean[i] as number) + 0.1 * s;
    const q = 0.999 * (square[i] as number) + 0.001 * s * s;
    mean[i] = m;
    square[i] = q;
    if (m !== 0)
      weights[i] =
        (weights[i] as number) - (rate * m * evenMean) / (Math.sqrt(q * evenSquare) + 1e-8);
  }
}

export function learnNet(all: NetTexts, given: Float32Array, options: NetOptions): NetWeights {
  const random = generator(options.seed);
  const own = all.own.length;
  const weights = begun(own, random);
  const slopes = zeros(own);
  const means = zeros(own);
  const squares = zeros(own);
  const names = Object.keys(weights) as (keyof NetWeights)[];
  const batch = new Batch(all.words, given, weights, slopes, options.hide, random);
  const plans = Array.from({ length: options.rounds }, (_, round) =>
    all.texts.flatMap((text) => {
      const weight = options.weightOf(text, round);
      const pieces = [];
      if (weight > 0)
        for (let from = 0; from < text.labels.length; from += PIECE)
          pieces.push({ text, from, to: Math.min(from + PIECE, text.labels.length), weight });
      return pieces;
    }),
  );
  const total = plans.reduce((sum, plan) => sum + Math.ceil(plan.length / PIECES), 0);
  let step = 0;
  const z = new Float64Array(HIDDEN);
  const kept = new Float64Array(HIDDEN);
  const mean = new Float64Array(HIDDEN);
  const p = new Float64Array(LABELS);
  const dz = new Float64Array(PIECE * HIDDEN);
  const share = new Float64Array(PIECE);
  plans.forEach((plan, round) => {
    const pieces = shuffled(plan, random);
    let loss = 0;
    let judged = 0;
    for (let first = 0; first < pieces.length; first += PIECES) {
      const now = pieces.slice(first, first + PIECES);
      const even = 1 / (USUAL * now.length * PIECE);
      for (const name of names) slopes[name].fill(0);
      batch.begin();
      for (const { text, from, to } of now) batch.meet(text.words, from, to);
      const { told, slope } = batch;
      for (const { text, from, to, weight } of now) {
        const { words, labels, rows, rowsAt } = text;
        const count = labels.length;
        mean.fill(0);
        let last = Math.max(-1, from - AROUND - 1);
        for (let i = from; i < to; i++) {
          const until = Math.min(count - 1, i + AROUND);
          while (last < until)
            addUp(mean, told, batch.at(words[++last] as number) + MEAN * HIDDEN, 1);
          if (i > from && i > AROUND)
            addUp(mean, told, batch.at(words[i - AROUND - 1] as number) + MEAN * HIDDEN, -1);
          const part = 1 / (until - Math.max(0, i - AROUND) + 1);
          share[i - from] = part;
          for (let h = 0; h < HIDDEN; h++)
            z[h] = (weights.bias[h] as number) + (mean[h] as number) * part;
          for (let k = rowsAt[i] as number; k < (rowsAt[i + 1] as number); k++)
            addUp(z, weights.placeRows, (rows[k] as number) * HIDDEN, 1);
          for (let o = 0; o < MEAN; o++) {
            const at = i + o - NEAR;
            addUp(
              z,
              told,
              batch.at(at < 0 || at >= count ? 0 : (words[at] as number)) + o * HIDDEN,
              1,
            );
          }
          const gold = labels[i] as number;
          const here = (i - from) * HIDDEN;
          if (gold === UNKNOWN) {
            dz.fill(0, here, here + HIDDEN);
            continue;
          }
          p.set(weights.base);
          for (let h = 0; h < HIDDEN; h++) {
            const on = (z[h] as number) > 0 && random() >= options.drop;
            kept[h] = on ? (z[h] as number) / (1 - options.drop) : 0;
            if (on)
              for (let k = 0; k < LABELS; k++)
                p[k] =
                  (p[k] as number) + (kept[h] as number) * (weights.out[h * LABELS + k] as number);
          }
          let best = -Infinity;
          for (let k = 0; k < LABELS; k++) best = Math.max(best, p[k] as number);
          let sum = 0;
          for (let k = 0; k < LABELS; k++) sum += p[k] = Math.exp((p[k] as number) - best);
          loss -= Math.log((p[gold] as number) / sum);
          judged += 1;
          for (let k = 0; k < LABELS; k++) {
            const s = ((p[k] as number) / sum - (k === gold ? 1 : 0)) * weight * even;
            p[k] = s;
            slopes.base[k] = (slopes.base[k] as number) + s;
          }
          for (let h = 0; h < HIDDEN; h++) {
            const value = kept[h] as number;
            let s = 0;
            if (value > 0) {
              for (let k = 0, at = h * LABELS; k < LABELS; k++) {
                s += (weights.out[at + k] as number) * (p[k] as number);
                slopes.out[at + k] = (slopes.out[at + k] as number) + value * (p[k] as number);
              }
              s /= 1 - options.drop;
            }
            dz[here + h] = s;
            z[h] = s;
          }
          addUp(slopes.bias, z, 0, 1);
          for (let k = rowsAt[i] as number; k < (rowsAt[i + 1] as number); k++)
            batch.addTo(slopes.placeRows, (rows[k] as number) * HIDDEN, dz, here, 1);
          for (let o = 0; o < MEAN; o++) {
            const at = i + o - NEAR;
            const word = at < 0 || at >= count ? 0 : (words[at] as number);
            batch.addTo(slope, batch.at(word) + o * HIDDEN, dz, here, 1);
          }
        }
        // What each word around hears from all the tokens whose mean it is in.
        mean.fill(0);
        const end = Math.min(count, to + AROUND);
        let entered = from;
        for (let j = Math.max(0, from - AROUND); j < end; j++) {
          while (entered < to && entered <= j + AROUND) {
            addUp(mean, dz, (entered - from) * HIDDEN, share[entered - from] as number);
            entered += 1;
          }
          const gone = j - AROUND - 1;
          if (gone >= from)
            addUp(mean, dz, (gone - from) * HIDDEN, -(share[gone - from] as number));
          batch.addTo(slope, batch.at(words[j] as number) + MEAN * HIDDEN, mean, 0, 1);
        }
      }
      batch.end();
      step += 1;
      const rate = options.rate * (1 - step / (total + 1));
      for (const name of names)
        stepped(weights[name], slopes[name], means[name], squares[name], rate, step);
    }
    options.log?.(`network, round ${round + 1}: loss ${(loss / judged).toFixed(5)} over ${judged}`);
  });
  return weights;
}

// Learns the second look. Its examples are texts that the chain judging them had not seen: the
// chain is learnt anew without a share of the texts, judges that share, and so on round. Plain
// stochastic gradient descent with Adam's scaling; one seeded generator; the same input gives
// the same weights.
import { LABELS } from "../../shared/detect/tagger/chain.ts";
import {
  DENSE,
  doubtful,
  gather,
  HIDDEN,
  INPUTS,
  inputs,
  MOST_ONES,
} from "../../shared/detect/tagger/refine.ts";
import type { Refiner } from "../../shared/detect/tagger/refine.ts";
import { UNKNOWN } from "./encode.ts";
import type { Encoded } from "./encode.ts";
import { generator } from "./learn.ts";

export interface Judged {
  readonly text: Encoded;
  readonly likely: Float32Array;
  readonly weight: number;
}

export interface RefinerOptions {
  readonly rounds: number;
  readonly rate: number;
  readonly seed: number;
  /** Pulls weights towards nought. */
  readonly decay: number;
  readonly log?: (line: string) => void;
}

interface Parameter {
  readonly value: Float32Array;
  readonly gradient: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
}

const parameter = (value: Float32Array): Parameter => ({
  value,
  gradient: new Float32Array(value.length),
  first: new Float32Array(value.length),
  second: new Float32Array(value.length),
});

const BATCH = 64;

export function learnRefiner(judged: readonly Judged[], options: RefinerOptions): Refiner {
  const random = generator(options.seed);
  const spread = (size: number, wide: number): Float32Array =>
    Float32Array.from({ length: size }, () => (random() * 2 - 1) * wide);
  const first = parameter(spread(INPUTS * HIDDEN, 0.15));
  const firstBias = parameter(new Float32Array(HIDDEN));
  const second = parameter(spread(HIDDEN * LABELS, 0.3));
  const secondBias = parameter(new Float32Array(LABELS));
  const all = [first, firstBias, second, secondBias];
  const average = all.map((one) => new Float32Array(one.value.length));
  let averaged = 0;

  const seen = judged.map((one) => gather(one.text.words, one.likely));
  const examples: number[] = [];
  for (let t = 0; t < judged.length; t++) {
    const one = judged[t];
    const around = seen[t];
    if (one === undefined || around === undefined) continue;
    for (let i = 0; i < one.text.tokens.count; i++)
      if (one.text.labels[i] !== UNKNOWN && doubtful(one.text.words, one.likely, around, i))
        examples.push(t, i);
  }
  const order = Int32Array.from({ length: examples.length / 2 }, (_, i) => i);
  const dense = new Float32Array(DENSE);
  const ones = new Int32Array(MOST_ONES);
  const hidden = new Float32Array(HIDDEN);
  const back = new Float32Array(HIDDEN);
  const out = new Float32Array(LABELS);
  let steps = 0;

  const update = (rate: number): void => {
    steps += 1;
    const fixFirst = 1 - 0.9 ** steps;
    const fixSecond = 1 - 0.999 ** steps;
    for (const one of all) {
      for (let i = 0; i < one.value.length; i++) {
        const g = (one.gradient[i] ?? 0) / BATCH;
        one.gradient[i] = 0;
        const m = 0.9 * (one.first[i] ?? 0) + 0.1 * g;
        const v = 0.999 * (one.second[i] ?? 0) + 0.001 * g * g;
        one.first[i] = m;
        one.second[i] = v;
        const value = one.value[i] ?? 0;
        one.value[i] =
          value - rate * (m / fixFirst / (Math.sqrt(v / fixSecond) + 1e-8) + options.decay * value);
      }
    }
  };

  for (let round = 0; round < options.rounds; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      const kept = order[i] ?? 0;
      order[i] = order[j] ?? 0;
      order[j] = kept;
    }
    let loss = 0;
    const rate = options.rate * (1 - round / options.rounds);
    for (let e = 0; e < order.length; e++) {
      const t = examples[(order[e] ?? 0) * 2] ?? 0;
      const at = examples[(order[e] ?? 0) * 2 + 1] ?? 0;
      const one = judged[t];
      const around = seen[t];
      if (one === undefined || around === undefined) continue;
      const n = inputs(one.text.words, one.likely, around, at, dense, ones);
      hidden.set(firstBias.value);
      for (let d = 0; d < DENSE; d++) {
        const value = dense[d] ?? 0;
        for (let h = 0; h < HIDDEN; h++)
          hidden[h] = (hidden[h] ?? 0) + value * (first.value[d * HIDDEN + h] ?? 0);
      }
      for (let d = 0; d < n; d++)
        for (let h = 0; h < HIDDEN; h++)
          hidden[h] = (hidden[h] ?? 0) + (first.value[(ones[d] ?? 0) * HIDDEN + h] ?? 0);
      out.set(secondBias.value);
      for (let h = 0; h < HIDDEN; h++) {
        const value = Math.max(0, hidden[h] ?? 0);
        hidden[h] = value;
        for (let k = 0; k < LABELS; k++)
          out[k] = (out[k] ?? 0) + value * (second.value[h * LABELS + k] ?? 0);
      }
      const most = Math.max(...out);
      let sum = 0;
      for (let k = 0; k < LABELS; k++) sum += Math.exp((out[k] ?? 0) - most);
      const gold = one.text.labels[at] ?? 0;
      loss -= ((out[gold] ?? 0) - most - Math.log(sum)) * one.weight;
      back.fill(0);
      for (let k = 0; k < LABELS; k++) {
        const g = (Math.exp((out[k] ?? 0) - most) / sum - (k === gold ? 1 : 0)) * one.weight;
        secondBias.gradient[k] = (secondBias.gradient[k] ?? 0) + g;
        for (let h = 0; h < HIDDEN; h++) {
          const place = h * LABELS + k;
          second.gradient[place] = (second.gradient[place] ?? 0) + g * (hidden[h] ?? 0);
          if ((hidden[h] ?? 0) > 0) back[h] = (back[h] ?? 0) + g * (second.value[place] ?? 0);
        }
      }
      for (let h = 0; h < HIDDEN; h++)
        firstBias.gradient[h] = (firstBias.gradient[h] ?? 0) + (back[h] ?? 0);
      for (let d = 0; d < DENSE; d++) {
        const value = dense[d] ?? 0;
        for (let h = 0; h < HIDDEN; h++)
          first.gradient[d * HIDDEN + h] =
            (first.gradient[d * HIDDEN + h] ?? 0) + value * (back[h] ?? 0);
      }
      for (let d = 0; d < n; d++)
        for (let h = 0; h < HIDDEN; h++) {
          const place = (ones[d] ?? 0) * HIDDEN + h;
          first.gradient[place] = (first.gradient[place] ?? 0) + (back[h] ?? 0);
        }
      if (e % BATCH === BATCH - 1) update(rate);
    }
    if (round * 2 >= options.rounds) {
      averaged += 1;
      all.forEach((one, a) => {
        const sum = average[a];
        if (sum !== undefined)
          for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (one.value[i] ?? 0);
      });
    }
    options.log?.(
      `second look, round ${round + 1}: loss ${(loss / order.length).toFixed(4)} over ${order.length}`,
    );
  }
  const mean = (a: number): Float32Array =>
    Float32Array.from(average[a] ?? [], (value) => value / averaged);
  return { first: mean(0), firstBias: mean(1), second: mean(2), secondBias: mean(3) };
}

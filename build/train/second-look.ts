// Learns the tagger's second look (shared/detect/tagger/second-look.ts) from texts that the chain and the network had
// not been taught: steps of Adam on the log loss of each word within a span that they find possible. Everything random
// comes from one seeded generator: the same examples give the same weights.
import { lookFeatures, LOOK_FEATURES } from "../../shared/detect/tagger/second-look-features.ts";
import {
  LOOK_BASE, LOOK_BIASES, LOOK_UNITS, LOOK_WEIGHTS, LOOK_OUT, LOOK_STRAIGHT,
} from "../../shared/detect/tagger/second-look.ts"; // prettier-ignore
import { scoreTokens } from "../../shared/detect/tagger/score.ts";
import { runsOf } from "../../shared/detect/tagger/spans.ts";
import { LOWEST_SCORE } from "../../shared/detect/tagger/tagger.ts";
import type { TaggerModel } from "../../shared/detect/tagger/tagger.ts";
import { tokenise } from "../../shared/detect/tagger/tokens.ts";
import { readWords } from "../../shared/detect/tagger/words.ts";
import type { LabelledText } from "./corpora.ts";
import { labelsOf, UNKNOWN } from "./encode.ts";
import { generator, shuffled } from "./learn.ts";

export interface LookExample {
  /** LOOK_FEATURES numbers. */
  readonly features: Float32Array;
  readonly right: boolean;
  readonly weight: number;
}

/** The words that a second look would judge in a text that `model` was not taught. */
export function lookExamples(
  text: LabelledText,
  model: TaggerModel,
  weight: number,
): LookExample[] {
  const tokens = tokenise(text.text);
  const words = readWords(text.text, tokens, model.lexicon, model.telling);
  const scored = scoreTokens(tokens, words, model);
  const runs = runsOf(text.text, tokens, words, scored.likely, LOWEST_SCORE);
  const { features, at, count } = lookFeatures(tokens, words, scored, runs);
  const labels = labelsOf(text, tokens, words);
  const examples: LookExample[] = [];
  for (let n = 0; n < count; n++) {
    const label = labels[at[n] as number];
    if (label === UNKNOWN) continue;
    const from = n * LOOK_FEATURES;
    examples.push({
      features: features.subarray(from, from + LOOK_FEATURES),
      right: label !== 0,
      weight,
    });
  }
  return examples;
}

const ROUNDS = 14;
const BATCH = 64;
const RATE = 0.003;
const SHRINK = 3e-5;

/** The weights, laid out as the tagger reads them. */
export function learnLook(examples: readonly LookExample[]): Float32Array {
  const random = generator(11);
  const F = LOOK_FEATURES;
  const weights = new Float64Array(LOOK_WEIGHTS);
  for (let i = 0; i < LOOK_BIASES; i++) weights[i] = (random() - 0.5) * Math.sqrt(6 / F);
  for (let u = 0; u < LOOK_UNITS; u++) weights[LOOK_OUT + u] = random() - 0.5;
  const gradient = new Float64Array(LOOK_WEIGHTS);
  const mean = new Float64Array(LOOK_WEIGHTS);
  const square = new Float64Array(LOOK_WEIGHTS);
  const sums = new Float64Array(LOOK_UNITS);
  const average = new Float64Array(LOOK_WEIGHTS);
  const steps = ROUNDS * Math.ceil(examples.length / BATCH);
  let step = 0;
  let averaged = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const order = shuffled(examples, random);
    for (let from = 0; from < order.length; from += BATCH) {
      gradient.fill(0);
      for (const { features, right, weight } of order.slice(from, from + BATCH)) {
        let odds = weights[LOOK_BASE] as number;
        for (let f = 0; f < F; f++) odds += weights[LOOK_STRAIGHT + f]! * features[f]!;
        for (let u = 0; u < LOOK_UNITS; u++) {
          let sum = weights[LOOK_BIASES + u] as number;
          for (let f = 0; f < F; f++) sum += weights[u * F + f]! * features[f]!;
          sums[u] = sum;
          if (sum > 0) odds += sum * weights[LOOK_OUT + u]!;
        }
        const wrong = (1 / (1 + Math.exp(-odds)) - (right ? 1 : 0)) * weight;
        gradient[LOOK_BASE]! += wrong;
        for (let f = 0; f < F; f++) gradient[LOOK_STRAIGHT + f]! += wrong * features[f]!;
        for (let u = 0; u < LOOK_UNITS; u++) {
          if (!(sums[u]! > 0)) continue;
          gradient[LOOK_OUT + u]! += wrong * sums[u]!;
          const back = wrong * weights[LOOK_OUT + u]!;
          gradient[LOOK_BIASES + u]! += back;
          for (let f = 0; f < F; f++) gradient[u * F + f]! += back * features[f]!;
        }
      }
      step += 1;
      const rate = RATE * (1 - step / (steps + 1));
      const early = 1 - Math.pow(0.9, step);
      const late = 1 - Math.pow(0.999, step);
      for (let i = 0; i < LOOK_WEIGHTS; i++) {
        const g = gradient[i]! / BATCH + SHRINK * weights[i]!;
        mean[i] = 0.9 * mean[i]! + 0.1 * g;
        square[i] = 0.999 * square[i]! + 0.001 * g * g;
        weights[i]! -= (rate * (mean[i]! / early)) / (Math.sqrt(square[i]! / late) + 1e-8);
      }
      if (step * 2 > steps) {
        averaged += 1;
        for (let i = 0; i < LOOK_WEIGHTS; i++) average[i]! += weights[i]!;
      }
    }
  }
  return Float32Array.from(average, (value) => value / averaged);
}

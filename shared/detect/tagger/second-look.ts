// A second look at every word that the chain finds possible: what it and the words beside it got, how sure the whole
// span is, and what else was found in the sentence and around it. A small network, learnt on texts that the chain had
// not been taught (build/train/second-look.ts), turns that into the chance that stands. Judgments keep the chain's.
import { LABELS } from "./chain.ts";
import { lookFeatures, LOOK_FEATURES } from "./second-look-features.ts";
import type { Scored } from "./score.ts";
import { runsOf } from "./spans.ts";
import type { Tokens } from "./tokens.ts";
import type { DocumentWords } from "./words.ts";

/** Units, of which only the positive count. */
export const LOOK_UNITS = 16;

/** What is learnt, one flat list: LOOK_FEATURES weights a unit, then the list's other parts by these offsets. */
export const LOOK_BIASES = LOOK_UNITS * LOOK_FEATURES;
export const LOOK_OUT = LOOK_BIASES + LOOK_UNITS;
export const LOOK_STRAIGHT = LOOK_OUT + LOOK_UNITS;
export const LOOK_BASE = LOOK_STRAIGHT + LOOK_FEATURES;
export const LOOK_WEIGHTS = LOOK_BASE + 1;

/** The same, laid out for reading: what a feature adds to each unit lies side by side. */
export type LookTable = Float64Array;

export function lookTable(weights: Float32Array): LookTable {
  const table = Float64Array.from(weights);
  for (let unit = 0; unit < LOOK_UNITS; unit++)
    for (let f = 0; f < LOOK_FEATURES; f++)
      table[f * LOOK_UNITS + unit] = weights[unit * LOOK_FEATURES + f] as number;
  return table;
}

const sums = new Float64Array(LOOK_UNITS);

/** The log-odds that the word with the features at `at` of `list` is to go. */
export function lookedAt(table: LookTable, list: Float32Array, at: number): number {
  let odds = table[LOOK_BASE] as number;
  for (let unit = 0; unit < LOOK_UNITS; unit++) sums[unit] = table[LOOK_BIASES + unit] as number;
  for (let f = 0; f < LOOK_FEATURES; f++) {
    const value = list[at + f] as number;
    // Most marks are not there.
    if (value === 0) continue;
    odds += (table[LOOK_STRAIGHT + f] as number) * value;
    const row = f * LOOK_UNITS;
    for (let unit = 0; unit < LOOK_UNITS; unit++)
      sums[unit] = (sums[unit] as number) + (table[row + unit] as number) * value;
  }
  for (let unit = 0; unit < LOOK_UNITS; unit++) {
    const sum = sums[unit] as number;
    if (sum > 0) odds += sum * (table[LOOK_OUT + unit] as number);
  }
  return odds;
}

/**
 * Changes the chances in `scored` of every word within a span of at least `lowest`. False where it
 * does not look: in a judgment.
 */
export function lookAgain(
  text: string,
  tokens: Tokens,
  words: DocumentWords,
  scored: Scored,
  lowest: number,
  table: LookTable,
): boolean {
  if (words.genre === 1) return false;
  const { likely } = scored;
  const runs = runsOf(text, tokens, words, likely, lowest);
  const { features, at, count } = lookFeatures(tokens, words, scored, runs);
  for (let n = 0; n < count; n++) {
    const chance = 1 / (1 + Math.exp(-lookedAt(table, features, n * LOOK_FEATURES)));
    setChance(likely, (at[n] as number) * LABELS, chance);
  }
  return true;
}

/** Labels keep their shares of what is not "nothing". */
function setChance(likely: Float32Array, at: number, chance: number): void {
  const before = 1 - (likely[at] as number);
  if (before < 1e-6) return;
  const share = chance / before;
  likely[at] = 1 - chance;
  for (let k = 1; k < LABELS; k++) likely[at + k] = (likely[at + k] as number) * share;
}

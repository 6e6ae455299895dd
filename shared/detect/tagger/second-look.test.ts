import { describe, expect, test } from "vitest";
import { LABELS } from "./chain.ts";
import { LOOK_FEATURES, lookFeatures } from "./second-look-features.ts";
import { lookAgain, lookTable, LOOK_WEIGHTS } from "./second-look.ts";
import { runsOf } from "./spans.ts";
import { NOTHING_TOLD } from "./telling-score.ts";
import { EMPTY } from "./testing.ts";
import { tokenise } from "./tokens.ts";
import { readWords } from "./words.ts";

const TEXT = "She saw Jordan in Leeds. Nobody came. Jordan was there.";

/** Chances of each word: a person, else nothing. */
function read(chances: Readonly<Record<string, number>>) {
  const tokens = tokenise(TEXT);
  const words = readWords(TEXT, tokens, EMPTY, NOTHING_TOLD);
  const likely = new Float32Array(tokens.count * LABELS);
  for (let i = 0; i < tokens.count; i++) {
    const chance = chances[TEXT.slice(tokens.start[i], tokens.end[i])] ?? 0;
    likely[i * LABELS] = 1 - chance;
    likely[i * LABELS + 1] = chance * 0.75;
    likely[i * LABELS + 2] = chance * 0.25;
  }
  return { tokens, words, likely, scored: { likely, byChain: likely, byBoth: likely } };
}

/** Weights that say the same of every word. */
const always = (odds: number): Float64Array => {
  const weights = new Float32Array(LOOK_WEIGHTS);
  weights[LOOK_WEIGHTS - 1] = odds;
  return lookTable(weights);
};

describe("second look", () => {
  test("changes the chance of what the chain finds possible, and of nothing else", () => {
    const { tokens, words, likely, scored } = read({ Jordan: 0.4, Leeds: 0.01 });
    const looked = lookAgain(TEXT, tokens, words, scored, 0.02, always(Math.log(3)));
    expect(looked).toBe(true);
    const jordan = 2 * LABELS;
    expect(likely[jordan]).toBeCloseTo(0.25, 5);
    // The kinds keep their shares.
    expect(likely[jordan + 1]).toBeCloseTo(0.75 * 0.75, 5);
    expect(likely[jordan + 2]).toBeCloseTo(0.75 * 0.25, 5);
    expect(likely[4 * LABELS]).toBeCloseTo(0.99, 5);
    expect(likely[0]).toBe(1);
  });

  test("leaves a judgment as the chain has it", () => {
    const { tokens, words, likely, scored } = read({ Jordan: 0.4 });
    const before = likely.slice();
    const court = { ...words, genre: 1 };
    expect(lookAgain(TEXT, tokens, court, scored, 0.02, always(9))).toBe(false);
    expect(likely).toEqual(before);
  });

  test("knows of each word its own chance, its neighbours' and those of the sentence", () => {
    const features = (chances: Readonly<Record<string, number>>): Float32Array => {
      const { tokens, words, likely, scored } = read(chances);
      const looked = lookFeatures(tokens, words, scored, runsOf(TEXT, tokens, words, likely, 0.02));
      expect(looked.at[0]).toBe(2);
      return looked.features.slice(0, LOOK_FEATURES);
    };
    const alone = features({ Jordan: 0.4 });
    expect(features({ Jordan: 0.4 })).toEqual(alone);
    const differing = (other: Float32Array): number =>
      alone.filter((value, f) => value !== other[f]).length;
    // Another in the same sentence, one in a sentence nearby, and the word's own.
    expect(differing(features({ Jordan: 0.4, Leeds: 0.9 }))).toBeGreaterThan(2);
    expect(differing(features({ Jordan: 0.4, Nobody: 0.9 }))).toBeGreaterThan(1);
    expect(differing(features({ Jordan: 0.5 }))).toBeGreaterThan(4);
    expect(alone.every((value) => Number.isFinite(value) && Math.abs(value) < 12)).toBe(true);
  });
});

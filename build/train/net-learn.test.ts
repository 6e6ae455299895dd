import { describe, expect, test } from "vitest";
import { EMPTY } from "../../shared/detect/tagger/testing.ts";
import { hashText } from "../../shared/detect/tagger/word-form.ts";
import { nearestOf, sharedOut } from "./books.ts";
import { parseInline } from "./corpora.ts";
import { learnNet } from "./net-learn.ts";
import type { NetWeights } from "./net-weights.ts";
import { NOTHING_TOLD } from "../../shared/detect/tagger/telling-score.ts";
import { netTexts } from "./net-texts.ts";
import { GIVEN_DEPTH } from "./vector-source.ts";

const WORDS = ["asthma", "eczema", "epilepsy", "policy", "training", "guidance"];
const given = {
  nth: new Map(WORDS.map((word, i) => [hashText(word), i])),
  values: Float32Array.from({ length: WORDS.length * GIVEN_DEPTH }, (_, i) =>
    // Two kinds of words, told apart by their vectors alone.
    i % GIVEN_DEPTH === (i < 3 * GIVEN_DEPTH ? 0 : 1) ? 3 : 0,
  ),
};
const pages = (words: readonly string[], label: boolean): string[] =>
  words.map((word) => `He had ${label ? `[[DEM:${word}]]` : word} there and left.`);
const told = [...pages(["asthma", "eczema"], true), ...pages(["policy", "training"], false)]; // prettier-ignore
const sources = Array.from({ length: 40 }, (_, i) => parseInline(`t${i}`, told[i % 4]!));
const all = netTexts(sources, new Set(), EMPTY, given, () => NOTHING_TOLD);
const learnt = (rounds: number, log?: (line: string) => void): NetWeights =>
  learnNet(all, given.values, {
    rounds, rate: 1e-2, hide: 0, drop: 0, seed: 3, weightOf: () => 1, ...(log ? { log } : {}),
  }); // prettier-ignore

describe("learning the small network", () => {
  test("lays out one word once, with its vector, and gives the commonest one of their own", () => {
    const text = all.texts[0]!;
    const word = all.words[text.words[2]!]!;
    expect(word.given).toBe(0);
    expect(all.words[text.words[0]!]!.given).toBe(-1);
    // Each is met in ten of the texts; twelve are asked for.
    expect(word.own).toBe(-1);
    const more = netTexts([...sources, ...sources], new Set(), EMPTY, given, () => NOTHING_TOLD);
    expect(more.own).toContain(hashText("asthma"));
    expect(
      netTexts([...sources, ...sources], new Set(sources), EMPTY, given, () => NOTHING_TOLD).own,
    ).toEqual([]);
  });

  test("the loss falls to hardly anything on what can be told apart", () => {
    const lines: string[] = [];
    learnt(30, (line) => lines.push(line));
    const losses = lines.map((line) => Number(/loss ([\d.]+)/.exec(line)?.[1]));
    expect(losses[0]).toBeGreaterThan(0.3);
    expect(losses.at(-1)).toBeLessThan(0.05);
  });

  test("the same texts give the same weights", () => {
    expect(learnt(2)).toEqual(learnt(2));
  });
});

describe("books of vectors", () => {
  test("middles fall on the heaps, and every vector finds its own", () => {
    const heaps = Float32Array.from(
      { length: 60 },
      (_, i) => (Math.floor(i / 2) % 3) * 10 + (i % 2),
    );
    const book = sharedOut(heaps, 2, 3, 8, 2);
    const nearest = nearestOf(heaps, 2, book);
    expect(new Set(nearest.subarray(0, 3)).size).toBe(3);
    nearest.forEach((row, i) => {
      expect(row).toBe(nearest[i % 3]);
      expect(book[row * 2]).toBeCloseTo(heaps[i * 2]!);
    });
  });
});

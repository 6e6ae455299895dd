import { describe, expect, test } from "vitest";
import { LABELS } from "./chain.ts";
import { readLines } from "./line-cues.ts";
import { EMPTY } from "./testing.ts";
import { Network } from "./net.ts";
import { DEPTH, MEAN, SEEN } from "./net-words.ts";
import type { Net } from "./net-words.ts";
import {
  AROUND,
  HIDDEN,
  NEAR,
  OUTSIDE,
  PLACE_ROWS,
  placeRows,
  standingRows,
  vectorRows,
  WORD_ROWS,
} from "./net-features.ts";
import { NOTHING_TOLD } from "./telling-score.ts";
import { tokenise } from "./tokens.ts";
import { addVector, BOOK_ROWS, BOOKS, OWN_CODES } from "./word-vectors.ts";
import { readWords } from "./words.ts";

let state = 1;
const chance = (): number => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return (state / 2 ** 32 - 0.5) * 0.6;
};
const numbers = (count: number, times = 1): Float32Array =>
  Float32Array.from({ length: count }, () => chance() * times);

const netOf = (times = 1): Net => ({
  wordRows: numbers(WORD_ROWS * DEPTH, times),
  places: numbers(DEPTH * SEEN * HIDDEN, times),
  placeRows: numbers(PLACE_ROWS * HIDDEN, times),
  bias: numbers(HIDDEN, times),
  out: numbers(HIDDEN * LABELS),
  base: numbers(LABELS),
});
const NO_VECTORS = {
  books: new Float32Array(BOOKS.reduce((all, rows) => all + rows, 0) * DEPTH),
  own: new Float32Array(0),
};
function scored(text: string, net: Net, held?: number): Float32Array {
  const tokens = tokenise(text);
  const words = readWords(text, tokens, EMPTY, NOTHING_TOLD);
  const scores = new Float32Array(tokens.count * LABELS);
  new Network(net, NO_VECTORS, held).addScores(tokens, words, readLines(tokens, words), scores);
  return scores;
}

/** The same, token by token and number by number. */
function plainly(text: string, net: Net): number[] {
  const tokens = tokenise(text);
  const words = readWords(text, tokens, EMPTY, NOTHING_TOLD);
  const lines = readLines(tokens, words);
  const list = new Int32Array(100);
  const rowSum = (table: Float32Array, size: number, rows: readonly number[]): number[] =>
    Array.from({ length: size }, (_, k) =>
      rows.reduce((sum, row) => sum + table[row * size + k]!, 0),
    );
  const vectorAt = (i: number): number[] => {
    if (i < 0 || i >= tokens.count) return rowSum(net.wordRows, DEPTH, [OUTSIDE]);
    const n = vectorRows(words.types[words.typeOf[i]!]!, false, list);
    return rowSum(net.wordRows, DEPTH, [...list.subarray(0, n)]);
  };
  const told = (vector: number[], place: number, h: number): number =>
    vector.reduce((sum, v, d) => sum + v * net.places[(d * SEEN + place) * HIDDEN + h]!, 0);
  const scores: number[] = [];
  for (let i = 0; i < tokens.count; i++) {
    let n = standingRows(words, words.types[words.typeOf[i]!]!, words.opening[i]!, list);
    const rows = [...list.subarray(0, n)];
    n = placeRows(tokens, words, lines, i, list);
    rows.push(...list.subarray(0, n));
    const hidden = rowSum(net.placeRows, HIDDEN, rows);
    const first = Math.max(0, i - AROUND);
    const last = Math.min(tokens.count - 1, i + AROUND);
    for (let h = 0; h < HIDDEN; h++) {
      hidden[h]! += net.bias[h]!;
      for (let o = -NEAR; o <= NEAR; o++) hidden[h]! += told(vectorAt(i + o), o + NEAR, h);
      for (let j = first; j <= last; j++)
        hidden[h]! += told(vectorAt(j), MEAN, h) / (last - first + 1);
    }
    for (let k = 0; k < LABELS; k++)
      scores.push(
        hidden.reduce(
          (sum, value, h) => sum + Math.max(0, value) * net.out[h * LABELS + k]!,
          net.base[k]!,
        ),
      );
  }
  return scores;
}

const TEXT =
  "Mrs Ola Banks (42) told the nurse at 6 Mill Lane. She was then working nights.\n\n" +
  "SUMMARY: Banks said she had never met him. ".repeat(5);

describe("the small network", () => {
  test("adds up what a plain sum over seven words and fifty gives, but for rounding", () => {
    const net = netOf();
    const scores = scored(TEXT, net);
    const plain = plainly(TEXT, net);
    expect(scores.length).toBe(plain.length);
    expect(plain.some((value) => Math.abs(value) > 0.3)).toBe(true);
    plain.forEach((value, i) => expect(Math.abs(scores[i]! - value)).toBeLessThan(0.05));
  });

  test("weights beyond all bounds are cut, and no sum runs over", () => {
    const net: Net = { ...netOf(), placeRows: new Float32Array(PLACE_ROWS * HIDDEN).fill(100) };
    net.wordRows.fill(100);
    net.places.fill(100);
    net.bias.fill(100);
    net.out.fill(1);
    net.base.fill(0);
    const scores = scored(TEXT, net);
    expect(scores.length).toBeGreaterThan(0);
    for (const score of scores) expect(score).toBeGreaterThan(HIDDEN * 18);
  });

  test("forgetting words and working them out again changes nothing", () => {
    const net = netOf();
    const text = Array.from({ length: 400 }, (_, i) => `word${i % 150} the ${i % 7}`).join(" ");
    expect(scored(text, net, 60)).toEqual(scored(text, net));
  });

  test("one word alone, and none, are scored", () => {
    expect(scored("Ola", netOf()).length).toBe(LABELS);
    expect(scored("", netOf()).length).toBe(0);
  });
});

describe("vectors of words", () => {
  const books = Float32Array.from({ length: NO_VECTORS.books.length }, (_, i) =>
    Math.floor(i / DEPTH),
  );
  const own = new Float32Array(2 * DEPTH).fill(7, DEPTH);
  const read = (code: number): number | null => {
    const vector = new Float64Array(DEPTH);
    return addVector({ books, own }, code, vector) ? vector[DEPTH - 1]! : null;
  };

  test("a code names one row of each book", () => {
    expect(read(1 + 3 + 5 * BOOK_ROWS + 7 * BOOK_ROWS ** 2)).toBe(
      3 + (BOOK_ROWS + 5) + (2 * BOOK_ROWS + 7),
    );
  });

  test("the last code of the books and the first of a word's own do not meet, and all fit three bytes", () => {
    const last = BOOKS.reduce((sum, rows, n) => sum + (rows - 1) * BOOK_ROWS ** n, 1);
    expect(last).toBe(OWN_CODES - 1);
    expect(read(OWN_CODES + 1)).toBe(7);
    expect(OWN_CODES + 4000).toBeLessThan(2 ** 24);
    expect(read(0)).toBeNull();
  });
});

// The page comparison accounts for every character on both sides, and the quick way finds no dearer
// alignment than a full table does.
import { expect, test } from "vitest";
import { array, assert, constant, constantFrom, oneof, property, string } from "fast-check";
import { alignPage } from "./align.ts";
import type { Alignment, Expected, Found } from "./alignment.ts";

const chars = (text: string, from = 0): Expected[] =>
  [...text].map((char, i) => ({ char, optional: char >= "x", source: from + i }));
const found = (text: string): Found[] => [...text].map((char, source) => ({ char, source }));
const slot = (number: number): Expected => ({ labels: ["aba", "bb"], slot: number });

function costOf(expected: readonly Expected[], out: Alignment): number {
  const slots = expected.filter((item) => "slot" in item).length;
  return 2 * out.lost.length + 2 * out.extra.flat().length + slots - out.filled.size;
}

/** The cheapest cost by a plain table. */
function least(expected: readonly Expected[], text: string): number {
  const memo = new Map<string, number>();
  const at = (i: number, j: number): number => {
    if (i === expected.length) return 2 * (text.length - j);
    const key = `${i} ${j}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const item = expected[i]!;
    let best = j < text.length ? at(i, j + 1) + 2 : Infinity;
    best = Math.min(best, at(i + 1, j) + ("slot" in item ? 1 : item.optional ? 0 : 2));
    if ("char" in item && item.char === text[j]) best = Math.min(best, at(i + 1, j + 1));
    if ("slot" in item)
      for (const label of item.labels)
        if (text.startsWith(label, j)) best = Math.min(best, at(i + 1, j + label.length));
    memo.set(key, best);
    return best;
  };
  return at(0, 0);
}

const piece = oneof(constant(null), string({ unit: constantFrom(..."abcx"), maxLength: 5 }));

test("the alignment is the cheapest, and accounts for every character", () => {
  assert(
    property(
      array(piece, { maxLength: 7 }),
      string({ unit: constantFrom(..."abcx"), maxLength: 24 }),
      (pieces, text) => {
        const expected: Expected[] = [];
        for (const one of pieces)
          if (one === null) expected.push(slot(expected.length));
          else expected.push(...chars(one, expected.length));
        const out = alignPage([expected], [found(text)]);
        expect(costOf(expected, out)).toBe(least(expected, text));
        const filled = [...out.filled.values()].flatMap(({ label, source }) =>
          [...label].map((_, i) => source + i),
        );
        const seen = [...out.pairs.map(([, to]) => to), ...out.extra.flat(), ...filled];
        expect(seen.toSorted((a, b) => a - b)).toEqual([...text].map((_, i) => i));
      },
    ),
    { numRuns: 600 },
  );
});

test("repeated lines in another breaking are paired without loss", () => {
  const line = "nobody at the school had been told that the address had changed";
  const text = Array.from({ length: 40 }, (_, i) => `${line}${i % 3}`).join("");
  const broken = (width: number): string[] => text.match(new RegExp(`.{1,${width}}`, "g"))!;
  let from = 0;
  const expected = broken(61).map((part) => {
    const items = chars(part, from).map((item) => ({ ...item, optional: false }));
    from += part.length;
    return items;
  });
  let at = 0;
  const given = broken(47).map((part) => [...part].map((char) => ({ char, source: at++ })));
  const out = alignPage(expected, given);
  expect(out.lost).toEqual([]);
  expect(out.extra).toEqual([]);
});

test("texts that have little in common are still compared", () => {
  const expected = chars("ab".repeat(700)).map((item) => ({ ...item, optional: false }));
  const out = alignPage([expected], [found("cd".repeat(700))]);
  expect(out.lost).toHaveLength(1400);
  expect(out.extra.flat()).toHaveLength(1400);
});

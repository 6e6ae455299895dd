import { expect, test } from "vitest";
import { Findings } from "../../findings.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { linesOf } from "../../reading/lines.ts";
import { checkGapsAlike } from "./gaps-alike.ts";
import type { Looks } from "../looks.ts";

const SIZE = 10;

function word(text: string, x0: number, y: number, from: number): Glyph[] {
  return [...text].map((letter, i) => {
    const x = x0 + 5 * i;
    const box = [x, y, x + 5, y + 7] as const;
    const place = { index: from + i, text: letter, box, loose: box, x, y, size: SIZE, angle: 0 };
    return { ...place, invisible: false, substituted: false };
  });
}

/** What is said of an export's letters, of which those from 90 on spell a label. */
function told(before: readonly Glyph[], shown: readonly Glyph[]): number {
  const found = new Findings();
  const frame = { width: 300, height: 200 };
  const labels = new Set(shown.flatMap(({ index }) => (index >= 90 ? [index] : [])));
  const looks = { page: 1, frame, labels, marks: [], sealed: false } as unknown as Looks;
  const coverage = { state: new Uint8Array(99), mark: new Int32Array(99) } as never;
  const explained = new Map(before.map(({ index }) => [index, index]));
  const read = { before: linesOf(before), lines: linesOf(shown) };
  checkGapsAlike(looks, { ...read, coverage, explained, objects: [] }, found);
  return found.findings().length;
}

/** Rows of two cells; the last word of the second row's text goes to a line of its own behind a label. */
function findings(column: number, brokenAt: number): number {
  const before = [
    ...word("name", 10.3, 100, 0),
    ...word("first", 150.3, 100, 4),
    ...word("name", 10.3, 80, 9),
    ...word("other", 150.3, 80, 13),
    ...word("goes", 177.8, 80, 18),
  ];
  const shown = [
    ...word("name", 10.3, 100, 0),
    ...word("first", column, 100, 4),
    ...word("name", 10.3, 80, 9),
    ...word("other", column, 80, 13),
    ...word("label", 10.3, 66, 90),
    ...word("goes", brokenAt, 66, 18),
  ];
  return told(before, shown);
}

test("V2 behind a label a cell's text goes on where its column begins, wherever that is now", () => {
  expect(findings(120.7, 120.7)).toBe(0);
});

test("V3 a word that stands elsewhere behind a label is found", () => {
  expect(findings(120.7, 131.4)).toBe(1);
  expect(findings(120.7, 177.8)).toBe(1);
});

test("V2 a number behind a row of dots stays where it is, however short the label before it", () => {
  const before = [
    ...word("name", 10.3, 100, 0),
    ...word("........", 32, 100, 4),
    ...word("5", 75.3, 100, 12),
  ];
  const shown = [...word("label", 10.3, 100, 90), ...word("5", 75.3, 100, 12)];
  expect(told(before, shown)).toBe(0);
  const few = [
    ...word("name", 10.3, 100, 0),
    ...word("..", 62, 100, 4),
    ...word("5", 75.3, 100, 12),
  ];
  expect(told(few, shown)).toBe(1);
});

test("V2 behind a label that ends a line, the text beside it begins where its lines do", () => {
  const heights = [100, 86, 72, 58];
  const lines = (x: number) =>
    heights.flatMap((y, i) => [
      ...word("abcdef", 10.3, y, 20 * i),
      ...word("ghij", x, y, 20 * i + 6),
    ]);
  const before = [...lines(48.3), ...word("klmno", 10.3, 44, 80), ...word("pqr", 37.3, 44, 85)];
  const shown = (at: number) => [
    ...lines(48.3),
    ...word("label", 10.3, 44, 90),
    ...word("pqr", at, 44, 85),
  ];
  expect(told(before, shown(48.3))).toBe(0);
  expect(told(before, shown(52.4))).toBe(1);
});

test("V2 in a table's row words of other cells do not tell how near a word stands behind a label", () => {
  const row = (name: readonly Glyph[], x: number): Glyph[] => [
    ...word("team", 10.3, 100, 0),
    ...word("of", 33.1, 100, 4),
    ...word("many", 45.9, 100, 6),
    ...name,
    ...word("last", x, 100, 15),
  ];
  const before = row(word("first", 150.3, 100, 10), 178.1);
  const narrow = row(word("label", 150.3, 100, 90), 177.3);
  expect(told(before, narrow)).toBe(0);
  const beside = [...narrow, ...word("of", 200.1, 100, 19), ...word("it", 212.9, 100, 21)];
  const stood = [...before, ...word("of", 200.1, 100, 19), ...word("it", 212.9, 100, 21)];
  expect(told(stood, beside)).toBe(1);
});

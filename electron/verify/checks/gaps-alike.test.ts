import { expect, test } from "vitest";
import { Findings } from "../findings.ts";
import type { Glyph } from "../reading/glyph.ts";
import { linesOf } from "../reading/lines.ts";
import { checkGapsAlike } from "./gaps-alike.ts";
import type { Looks } from "./looks.ts";

const SIZE = 10;

function word(text: string, x0: number, y: number, from: number): Glyph[] {
  return [...text].map((letter, i) => {
    const x = x0 + 5 * i;
    const box = [x, y, x + 5, y + 7] as const;
    const place = { index: from + i, text: letter, box, loose: box, x, y, size: SIZE, angle: 0 };
    return { ...place, invisible: false, substituted: false };
  });
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
    ...word("label", 10.3, 66, 22),
    ...word("goes", brokenAt, 66, 18),
  ];
  const found = new Findings();
  const frame = { width: 300, height: 200 };
  const labels = new Set([22, 23, 24, 25, 26]);
  const looks = { page: 1, frame, labels, marks: [], sealed: false } as unknown as Looks;
  const coverage = { state: new Uint8Array(30), mark: new Int32Array(30) } as never;
  const explained = new Map(before.map(({ index }) => [index, index]));
  const lines = linesOf(shown);
  checkGapsAlike(
    looks,
    { before: linesOf(before), lines, coverage, explained, objects: [] },
    found,
  );
  return found.findings().length;
}

test("V2 behind a label a cell's text goes on where its column begins, wherever that is now", () => {
  expect(findings(120.7, 120.7)).toBe(0);
});

test("V3 a word that stands elsewhere behind a label is found", () => {
  expect(findings(120.7, 131.4)).toBe(1);
  expect(findings(120.7, 177.8)).toBe(1);
});

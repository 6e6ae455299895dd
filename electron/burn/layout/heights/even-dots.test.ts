import { describe, expect, it } from "vitest";
import { DOT, evenDots, standsOnDots } from "./even-dots.ts";
import type { Row } from "./row.ts";

/** Lines of 11 points at these distances, each put on the next dot and written with two decimals. */
function onDots(from: number, gaps: readonly number[]): readonly Row[] {
  let at = from;
  const row = (): Row => ({ at: Math.round(Math.round(at / DOT) * DOT * 100) / 100, size: 11 });
  return [row(), ...gaps.map((gap) => ((at += gap), row()))];
}

/** Paragraphs of so many lines each. */
const paragraphs = (counts: readonly number[], line: number, gap: number): readonly number[] =>
  counts.flatMap((count, i) => [
    ...(i > 0 ? [gap] : []),
    ...Array.from({ length: count - 1 }, () => line),
  ]);

const gapsOf = (rows: readonly Row[]): readonly number[] => {
  const heights = evenDots(rows);
  return heights.slice(1).map((height, i) => Math.round((height - heights[i]!) * 100) / 100);
};

describe("heights before they were put on dots", () => {
  it.each([13.45, 14.5, 14.65, 15.85])(
    "B1 lines %d apart: the same whatever the number of lines before",
    (line) => {
      for (const counts of [
        [5, 4, 6, 5, 4],
        [5, 5, 6, 5, 4],
        [6, 4, 7, 5, 5],
      ]) {
        const gaps = paragraphs(counts, line, line + 8);
        for (const from of [40, 40.05, 40.3, 41.1]) {
          const rows = onDots(from, gaps);
          expect(standsOnDots(rows)).toBe(true);
          expect(gapsOf(rows)).toEqual(gaps);
        }
      }
    },
  );

  it("B1 a single distance to letters of another size is told in whole points", () => {
    for (const from of [40, 40.05]) {
      const rows = onDots(from, paragraphs([4, 4], 13.45, 21.45));
      const heading = { at: rows.at(-1)!.at + 29.04, size: 16 };
      expect(gapsOf([...rows, heading]).at(-1)).toBe(29);
    }
  });

  it("lines that are set as they are, to any height, do not stand on dots", () => {
    const rows = [40, 53.37, 66.74, 88.3, 101.67, 122.9].map((at) => ({ at, size: 11 }));
    expect(standsOnDots(rows)).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { evenEdges } from "./even-edges.ts";
import { evenHeights } from "./even-heights.ts";
import type { Row } from "./row.ts";

/** Lines of 12 points at these distances, rounded as a maker rounds. */
function rounded(from: number, gaps: readonly number[], unit: number): readonly Row[] {
  let at = from;
  const row = () => ({ at: Math.round(at / unit + 1e-6) * unit, size: 12 });
  return [row(), ...gaps.map((gap) => ((at += gap), row()))];
}

/** Paragraphs of so many lines each. */
function paragraphs(counts: readonly number[], line: number, gap: number): readonly number[] {
  return counts.flatMap((count, i) => [
    ...(i > 0 ? [gap] : []),
    ...Array.from({ length: count - 1 }, () => line),
  ]);
}

function gapsOf(rows: readonly Row[]): readonly number[] {
  const { heights } = evenHeights(rows)!;
  return heights.slice(1).map((height, i) => hundredths(height - heights[i]!));
}

function hundredths(length: number): number {
  return Math.round(length * 100) / 100;
}

function gapsIn(rows: readonly Row[]): readonly number[] {
  return rows.slice(1).map(({ at }, i) => at - rows[i]!.at);
}

describe("heights before they were rounded", () => {
  it.each([
    ["pixels, 1.4 of 12 points as a browser keeps it", 0.75, 16.79296875, 28.79296875],
    ["tenths that hide halves", 0.1, 13.25, 20.35],
    ["tenths that hide none", 0.1, 14.5, 24.5],
  ])("B1 %s: the same whatever the number of lines before", (_, unit, line, gap) => {
    for (const counts of [
      [3, 3, 3, 3],
      [3, 4, 3, 3],
      [4, 3, 5, 3],
    ]) {
      const gaps = paragraphs(counts, line, gap);
      for (const from of [40, 40.05, 40.3, 40.6]) {
        expect(gapsOf(rounded(Math.round(from / 0.05) * 0.05, gaps, unit))).toEqual(
          gaps.map(hundredths),
        );
      }
    }
  });

  it("B1 many lines of a browser's text stand as far apart as few do", () => {
    // 1.4 of 11.5 points are 16.1: a browser puts lines a hundredth closer, seen from thirty of them on.
    const line = 16.08984375;
    const told = [5, 12, 31, 60].map((count) => {
      const rows = rounded(40, paragraphs([count, 4, 4], line, line + 12), 0.75);
      return new Set(gapsOf(rows.map((row) => ({ ...row, size: 11.5 }))));
    });
    for (const gaps of told) expect([...gaps]).toEqual([hundredths(line), hundredths(line + 12)]);
  });

  it("B1 paragraphs of a browser stand apart by the size of their letters", () => {
    const line = 16.08984375;
    const gap = line + 11.49609375;
    for (const counts of [
      [8, 9, 8, 7],
      [8, 10, 9, 7],
    ]) {
      const rows = rounded(40, paragraphs(counts, line, gap), 0.75);
      const told = gapsOf(rows.map((row) => ({ ...row, size: 11.5 })));
      expect([...new Set(told)]).toEqual([line, gap].map(hundredths));
    }
  });

  it("B1 a usual height of lines is not taken where other distances leave but one", () => {
    // Halves could not come out alike three times, with exact distances between them.
    const gaps = [14.6, 24.6, 24.6, 14.6, 24.6, 24.6, 14.6];
    expect(gapsOf(rounded(40, gaps, 0.1))).toEqual(gaps);
  });

  it("B1 lines that a twin may not have show nothing of how far lines stand apart", () => {
    const rows = rounded(30, [18, 18, 33, 18, 33], 0.75);
    expect(evenHeights(rows)!.sure.every(Boolean)).toBe(true);
    const fewer = rows.map((row, i) => ({ ...row, unsure: i === 2 }));
    expect(evenHeights(fewer)!.sure.some(Boolean)).toBe(false);
  });

  it("B1 whole pixels are not taken for rounded ones", () => {
    const gaps = paragraphs([3, 4, 3], 18, 34.5);
    expect(gapsOf(rounded(30, gaps, 0.75))).toEqual(gaps);
  });

  it("B1 what pixels do not show is told in rough steps, and not as known", () => {
    const rows = rounded(30, paragraphs([4, 4, 4], 16.8, 28.8), 0.75);
    const heading = { at: rows[rows.length - 1]!.at + 37.5, size: 18 };
    const { sure } = evenHeights([...rows, heading])!;
    expect(sure.slice(0, -1).every(Boolean)).toBe(true);
    expect(sure[sure.length - 1]).toBe(false);
  });

  it("B1 few lines on fractions of pixels are never taken for known", () => {
    for (const from of [30, 30.3, 30.6]) {
      const { sure } = evenHeights(rounded(from, paragraphs([3, 4], 15.375, 26.7), 0.75))!;
      expect(sure.some(Boolean)).toBe(false);
    }
  });

  it("B1 lines of whole pixels that may be a plain share of their letters are not taken for known", () => {
    // 11 points at 1.35 are 19.8 pixels: over four lines 20, over more of them also 19.
    const at = (counts: readonly number[], from: number) =>
      rounded(from, paragraphs(counts, 14.85, 27.45), 0.75).map((row) => ({ ...row, size: 11 }));
    const [short, long] = [at([4, 4, 4], 30.225), at([5, 5, 5, 5], 30)];
    const distances = (rows: readonly Row[]) => new Set(gapsIn(rows).map((gap) => gap.toFixed(2)));
    expect(distances(short).has("14.25")).toBe(false);
    expect(distances(long).has("14.25")).toBe(true);
    for (const rows of [short, long]) expect(evenHeights(rows)!.sure.some(Boolean)).toBe(false);
    // Over ten lines nothing but 20 pixels comes out even.
    const { sure } = evenHeights(
      rounded(30, paragraphs([10, 10], 15, 27), 0.75).map((row) => ({ ...row, size: 11 })),
    )!;
    expect(sure.every(Boolean)).toBe(true);
  });

  it("B1 a single distance in tenths is the same whether or not a twin shows halves", () => {
    const told = [40, 40.05].map((from) => {
      const { heights } = evenHeights(rounded(from, [13.4, 13.4, 13.4, 37.25, 13.4], 0.1))!;
      return Math.round((heights[4]! - heights[3]!) * 100) / 100;
    });
    expect(told[0]).toBe(told[1]);
  });

  it("B1 two lines of one text stand as far apart as many, where other distances show halves", () => {
    // Twentieths: rows of a table show that there are halves, and a text of two lines does not.
    const told = [40, 40.05].map((from) => {
      const { heights } = evenHeights(rounded(from, [18.85, 18.85, 18.85, 32, 13.8], 0.1))!;
      return Math.round((heights[5]! - heights[4]!) * 100) / 100;
    });
    const many = Array.from({ length: 4 }, () => 13.8);
    const { heights } = evenHeights(rounded(40, [18.85, 18.85, 18.85, 32, ...many], 0.1))!;
    const shown = Math.round((heights[7]! - heights[6]!) * 100) / 100;
    expect(told).toEqual([shown, shown]);
  });

  it("B1 the only border over a table stands as far under its line, whichever way that was rounded", () => {
    for (const under of [15.45, 15.5, 15.55]) {
      const told = [40, 40.05].flatMap((from) => {
        const all = rounded(from, [17.25, 17.25, 17.25, 28.2], 0.1);
        return [4, 5].map((count) => {
          const rows = all.slice(0, count);
          const { heights, over } = evenHeights(rows)!;
          const edge = from + 3 * 17.25 + under;
          const [top] = evenEdges([edge], rows, heights, 0.1, over);
          expect(top!.sure).toBe(true);
          return Math.round((top!.height - heights[3]!) * 100) / 100;
        });
      });
      expect(new Set(told).size).toBe(1);
    }
  });

  it("B1 where nothing shows how its line was rounded, no border is taken for known, wherever it stands", () => {
    const rows = rounded(40, [17.2, 17.2, 17.2], 0.1);
    const { heights, over } = evenHeights(rows)!;
    const sureAt = (under: number) =>
      evenEdges([rows[3]!.at + under], rows, heights, 0.1, over)[0]!.sure;
    expect([15.2, 15.45, 15.8].map(sureAt)).toEqual([false, false, false]);
  });

  it("B1 a distance to a heading is told or not, whichever tenth this twin shows of it", () => {
    const rows = (apart: number): readonly Row[] => {
      const lines = rounded(40, [13.4, 13.4, 13.4], 0.1);
      const { at } = lines[3]!;
      return [...lines, { at: at + apart, size: 15 }, { at: at + apart + 21.3, size: 12 }];
    };
    const [low, high] = [19.3, 19.4].map((apart) => evenHeights(rows(apart))!.sure);
    expect(low).toEqual(high);
    expect(low!.slice(3)).toEqual([false, false]);
  });

  it("B1 borders keep their thickness and stand at the line over them", () => {
    const rows = rounded(
      30,
      [31.4, 31.4, 31.4, 31.4].map((px) => px * 0.75),
      0.75,
    );
    const { heights } = evenHeights(rows)!;
    const edges = rows.flatMap(({ at }) => [at + 7.5, at + 8.25]);
    const even = evenEdges(edges, rows, heights, 0.75);
    expect(even).toHaveLength(edges.length);
    for (const [i, height] of heights.entries()) {
      expect(even[2 * i]!.height - height).toBeCloseTo(7.5, 6);
      expect(even[2 * i + 1]!.height - even[2 * i]!.height).toBeCloseTo(0.75, 6);
    }
  });
});

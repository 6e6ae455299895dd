import { describe, expect, it } from "vitest";
import type { PlacedMark } from "../reading/coverage.ts";
import { coverageOf } from "../reading/coverage.ts";
import type { Glyph } from "../reading/glyph.ts";
import { linesOf } from "../reading/lines.ts";
import { zonesOf } from "./zones.ts";

const FRAME = { width: 595, height: 842 };
const SIZE = 11;

/**
 * Lines of six letters whose baselines stand at these heights; the first of the first is marked.
 *
 * @param headed so many lines, from the first on, are set larger by half
 */
function page(heights: readonly number[], headed = 0) {
  const glyphs = heights.flatMap((y, row) =>
    [..."letter"].map((text, i): Glyph => {
      const x = 72 + 6 * i;
      const size = row < headed ? 1.5 * SIZE : SIZE;
      const box = [x, y, x + 5, y + 0.7 * size] as const;
      const loose = [x, y - 0.2 * size, x + 6, y + 0.8 * size] as const;
      const index = 6 * row + i;
      const plain = { size, angle: 0, substituted: false, invisible: false };
      return { index, text, box, loose, x, y, ...plain };
    }),
  );
  const mark: PlacedMark = {
    index: 0,
    page: 1,
    rect: [72, heights[0]! - 1, 77, heights[0]! + 8],
    label: "Child A",
    reason: "child-name",
    group: "#0",
    goesOn: false,
  };
  const { paragraphs } = zonesOf(
    linesOf(glyphs),
    coverageOf(glyphs, [mark]),
    [mark],
    FRAME as never,
  );
  return (y: number): boolean =>
    paragraphs.some((rect) => rect[1] <= y && y + 0.5 * SIZE <= rect[3]);
}

const apart = (gap: number, lines = 5) => Array.from({ length: lines }, (_, i) => 700 - gap * i);

describe("what may have been set anew", () => {
  it("a marked line's paragraph, and nothing behind its end", () => {
    const inside = page([...apart(13), 620, 607]);
    expect(apart(13).every(inside)).toBe(true);
    expect(inside(607)).toBe(false);
  });

  it("lines set with double spacing are one paragraph", () => {
    const inside = page([...apart(25.2), 560, 534.8]);
    expect(apart(25.2).every(inside)).toBe(true);
    expect(inside(534.8)).toBe(false);
  });

  it("lines as far apart that do not show one distance are not", () => {
    const heights = [700, 674.8, 652.1, 625.4];
    const inside = page(heights);
    expect(inside(700)).toBe(true);
    expect(inside(652.1)).toBe(false);
  });

  it("lines farther apart than double spacing are not", () => {
    expect(page(apart(32))(700 - 64)).toBe(false);
  });

  it("a heading of two lines is set with the wide leading that texts of its page show", () => {
    const wide = 2.1;
    const heading = [700, 700 - wide * 1.5 * SIZE];
    const text = [600, 600 - wide * SIZE, 600 - 2 * wide * SIZE];
    expect(page([...heading, ...text], 2)(heading[1]!)).toBe(true);
    expect(page([...heading, ...apart(13).map((y) => y - 100)], 2)(heading[1]!)).toBe(false);
    const farther = [700, 700 - (wide + 0.1) * 1.5 * SIZE];
    expect(page([...farther, ...text], 2)(farther[1]!)).toBe(false);
  });
});

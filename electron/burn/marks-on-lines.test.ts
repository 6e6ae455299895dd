import { expect, it } from "vitest";
import type { Rect } from "../../shared/geometry/rect.ts";
import { marksOnLines } from "./marks-on-lines.ts";
import type { PageMark } from "./page-output.ts";
import type { Glyph } from "./sealed/glyphs/glyphs.ts";

const EM = 10;
const LEADING = 13;

/** Lines of small letters, the first at a height of 700, the second of the three in the middle. */
function lines(hidden = false): readonly Glyph[] {
  return [700, 700 - LEADING, 700 - 2 * LEADING].flatMap((y) =>
    Array.from({ length: 9 }, (_, i) => {
      const x = 100 + 5 * i;
      const ink: Rect = [x, y, x + 4.5, y + 4.8];
      return { x, y, em: EM, angle: 0, ink, advance: 5, run: { hidden } } as unknown as Glyph;
    }),
  );
}

function drawnIn(low: number, high: number, hidden = false): readonly [number, number] {
  const rect: Rect = [110, low, 130, high];
  const mark = { page: 1, rect, reason: "x", label: undefined, text: "A" } as PageMark;
  const [{ rect: own }] = marksOnLines([mark], lines(hidden)) as [PageMark];
  expect([own[0], own[2]]).toEqual([110, 130]);
  return [own[1], own[3]];
}

it("B3 a mark as high as a font says is drawn in to the line that it covers wholly", () => {
  const [low, high] = drawnIn(678, 702.2);
  expect(high).toBeLessThan(700);
  expect(high).toBeGreaterThanOrEqual(691.8);
  expect(low).toBeGreaterThanOrEqual(674 + 4.8);
  expect(low).toBeLessThan(687);
});

it("B3 a comma that hangs into the mark on the line beneath does not mean its own line", () => {
  const comma = { x: 121, y: 700, em: EM, angle: 0, ink: [121, 698, 122.5, 701.1], run: {} };
  const mark = { page: 1, rect: [110, 678, 130, 701.2], reason: "x", text: "A" } as unknown;
  const glyphs = [...lines(), comma as unknown as Glyph];
  const [own] = marksOnLines([mark as PageMark], glyphs);
  expect(own!.rect[3]).toBeLessThan(698);
});

it("B2 a line of which a mark covers half is meant, and no line is where none is covered", () => {
  expect(drawnIn(686, 702.5)).toEqual([686, 702.5]);
  expect(drawnIn(689, 702)).toEqual([689, 702]);
  expect(drawnIn(677, 703)).toEqual([677, 703]);
});

it("B2 unseen words of a scan say nothing about lines, and a mark on one line stays as it is", () => {
  expect(drawnIn(678, 703, true)).toEqual([678, 703]);
  expect(drawnIn(684, 696)).toEqual([684, 696]);
});

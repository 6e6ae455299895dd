import { expect, it } from "vitest";
import type { Rect } from "../../shared/geometry/rect.ts";
import { marksOnLines } from "./marks-on-lines.ts";
import type { PageMark } from "./page-output.ts";
import type { Glyph } from "./sealed/glyphs/glyph.ts";

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

it("B2 what stands on a marked letter as a glyph of its own is marked with it, on whatever side", () => {
  const sign = (text: string, ink: Rect, advance: number): Glyph =>
    ({ text, ink, advance, x: 116, y: 687, em: EM, angle: 0, run: {} }) as unknown as Glyph;
  const letters = lines().map((glyph) => ({ ...glyph, text: "o" }));
  const rect: Rect = [110, 685.5, 130, 692];
  const own = (glyph: Glyph, on = rect): Rect => {
    const mark = { page: 1, rect: on, reason: "x", text: "A" } as unknown as PageMark;
    return marksOnLines([mark], [...letters, glyph])[0]!.rect;
  };
  // A stroke over its letter (Arabic, Thai), one below (Hebrew), and an accent without any advance.
  expect(own(sign("\u064e", [116, 694, 119, 696], 3))).toEqual([110, 685.5, 130, 696]);
  expect(own(sign("\u0e34", [115, 693, 119, 695], 0))).toEqual([110, 685.5, 130, 695]);
  expect(own(sign("\u05b8", [116, 683, 119, 685], 0))).toEqual([110, 683, 130, 692]);
  expect(own(sign("\u00b4", [116, 692.5, 119, 695], 3))).toEqual([110, 685.5, 130, 695]);
  // Of another letter, an apostrophe, and no sign at all.
  const toEnd: Rect = [110, 685.5, 144.5, 692];
  expect(own(sign("\u00b4", [144.8, 692.5, 145.4, 695], 3), toEnd)).toEqual(toEnd);
  expect(own(sign("\u064e", [144.8, 692.5, 145.4, 695], 3), toEnd)).not.toEqual(toEnd);
  expect(own(sign("\u064e", [141, 694, 143, 696], 3))).toEqual(rect);
  expect(own(sign("*", [116, 694, 119, 696], 3))).toEqual(rect);
});

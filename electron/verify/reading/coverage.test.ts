import { expect, it } from "vitest";
import type { Rect } from "../../../shared/geometry/rect.ts";
import { coverageOf } from "./coverage.ts";
import type { Glyph } from "./glyph.ts";

/** Two lines of small letters of 10 points, 13 points apart, the upper at a height of 700. */
const GLYPHS = [700, 687].flatMap((y, row) =>
  Array.from({ length: 4 }, (_, i): Glyph => {
    const x = 100 + 5 * i;
    const box: Rect = [x, y, x + 4.5, y + 4.8];
    const plain = { size: 10, angle: 0, substituted: false, invisible: false };
    return { index: 4 * row + i, text: "o", box, loose: box, x, y, ...plain };
  }),
);

function states(low: number, high: number): readonly number[] {
  const rect: Rect = [99, low, 121, high];
  const mark = { index: 0, page: 1, rect, label: "A", reason: "x", group: "#0", goesOn: false };
  return [...coverageOf(GLYPHS, [mark]).state];
}

const of = (upper: number, lower: number) => [...Array(4).fill(upper), ...Array(4).fill(lower)];

it("the edge of a line beside one that a mark covers wholly may be burnt or stand", () => {
  expect(states(685, 702.4)).toEqual(of(1, 2));
  expect(states(688.5, 706)).toEqual(of(2, 2));
});

it("B2 what a mark covers must be gone where it covers no line wholly, or more than an edge", () => {
  expect(states(689, 702.4)).toEqual(of(2, 2));
  expect(states(685, 704)).toEqual(of(2, 2));
});

it("B3 a comma that hangs into the mark on the line beneath does not mean its own line", () => {
  const box: Rect = [121, 698, 122.5, 701.1];
  const comma: Glyph = { ...GLYPHS[0]!, index: 8, text: ",", box, loose: box, x: 121 };
  const rect: Rect = [99, 685, 123, 701.2];
  const mark = { index: 0, page: 1, rect, label: "A", reason: "x", group: "#0", goesOn: false };
  const { state } = coverageOf([...GLYPHS, comma], [mark]);
  expect([...state].slice(0, 8)).toEqual(of(1, 2));
  expect(state[8]).toBe(1);
});

it("B3 a letter of whose ink next to nothing lies under the mark stays, whatever its line's box covers", () => {
  const loose: Rect = [123, 697, 128, 708];
  const at = (x: number, wide = 4): Glyph => ({
    ...GLYPHS[0]!,
    box: [x, 700, x + wide, 704.8],
    loose,
  });
  const rect: Rect = [99, 685, 124, 708];
  const mark = { index: 0, page: 1, rect, label: "A", reason: "x", group: "#0", goesOn: false };
  const stateOf = (glyph: Glyph) => coverageOf([glyph], [mark]).state[0];
  // Beside it, a hundredth of it, a tenth of it, most of it.
  expect([124.1, 123.96, 123.6, 121].map((x) => stateOf(at(x)))).toEqual([3, 3, 1, 2]);
  // A blank has no ink that could tell.
  expect(stateOf(at(124.1, 0))).toBe(1);
  const { mark: which } = coverageOf([at(124.1)], [mark]);
  expect(which[0]).toBe(0);
});

import { describe, expect, it } from "vitest";
import { widthsOf } from "./column-widths.ts";
import { isChosen } from "./columns-tell.ts";

const NEEDS = [
  { most: 60, least: 40 },
  { most: 120, least: 50 },
  { most: 30, least: 30 },
];

describe("columns as wide as what stands in them", () => {
  it("B1 each gets what its longest cell needs, where there is room", () => {
    const widths = widthsOf(NEEDS, 400, false)!;
    widths.forEach((width, i) => {
      expect(width).toBeGreaterThanOrEqual(NEEDS[i]!.most);
      expect(width).toBeLessThan(NEEDS[i]!.most + 2);
    });
  });

  it("B1 a table of the whole width shares out all of it", () => {
    const widths = widthsOf(NEEDS, 400, true)!;
    expect(widths.reduce((a, b) => a + b)).toBeCloseTo(400, 6);
    expect(widths[1]! / widths[0]!).toBeCloseTo(2, 1);
  });

  it("B1 where cells have to be broken every word has room", () => {
    const widths = widthsOf(NEEDS, 160, true)!;
    expect(widths.reduce((a, b) => a + b)).toBeCloseTo(160, 6);
    widths.forEach((width, i) => expect(width).toBeGreaterThan(NEEDS[i]!.least - 1));
  });

  it("B1 words that have no room are not squeezed", () => {
    expect(widthsOf(NEEDS, 100, false)).toBeUndefined();
  });
});

it("B1 widths in whole millimetres are chosen ones, with TeX's room on both sides as well", () => {
  const wide = (millimetres: number) => (millimetres * 72) / 25.4;
  const room = (12 * 72) / 72.27;
  expect(isChosen([22, 30, 95].map(wide))).toBe(true);
  expect(isChosen([22, 30, 95].map((mm) => wide(mm) + room))).toBe(true);
  expect(isChosen([22, 30, 95].map((mm) => wide(mm) + room + (0.4 * 72) / 72.27))).toBe(true);
  expect(isChosen([22, 30.4, 95].map((mm) => wide(mm) + room))).toBe(false);
  expect(isChosen([wide(22) + room])).toBe(false);
});

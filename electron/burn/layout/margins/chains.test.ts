import { expect, it } from "vitest";
import type { Segment } from "../model.ts";
import { Chains } from "./chains.ts";
import type { Columns } from "./columns.ts";

const FRAME = { key: "0", cos: 1, sin: 0 };
const OPEN = { level: [], upright: [] };
const COLUMNS = { of: () => ({ limit: 530 }) } as unknown as Columns;

/** @param burnt how much of the line's end is burnt */
function line(left: number, right: number, v: number, burnt = 0, size = 10): Segment {
  const letter = { v, size, blank: false, item: { shape: { unicode: "a" } } };
  const glyphs = [
    { ...letter, u: left, advance: right - burnt - left, mark: -1 },
    ...(burnt > 0 ? [{ ...letter, u: right - burnt, advance: burnt, mark: 0 }] : []),
  ];
  return { frame: FRAME, glyphs, left, right, v, size, touched: burnt > 0 } as unknown as Segment;
}

/** The lengths of the texts that run through these lines. */
function texts(...lines: readonly Segment[]): readonly number[] {
  const sorted = lines.toSorted((a, b) => b.v - a.v || a.left - b.left);
  return new Chains(sorted, OPEN, COLUMNS, []).all().map((chain) => chain.length);
}

it("a line that a badge ends does not go on in the line below, which runs on under the badge", () => {
  const badge = line(182, 230, 700, 0, 8);
  expect(texts(line(144, 175, 700), badge, line(144, 400, 686))).toEqual([1, 1, 1]);
  expect(texts(line(144, 175, 700), line(144, 400, 686))).toEqual([2]);
});

it("B1 whatever the burnt words below a badge are as long as", () => {
  const badge = line(182, 230, 700, 0, 8);
  for (const burnt of [20, 180])
    expect(texts(line(144, 175, 700), badge, line(144, 300 + burnt, 686, burnt))).toEqual([
      1, 1, 1,
    ]);
});

it("a cell's lines stay one text beside a narrower cell that has fewer", () => {
  const beside = line(182, 230, 700);
  expect(texts(line(144, 175, 700), beside, line(144, 172, 686))).toEqual([2, 1]);
});

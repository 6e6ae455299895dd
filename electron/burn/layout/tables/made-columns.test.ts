import { expect, it } from "vitest";
import { madeColumns } from "./made-columns.ts";
import type { Paragraph } from "../paragraphs/paragraph.ts";

/** Walls 0.4 points thick. */
const EDGES = [70.7, 115.8, 224.3];
const WALLS = {
  upright: EDGES.flatMap((at) => [at, at + 0.4].map((one) => ({ at: one, from: 0, to: 99 }))),
  level: [],
};

function cell(left: number, right: number, lines = 1): Paragraph {
  const line = { left, right };
  return { lines: Array.from({ length: lines }, () => line) } as unknown as Paragraph;
}

const MADE = [cell(76.9, 104), cell(76.9, 110.001), cell(122, 150), cell(122, 218.499)];

it("B1 columns are made for their cells where the longest leaves the room of a padding", () => {
  const column = { before: 5.8, after: 5.8, align: "left" };
  expect(madeColumns(EDGES, MADE, WALLS)).toEqual([column, column]);
});

it("a wider column, and one whose cells are broken, was not made for them", () => {
  const wider = [EDGES[0]!, EDGES[1]!, EDGES[2]! + 0.2];
  expect(madeColumns(wider, MADE, WALLS)[1]).toBeUndefined();
  const broken = [...MADE.slice(0, 3), cell(122, 218.499, 2)];
  expect(madeColumns(EDGES, broken, WALLS).map(Boolean)).toEqual([true, false]);
});

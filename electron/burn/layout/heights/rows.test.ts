import { expect, it } from "vitest";
import type { Segment } from "../model.ts";
import type { Paragraph } from "../paragraphs/paragraph.ts";
import type { Plan } from "../paragraphs/reset.ts";
import { rowsOf } from "./rows.ts";

const SIZE = 10;
const WALLS = {
  upright: [],
  level: [800, 700, 600].map((at) => ({ at, from: 100, to: 400 })),
};

/** A cell with lines at these heights. */
function cell(left: number, right: number, heights: readonly number[]): Paragraph {
  const lines = heights.map(
    (v) => ({ v, size: SIZE, left: left + 4, right: left + 60 }) as Segment,
  );
  return { lines, column: { cellLeft: left, cellRight: right } } as unknown as Paragraph;
}

function taken(own: Paragraph, ...others: readonly Paragraph[]): boolean {
  const plan = { paragraph: own, filled: [[]] } as unknown as Plan;
  return rowsOf([own, ...others], [plan], WALLS, (v) => v).taken.has(own);
}

it("B1 a short cell belongs to a row that the cell beside it makes high", () => {
  const name = cell(100, 200, [786]);
  const high = cell(200, 400, [786, 772, 758, 744, 730, 716]);
  expect(taken(name, high)).toBe(true);
  expect(taken(name, cell(200, 400, [786, 772]))).toBe(false);
  expect(taken(name, cell(200, 400, [686, 630]))).toBe(false);
});

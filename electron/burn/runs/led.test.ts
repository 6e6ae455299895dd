import { expect, test } from "vitest";
import { leadOf } from "./led.ts";

const LINES = [
  { y: 760, page: 3 },
  { y: 420, page: 3 },
  { y: 100, page: 4 },
];

test("what leads to a line that went over to the next page leads there", () => {
  const lead = leadOf(new Map([[3, LINES]]));
  expect(lead(3, 430)).toBe(3);
  expect(lead(3, 115)).toBe(4);
});

test("without a height the top of the page is meant, and under its last line the last", () => {
  const lead = leadOf(new Map([[3, LINES]]));
  expect(lead(3)).toBe(3);
  expect(lead(3, 20)).toBe(4);
  expect(lead(7, 20)).toBe(7);
});

import { expect, it } from "vitest";
import { withoutHanging } from "./hanging.ts";
import type { Segment } from "../model.ts";

const FRAME = { key: "0", cos: 1, sin: 0 };
const line = (left: number, first = "a", mark = -1, right = left + 100) =>
  ({
    frame: FRAME,
    left,
    right,
    touched: mark >= 0,
    size: 12,
    glyphs: [{ blank: false, mark, item: { shape: { unicode: first } } }],
  }) as unknown as Segment;
const starts = (...lines: Segment[]) => withoutHanging(lines).map(({ left }) => left);

it("B1 a letter that hangs before the start of other lines moves no start", () => {
  expect(starts(line(72), line(71.4, "T"), line(72))).toEqual([72, 72, 72]);
  expect(starts(line(72), line(69.8, "“"), line(72))).toEqual([72, 72, 72]);
  expect(starts(line(72), line(69.8, "“", 0), line(72))).toEqual([72, 69.8, 72]);
});

it("starts of their own stay: of more lines, further out, or beside one line alone", () => {
  const many = Array.from({ length: 7 }, () => line(71.4));
  expect(starts(...many, line(72), line(72))).toEqual([...many.map((s) => s.left), 72, 72]);
  expect(starts(line(72), line(60), line(72))).toEqual([72, 60, 72]);
  expect(starts(line(62.5), line(62.5, "“"), line(65.3), line(65.3))[1]).toBe(62.5);
  expect(starts(line(71.4), line(72))).toEqual([71.4, 72]);
});

it("dates that end together hang before no other", () => {
  const dates = [84.5, 84.5, 78.5, 86, 80, 83.75].map((left) => line(left, "6", -1, 139));
  expect(starts(...dates)).toEqual(dates.map(({ left }) => left));
});

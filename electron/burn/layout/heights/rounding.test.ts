import { expect, it } from "vitest";
import type { Segment } from "../model.ts";
import type { Paragraph } from "../paragraphs/paragraph.ts";
import { isRounded } from "./rounding.ts";

/** Paragraphs of so many lines of 11 points, so far apart, that stand on whole pixels. */
function page(counts: readonly number[], leading: number) {
  let v = 700.5;
  const paragraphs = counts.map((count): Paragraph => {
    v -= 12.75;
    const lines = Array.from({ length: count }, () => ({ size: 11, v: (v -= leading) }) as Segment);
    return { lines } as unknown as Paragraph;
  });
  return { paragraphs, segments: paragraphs.flatMap(({ lines }) => lines) };
}

it("B1 lines on whole pixels may have been rounded, however many of them follow each other", () => {
  for (const counts of [
    [5, 5, 5],
    [8, 5, 5],
    [1, 1, 1],
  ])
    expect(isRounded(page(counts, 15))).toBe(true);
  // Whole points are whole pixels by chance.
  const whole = page([5], 15).paragraphs.map(({ lines }) => lines[0]!);
  expect(isRounded({ paragraphs: [], segments: whole })).toBe(false);
});

it("B1 distances between texts show it as well", () => {
  const uneven = page([8, 5, 5], 12);
  const [first, second, third] = uneven.paragraphs.map(({ lines }) => [...lines]);
  const lower = third!.map((line) => ({ ...line, v: line.v - 0.73 }));
  const segments = [...first!, ...second!, ...lower];
  expect(isRounded({ paragraphs: uneven.paragraphs, segments })).toBe(true);
});

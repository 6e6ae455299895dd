import { expect, it } from "vitest";
import type { Segment } from "../model.ts";
import type { Paragraph } from "../paragraphs/paragraphs.ts";
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

it("B1 many lines on whole pixels show that nothing was rounded only where enough follow each other", () => {
  // 20 pixels, or 19.8 rounded: 1.35 of 11 points.
  expect(isRounded(page([5, 5, 5], 15))).toBe(true);
  expect(isRounded(page([8, 5, 5], 15))).toBe(false);
  // No plain share of 11 points is near 18 pixels: 13.2 and 13.75 would show in four lines.
  expect(isRounded(page([5, 5, 5], 13.5))).toBe(false);
});

it("B1 lines that a twin may not have do not show it, and distances between texts do as well", () => {
  const many = page([8, 5, 5], 15);
  expect(isRounded(many, () => 1)).toBe(true);
  const uneven = page([8, 5, 5], 15);
  const [first, second, third] = uneven.paragraphs.map(({ lines }) => [...lines]);
  const lower = third!.map((line) => ({ ...line, v: line.v - 0.75 }));
  const segments = [...first!, ...second!, ...lower];
  expect(isRounded({ paragraphs: uneven.paragraphs, segments })).toBe(true);
});

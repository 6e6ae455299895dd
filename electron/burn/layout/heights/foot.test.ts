import { expect, it } from "vitest";
import { footOf } from "./foot.ts";
import type { Segment } from "../model.ts";

const HEIGHT = 842;

function line(v: number, size: number, left = 72, right = 300): Segment {
  return { v, size, left, right } as unknown as Segment;
}

/** A page whose text ends at a height, over two notes and the page's number. */
function page(end: number, size: number): Segment[] {
  const text = [700, 686, 672, end + 14, end].map((v) => line(v, 11, 72, 523));
  return [...text, line(136, size), line(126, size), line(60, 11, 290, 300)];
}

it("B1 notes under a rule are the page's foot, however near the text comes to it", () => {
  const rule = [72, 150, 180, 150.5] as const;
  for (const end of [400, 220, 178, 160]) {
    expect(footOf(page(end, 9), 0, HEIGHT, [rule])).toBe(151.5);
  }
});

it("a rule over words of the text's own size, or as wide as the text, parts no notes", () => {
  const [short, wide] = [[72, 150, 180, 150.5] as const, [72, 150, 523, 150.5] as const];
  expect(footOf(page(160, 11), 0, HEIGHT, [short])).not.toBe(151.5);
  expect(footOf(page(160, 9), 0, HEIGHT, [wide])).not.toBe(151.5);
});

it("a bar code over its number, far under the text, is no more cut by the foot than the number", () => {
  const code = [0, 3, 6].map((u) => [72 + u, 100, 73 + u, 130] as const);
  const far = [...[700, 686, 672].map((v) => line(v, 11, 72, 523)), line(88, 9, 72, 120)];
  expect(footOf(far, 0, HEIGHT, code)).toBe(131);
  const frame = [60, 80, 530, 720] as const;
  expect(footOf(far, 0, HEIGHT, [...code, frame])).toBe(131);
  expect(footOf(far, 0, HEIGHT, [frame])).toBe(106);
});

import { expect, it } from "vitest";
import type { PageObject } from "../../../pdfium/page-objects.ts";
import type { Segment } from "../glyphs/lines.ts";
import { hasInlineDrawings } from "./inline-drawings.ts";

/** Words of 30 points at these places, on a line of 10 points' letters. */
function line(...starts: readonly number[]): Segment {
  const glyphs = starts.map((u) => ({ u, v: 700, glyph: { text: "word", advance: 30 } }));
  return { angle: 0, glyphs, v: 700, em: 10 } as unknown as Segment;
}

function has(bounds: readonly [number, number, number, number], along: readonly number[] = []) {
  const object = { kind: "path", handle: 7, bounds } as unknown as PageObject;
  return hasInlineDrawings(line(60, 100, 150), [object], along);
}

it("B3 a badge around some words of a line, or an icon between two, would stay behind", () => {
  expect(has([96, 696, 134, 710])).toBe(true);
  expect(has([134, 698, 144, 708])).toBe(true);
});

it("the ground of a whole line, its rules and what stands before it do not hinder it", () => {
  expect(has([50, 690, 400, 713])).toBe(false);
  expect(has([100, 697, 130, 698])).toBe(false);
  expect(has([40, 698, 50, 708])).toBe(false);
  expect(has([96, 640, 134, 710])).toBe(false);
  expect(has([96, 696, 134, 710], [7])).toBe(false);
});

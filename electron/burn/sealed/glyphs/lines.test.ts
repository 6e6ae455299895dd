import { expect, it } from "vitest";
import type { Glyph } from "./glyph.ts";
import { segmentsOf } from "./lines.ts";

let index = 0;

function letters(text: string, x: number, y: number, em: number): Glyph[] {
  const run = {};
  return [...text].map((sign, i) => {
    const glyph = { text: sign, x: x + 0.5 * em * i, y, em, angle: 0, advance: 0.5 * em, run };
    return { ...glyph, index: index++ } as unknown as Glyph;
  });
}

function read(...glyphs: readonly Glyph[][]): readonly string[] {
  const segments = segmentsOf(glyphs.flat(), () => false);
  return segments.map((segment) => segment.glyphs.map(({ glyph }) => glyph.text).join(""));
}

it("an initial stands on none of the lines beside it", () => {
  const beside = [700, 687, 674].map((y) => letters("words", 102, y, 11));
  const initial = letters("M", 60, 674, 52);
  expect(read(...beside, initial)).toEqual(["words", "words", "words", "M"]);
});

it("a raised number stands on the line whose word it touches", () => {
  expect(read(letters("words", 102, 700, 11), letters("3", 129.5, 704, 6))).toEqual(["words3"]);
});

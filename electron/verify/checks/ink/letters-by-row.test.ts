import { array, assert, double, property, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Glyph } from "../../reading/glyph.ts";
import { LettersByRow } from "./letters-by-row.ts";

const height = double({ min: -50, max: 900, noNaN: true });
const letter = tuple(height, double({ min: 0, max: 400, noNaN: true }));

function glyphs(places: readonly (readonly [number, number])[]): Glyph[] {
  return places.map(
    ([low, high], index) =>
      ({ index, loose: [0, low, 5, high] }) as Partial<Glyph> as Glyph[][number],
  );
}

describe("letters by their height on the page", () => {
  it("B2 none that reaches between two heights is passed over, and they keep their order", () => {
    assert(
      property(array(letter), height, letter, (letters, low, [, more]) => {
        const all = glyphs(letters.map(([from, tall]) => [from, from + tall]));
        const found = new LettersByRow(all).between(low, low + more).map(({ index }) => index);
        const reaching = all.filter(({ loose }) => loose[3] >= low && loose[1] <= low + more);
        expect(found).toEqual(expect.arrayContaining(reaching.map(({ index }) => index)));
        expect(found).toEqual([...found].sort((a, b) => a - b));
      }),
    );
  });

  it("passes over most letters of a page", () => {
    const all = glyphs(Array.from({ length: 100 }, (_, i) => [i * 12, i * 12 + 10] as const));
    expect(new LettersByRow(all).between(600, 612).length).toBeLessThan(5);
  });

  it("gives all of them for heights without an end, and those without a height for any", () => {
    const all = glyphs([
      [10, 20],
      [NaN, NaN],
      [700, 710],
    ]);
    const rows = new LettersByRow(all);
    expect(rows.between(-Infinity, Infinity)).toEqual(all);
    expect(rows.between(8, 9).map(({ index }) => index)).toEqual([0, 1]);
  });
});

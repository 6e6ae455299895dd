import { expect, it } from "vitest";
import type { SaidLetter } from "../sealed/glyphs/said.ts";
import type { DisplayList, GlyphItem } from "./interpret/display-list.ts";
import { withMeanings } from "./own-letters.ts";

/** Letters of 10 points, half an em wide, on a page that is shown upside down. */
function page(letters: readonly string[]): DisplayList {
  const items = letters.map((unicode, i) => ({
    kind: "glyph",
    shape: { outline: [], bounds: undefined, advance: 0.5, unicode },
    matrix: [10, 0, 0, 10, 100 + 5 * i, 50],
  }));
  return { items, width: 300, height: 200, toPage: [1, 0, 0, 1, 10, 20] } as never;
}

/** Meanings of letters whose origins stand so in the page's own space, 10 and 20 points apart from the shown. */
function meanings(letters: readonly string[], said: readonly SaidLetter[]): readonly string[] {
  return withMeanings(page(letters), said).items.map((item) => (item as GlyphItem).shape.unicode);
}

it("B3 a letter at a font's own number means what the file gives in its place", () => {
  const said = [{ text: "Th", x: 90, y: 30 }];
  expect(meanings(["\ue049", "e"], said)).toEqual(["Th", "e"]);
});

it("B3 a letter that nothing is said of stays what it is", () => {
  expect(meanings(["\ue049", "e"], [{ text: "x", x: 97, y: 30 }])).toEqual(["\ue049", "e"]);
  const plain = page(["T", "h"]);
  expect(withMeanings(plain, [])).toBe(plain);
});

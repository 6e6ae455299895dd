import { expect, it } from "vitest";
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

/** A text whose units stand in these places of the page's own space, so many in each. */
function read(text: string, places: readonly number[]) {
  const quads = places.flatMap((x) => [x, 30, x + 2, 30, x + 2, 36, x, 36]);
  return { text, quads };
}

function meanings(list: DisplayList, said: ReturnType<typeof read>): readonly string[] {
  return withMeanings(list, () => said).items.map((item) => (item as GlyphItem).shape.unicode);
}

it("B3 a letter at a font's own number means what the file gives in its place", () => {
  expect(meanings(page(["\ue049", "e"]), read("The", [90, 92.4, 96]))).toEqual(["Th", "e"]);
});

it("B3 a sign that nothing says more of stays what it is, and other letters are not asked for", () => {
  expect(meanings(page(["\ue049", "e"]), read("\ue049e", [91, 96]))).toEqual(["\ue049", "e"]);
  expect(meanings(page(["\ue049"]), read("x", [140]))).toEqual(["\ue049"]);
  const plain = page(["T", "h"]);
  const never = () => {
    throw new Error("asked");
  };
  expect(withMeanings(plain, never)).toBe(plain);
});

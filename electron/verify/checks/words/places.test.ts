import { expect, test } from "vitest";
import { Findings } from "../../findings.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { linesOf } from "../../reading/lines.ts";
import { checkPlaces } from "./places.ts";

function word(text: string, y: number, from: number, invisible: boolean): Glyph[] {
  return [...text].map((letter, i) => {
    const x = 20 + 6 * i;
    const box = [x, y, x + 5, y + 8] as const;
    const place = { index: from + i, text: letter, box, loose: box, x, y, size: 10, angle: 0 };
    return { ...place, invisible, substituted: false };
  });
}

/** How much is said of an invisible "abc" whose letters are paired with these of the original. */
function findings(
  original: readonly Glyph[],
  pairs: readonly (readonly [number, number])[],
): number {
  const shown = word("abc", 50, 0, true);
  const grey = new Uint8Array(100 * 200).fill(255);
  for (let x = 21; x < 38; x += 3) for (let y = 143; y < 149; y++) grey[y * 100 + x] = 0;
  const picture = { width: 100, height: 200, grey };
  const found = new Findings();
  const frame = { width: 100, height: 200 } as never;
  const candidate = { glyphs: shown, lines: linesOf(shown) };
  const explained = new Map(pairs);
  const places = { page: 1, frame, scale: 1, picture, candidate, original, explained };
  checkPlaces({ ...places, labels: new Set() }, found);
  // Told with the places that the page would be better without.
  return found.findings().filter(({ words }) => words && words.length > 0).length;
}

const OTHER_LINE = word("abc", 120, 0, false);

test("V2 a letter that stood where it stands did not move, whichever of its like it is paired with", () => {
  const both = [...OTHER_LINE, ...word("abc", 50, 3, false)];
  expect(
    findings(both, [
      [0, 0],
      [1, 4],
      [2, 5],
    ]),
  ).toBe(0);
});

test("V3 a letter or a word that comes from another line is found", () => {
  const other = [...OTHER_LINE, ...word("xbc", 50, 3, false)];
  expect(
    findings(other, [
      [0, 0],
      [1, 4],
      [2, 5],
    ]),
  ).toBe(1);
  const both = [...OTHER_LINE, ...word("abc", 50, 3, false)];
  expect(
    findings(both, [
      [0, 0],
      [1, 1],
      [2, 2],
    ]),
  ).toBe(1);
});

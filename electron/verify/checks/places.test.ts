import { expect, test } from "vitest";
import { Findings } from "../findings.ts";
import type { Glyph } from "../reading/glyph.ts";
import { linesOf } from "../reading/lines.ts";
import { checkPlaces } from "./places.ts";

function word(text: string, y: number, from: number, invisible: boolean): Glyph[] {
  return [...text].map((letter, i) => {
    const x = 20 + 6 * i;
    const box = [x, y, x + 5, y + 8] as const;
    const place = { index: from + i, text: letter, box, loose: box, x, y, size: 10, angle: 0 };
    return { ...place, invisible, substituted: false };
  });
}

/** What is said of an invisible "ab" whose first letter is paired with one on a line above. */
function findings(original: readonly Glyph[]): number {
  const shown = word("ab", 50, 0, true);
  const picture = { width: 100, height: 200, grey: new Uint8Array(100 * 200).fill(255) };
  const found = new Findings();
  const frame = { width: 100, height: 200 } as never;
  const candidate = { glyphs: shown, lines: linesOf(shown) };
  const explained = new Map([
    [0, 0],
    [1, 3],
  ]);
  const places = { page: 1, frame, scale: 1, picture, candidate, original, explained };
  checkPlaces({ ...places, labels: new Set() }, found);
  return found.findings().length;
}

test("V2 a letter that stood where it stands did not move, whichever of its like it is paired with", () => {
  const both = [...word("ab", 120, 0, false), ...word("ab", 50, 2, false)];
  expect(findings(both)).toBe(0);
});

test("V3 a letter that comes from another line is found", () => {
  const other = [...word("ab", 120, 0, false), ...word("xb", 50, 2, false)];
  expect(findings(other)).toBe(1);
});

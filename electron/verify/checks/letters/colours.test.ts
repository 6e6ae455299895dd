import { expect, test } from "vitest";
import { Findings } from "../../findings.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { checkColours } from "./colours.ts";

const BLACK = 0;
const RICH = 0x231f20;
const RED = 0xc01010;

/** @param colours of the letters, which all are others */
function letters(colours: readonly number[]): Glyph[] {
  return colours.map((colour, index) => {
    const box = [10 * index, 0, 10 * index + 8, 8] as const;
    const place = { index, box, loose: box, x: 10 * index, y: 0, size: 10, angle: 0 };
    const text = String.fromCodePoint(0x61 + index);
    return { ...place, text, colour, substituted: false, invisible: false };
  });
}

function findings(before: readonly number[], after: readonly number[]): number {
  const found = new Findings();
  const white = { width: 100, height: 20, grey: new Uint8Array(2000).fill(255) };
  checkColours(
    {
      page: 1,
      frame: { width: 100, height: 20 } as never,
      letters: letters(before),
      shown: letters(after),
      explained: new Map(before.map((_, i) => [i, i])),
      original: white,
      candidate: white,
      scale: 1,
    },
    found,
  );
  return found.findings().length;
}

test("V2 black that is said in two ways may become two blacks, each letter keeping its own", () => {
  expect(findings([BLACK, BLACK, BLACK], [RICH, RICH, BLACK])).toBe(0);
});

test("V3 a letter in another colour is found", () => {
  expect(findings([BLACK, BLACK, BLACK], [RICH, RICH, RED])).toBe(1);
  expect(findings([BLACK, BLACK, RED], [BLACK, BLACK, BLACK])).toBe(1);
});

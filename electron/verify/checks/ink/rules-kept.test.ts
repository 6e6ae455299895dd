import { expect, test } from "vitest";
import { Findings } from "../../findings.ts";
import type { Raster } from "../../pixels/raster.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { linesOf } from "../../reading/lines.ts";
import type { Looks } from "../looks.ts";
import { checkRulesKept } from "./rules-kept.ts";

const WIDTH = 300;
const HEIGHT = 200;
const SIZE = 20;

/** Two lines of a cell, a point for each pixel. */
function letters(heights: readonly number[]): Glyph[] {
  return heights.flatMap((y, row) =>
    [..."letter"].map((text, i): Glyph => {
      const x = 60 + 12 * i;
      const box = [x, y, x + 10, y + 0.7 * SIZE] as const;
      const place = { index: 6 * row + i, text, box, loose: box, x, y };
      return { ...place, size: SIZE, angle: 0, invisible: false, substituted: false };
    }),
  );
}

/** Ink from one height to another, beside the lines or across the page. */
type Ink = readonly [x0: number, low: number, x1: number, high: number];

function picture(inks: readonly Ink[]): Raster {
  const grey = new Uint8Array(WIDTH * HEIGHT).fill(255);
  for (const [x0, low, x1, high] of inks)
    for (let y = HEIGHT - high; y < HEIGHT - low; y++)
      grey.fill(120, y * WIDTH + x0, y * WIDTH + x1);
  return { width: WIDTH, height: HEIGHT, grey };
}

/** What is said where lines of the same letters stand between these rules, before and after. */
function said(before: readonly Ink[], after: readonly Ink[]): string[] {
  const glyphs = letters([150, 100]);
  const lines = linesOf(glyphs);
  const looks = {
    page: 1,
    pages: 1,
    frame: { width: WIDTH, height: HEIGHT },
    scale: 1,
    marks: [{ rect: [240, 100, 250, 110] }],
    zones: { lines: [], paragraphs: [[0, 0, WIDTH, HEIGHT]] },
    original: picture(before),
    candidate: picture(after),
    stood: (index: number) => glyphs[index],
    labels: new Set<number>(),
    sealed: false,
  } as unknown as Looks;
  const found = new Findings();
  checkRulesKept(looks, lines, lines, found);
  return found.findings().map(({ message }) => message);
}

/** Beside both lines, whose lower one asks for room from 93 to 121. */
const bar = (low: number, x = 30): Ink => [x, low, x + 4, 190];
const rule = (at: number): Ink => [20, at, 280, at + 1];

test("V2 a border or a rule that was rounded nearer to a line is the same one", () => {
  expect(said([bar(93)], [bar(95)])).toEqual([]);
  expect(said([bar(95)], [bar(93)])).toEqual([]);
  expect(said([rule(141)], [rule(143)])).toEqual([]);
  expect(said([rule(122)], [rule(120)])).toEqual([]);
});

test("V2 a border that lies under the edge of a mark is the same one, and V3 one more there is found", () => {
  expect(said([bar(93, 238)], [bar(93, 238)])).toEqual([]);
  expect(said([], [bar(93, 238)]).join()).toMatch(/was added/u);
});

test("V3 a border or a rule that is missing, one more, or one that ends early is found", () => {
  const [missing, added] = [/is missing/u, /was added/u];
  expect(said([bar(93)], []).join()).toMatch(missing);
  expect(said([bar(93)], [bar(105)]).join()).toMatch(missing);
  expect(said([bar(93)], [bar(93), bar(93, 200)]).join()).toMatch(added);
  expect(said([rule(130)], []).join()).toMatch(missing);
  expect(said([rule(130)], [rule(130), rule(125)]).join()).toMatch(added);
  // Farther than any rounding.
  expect(said([rule(130)], [rule(112)]).join()).toMatch(missing);
});

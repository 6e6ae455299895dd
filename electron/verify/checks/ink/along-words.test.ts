import { expect, test } from "vitest";
import { Findings } from "../../findings.ts";
import type { Raster } from "../../pixels/raster.ts";
import type { Glyph } from "../../reading/glyph.ts";
import type { Looks } from "../looks.ts";
import { checkAlongWords } from "./along-words.ts";

const [WIDTH, HEIGHT] = [200, 60];
const WHITE = 255;

/** A page with strokes of two pixels and this height from these places on. */
function page(places: readonly number[], high: number): Raster {
  const grey = new Uint8Array(WIDTH * HEIGHT).fill(WHITE);
  for (let y = 30; y < 30 + high; y++)
    for (const x of places) grey.fill(0, y * WIDTH + x, y * WIDTH + x + 2);
  return { width: WIDTH, height: HEIGHT, grey };
}

/** A word in points, as wide as its row of strokes, of one glyph with ink from a height on. */
function word(from: number, to: number, foot = 32): Glyph {
  const box = [from, foot, to, 40] as const;
  const loose = [from, 20, to, 40] as const;
  return { index: 0, text: "a", invisible: false, size: 20, loose, box } as unknown as Glyph;
}

function findings(
  original: Raster,
  candidate: Raster,
  was: Glyph,
  is: Glyph,
  rect = [20, 18, 60, 38],
): number {
  const found = new Findings();
  const looks = {
    page: 1,
    pages: 1,
    sealed: false,
    original,
    candidate,
    scale: 1,
    frame: { width: WIDTH, height: HEIGHT },
    marks: [{ rect }],
    labels: new Set<number>(),
  } as unknown as Looks;
  checkAlongWords(looks, [was], [is], found);
  return found.findings().length;
}

const ROW = [20, 26, 32, 38, 44, 50, 56];

test("V3 a row of dots that stays at a burnt word's length is found", () => {
  const dots = page(ROW, 2);
  expect(findings(dots, dots, word(20, 58), word(80, 160))).toBe(1);
  expect(findings(dots, page(ROW.slice(3), 2), word(20, 58), word(80, 160))).toBe(1);
});

test("V2 a stroke of another letter that stands where one of an even word stood is no row", () => {
  const strokes = page(ROW, 8);
  expect(findings(strokes, page([32], 8), word(20, 58), word(80, 160))).toBe(0);
  expect(findings(strokes, page([32, 38, 70, 85], 8), word(20, 58), word(80, 160))).toBe(0);
});

test("V2 feet of letters that no mark burns are no row beside one, V3 those of burnt letters are", () => {
  const [feet, under] = [page(ROW, 2), [20, 6, 60, 26] as const];
  const beside = (from: number, to: number, rect: readonly number[]) =>
    findings(feet, page(ROW.slice(1), 2), word(from, to, 28), word(80, 160), [...rect]);
  expect(beside(20, 58, under)).toBe(0);
  expect(beside(20, 58, [20, 18, 60, 38])).toBe(1);
  expect(findings(feet, page(ROW.slice(1), 2), word(20, 58), word(80, 160), [...under])).toBe(1);
});

import { expect, test } from "vitest";
import { Findings } from "../../findings.ts";
import type { Raster } from "../../pixels/raster.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { linesOf } from "../../reading/lines.ts";
import type { Looks } from "../looks.ts";
import { checkRulesThrough } from "./rules-through.ts";

const [WIDTH, HEIGHT, SIZE, STOOD] = [300, 200, 20, 150];

/** Two words of a line at this height, a point for each pixel. */
function line(y: number): Glyph[] {
  return [..."letter letter"].map((text, index): Glyph => {
    const x = 60 + 12 * index;
    const box = [x, y, x + 10, y + 0.7 * SIZE] as const;
    const place = { index, text, box, loose: box, x, y };
    return { ...place, size: SIZE, angle: 0, invisible: false, substituted: false };
  });
}

type Ink = readonly [x0: number, low: number, x1: number, high: number];

function picture(inks: readonly Ink[]): Raster {
  const grey = new Uint8Array(WIDTH * HEIGHT).fill(255);
  for (const [x0, low, x1, high] of inks)
    for (let y = HEIGHT - high; y < HEIGHT - low; y++)
      grey.fill(60, y * WIDTH + x0, y * WIDTH + x1);
  return { width: WIDTH, height: HEIGHT, grey };
}

/** What is said where a line went from one height to another, with this ink there before and after. */
function said(before: readonly Ink[], after: readonly Ink[], now = 100, labels: number[] = []) {
  const stood = line(STOOD);
  const looks = {
    page: 1,
    frame: { width: WIDTH, height: HEIGHT },
    scale: 1,
    marks: [{}],
    zones: { lines: [], paragraphs: [[0, 0, WIDTH, HEIGHT]] },
    original: picture(before),
    candidate: picture(after),
    stood: (index: number) => stood[index],
    labels: new Set(labels),
    sealed: false,
  } as unknown as Looks;
  const found = new Findings();
  checkRulesThrough(looks, linesOf(line(now)), found);
  return found.findings().map(({ message }) => message);
}

const rule = (at: number): Ink => [20, at, 280, at + 1];

test("V3 a rule through a line through which none ran is found, whether the rule moved or the line", () => {
  for (const at of [98, 104, 112])
    expect(said([rule(60)], [rule(at)]).join()).toMatch(/A rule runs through a line/u);
  expect(said([rule(104)], [rule(104)]).join()).toMatch(/A rule runs through a line/u);
});

test("V2 a rule beside a line, through it in both, and its underline are its own", () => {
  expect(said([rule(60)], [rule(92)])).toEqual([]);
  expect(said([rule(155)], [rule(105)])).toEqual([]);
  // Nearer by rounding, or drawn word by word.
  expect(said([rule(143)], [rule(98)])).toEqual([]);
  const under: readonly Ink[] = [
    [60, 148, 132, 149],
    [144, 148, 216, 149],
  ];
  expect(said(under, [rule(98)])).toEqual([]);
});

test("V2 a ground under a line, and the box of a label in it, are no rules", () => {
  expect(said([], [[20, 90, 280, 125]])).toEqual([]);
  const label = [0, 1, 2, 3, 4, 5, 7, 8, 9, 10];
  expect(said([], [[58, 98, 190, 103]], 100, label)).toEqual([]);
});

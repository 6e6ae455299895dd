import { describe, expect, it } from "vitest";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { Raster } from "../../pixels/raster.ts";
import { foldGlyph } from "../../reading/fold.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { linesOf } from "../../reading/lines.ts";
import { isCut, judgeLosses } from "./losses.ts";
import type { PageTexts } from "./page-texts.ts";

const SIDE = 100;

/** A page of 100 by 100 points and pixels with black bars on it; places from below, as points are. */
function picture(bars: readonly Rect[]): Raster {
  const grey = new Uint8Array(SIDE * SIDE).fill(255);
  for (const [x0, y0, x1, y1] of bars)
    for (let y = SIDE - y1; y < SIDE - y0; y++)
      for (let x = x0; x < x1; x++) grey[y * SIDE + x] = 0;
  return { width: SIDE, height: SIDE, grey };
}

/** A letter's box and its two strokes. */
const BOX: Rect = [20, 50, 28, 64];
const LETTER: readonly Rect[] = [
  [20, 50, 22, 64],
  [20, 50, 28, 52],
];
/** A stroke of a vowel beneath its letter, and its box. */
const VOWEL: Rect = [70, 46, 82, 47];
const FLAT: Rect = [70, 45.5, 82, 47.5];

function glyph(index: number, text: string, box: Rect): Glyph {
  const [x, y] = box;
  return { index, text, box, loose: box, x, y, size: 24, angle: 0, invisible: false } as Glyph;
}

interface Otherwise {
  /** What the second engine reads in original and export. */
  readonly second?: { readonly original: string; readonly candidate: string };
  readonly label?: string;
  /** Text all over the page may have been set anew. */
  readonly anew?: boolean;
}

async function lostOf(
  before: readonly Rect[],
  after: readonly Rect[],
  { second = { original: "", candidate: "" }, label, anew = false }: Otherwise = {},
): Promise<number> {
  const glyphs = [glyph(0, "L", BOX), glyph(1, "I", FLAT)];
  const [original, candidate] = [picture(before), picture(after)];
  const texts = {
    frame: { width: SIDE, height: SIDE },
    scale: 1,
    marks: label === undefined ? [] : [{ label, group: "#0" }],
    original: { glyphs, lines: linesOf(glyphs) },
    coverage: { state: new Uint8Array(2), mark: new Int32Array(2).fill(-1) },
    zones: { lines: [], paragraphs: anew ? [[0, 0, SIDE, SIDE]] : [] },
    picture: () => original,
    shown: () => Promise.resolve(candidate),
    close: () => Promise.resolve({ original, candidate, scale: 1 }),
    second: () => Promise.resolve(second),
  } as unknown as PageTexts;
  return (await judgeLosses(texts, [0, 1])).lost.length;
}

const moved = ([x0, y0, x1, y1]: Rect, dx: number, dy: number): Rect => [
  x0 + dx,
  y0 + dy,
  x1 + dx,
  y1 + dy,
];

describe("words that are missing from the text", () => {
  it("are no loss where they are seen", async () => {
    expect(await lostOf([...LETTER, VOWEL], [...LETTER, VOWEL])).toBe(0);
  });

  it("are a loss where their letters are gone or others", async () => {
    const other = LETTER.map(([x0, y0, x1, y1]): Rect => [48 - x1, 114 - y1, 48 - x0, 114 - y0]);
    expect(await lostOf([...LETTER, VOWEL], [VOWEL])).toBe(1);
    expect(await lostOf([...LETTER, VOWEL], [...other, VOWEL])).toBe(1);
    expect(await lostOf([...LETTER, VOWEL], LETTER)).toBe(1);
  });

  it("B3 a flat stroke of a vowel may stand on the pixel beside, whatever letter its font calls it", async () => {
    expect(await lostOf([...LETTER, VOWEL], [...LETTER, moved(VOWEL, 6, 1)])).toBe(0);
  });

  it("V2 a stroke that lies beneath a rule is no loss where nothing there has changed, V3 elsewhere it is", async () => {
    const rule: Rect = [40, 46, 98, 47];
    const all = [...LETTER, rule];
    expect(await lostOf(all, all, { anew: true })).toBe(0);
    expect(await lostOf(all, [...LETTER, moved(rule, 0, 3)], { anew: true })).toBe(1);
    expect(await lostOf(all, LETTER, { anew: true })).toBe(1);
  });

  it("are no loss where the second engine reads them, and one where only a label holds the word", async () => {
    const gone = [LETTER, []] as const;
    const letter = foldGlyph("L");
    const second = { original: `x${letter}x`, candidate: `${letter}x` };
    expect(await lostOf(...gone, { second })).toBe(0);
    expect(await lostOf(...gone, { second, label: "Lx" })).toBe(1);
  });
});

it("V2 the colon behind a name may be cut by its box on a picture; V3 a letter, or what stands apart, is not", () => {
  const marks = [{ rect: [10, 40, 50, 64] as Rect }];
  expect(isCut([glyph(0, ":", [52, 42, 54, 54])], marks)).toBe(true);
  expect(isCut([glyph(0, "I", [52, 42, 54, 60])], marks)).toBe(false);
  expect(isCut([glyph(0, ":", [60, 42, 62, 54])], marks)).toBe(false);
});

import { describe, expect, it } from "vitest";
import { patchesOf } from "./compare.ts";
import { Levels } from "./levels.ts";

const WIDTH = 120;
const HEIGHT = 60;
const WHITE = 255;
const BLACK = 0;

/** A picture with black bars [x, y, width, height]. */
function picture(...bars: readonly (readonly [number, number, number, number])[]): Uint8Array {
  const pixels = new Uint8Array(WIDTH * HEIGHT).fill(WHITE);
  for (const [x, y, w, h] of bars) {
    for (let row = y; row < y + h; row++) {
      pixels.fill(BLACK, row * WIDTH + x, row * WIDTH + x + w);
    }
  }
  return pixels;
}

const compare = (
  a: Uint8Array,
  b: Uint8Array,
  touched: readonly [number, number, number, number][] = [],
) => {
  const known = patchesOf(Levels.known(a, WIDTH), Levels.known(b, WIDTH), touched);
  const coloured = patchesOf(inColours(a), inColours(b), touched);
  expect(coloured).toBe(known);
  return known;
};

/** The same picture, of which the levels have to be taken. */
function inColours(levels: Uint8Array): Levels {
  const pixels = Uint32Array.from(levels, (v) => ((255 << 24) | (v << 16) | (v << 8) | v) >>> 0);
  return Levels.ofPixels(pixels, WIDTH);
}

describe("the look of a page written anew", () => {
  it("is the same for the same picture, and for edges snapped to the next pixel", () => {
    expect(compare(picture([20, 20, 30, 8]), picture([20, 20, 30, 8]))).toBe(0);
    expect(compare(picture([20, 20, 60, 1]), picture([20, 21, 60, 1]))).toBe(0);
    expect(compare(picture([20, 20, 30, 8]), picture([21, 20, 30, 8]))).toBe(0);
  });

  it("B3 differs where a letter is missing or one is added", () => {
    const letter = picture([40, 20, 1, 7], [44, 20, 1, 7], [40, 23, 5, 1]);
    expect(compare(letter, picture())).toBeGreaterThan(20);
    expect(compare(picture(), letter)).toBeGreaterThan(20);
  });

  it("differs where a word moved by more than a pixel", () => {
    expect(compare(picture([20, 20, 6, 6]), picture([26, 20, 6, 6]))).toBeGreaterThan(20);
  });

  it("leaves out what the marks touched", () => {
    const touched: [number, number, number, number][] = [[30, 15, 60, 35]];
    expect(compare(picture([40, 20, 10, 8]), picture(), touched)).toBe(0);
    const beside = picture([40, 20, 10, 8], [80, 20, 12, 8], [5, 20, 12, 8]);
    expect(compare(beside, picture([80, 20, 12, 8]), touched)).toBeGreaterThan(20);
    expect(compare(beside, picture([5, 20, 12, 8]), touched)).toBeGreaterThan(20);
    expect(compare(beside, picture([5, 20, 12, 8]), [...touched, [78, 18, 99, 30]])).toBe(0);
  });
});

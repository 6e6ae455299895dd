import { describe, expect, it } from "vitest";
import { blackMask } from "./black-mask.ts";
import { Group4Encoder } from "./ccitt.ts";
import { layers } from "./layers.ts";
import { classify } from "./palette.ts";
import { BLACK, Pixels } from "../pixels/pixels.ts";

const [WIDTH, HEIGHT] = [198, 80];

/** @param level of the pixel, 0 to 255 */
function page(level: (x: number, y: number) => number, width = WIDTH): Pixels {
  const words = Uint32Array.from({ length: width * HEIGHT }, (_, i) => {
    const shade = level(i % width, Math.floor(i / width));
    return (BLACK | (Math.round(shade) * 0x010101)) >>> 0;
  });
  return new Pixels(width, HEIGHT, words);
}

/** The mask of what is darker than half, told pixel by pixel. */
function expected(pixels: Pixels): Uint8Array {
  const encoder = new Group4Encoder(pixels.width);
  for (let y = 0; y < HEIGHT; y++) {
    const changes: number[] = [];
    for (let x = 0; x < pixels.width; x++) {
      const dark = (pixels.at(x, y) & 255) < 128;
      if (dark !== (changes.length % 2 === 1)) changes.push(x);
    }
    encoder.row(Int32Array.from([...changes, 0]), changes.length);
  }
  return encoder.finish();
}

/** Dots with smoothed edges. */
const dotted = (x: number, y: number): number =>
  Math.min(255, Math.max(0, 60 * (Math.hypot((x % 16) - 8, (y % 16) - 8) - 3)));

describe("a page of black and white", () => {
  it.each([198, 199, 200, 201])("B3 is what is darker than half, %i wide", (width) => {
    const shades = page((x, y) => (x >= width - 3 || x < 2 ? 0 : dotted(x, y)), width);
    expect(blackMask(shades)).toEqual([{ colour: BLACK, mask: expected(shades) }]);
  });

  it("comes out as it does where colours are told", () => {
    const pixels = page(dotted);
    const extents = pixels.extents();
    const classes = classify(pixels, extents);
    if (classes.kind !== "palette") throw new Error("black on white is no photograph");
    expect(blackMask(pixels)).toEqual(layers(pixels, classes, extents));
  });

  it("has nothing painted where it is white", () => {
    expect(blackMask(page(() => 255))).toEqual([]);
    expect(blackMask(page(() => 250))).toEqual([]);
  });

  it.each([
    ["across", (x: number, y: number) => (y === 41 && x > 40 && x < 110 ? 140 : 255)],
    ["down", (x: number, y: number) => (x === 77 && y > 5 && y < 72 ? 140 : 255)],
  ])("B3 is told by its colours where a line %s lies between two pixels", (_, level) => {
    expect(blackMask(page(level))).toBeUndefined();
  });

  it("B3 is told by its colours where small print would be lost", () => {
    const small = (x: number, y: number): number =>
      x > 40 && x < 90 && y > 40 && y < 60 ? 150 + ((x + y) % 2) : 255;
    expect(blackMask(page(small))).toBeUndefined();
  });
});

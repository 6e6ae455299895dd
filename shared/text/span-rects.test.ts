import { describe, expect, it } from "vitest";
import { rectsOfSpan } from "./span-rects.ts";

/** Quads of lines of five letters, each 10 wide and so high, whose feet stand so far apart. */
function lines(count: number, height: number, pitch: number): Float32Array {
  const quads: number[] = [];
  for (let line = 0; line < count; line++)
    for (let x = 0; x < 50; x += 10) {
      const y = 500 - line * pitch;
      quads.push(x, y, x + 10, y, x + 10, y + height, x, y + height);
    }
  return Float32Array.from(quads);
}

const heightOf = ([, y0, , y1]: readonly number[]): number => y1! - y0!;

describe("rectangles of a span", () => {
  it("are a little lower than the letters' boxes where lines have room", () => {
    const [rect] = rectsOfSpan(lines(3, 12, 14), 5, 8);
    expect(rect!.map((side) => Math.round(side * 10) / 10)).toEqual([0.3, 487.2, 29.7, 496.8]);
  });

  it("B3 keep off the lines above and below where a font's boxes are higher than its lines", () => {
    const [rect] = rectsOfSpan(lines(3, 25.5, 17.25), 5, 8);
    expect(heightOf(rect!)).toBeCloseTo(0.9 * 17.25, 3);
    expect((rect![1] + rect![3]) / 2).toBeCloseTo(500 - 17.25 + 25.5 / 2, 3);
  });

  it("cover all of a high thing with a line close below it", () => {
    const code = [0, 100, 60, 100, 60, 160, 0, 160];
    const caption = [0, 85, 60, 85, 60, 99, 0, 99];
    const [rect] = rectsOfSpan(Float32Array.from([...code, ...caption]), 0, 1);
    expect(heightOf(rect!)).toBeCloseTo(48, 3);
  });

  it("never shrink to nothing where texts lie over one another", () => {
    const [rect] = rectsOfSpan(lines(2, 20, 11.5), 0, 3);
    expect(heightOf(rect!)).toBeGreaterThanOrEqual(0.4 * 20);
  });

  it("B3 end where the next letter begins, though a slanted one leans over it", () => {
    const slanted = [0, 0, 12, 0, 12, 10, 0, 10];
    const stop = [9, 0, 13, 0, 13, 10, 9, 10];
    const [rect] = rectsOfSpan(Float32Array.from([...slanted, ...stop]), 0, 1);
    expect(rect![2]).toBeLessThanOrEqual(9);
    const [both] = rectsOfSpan(Float32Array.from([...slanted, ...stop]), 0, 2);
    expect(both![2]).toBeCloseTo(12.7, 3);
  });

  it("are one a line, whatever the span", () => {
    expect(rectsOfSpan(lines(3, 12, 14), 3, 12)).toHaveLength(3);
    expect(
      rectsOfSpan(
        Float32Array.from({ length: 16 }, () => Number.NaN),
        0,
        2,
      ),
    ).toEqual([]);
  });
});

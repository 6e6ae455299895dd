import { describe, expect, it } from "vitest";
import type { Glyph } from "./glyph.ts";
import { hasNoWidth, inkAlong } from "./ink-along.ts";

const run = {} as Glyph["run"];
const letter = (x: number, wide: number, advance: number, rest: Partial<Glyph> = {}): Glyph =>
  ({ run, x, y: 0, ink: [x, 0, x + wide, 7], advance, em: 11, angle: 0, ...rest }) as Glyph;

describe("letters of which a font knows no width", () => {
  it("B3 are as wide as their ink where the next letter stands right beside it", () => {
    expect(hasNoWidth(letter(0, 1.8, 11), letter(2.9, 4, 5))).toBe(true);
    expect(inkAlong(letter(0, 1.8, 11))).toBeCloseTo(1.8);
  });

  it("B3 are none where letters keep an even distance, are kerned, or lie over one another", () => {
    expect(hasNoWidth(letter(0, 1.8, 6.6), letter(6.6, 5, 6.6))).toBe(false);
    expect(hasNoWidth(letter(0, 5, 7), letter(5.6, 5, 7))).toBe(false);
    expect(hasNoWidth(letter(0, 4, 7), letter(0.5, 5, 7))).toBe(false);
    expect(hasNoWidth(letter(0, 1.8, 11), letter(2.9, 4, 5, { spaced: true }))).toBe(false);
  });

  it("B3 are measured along their line, however high they are", () => {
    const upright = letter(0, 4.6, 0, { ink: [0, 0, 4.6, 9.3] });
    expect(inkAlong(upright)).toBeCloseTo(4.6);
    expect(inkAlong({ ...upright, angle: Math.PI / 2 })).toBeCloseTo(9.3);
  });
});

import { describe, expect, it } from "vitest";
import type { Glyph } from "../glyphs/glyph.ts";
import type { Segment } from "../glyphs/lines.ts";
import { BLACK, Pixels } from "../pixels/pixels.ts";
import { alike, tryNext, wrongLetters } from "./trial.ts";

const letters = 120;
const ink = (i: number) => ({ x0: i * 10, y0: 2, x1: i * 10 + 6, y1: 30 });
const line = () => {
  const page = new Pixels(letters * 10, 32);
  for (let i = 0; i < letters; i++) page.paint(ink(i), BLACK);
  return page;
};
const glyph = (i: number, code: string): Glyph =>
  ({
    code,
    advance: 1,
    ink: [i * 10, 2, i * 10 + 6, 30],
    codes: ["a", "b"].map((own) => ({ code: own, advance: own === "b" ? 2 : 1 })),
  }) as unknown as Glyph;
const place = ([x0, y0, x1, y1]: readonly number[]) => ({ x0: x0!, y0: y0!, x1: x1!, y1: y1! });

describe("a trial drawing", () => {
  const segment = {
    glyphs: Array.from({ length: letters }, (_, i) => ({ glyph: glyph(i, "a"), u: 0, v: 0 })),
  } as unknown as Segment;
  const empty = new Pixels(letters * 10, 32);

  it("B3 finds one wrong letter that is little ink on its line", () => {
    const again = line();
    again.paint({ x0: 501, y0: 10, x1: 505, y1: 16 }, 0xffffffff);
    const shots = { before: line(), again, empty };
    expect(alike(shots)).toBe(true);
    expect(wrongLetters(segment, shots, place)).toEqual([segment.glyphs[50]!.glyph]);
  });

  it("takes the same drawing for the same", () => {
    const shots = { before: line(), again: line(), empty };
    expect(alike(shots)).toBe(true);
    expect(wrongLetters(segment, shots, place)).toEqual([]);
  });

  it("offers the next code of a ligature, and says when there is none", () => {
    const one = glyph(0, "a");
    expect(tryNext([one])).toBe(true);
    expect([one.code, one.advance]).toEqual(["b", 2]);
    expect(tryNext([one])).toBe(false);
  });
});

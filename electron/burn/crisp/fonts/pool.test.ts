import { describe, expect, it } from "vitest";
import type { Face, Shape } from "../interpret/display-list.ts";
import { CLOSE, LINE, MOVE } from "../interpret/path-data.ts";
import { GlyphPools } from "./pool.ts";

const face = (key: string): Face => ({
  key,
  unitsPerEm: 1000,
  ascent: 0.9,
  descent: -0.2,
  bold: false,
  italic: false,
  monospace: false,
  serif: false,
});

/** As another subset of the same font would hand it over: equal, but another object. */
const letter = (unicode: string, width = 0.5): Shape => ({
  outline: [MOVE, 0, 0, LINE, width, 0, LINE, 0, unicode.charCodeAt(0) / 300, CLOSE],
  bounds: [0, 0, width, 1],
  advance: width,
  unicode,
});

const pools = (): GlyphPools => new GlyphPools();

describe("glyph pools", () => {
  it("B1 two subsets of one family share a pool and its glyphs", () => {
    const all = pools();
    const first = all.take(face("Body/1000"), letter("a"));
    const again = all.take(face("Body/1000"), letter("a"));
    expect(again.pool).toBe(first.pool);
    expect(again.glyph).toBe(first.glyph);
    expect(all.all()).toHaveLength(1);
  });

  it("B1 codes depend on what is written alone", () => {
    const codes = (word: string) => {
      const all = pools();
      return [...word].map((c) => all.take(face("Body/1000"), letter(c)).glyph.code);
    };
    expect(codes("banana")).toEqual([1, 2, 3, 2, 3, 2]);
  });

  it("B1 a page's own codes become the document's, in the order of first use", () => {
    const page = (word: string) => {
      const own = pools();
      for (const c of word) own.take(face("Body/1000"), letter(c));
      return structuredClone(own.all()[0]!);
    };
    const all = pools();
    all.adopt(page("ab"));
    expect([...all.adopt(page("cba")).codes]).toEqual([
      [1, 3],
      [2, 2],
      [3, 1],
    ]);
  });

  it("V4 a letter is as wide as its program says, however coarse the units of its font are", () => {
    const coarse = { ...face("Mincho/256"), unitsPerEm: 256 };
    for (const wide of [0.5, 0.503, 0.6665]) {
      const { glyph } = pools().take(coarse, letter("a", wide));
      const own = Math.round(wide * 256) / 256;
      expect(Math.abs(glyph.width - own * 1000)).toBeLessThan(0.51);
      expect(Math.abs(own - wide)).toBeLessThan(1 / 256);
    }
  });

  it("keeps letters apart that look or read differently", () => {
    const all = pools();
    const body = face("Body/1000");
    const glyphs = [letter("a"), letter("b"), letter("a", 0.6), { ...letter("a"), unicode: "A" }];
    expect(new Set(glyphs.map((g) => all.take(body, g).glyph.code)).size).toBe(4);
    expect(all.take(face("Head/1000"), letter("a")).pool.name).toBe("F2");
  });

  it("writes whole thousandths, so that engines that cut decimals off do not drift", () => {
    expect(pools().take(face("Body/1000"), letter("a", 0.55615)).glyph.width).toBe(556);
  });
});

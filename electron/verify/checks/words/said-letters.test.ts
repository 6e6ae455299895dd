import { describe, expect, it } from "vitest";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { rescue } from "./rescue.ts";

/** @param said without an advance: what is drawn may be another letter */
function letters(text: string, said: boolean): Glyph[] {
  return [...text].map((letter, index) => {
    const x = 50 + 10 * index;
    const box: Rect = [x + 0.5, 700, x + 7.5, 708];
    return {
      index,
      text: letter,
      box,
      loose: said ? box : [x, 697, x + 8, 709],
      x,
      y: 700,
      size: 10,
      angle: 0,
      substituted: false,
      invisible: false,
    };
  });
}

function lostOf(before: readonly Glyph[], after: readonly Glyph[]): number {
  const differs = before.filter(({ index, text }) => after[index]!.text !== text);
  const lines = [{ glyphs: before, angle: 0, size: 10, box: [50, 697, 200, 709] as Rect }];
  const unpaired = {
    lost: differs.map(({ index }) => index),
    extra: differs.map(({ index }) => [index]),
    optional: [],
    zones: [],
  };
  const given = { glyphs: before, lines } as unknown as Parameters<typeof rescue>[1];
  return rescue(unpaired, given, after).lost.length;
}

describe("letters that a file says otherwise than it draws them", () => {
  it("B3 may be read as what is drawn", () => {
    expect(lostOf(letters("hollow", true), letters("HOLLOW", false))).toBe(0);
  });

  it("are lost where the export says another letter, or a capital where a small one was drawn", () => {
    expect(lostOf(letters("hollow", true), letters("FINDER", false))).toBe(6);
    expect(lostOf(letters("hollow", false), letters("HOLLOW", false))).toBe(6);
  });

  it("V3 are read alike: said of some, they would tell something", () => {
    expect(lostOf(letters("hollow", true), letters("HOlLOW", false))).toBe(1);
  });
});

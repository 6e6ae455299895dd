import { describe, expect, it } from "vitest";
import type { GlyphItem } from "../../crisp/interpret/display-list.ts";
import { CLOSE, LINE, MOVE } from "../../crisp/interpret/path-data.ts";
import { burntBy } from "./hits.ts";

const FACE = {
  key: "x",
  unitsPerEm: 1000,
  ascent: 0.9,
  descent: -0.2,
  bold: false,
  italic: false,
  monospace: false,
  serif: false,
};

/** A letter of 10 points at (100, 200): 5 points wide, 7 high. */
function letter(turn = 0): GlyphItem {
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle) * 10, Math.sin(angle) * 10];
  const shape = {
    outline: [MOVE, 0.05, 0, LINE, 0.45, 0, LINE, 0.25, 0.7, CLOSE],
    bounds: [0.05, 0, 0.45, 0.7] as const,
    advance: 0.5,
    unicode: "A",
  };
  const matrix = [cos, sin, -sin, cos, 100, 200] as const;
  const clip = { rect: [0, 0, 600, 800] as const, paths: [] };
  return { kind: "glyph", face: FACE, shape, matrix, fill: "#000000", stroke: undefined, clip };
}

const NONE = { start: 0, end: 0 };

describe("which glyphs a mark burns", () => {
  it("B2 any overlap beyond a hair burns the whole glyph", () => {
    expect(burntBy(letter(), [[101.5, 198, 103, 208]], () => NONE)).toBe(0);
    expect(burntBy(letter(), [[103.5, 190, 130, 210]], () => NONE)).toBe(0);
    expect(burntBy(letter(), [[80, 190, 101.4, 210]], () => NONE)).toBe(0);
    expect(burntBy(letter(), [[90, 204, 120, 220]], () => NONE)).toBe(0);
  });

  it("B3 a neighbour that is only brushed survives", () => {
    expect(burntBy(letter(), [[80, 190, 100.5, 210]], () => NONE)).toBe(-1);
    expect(burntBy(letter(), [[104.7, 190, 130, 210]], () => NONE)).toBe(-1);
    expect(burntBy(letter(), [[90, 206.5, 120, 220]], () => NONE)).toBe(-1);
  });

  it("B3 a mark takes small letters of a line beside it no sooner than tall ones", () => {
    const tall = letter();
    const outline = [MOVE, 0.05, 0, LINE, 0.45, 0, LINE, 0.25, 0.45, CLOSE];
    const shape = { ...tall.shape, outline, bounds: [0.05, 0, 0.45, 0.45] as const };
    const small = { ...tall, shape };
    const up = (by: number) => [[90, 180, 120, 200 + by] as const];
    for (const item of [tall, small]) {
      expect(burntBy(item, up(1.2), () => NONE)).toBe(-1);
      expect(burntBy(item, up(1.4), () => NONE)).toBe(0);
    }
  });

  it("B3 a letter that kerning draws under the mark survives, one that is marked does not", () => {
    const drawnUnder = { start: 0.2, end: 0 };
    expect(burntBy(letter(), [[80, 190, 102, 210]], () => drawnUnder)).toBe(-1);
    expect(burntBy(letter(), [[80, 190, 104, 210]], () => drawnUnder)).toBe(0);
  });

  it("names the mark that burns", () => {
    const marks = [[0, 0, 10, 10] as const, [99, 199, 106, 208] as const];
    expect(burntBy(letter(), marks, () => NONE)).toBe(1);
  });

  it("B2 turned letters are judged by their own box, not the upright one around it", () => {
    // At 45 degrees the upright box spans more than the letter.
    expect(burntBy(letter(45), [[101.5, 203.2, 104, 206]], () => NONE)).toBe(0);
    expect(burntBy(letter(45), [[102.5, 199, 104, 200.4]], () => NONE)).toBe(-1);
  });
});

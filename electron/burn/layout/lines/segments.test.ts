import { describe, expect, it } from "vitest";
import type { SeenGlyph } from "../model.ts";
import { segmentsOf } from "./segments.ts";

const FRAME = { key: "0", cos: 1, sin: 0 };
const OPEN = { level: [], upright: [] };

/** A line of words at these starts and of these widths, in letters of 10 points, without blanks. */
function line(v: number, words: readonly (readonly [at: number, width: number])[]): SeenGlyph[] {
  return words.map(
    ([u, advance]) =>
      ({
        frame: FRAME,
        u,
        v,
        advance,
        size: 10,
        blank: false,
        mark: -1,
        order: 0,
        item: { shape: { unicode: "a" } },
      }) as unknown as SeenGlyph,
  );
}

/** A line whose blanks are written out. */
function written(v: number): SeenGlyph[] {
  return line(v, [
    [70, 40],
    [110, 3],
    [113, 60],
    [173, 3],
    [176, 30],
  ]).map((glyph, i) => (i % 2 === 1 ? { ...glyph, blank: true } : glyph));
}

describe("segments of lines", () => {
  it("B1 words that begin under one another by chance make no column", () => {
    const first = line(700, [
      [70, 87],
      [160, 50],
      [213, 20],
    ]);
    const second = line(680, [
      [70, 50],
      [123, 34],
      [160, 70],
    ]);
    const all = segmentsOf([...first, ...written(690), ...second], () => OPEN);
    expect(all).toHaveLength(3);
  });

  it("what blanks brought to its place keeps it, unless burnt words stand before them", () => {
    const blanks = Array.from({ length: 6 }, (_, i) => [110 + 3 * i, 3] as const);
    const foot = line(40, [[70, 40], ...blanks, [128, 30]]).map((glyph, i) =>
      i > 0 && i < 7 ? { ...glyph, blank: true } : glyph,
    );
    const starts = (glyphs: readonly SeenGlyph[]) =>
      segmentsOf([...written(700), ...glyphs], () => OPEN).flatMap(({ v, left }) =>
        v === 40 ? [left] : [],
      );
    expect(starts(foot)).toEqual([70, 128]);
    // B1: where it stands tells how long these were.
    expect(starts([{ ...foot[0]!, mark: 0 }, ...foot.slice(1)])).toEqual([70]);
  });

  it("a cell that nearly fills its column is still parted from the next one", () => {
    const head = line(700, [
      [70, 30],
      [160, 40],
    ]);
    const row = line(680, [
      [70, 87],
      [160, 40],
    ]);
    const all = segmentsOf([...head, ...written(690), ...row], () => OPEN);
    expect(all).toHaveLength(5);
  });

  it("B1 a stretched line of a cell is one, with more room behind its comma, beside other cells", () => {
    const wall = (at: number) => ({ at, from: 600, to: 800 });
    const walls = { level: [], upright: [60, 150, 400].map(wall) } as never;
    const cells = line(700, [
      [65, 50],
      [155, 30],
      [205, 40],
      [265, 30],
      [335, 50],
    ]).map((glyph, i) =>
      i === 3 ? { ...glyph, item: { shape: { unicode: "," } } as SeenGlyph["item"] } : glyph,
    );
    const texts = segmentsOf(cells, () => walls).map(({ left, right }) => [left, right]);
    expect(texts).toEqual([
      [65, 115],
      [155, 385],
    ]);
    const apart = cells.map((glyph, i) => (i === 2 ? { ...glyph, u: 198 } : glyph));
    expect(segmentsOf(apart, () => walls)).toHaveLength(5);
  });

  it("B1 a number behind few dots stands by itself where others of its column do behind many", () => {
    const entry = (v: number, from: number, mark: number) => {
      const dots = Array.from({ length: (290 - from) / 5 }, (_, i) => [from + i * 5, 3] as const);
      const all = line(v, [[70, from - 73], ...dots, [291, 9]]);
      const told = all.map((g, i) => ({ ...g, item: { shape: { unicode: i === 0 ? "a" : "." } } }));
      told[told.length - 1] = { ...told[told.length - 1]!, item: { shape: { unicode: "8" } } };
      told[0] = { ...told[0]!, mark };
      return told as unknown as SeenGlyph[];
    };
    const [many, few] = [entry(700, 200, -1), entry(680, 280, 0)];
    const parts = segmentsOf([...many, ...few], () => OPEN);
    expect(parts.map(({ leads, dots }) => [leads, dots])).toEqual([
      [undefined, undefined],
      [true, undefined],
      [undefined, true],
      [undefined, undefined],
    ]);
    expect(segmentsOf(few, () => OPEN)).toHaveLength(1);
  });

  it("an initial stands on none of the lines beside it, neither on its foot nor at its head", () => {
    const initial = line(674, [[70, 30]]).map((glyph) => ({ ...glyph, size: 45 }));
    const beside = [700, 687, 674].flatMap((v) => line(v, [[102, 60]]));
    const all = segmentsOf([...initial, ...beside], () => OPEN);
    expect(all.map(({ left }) => left)).toEqual([70, 102, 102, 102]);
    const raised = line(704, [[162, 5]]).map((glyph) => ({ ...glyph, size: 6 }));
    expect(segmentsOf([...line(700, [[102, 60]]), ...raised], () => OPEN)).toHaveLength(1);
  });
});

import { describe, expect, it } from "vitest";
import type { Rect } from "../../shared/geometry/rect.ts";
import { tableGrid, type Stroke } from "./table-grid.ts";

const plain = (...rects: Rect[]): Stroke[] => rects.map((rect) => ({ rect, plain: true }));
const cells = (rows: number, columns: number): Rect[] =>
  Array.from({ length: rows * columns }, (_, i): Rect => {
    const [x, y] = [(i % columns) * 100, Math.floor(i / columns) * 30];
    return [x, y, x + 100, y + 30];
  });
const inside = ([x0, y0, x1, y1]: Rect): Rect => [x0 + 4, y0 + 8, x1 - 30, y1 - 8];
const boxOf = (rects: readonly Rect[]): Rect => [
  Math.min(...rects.map((r) => r[0])),
  Math.min(...rects.map((r) => r[1])),
  Math.max(...rects.map((r) => r[2])),
  Math.max(...rects.map((r) => r[3])),
];
const told = (strokes: readonly Stroke[], words: readonly Rect[]): boolean =>
  tableGrid(strokes, boxOf(strokes.map((s) => s.rect)), words);

describe("a table among drawings", () => {
  const table = cells(4, 3);

  it("is cells in whole rows with words in them", () => {
    expect(told(plain(...table), table.map(inside))).toBe(true);
    // A frame around it and a ground under its first row change nothing.
    const dressed = plain([0, 0, 300, 120], [0, 90, 300, 120], ...table);
    expect(told(dressed, table.map(inside))).toBe(true);
  });
  it("is not coloured fields without words", () => {
    expect(told(plain(...table), table.slice(0, 4).map(inside))).toBe(false);
  });
  it("is not boxes that stand apart, as in a family tree", () => {
    const people: Rect[] = [
      [0, 60, 40, 100],
      [100, 60, 140, 100],
      [50, 0, 90, 40],
      [120, 0, 160, 40],
    ];
    expect(told(plain(...people), people.map(inside))).toBe(false);
  });
  it("is not anything with a curve or a slanting line in it", () => {
    const strokes = [...plain(...table), { rect: table[0]!, plain: false }];
    expect(told(strokes, table.map(inside))).toBe(false);
  });
  it("is not a single band, as in a timeline", () => {
    const band = cells(1, 7);
    expect(told(plain(...band), band.map(inside))).toBe(false);
  });
});

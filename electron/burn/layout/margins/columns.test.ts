import { expect, it } from "vitest";
import { Columns } from "./columns.ts";
import type { Segment } from "../model.ts";

const WIDE = 595;
const LETTER = { blank: false, advance: 5, mark: -1, item: { shape: { unicode: "a" } } };

function line(left: number, right: number, v: number, touched = false, size = 10): Segment {
  const count = Math.floor((right - left) / 5 - (v % 7));
  const glyphs = Array.from({ length: count }, (_, i) => ({ ...LETTER, u: left + 5 * i }));
  return { glyphs, left, right, v, size, touched } as unknown as Segment;
}

/** The limit of a marked line among ragged ones that start where it does, on a page of some margin. */
function limit(margin: number, ends: readonly number[]): number {
  const body = [700, 650, 600].map((v) => line(margin, margin + 60, v));
  const lines = ends.map((end, i) => line(312, end, 500 - 13 * i));
  const marked = line(312, 500, 400, true);
  const walls = { upright: [], level: [] };
  const all = [...body, ...lines, marked];
  return new Columns(all, walls, 0, WIDE, (s) => [s.left, s.right]).of([marked], 312).limit;
}

it("a text keeps away from the page's edge where its margin is narrower than a step", () => {
  const ends = [536, 572.4, 584.6, 556.3];
  expect(limit(15, ends)).toBeLessThan(WIDE - 5);
  expect(limit(15, ends)).toBeGreaterThanOrEqual(584.6);
});

it("a text that passes its margin has the room of whole steps, as far as the page reaches", () => {
  expect(limit(60, [500, 548, 520, 510])).toBe(WIDE - 60 + 18);
  expect(limit(15, [536, 594, 560, 510])).toBe(WIDE);
});

it("a heading over columns has the room of the page, a line of theirs has the column's", () => {
  const columns = [610, 598, 585, 572, 559, 546].flatMap((v) => [
    line(60, 288, v),
    line(310, 536, v),
  ]);
  const walls = { upright: [], level: [] };
  const limitOf = (marked: Segment): number =>
    new Columns([...columns, marked], walls, 0, WIDE, (s) => [s.left, s.right]).of([marked], 60)
      .limit;
  expect(limitOf(line(60, 320, 700, true, 20))).toBe(WIDE - 60);
  expect(limitOf(line(60, 240, 520, true))).toBe(288);
});

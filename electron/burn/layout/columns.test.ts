import { expect, it } from "vitest";
import { Columns } from "./columns.ts";
import type { Segment } from "./model.ts";

const WIDE = 595;
const LETTER = { blank: false, advance: 5, mark: -1, item: { shape: { unicode: "a" } } };

function line(left: number, right: number, v: number, touched = false): Segment {
  const glyphs = Array.from({ length: Math.floor((right - left) / 5) }, () => LETTER);
  return { glyphs, left, right, v, size: 10, touched } as unknown as Segment;
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
  const ends = [536, 572.4, 581.6, 556.3];
  expect(limit(15, ends)).toBeLessThan(WIDE - 5);
  expect(limit(15, ends)).toBeGreaterThanOrEqual(581.6);
});

it("a text that passes its margin has the room of whole steps, as far as the page reaches", () => {
  expect(limit(60, [500, 548, 520, 510])).toBe(WIDE - 60 + 18);
  expect(limit(15, [536, 594, 560, 510])).toBe(WIDE);
});

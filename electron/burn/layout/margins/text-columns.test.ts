import { expect, it } from "vitest";
import type { Segment } from "../model.ts";
import { standsIn, textColumns } from "./text-columns.ts";

/** @param sign that ends the line, three points wide */
function line(left: number, right: number, v: number, touched = false, sign = ""): Segment {
  const glyphs = sign ? [{ u: right - 3, item: { shape: { unicode: sign } } }] : [];
  return { left, right, v, size: 10, touched, glyphs } as unknown as Segment;
}

const HEIGHTS = [600, 588, 576, 564, 552, 540];
const RIGHT = HEIGHTS.map((v, i) => line(309, 505 + ((i * 7) % 19), v));

/** The left column's lines, of which a burnt name moved some ends. */
function left(ends: readonly number[]): Segment[] {
  return HEIGHTS.map((v, i) => line(72, ends[i % ends.length]!, v, i % 2 === 0));
}

it("B1 the left of two columns ends where the right one's width takes it, whatever is burnt in it", () => {
  for (const ends of [
    [250, 262, 281],
    [284, 240, 270, 255],
  ]) {
    const found = textColumns([...left(ends), ...RIGHT], 72, 523);
    expect(found?.limit).toBe(72 + 523 - 309);
    expect(standsIn([line(72, 120, 564, true)], found!)).toBe("left");
    expect(standsIn([RIGHT[2]!], found!)).toBe("right");
    expect(standsIn([line(72, 520, 700)], found!)).toBeUndefined();
  }
});

it("B1 a text that runs on under the end of the other column stands in its own all the same", () => {
  const found = textColumns([...left([250, 262, 281]), ...RIGHT], 72, 523)!;
  const last = [540, 528, 516].map((v) => line(72, 280, v, true));
  expect(standsIn(last, found)).toBe("left");
  expect(standsIn(last.slice(2), found)).toBeUndefined();
});

it("a hyphen or a comma that hangs into the gutter makes a text no wider, a letter does", () => {
  const limit = 72 + 523 - 309;
  const ending = (sign: string) => [...left([250]), line(72, limit + 1.6, 552, false, sign)];
  for (const sign of ["-", ","]) {
    const found = textColumns([...ending(sign), ...RIGHT], 72, 523);
    expect(found?.limit).toBe(limit);
    expect(standsIn(ending(sign).slice(-1), found!)).toBe("left");
  }
  expect(textColumns([...ending("n"), ...RIGHT], 72, 523)).toBeUndefined();
});

it("short cells beside texts, and a text wider than the right one, are no columns", () => {
  const cells = HEIGHTS.map((v) => line(72, 110, v));
  expect(textColumns([...cells, ...RIGHT], 72, 523)).toBeUndefined();
  const wide = [...left([250]), line(72, 300, 552)];
  expect(textColumns([...wide, ...RIGHT], 72, 523)).toBeUndefined();
});

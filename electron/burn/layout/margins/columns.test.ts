import { expect, it } from "vitest";
import { Columns } from "./columns.ts";
import type { Segment } from "../model.ts";

const WIDE = 595;
const LETTER = {
  blank: false,
  advance: 5,
  mark: -1,
  item: { matrix: [10, 0, 0, 10, 0, 0], shape: { unicode: "a" }, face: { monospace: false } },
};

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

it("B1 texts behind numbers reach the margin that mirrors their numbers', whichever of their lines is the longest", () => {
  const walls = { upright: [], level: [] };
  const columnOf = (longest: number) => {
    const numbers = [700, 660, 620].map((v) => line(71, 86, v));
    const texts = [700, 687, 660, 647, 620, 607].map((v) => line(105, v - 210, v));
    const marked = line(105, longest, 674, true);
    const all = [...numbers, ...texts, line(105, longest, 634), marked];
    return new Columns(all, walls, 0, WIDE, (s) => [s.left, s.right]).of([texts[0]!, marked], 105);
  };
  expect(columnOf(503)).toMatchObject({ limit: WIDE - 71, guessed: false });
  expect(columnOf(522)).toEqual(columnOf(503));
});

it("B1 where the longest lines alone show how far a text reaches, that was guessed", () => {
  const walls = { upright: [], level: [] };
  const guessed = (left: number, ...others: readonly Segment[]): boolean => {
    const body = [700, 687, 674, 661].map((v) => line(60, v - 170, v));
    const quote = [line(left, 470, 600, true), line(left, 300, 587)];
    const all = [...body, ...quote, ...others];
    return new Columns(all, walls, 0, WIDE, (s) => [s.left, s.right]).of(quote, left).guessed;
  };
  expect(guessed(60)).toBe(false);
  expect(guessed(100)).toBe(true);
  expect(guessed(100, line(100, 530, 500))).toBe(false);
  expect(guessed(60, line(60, 550, 500))).toBe(true);
});

it("B1 an item with a drawn bullet reaches as far as the page's text does, and nothing was guessed", () => {
  const body = [700, 687, 674, 661].map((v) => line(60, v - 170, v));
  const item = [line(100, 470, 600, true), line(100, 300, 587)];
  const walls = { upright: [], level: [] };
  const columnOf = (hasBullet: boolean) =>
    new Columns(
      [...body, ...item],
      walls,
      0,
      WIDE,
      (s) => [s.left, s.right],
      (s) => hasBullet && s === item[0],
    ).of(item, 100);
  expect(columnOf(true)).toMatchObject({ limit: columnOf(false).limit + 40, guessed: false });
});

it("B1 a line alone under a line with a tab ends where the page does, however short the name on it", () => {
  const walls = { upright: [], level: [] };
  const limitOf = (right: number): number => {
    const body = [640, 627, 614, 601].map((v) => line(60, v - 110, v));
    const salutation = line(60, right, 660, true);
    for (const glyph of salutation.glyphs) Object.assign(glyph, { mark: 0 });
    const all = [line(60, 100, 680), line(130, 190, 680), salutation, ...body];
    return new Columns(all, walls, 0, WIDE, (s) => [s.left, s.right]).of([salutation], 60).limit;
  };
  expect(limitOf(100)).toBe(limitOf(200));
  expect(limitOf(100)).toBeGreaterThan(500);
});

it("B1 a line that is longer without its name than the columns of a table beneath it has the page's room", () => {
  const walls = { upright: [], level: [] };
  const cells = [560, 548, 536, 524, 512, 500].flatMap((v) => [
    line(72, 108, v),
    line(116, 139, v),
  ]);
  const limitOf = (right: number): number => {
    const marked = line(72, right, 640, true);
    const all = [...cells, marked];
    return new Columns(all, walls, 0, WIDE, (s) => [s.left, s.right]).of([marked], 72).limit;
  };
  expect(limitOf(120)).toBeLessThan(WIDE - 72);
  expect(limitOf(377)).toBe(WIDE - 72);
  expect(limitOf(501)).toBe(WIDE - 72);
});

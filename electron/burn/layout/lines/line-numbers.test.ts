import { expect, it } from "vitest";
import { numbersLines } from "./line-numbers.ts";
import type { Segment } from "../model.ts";

const segment = (text: string, left: number, right: number, row: number): Segment =>
  ({
    glyphs: [...text].map((unicode, i) => ({
      item: { shape: { unicode } },
      blank: unicode === " ",
      u: left + 5 * i,
    })),
    left,
    right,
    v: 700 - 14 * row,
    size: 12,
  }) as unknown as Segment;

const text = (row: number, right = 500): Segment => segment("words of a line", 72, right, row);
const number = (value: number, row: number): Segment => segment(String(value), 40, 52, row);

it("B1 every fifth line has its number, or every line of a transcript", () => {
  const lines = Array.from({ length: 20 }, (_, row) => text(row));
  expect(numbersLines(lines)).toBe(false);
  const fifth = [4, 9, 14, 19].map((row) => number(45 + row + 1, row));
  expect(numbersLines([...lines, ...fifth])).toBe(true);
  expect(numbersLines([...lines, number(5, 4), number(10, 9)])).toBe(true);
  expect(numbersLines([...lines, number(3, 4), number(8, 9)])).toBe(false);
  const right = fifth.map((s) => ({ ...s, left: 510, right: 522 }));
  expect(numbersLines([...lines, ...right])).toBe(true);
  expect(numbersLines([...lines, ...lines.map((_, row) => number(row + 1, row))])).toBe(true);
});

it("numbers of paragraphs, of short items and of rows of a table count no lines", () => {
  const lines = Array.from({ length: 20 }, (_, row) => text(row));
  const paragraphs = [0, 3, 7, 12, 17].map((row, i) => number(i + 1, row));
  expect(numbersLines([...lines, ...paragraphs])).toBe(false);
  const items = lines.map((_, row) => text(row, row === 4 ? 500 : 160));
  const numbers = items.map((_, row) => number(row + 1, row));
  expect(numbersLines([...items, ...numbers])).toBe(false);
  const cells = lines.map((_, row) => segment("Chair", 520, 540, row));
  expect(numbersLines([...lines, ...cells, ...numbers])).toBe(false);
});

it("B1 numbers that stand so near that they read as the first word of their line", () => {
  const rows = (counted: readonly number[], from: number) =>
    Array.from({ length: 20 }, (_, row) =>
      counted.includes(row + 1)
        ? segment(`${row + 1} words`.padStart(8), from - 15, 500, row)
        : segment("words of a line", from, 500, row),
    );
  const near = rows([5, 10, 15, 20], 72).map((s) => {
    const first = s.glyphs.find((g) => !g.blank)!;
    return { ...s, left: first.u };
  });
  expect(numbersLines(near)).toBe(true);
  const years = Array.from({ length: 20 }, (_, row) =>
    segment(row % 5 === 4 ? `${row + 1} words` : "words of a line", 72, 500, row),
  );
  expect(numbersLines(years)).toBe(false);
});

import { expect, test } from "vitest";
import { isOutgrown } from "./cells-ask.ts";
import type { Segment } from "../model.ts";
import type { Paragraph } from "../paragraphs/paragraph.ts";

const SIZE = 10;
const LETTER = 5;

/** A cell of one line, its letters of one width. */
function cell(left: number, text: string, touched = false): Paragraph {
  const glyphs = [...text].map((letter, i) => ({
    blank: letter === " ",
    u: left + i * LETTER,
    advance: LETTER,
    size: SIZE,
  }));
  const right = left + text.length * LETTER;
  const line = { left, right, size: SIZE, glyphs, touched } as unknown as Segment;
  return { lines: [line] } as unknown as Paragraph;
}

/** A date and a longer text, with somebody's name beside them. */
function outgrown(edges: readonly [number, number, number, number], text: string): boolean {
  const [a, b, c] = edges;
  const cells = [cell(a + 3, "2 May 2014"), cell(b + 3, text), cell(c + 3, "Ann Lee", true)];
  return isOutgrown(edges, cells);
}

const LONG = "The nurse called on the family and was told that they had moved. ".repeat(6);

test("B1 a column far wider than its cells could ask for was not made for them", () => {
  expect(outgrown([60, 150, 400, 510], LONG)).toBe(true);
});

test("B1 columns as wide as their cells ask for are none such, however long the name beside them", () => {
  expect(outgrown([60, 86, 465, 510], LONG)).toBe(false);
  expect(outgrown([60, 86, 380, 510], LONG)).toBe(false);
});

test("B1 a column with a name says nothing: another name may have been longer", () => {
  expect(outgrown([60, 90, 130, 510], "Visit")).toBe(false);
});

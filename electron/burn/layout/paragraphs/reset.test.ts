import { expect, it } from "vitest";
import { NATURAL, wordWidth } from "../lines/set-line.ts";
import type { Word } from "../model.ts";
import type { Paragraph } from "./paragraph.ts";
import { planFreely, planWithin } from "./reset.ts";

const LONG = "Bartholomew Montgomery Featherstonehaugh";
const NAME = {
  atoms: [{ kind: "gap", mark: 0, size: 12, place: {}, decorations: [] }],
} as unknown as Word;
const markOf = (text: string) => () => ({ text }) as never;

/** A name and what follows it, in a column in which the longest name fits in the size of labels alone. */
function paragraph(lines: number): { readonly paragraph: Paragraph; readonly words: Word[] } {
  const rest = {
    atoms: [{ kind: "glyph", advance: 20, size: 12, rise: 0, decorations: [], item: {} }],
  } as unknown as Word;
  const limit = wordWidth(NAME, markOf(LONG), NATURAL) + 30;
  const line = { size: 12, glyphs: [] };
  const at = { align: "left", firstAnchor: 0, anchor: 0, column: { limit }, leading: 14 };
  const own = { ...at, lines: Array.from({ length: lines }, () => line) };
  return { paragraph: own as unknown as Paragraph, words: [NAME, rest] };
}

it("B1 a name as large as its text may ask for more lines than a label: short ones and long ones say so alike", () => {
  for (const lines of [1, 2]) {
    const { paragraph: own, words } = paragraph(lines);
    expect(planFreely(own, words, markOf("Mother"))?.sensitive).toBe(true);
    expect(planWithin(own, words, markOf("Mother"), 0)?.sensitive).toBe(true);
  }
});

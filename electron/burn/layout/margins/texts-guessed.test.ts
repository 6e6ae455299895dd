import { expect, it } from "vitest";
import type { SeenGlyph, Segment } from "../model.ts";
import type { Paragraph } from "../paragraphs/paragraph.ts";
import { textsGuessed } from "./texts-guessed.ts";

const SIZE = 11;
const LEADING = 14;

/** A line of letters, of which "#" stands for burnt ones. */
function line(text: string, v: number): Segment {
  const glyphs = [...text].map((letter, i) => ({
    item: { shape: { unicode: letter } },
    u: 71 + 6 * i,
    v,
    size: SIZE,
    blank: letter === " ",
    mark: letter === "#" ? 0 : -1,
  }));
  return {
    glyphs: glyphs as unknown as readonly SeenGlyph[],
    v,
    size: SIZE,
    left: 71,
    right: 71 + 6 * text.length,
    touched: text.includes("#"),
  } as Segment;
}

function paragraph(top: number, limit: number, ...texts: readonly string[]): Paragraph {
  return {
    lines: texts.map((text, i) => line(text, top - LEADING * i)),
    align: "left",
    firstAnchor: 71,
    anchor: 71,
    column: { limit },
    justified: false,
    leading: LEADING,
  } as unknown as Paragraph;
}

it("B1 a line of its own shows that texts stand apart, however far it may reach", () => {
  const text = paragraph(600, 521, "It was said that ## came.", "## went home, and so it was.");
  const segments = text.lines;
  expect(textsGuessed(text, [text], segments)).toBe(1);
  for (const limit of [494, 521]) {
    const single = paragraph(632, limit, "On that day ## wrote:");
    expect(textsGuessed(text, [single, text], [...single.lines, ...segments])).toBe(0);
  }
});

it("B1 every sentence that begins with a burnt word behind another one may be a text of its own", () => {
  const text = paragraph(
    600,
    521,
    "It was said that ## came. ## went home.",
    "## stayed, and so it was.",
  );
  expect(textsGuessed(text, [text], text.lines)).toBe(2);
  const next = paragraph(572, 521, "## rang, and nobody came to the door.", "So it was.");
  expect(textsGuessed(text, [text, next], [...text.lines, ...next.lines])).toBe(3);
});

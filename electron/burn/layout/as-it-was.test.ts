import { describe, expect, it } from "vitest";
import { asItWas } from "./as-it-was.ts";
import { STILL } from "./heights/flow.ts";
import type { SeenGlyph, Segment } from "./model.ts";
import type { Paragraph } from "./paragraphs/paragraphs.ts";

/** A line of letters and blanks ("."), each 5 points wide. */
function line(text: string): Segment {
  const glyphs = [...text].map(
    (letter, i) =>
      ({
        u: i * 5,
        blank: letter === ".",
        order: i,
        item: { kind: "glyph", shape: { unicode: letter } },
      }) as unknown as SeenGlyph,
  );
  return { glyphs, v: 100 } as unknown as Segment;
}

function wordsOf(text: string): string {
  const turn = Array.from(text, (_, i) => i);
  const units = asItWas(line(text), {} as Paragraph, STILL, turn);
  return units.flatMap(({ lines }) => lines.flat().map((glyph) => glyph.shape.unicode)).join("");
}

describe("text that no mark touches", () => {
  it("B1 loses the blanks that fill the room behind it, however many there are", () => {
    expect(wordsOf("Name.of.child......")).toBe("Name.of.child");
    expect(wordsOf("Name.of.child..")).toBe("Name.of.child");
  });

  it("keeps the blank that parts it from the next line", () => {
    expect(wordsOf("Name.of.")).toBe("Name.of.");
  });
});

import { describe, expect, it } from "vitest";
import { asItWas } from "./as-it-was.ts";
import { STILL } from "./heights/flow.ts";
import type { SeenGlyph, Segment } from "./model.ts";
import type { Paragraph } from "./paragraphs/paragraph.ts";

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
  it("B3 is written in two goes where the ground of a badge was painted between", () => {
    const { glyphs, ...rest } = line("Health.Closed");
    const badge = { u: 34, blank: false, bar: true, order: 7 } as unknown as SeenGlyph;
    const late = glyphs.slice(7).map((glyph) => ({ ...glyph, order: glyph.order + 1 }));
    const badged = { ...rest, glyphs: [...glyphs.slice(0, 7), badge, ...late] } as Segment;
    const turn = [0, 1, 2, 3, 4, 5, 6, -1, 7, 8, 9, 10, 11, 12];
    const units = asItWas(badged, {} as Paragraph, STILL, turn);
    expect(units.map(({ order }) => order)).toEqual([0, 8]);
  });

  it("B1 loses the blanks that fill the room behind it, however many there are", () => {
    expect(wordsOf("Name.of.child......")).toBe("Name.of.child");
    expect(wordsOf("Name.of.child..")).toBe("Name.of.child");
  });

  it("keeps the blank that parts it from the next line", () => {
    expect(wordsOf("Name.of.")).toBe("Name.of.");
  });
});

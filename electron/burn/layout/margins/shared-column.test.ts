import { describe, expect, it } from "vitest";
import type { Segment } from "../model.ts";
import type { Paragraph } from "../paragraphs/paragraph.ts";
import { withEvenEnds } from "./shared-column.ts";

const EDGE = 541;

/** A line of ten words that ends here, each blank so much wider than its font's. */
function line(right: number, wider: number): Segment {
  const glyphs = Array.from({ length: 19 }, (_, i) => {
    const blank = i % 2 === 1;
    const u = right - 10 * 40 - 9 * (3 + wider) + Math.ceil(i / 2) * 40 + (i >> 1) * (3 + wider);
    return { u, advance: blank ? 3 : 40, blank, mark: -1, size: 10 };
  });
  return { glyphs, left: 71, right, v: 0, size: 10 } as unknown as Segment;
}

/** A text of two lines; of the first one is told where it ends and how wide its blanks are. */
function text(right: number, wider: number, limit = EDGE): Paragraph {
  const column = { left: 71, limit, cellLeft: undefined, cellRight: undefined, sharp: true };
  const lines = [line(right, wider), line(300, 0)];
  return { lines, align: "left", anchor: 71, column, justified: true } as unknown as Paragraph;
}

function areJustified(texts: readonly Paragraph[]): readonly boolean[] {
  return withEvenEnds(texts).map(({ justified }) => justified);
}

describe("whether texts of one column are set to both margins", () => {
  it("B1 a line whose blanks happened not to grow is as even as those beside it that miss their margin too", () => {
    const stretched = [text(540.5, 0.4), text(539.5, 0.3), text(540.3, 0.5), text(539.8, 0.2)];
    expect(areJustified([...stretched, text(540, 0)])).toEqual([true, true, true, true, true]);
    expect(areJustified([...stretched, text(540, 0.1)])).toEqual([true, true, true, true, true]);
  });

  it("B1 beside lines that meet their margin it was left ragged", () => {
    const stretched = [text(541, 0.4), text(541, 0.3), text(541, 0.5), text(541, 0.2)];
    expect(areJustified([...stretched, text(540, 0)])).toEqual([true, true, true, true, false]);
  });

  it("B1 a burnt line of its own is set as the texts beside it are: in a twin it may be two", () => {
    const alone = (size: number, touched = true): Paragraph => {
      const column = { left: 71, limit: EDGE, cellLeft: undefined, cellRight: undefined };
      const lines = [{ ...line(400, 0), touched, size }];
      const one = { lines, align: "left", anchor: 71, column: { ...column, sharp: true } };
      return { ...one, justified: false } as unknown as Paragraph;
    };
    const even = [text(541, 0.4), text(541, 0.3)];
    expect(areJustified([...even, alone(10)]).at(-1)).toBe(true);
    expect(areJustified([...even, alone(16)]).at(-1)).toBe(false);
    expect(areJustified([...even, alone(10, false)]).at(-1)).toBe(false);
    const ragged = [text(520, 0), text(530, 0)];
    expect(areJustified([...ragged, alone(10)]).at(-1)).toBe(false);
  });

  it("B1 lines far before the margin are ragged whatever stands beside them", () => {
    const stretched = [text(540.5, 0.4), text(539.5, 0.3), text(540.3, 0.5), text(539.8, 0.2)];
    expect(areJustified([...stretched, text(520, 0)]).at(-1)).toBe(false);
  });
});

import { expect, it } from "vitest";
import { columnsTell, fitsCells } from "./columns-tell.ts";
import type { Segment } from "../model.ts";
import type { Paragraph } from "../paragraphs/paragraph.ts";

const FRAME = { key: "0", cos: 1, sin: 0 };
const NO_WALLS = { upright: [], level: [] };

/** A word of letters 5 points wide each; burnt ones are those that a mark burns. */
function word(left: number, v: number, letters: number, burnt = false): Segment {
  const glyphs = Array.from({ length: letters }, (_, i) => ({
    u: left + i * 5,
    v,
    advance: 5,
    size: 10,
    blank: false,
    mark: burnt ? 0 : -1,
    item: { shape: { unicode: "a" }, face: { monospace: false } },
  }));
  const right = left + letters * 5;
  return { frame: FRAME, glyphs, left, right, v, size: 10, touched: burnt } as unknown as Segment;
}

const text = (line: Segment) =>
  ({ lines: [line], align: "left", column: {} }) as unknown as Paragraph;

it("B1 a column that words may have pushed is one place for all of its rows, told by which one it is", () => {
  const rows = [700, 685, 670].map((v) => [word(72, v, 9, true), word(131.7, v, 12)] as const);
  const segments = rows.flat();
  const paragraphs = segments.map(text);
  const tell = (line: Segment) => columnsTell(text(line), paragraphs, segments, NO_WALLS);
  const places = rows.map(([name]) => tell(name));
  expect(places[0]).toMatch(/^tab /u);
  expect(new Set(places).size).toBe(1);
  expect(tell(rows[0]![1])).toBeUndefined();
});

it("B1 a column was made for the longest of its cells where that stands on one line, not where it is broken", () => {
  const cell = (...lines: readonly Segment[]) => ({ ...text(lines[0]!), lines }) as Paragraph;
  const other = cell(word(103, 700, 4));
  const whole = cell(word(3, 700, 19));
  // Together as long as the column is wide, but for the space that a line's end took.
  const broken = cell(word(3, 700, 12, true), word(3, 688, 6));
  expect(fitsCells([0, 101, 170], [whole, other], whole.lines[0])).toBe(true);
  expect(fitsCells([0, 98.5, 170], [broken, other], broken.lines[0])).toBe(false);
});

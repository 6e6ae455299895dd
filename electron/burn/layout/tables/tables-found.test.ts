import { describe, expect, it } from "vitest";
import type { DisplayList } from "../../crisp/interpret/display-list.ts";
import { edgesAt } from "./columns-tell.ts";
import type { Found } from "../paragraphs/find.ts";
import { frameOf } from "../lines/frame.ts";
import type { Segment } from "../model.ts";
import type { Paragraph } from "../paragraphs/paragraph.ts";
import type { Walls } from "../lines/rules.ts";
import { tablesOf } from "./tables-found.ts";

const SIZE = 10;
const PAGE = { width: 600, height: 800, items: [] } as unknown as DisplayList;

/** A line of so many letters of five points, without blanks; the first ones are burnt. */
function line(left: number, v: number, letters: number, burnt = 0): Segment {
  const glyphs = Array.from({ length: letters }, (_, i) => ({
    u: left + 5 * i,
    v,
    advance: 5,
    size: SIZE,
    blank: false,
    order: i,
    mark: i < burnt ? 0 : -1,
    item: { shape: { unicode: "a" } },
  }));
  const at = { left, right: left + 5 * letters, v, size: SIZE, touched: burnt > 0 };
  return { frame: frameOf([1, 0, 0, 1, 0, 0]), glyphs, ...at } as unknown as Segment;
}

/** A row of cells between upright walls, on a browser's pixels: the texts of each, line by line. */
function tables(edges: readonly number[], ...cells: (readonly Segment[])[]) {
  const walls: Walls = {
    upright: edges.map((at) => ({ at, from: 640, to: 700 })),
    level: [640, 700].map((at) => ({ at, from: edges[0]!, to: edges.at(-1)! })),
  };
  const paragraphs = cells.flat().map((one) => {
    const i = edges.findLastIndex((edge) => edge < one.left);
    const column = { cellLeft: edges[i], cellRight: edges[i + 1] };
    return { lines: [one], column, align: "left" } as unknown as Paragraph;
  });
  return tablesOf(PAGE, { paragraphs } as unknown as Found, walls);
}

const EDGES = [60, 120, 300];
const texts = (edges: readonly number[], ...cells: (readonly Segment[])[]) =>
  tables(edges, ...cells)[0]?.cells.map(({ lines }) => lines.length);

describe("tables that are laid out anew", () => {
  it("B1 lines that a cell's width broke are one text, however they look", () => {
    const long = [line(125, 680, 34, 3), line(125, 667, 20)];
    expect(texts(EDGES, [line(65, 680, 4)], long)).toEqual([1, 2]);
  });

  it("B3 a line that was ended on purpose stays a line", () => {
    const person = [line(125, 680, 8, 6), line(125, 667, 6), line(125, 654, 6, 2)];
    // What a burnt word begins has no known length.
    expect(texts(EDGES, [line(65, 680, 4)], person)).toEqual([1, 1, 2]);
  });

  it("B3 boxes side by side are none, and a stripe beside a text is no column", () => {
    expect(tables(EDGES, [line(65, 680, 4)], [line(125, 680, 8, 3)])).toHaveLength(1);
    const boxes = [60, 240, 270, 450];
    expect(tables(boxes, [line(65, 680, 8, 3)], [line(275, 680, 20)])).toEqual([]);
    const striped: Walls = {
      upright: [60, 64.5, 300].map((at) => ({ at, from: 640, to: 700 })),
      level: [],
    };
    expect(edgesAt(striped, line(70, 680, 8, 3))).toEqual([60, 300]);
  });
});

import { expect, it } from "vitest";
import { Columns } from "./columns.ts";
import type { Segment } from "../model.ts";
import { textsOf } from "./text-ends.ts";

const WIDE = 595;

function line(text: string, left: number, right: number, v: number): Segment {
  const advance = (right - left) / text.length;
  const glyphs = [...text].map((unicode, i) => {
    const mark = unicode === "#" ? 0 : -1;
    const blank = unicode === " ";
    const item = { shape: { unicode, advance: advance / 10 }, matrix: [10, 0, 0, 10, 0, 0] };
    return { u: left + i * advance, advance, blank, mark, size: 10, item };
  });
  return { glyphs, left, right, v, size: 10, touched: text.includes("#") } as unknown as Segment;
}

/** The texts of a signature at the right margin, whose name begins here, and of what follows it. */
function texts(start: number): readonly string[] {
  const chain = [
    line("Signed: ######", start, 524, 500),
    line("Witness: ######, for the partnership", 357, 524, 487),
    line("14 June 2021", 466, 524, 474),
    line("The school had heard of it in the week before and wrote of that", 71, 515, 461),
    line("to the duty manager.", 71, 150, 448),
  ];
  const walls = { upright: [], level: [] };
  const columns = new Columns(chain, walls, 0, WIDE, (s) => [s.left, s.right]);
  const wordOf = (s: Segment) =>
    s.glyphs
      .map((g) => g.item.shape.unicode)
      .join("")
      .split(" ")[0]!;
  return textsOf(chain, columns).map((lines) => lines.map(wordOf).join(" "));
}

it("B1 lines set from the right are texts of their own, however long the names in them", () => {
  expect(texts(434)[0]).toBe("Signed:");
  expect(texts(380)).toEqual(texts(434));
  expect(texts(357.6)).toEqual(texts(434));
});

/** The names of a block of a spreadsheet's rows, of which the third is burnt; the longest is far from full. */
function rows(name: string): readonly string[] {
  const names = ["Northampstead", "Southavenbury", name, "Vale of Estermere", "Wickfordshire"];
  const chain = names.map((text, i) => line(text, 43, 43 + 5 * text.length, 500 - 11 * i));
  const edge = (at: number) => ({ at, from: 400, to: 600 });
  const walls = { upright: [edge(33), edge(200)], level: [] };
  const columns = new Columns(chain, walls, 0, WIDE, (s) => [s.left, s.right]);
  return textsOf(chain, columns).map((lines) => String(lines.length));
}

it("B1 B3 rows of one cell are texts of their own where the next word would have fitted", () => {
  for (const name of ["##", "#########", "####################", "###########################"])
    expect(rows(name)).toEqual(["1", "1", "1", "1", "1"]);
});

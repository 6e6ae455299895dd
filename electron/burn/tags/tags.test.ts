import { describe, expect, it } from "vitest";
import type { SourceTag } from "../../pdfium/tags.ts";
import { sourceBlocks } from "./from-source.ts";
import type { StructureNode } from "./model.ts";
import { numberingOf } from "./numbering.ts";
import { tagTree } from "./tree.ts";
import type { Piece } from "./tree.ts";

type Kid = SourceTag | number | null;

const tag = (role: string, ...kids: readonly Kid[]): SourceTag => ({
  role,
  kids,
  colSpan: 1,
  rowSpan: 1,
});

/** Roles and numbers of what comes of a source's tags: "P(0 1)". */
function formOf(
  tags: readonly SourceTag[],
  extents: readonly (readonly [number, number])[] = [],
): string {
  const blocks = [...sourceBlocks(tags)].sort((a, b) => a[0] - b[0]);
  const pieces = blocks.map(([number, block]): Piece => {
    const extent = extents[number];
    return { block, text: "", ...(extent ? { extent } : {}) };
  });
  return tagTree(pieces).nodes.map(form).join(" ");
}

function form({ role, kids }: StructureNode): string {
  if (kids.length === 0) return role;
  return `${role}(${kids.map((kid) => (typeof kid === "number" ? kid : form(kid))).join(" ")})`;
}

describe("tags of a source", () => {
  it("B3 are read in their own order, whatever was painted first", () => {
    expect(formOf([tag("Document", tag("P", 2), tag("Sect", tag("H2", 0), tag("P", 1)))])).toBe(
      "P(0) H2(1) P(2)",
    );
  });

  it("what only groups or decorates is passed over", () => {
    const words = tag("P", tag("Span", 0, tag("Strong", 1)), tag("Quote", 2));
    expect(formOf([tag("Document", tag("Div", words))])).toBe("P(0 1 2)");
  });

  it("lists have items of label and text, even where the source is sloppy", () => {
    const item = tag(
      "LI",
      tag("Lbl", 0),
      tag("NonStruct", 1),
      tag("L", tag("LI", tag("LBody", 2))),
    );
    expect(formOf([tag("L", item)])).toBe("L(LI(Lbl(0) LBody(1 L(LI(LBody(2))))))");
    expect(formOf([tag("Document", tag("LI", tag("LBody", 0)))])).toBe("L(LI(LBody(0)))");
  });

  it("a paragraph never stands in a paragraph", () => {
    expect(formOf([tag("P", 0, tag("Note", tag("P", 1)), 2)])).toBe("P(0 1) P(2)");
  });

  it("loose text of a group stays together, and apart from what stands between", () => {
    expect(formOf([tag("Document", tag("Div", 0, tag("Link", 1), tag("P", 2), 3))])).toBe(
      "P(0 1) P(2) P(3)",
    );
  });

  it("cells without content keep their place in a row", () => {
    const head = tag("TR", tag("TH", 0), tag("TH", 1), tag("TH", 2));
    const told = tag("TR", tag("TD", 3), null, tag("TD", 4));
    expect(formOf([tag("Table", tag("THead", head), tag("TBody", told))])).toBe(
      "Table(TR(TH(0) TH(1) TH(2)) TR(TD(3) TD TD(4)))",
    );
    const left = tag("TR", tag("TD", 3), tag("TD", 4));
    const extents = [
      [0, 10],
      [20, 30],
      [40, 50],
      [0, 8],
      [42, 50],
    ] as const;
    expect(formOf([tag("Table", head, left)], extents)).toBe(
      "Table(TR(TH(0) TH(1) TH(2)) TR(TD(3) TD TD(4)))",
    );
  });

  it("is finished with tags nested beyond all reason", () => {
    let deep = tag("P", 0);
    for (let i = 0; i < 60; i++) deep = tag(i % 2 === 0 ? "L" : "TR", deep);
    expect(formOf([deep])).toContain("P(0)");
  });
});

describe("lists", () => {
  it.each([
    [["1.", "2.", "10."], "Decimal"],
    [["(a)", "(b)"], "LowerAlpha"],
    [["i.", "ii."], "LowerRoman"],
    [["\u2022", "\u2022"], "Disc"],
    [["1.", "\u2022"], undefined],
    [[], undefined],
  ])("count as their labels do: %j", (labels, numbering) => {
    expect(numberingOf(labels)).toBe(numbering);
  });
});

// What tags may hold. Data only.
import { any, list, number, one, text, value } from "./shapes.ts";
import type { Rule } from "./shapes.ts";

/** Roles of ISO 32000 that an export uses. */
const ROLES =
  "Document P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD Figure Caption Link BlockQuote TOC TOCI".split(
    " ",
  );

export const TAGS_RULES: Readonly<Record<string, Rule>> = {
  tags: {
    called: "tag tree",
    when: { Type: "StructTreeRoot" },
    keys: {
      Type: value("StructTreeRoot"),
      K: list(one("tag")),
      ParentTree: one("parents"),
      ParentTreeNextKey: number,
    },
  },
  parents: {
    called: "tag index",
    keys: { Nums: list(any(number, one("tag"), list(one("tag")))) },
  },
  tag: {
    called: "tag",
    keys: {
      Type: value("StructElem"),
      S: value(...ROLES),
      P: one("tags", "tag"),
      Pg: one("page"),
      K: any(number, one("object-mark"), list(any(number, one("object-mark", "tag")))),
      Alt: text,
      A: one("attribute"),
    },
  },
  "object-mark": {
    called: "tag",
    when: { Type: "OBJR" },
    keys: { Type: value("OBJR"), Obj: one("link"), Pg: one("page") },
  },
  attribute: {
    called: "tag attribute",
    keys: {
      O: value("Table", "List"),
      RowSpan: number,
      ColSpan: number,
      Scope: value("Row", "Column"),
      ListNumbering: value(
        "Disc",
        "Decimal",
        "LowerAlpha",
        "UpperAlpha",
        "LowerRoman",
        "UpperRoman",
      ),
    },
  },
};

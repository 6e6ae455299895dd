// What tags may hold. Data only.
import { any, list, name, number, numbers, one, text, value } from "./shapes.ts";
import type { Rule } from "./shapes.ts";

/** Roles of ISO 32000 that an export may use. */
const ROLES = (
  "Document Part Sect Div P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table THead TBody TFoot TR TH TD " +
  "Figure Caption Formula Form Link Note Reference Span Quote BlockQuote TOC TOCI Index Code"
).split(" ");

export const TAGS_RULES: Readonly<Record<string, Rule>> = {
  tags: {
    called: "tag tree",
    when: { Type: "StructTreeRoot" },
    keys: {
      Type: value("StructTreeRoot"),
      K: any(one("tag"), list(one("tag"))),
      ParentTree: one("parents"),
      ParentTreeNextKey: number,
    },
  },
  parents: {
    called: "tag index",
    keys: {
      Nums: list(any(number, one("tag"), list(any(one("tag"), value("null"))))),
      Kids: list(one("parents")),
      Limits: numbers,
    },
  },
  tag: {
    called: "tag",
    keys: {
      Type: value("StructElem"),
      S: value(...ROLES),
      P: one("tags", "tag"),
      Pg: one("page"),
      K: any(
        number,
        one("content-mark", "object-mark", "tag"),
        list(any(number, one("content-mark", "object-mark", "tag"))),
      ),
      Alt: text,
      ActualText: text,
      Lang: text,
      A: any(one("attribute"), list(one("attribute"))),
    },
  },
  "content-mark": {
    called: "tag",
    when: { Type: "MCR" },
    keys: { Type: value("MCR"), Pg: one("page"), MCID: number },
  },
  "object-mark": {
    called: "tag",
    when: { Type: "OBJR" },
    keys: { Type: value("OBJR"), Obj: one("link"), Pg: one("page") },
  },
  attribute: {
    called: "tag attribute",
    keys: {
      O: value("Table", "Layout", "List"),
      RowSpan: number,
      ColSpan: number,
      Scope: value("Row", "Column", "Both"),
      BBox: numbers,
      Placement: name,
      ListNumbering: name,
    },
  },
};

// What the file as a whole may hold: catalog, outline, labels, properties, lists of pages. Data only.
import {
  any,
  bytes,
  destination,
  list,
  name,
  number,
  numbers,
  one,
  text,
  value,
  streamKeys,
} from "./shapes.ts";
import type { Rule } from "./shapes.ts";

export const DOCUMENT_RULES: Readonly<Record<string, Rule>> = {
  trailer: {
    called: "trailer",
    keys: { Size: number, Root: one("catalog"), Info: one("info"), ID: list(bytes) },
  },
  xref: {
    called: "cross-reference stream",
    when: { Type: "XRef" },
    stream: true,
    keys: {
      Type: value("XRef"),
      Size: number,
      Root: one("catalog"),
      Info: one("info"),
      ID: list(bytes),
      W: numbers,
      Index: numbers,
      ...streamKeys,
    },
  },
  packed: {
    called: "object stream",
    when: { Type: "ObjStm" },
    stream: true,
    keys: { Type: value("ObjStm"), N: number, First: number, ...streamKeys },
  },
  filter: {
    called: "filter setting",
    keys: { K: value(-1), Columns: number, Rows: number },
  },
  catalog: {
    called: "catalog",
    keys: {
      Type: value("Catalog"),
      Pages: one("pages"),
      Lang: text,
      ViewerPreferences: one("viewer"),
      MarkInfo: one("markinfo"),
      StructTreeRoot: one("tags"),
      Metadata: one("metadata"),
      Outlines: one("outline"),
      PageMode: value("UseOutlines"),
      PageLabels: one("labels"),
    },
  },
  viewer: { called: "viewer setting", keys: { DisplayDocTitle: value(true) } },
  markinfo: { called: "tagging mark", keys: { Marked: value(true), Suspects: value(false) } },
  metadata: {
    called: "metadata packet",
    stream: true,
    keys: { Type: value("Metadata"), Subtype: value("XML"), ...streamKeys },
  },
  info: {
    called: "document information",
    keys: { Title: text, Producer: text, Creator: text, CreationDate: text, ModDate: text },
  },
  labels: { called: "page labels", keys: { Nums: list(any(number, one("label"))) } },
  label: { called: "page label", keys: { Type: value("PageLabel"), S: name, P: text, St: number } },
  outline: {
    called: "outline",
    when: { Type: "Outlines" },
    keys: { Type: value("Outlines"), First: one("bookmark"), Last: one("bookmark"), Count: number },
  },
  bookmark: {
    called: "bookmark",
    keys: {
      Title: text,
      Parent: one("outline", "bookmark"),
      Prev: one("bookmark"),
      Next: one("bookmark"),
      Dest: destination,
      First: one("bookmark"),
      Last: one("bookmark"),
      Count: number,
    },
  },
  pages: {
    called: "page list",
    when: { Type: "Pages" },
    keys: {
      Type: value("Pages"),
      Kids: list(one("pages", "page")),
      Count: number,
      Parent: one("pages"),
      MediaBox: numbers,
    },
  },
};

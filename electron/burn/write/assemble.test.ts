import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber } from "pdf-lib";
import { describe, expect, it } from "vitest";
import type { PageLink, StructureNode } from "../tags/model.ts";
import { assemble } from "./assemble.ts";
import type { BoundPage } from "./bind.ts";

function page(structure: readonly StructureNode[], links: readonly PageLink[] = []): BoundPage {
  return {
    width: 595,
    height: 842,
    content: new TextEncoder().encode("/P <</MCID 0>> BDC EMC"),
    fonts: new Map(),
    images: new Map(),
    structure,
    links,
    burned: { page: 1, kind: "crisp", boxes: [], touched: [], touchedOriginal: [] },
  };
}

async function exported(...pages: readonly BoundPage[]): Promise<PDFDocument> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  const bytes = await assemble(doc, {
    pages,
    bookmarks: [],
    labels: null,
    title: "A report",
    language: "en-GB",
  });
  return PDFDocument.load(bytes, { updateMetadata: false });
}

function tagsOf(doc: PDFDocument): readonly PDFDict[] {
  return doc.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFDict)
    .filter((dict) => dict.get(PDFName.of("Type")) === PDFName.of("StructElem"));
}

const rolesOf = (doc: PDFDocument) => tagsOf(doc).map((tag) => String(tag.get(PDFName.of("S"))));

describe("the export", () => {
  it("B3 every tag has a parent and every marked content a place in the parent tree", async () => {
    const link: PageLink = { rects: [[72, 100, 90, 112]], target: { page: 1 }, text: "page one" };
    const words: StructureNode = { role: "P", kids: [0, { role: "Link", kids: [1], link: 0 }] };
    const doc = await exported(page([words], [link]));
    expect(rolesOf(doc).sort()).toEqual(["/Document", "/Link", "/P"]);
    expect(tagsOf(doc).every((tag) => tag.has(PDFName.of("P")))).toBe(true);
    const numbers = doc.catalog
      .lookup(PDFName.of("StructTreeRoot"), PDFDict)
      .lookup(PDFName.of("ParentTree"), PDFDict)
      .lookup(PDFName.of("Nums"), PDFArray);
    expect(numbers.size()).toBe(4);
    const pieces = numbers.lookup(1, PDFArray);
    expect(
      pieces.asArray().map((ref) => String(doc.context.lookup(ref, PDFDict).get(PDFName.of("S")))),
    ).toEqual(["/P", "/Link"]);
  });

  it("B3 a link has an annotation for each of its lines, described by what it says", async () => {
    const link: PageLink = {
      rects: [
        [72, 100, 90, 112],
        [72, 86, 80, 98],
      ],
      target: { uri: "https://www.example.org/guidance" },
      text: "www.example.org/guidance",
    };
    const doc = await exported(
      page([{ role: "P", kids: [{ role: "Link", kids: [0], link: 0 }] }], [link]),
    );
    const annotations = doc.getPage(0).node.lookup(PDFName.of("Annots"), PDFArray);
    const dicts = annotations.asArray().map((ref) => doc.context.lookup(ref, PDFDict));
    expect(dicts.map((dict) => dict.lookup(PDFName.of("Rect"))!.toString())).toEqual([
      "[ 72 100 90 112 ]",
      "[ 72 86 80 98 ]",
    ]);
    expect(dicts.map((dict) => dict.lookup(PDFName.of("Contents"))!.toString())).toEqual([
      "(www.example.org/guidance)",
      "(www.example.org/guidance)",
    ]);
    const tag = tagsOf(doc).find((dict) => String(dict.get(PDFName.of("S"))) === "/Link")!;
    expect(tag.lookup(PDFName.of("K"), PDFArray).size()).toBe(3);
  });

  it("B3 headings count from one without gaps over all pages", async () => {
    const heading = (role: "H2" | "H4" | "H5", piece: number): StructureNode => ({
      role,
      kids: [piece],
    });
    const doc = await exported(
      page([heading("H2", 0), heading("H5", 1)]),
      page([heading("H4", 0), heading("H2", 1), heading("H5", 2)]),
    );
    expect(rolesOf(doc).filter((role) => role.startsWith("/H"))).toEqual([
      "/H1",
      "/H2",
      "/H2",
      "/H1",
      "/H2",
    ]);
  });

  it("B3 rows and heads of a table say what they span and what they stand for", async () => {
    const row: StructureNode = {
      role: "TR",
      kids: [
        { role: "TH", kids: [0], scope: "Column", colSpan: 2 },
        { role: "TD", kids: [] },
      ],
    };
    const doc = await exported(page([{ role: "Table", kids: [row] }]));
    const [head, empty] = tagsOf(doc).filter((tag) =>
      /\/T[HD]/.test(String(tag.get(PDFName.of("S")))),
    );
    const attributes = head!.lookup(PDFName.of("A"), PDFDict);
    expect(attributes.lookup(PDFName.of("ColSpan"), PDFNumber).asNumber()).toBe(2);
    expect(String(attributes.get(PDFName.of("Scope")))).toBe("/Column");
    expect(empty!.has(PDFName.of("K"))).toBe(false);
  });
});

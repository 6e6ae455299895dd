import { PDFArray, PDFDict, PDFDocument, PDFName } from "pdf-lib";
import { describe, expect, it } from "vitest";
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { PageOutput } from "../page-output.ts";
import { assemble } from "./assemble.ts";

function page(touched: readonly Rect[]): PageOutput {
  return {
    width: 595,
    height: 842,
    content: new TextEncoder().encode("/P <</MCID 0>> BDC EMC"),
    fonts: new Map(),
    images: new Map(),
    structure: [{ mcid: 0, role: "P" }],
    burned: { page: 1, kind: "crisp", boxes: [], touched, touchedOriginal: touched },
  };
}

async function exported(touched: readonly Rect[], links: readonly Rect[]) {
  const doc = await PDFDocument.create({ updateMetadata: false });
  const bytes = await assemble(doc, {
    pages: [page(touched)],
    links: [links.map((rect) => ({ rect, page: 1 }))],
    bookmarks: [],
    labels: null,
    title: "A report",
    language: "en-GB",
  });
  return PDFDocument.load(bytes, { updateMetadata: false });
}

describe("the export", () => {
  it("B1 links on lines that were set anew are left out, those on the next line stay", async () => {
    const line: Rect = [72, 600, 523, 614];
    const doc = await exported(
      [line],
      [
        [200, 600, 240, 613],
        [200, 587, 240, 601],
      ],
    );
    const annotations = doc.getPage(0).node.lookup(PDFName.of("Annots"), PDFArray);
    const rects = annotations
      .asArray()
      .map((ref) =>
        doc.context.lookup(ref, PDFDict).lookup(PDFName.of("Rect"), PDFArray).toString(),
      );
    expect(rects).toEqual(["[ 200 587 240 601 ]"]);
  });

  it("B3 every tag has a parent and every marked content a place in the parent tree", async () => {
    const doc = await exported([], [[72, 100, 90, 112]]);
    const tags = doc.context
      .enumerateIndirectObjects()
      .map(([, object]) => object)
      .filter((object) => object instanceof PDFDict)
      .filter((dict) => dict.get(PDFName.of("Type")) === PDFName.of("StructElem"));
    expect(tags.map((tag) => tag.get(PDFName.of("S"))!.toString()).sort()).toEqual([
      "/Document",
      "/Link",
      "/P",
    ]);
    expect(tags.every((tag) => tag.has(PDFName.of("P")))).toBe(true);
    const root = doc.catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict);
    const numbers = root
      .lookup(PDFName.of("ParentTree"), PDFDict)
      .lookup(PDFName.of("Nums"), PDFArray);
    expect(numbers.size()).toBe(4);
  });
});

// A scanned letter from end to end: read from its picture, its names suggested, burnt where the
// suggestions say, and read again from the export's picture.
import { describe, expect, it } from "vitest";
import { burn } from "../../../electron/burn/burn.ts";
import { suggest } from "../../../electron/detect/suggest.ts";
import { readScannedPage } from "../../../electron/ocr/scanned-page.ts";
import { openPdfium } from "../../../electron/pdfium/document.ts";
import { readDocumentText } from "../../../electron/text/document-text.ts";
import type { PageText } from "../../../shared/model/page.ts";
import { rectsOfSpan } from "../../../shared/text/span-rects.ts";
import { scannedLetter } from "../../fixtures/scanned-letter.ts";

async function read(bytes: Uint8Array): Promise<PageText> {
  const pages: PageText[] = [];
  await readDocumentText({ bytes, name: "letter.pdf" }, (page) => pages.push(page));
  return pages[0]!;
}

/** What the picture alone says, whatever layer of words lies over it. */
async function readPicture(bytes: Uint8Array): Promise<string> {
  const document = await openPdfium(bytes);
  const nothing = { page: 1, text: "", quads: new Float32Array(0), source: "text", confidence: 1 };
  const page = await readScannedPage(document, nothing as PageText);
  document.close();
  return page.text;
}

describe("a scanned letter", { timeout: 180_000 }, () => {
  it("its names are suggested, and B2 nothing of them can be read from the export's picture", async () => {
    const original = await scannedLetter();
    const page = await read(original);
    const [answer] = await suggest(
      [{ id: "d", name: "letter.pdf", pages: [{ page: 1, text: page.text }] }],
      {},
    );
    const found = answer![1].filter((f) => f.identifier === "direct" && f.tier === "suggested");
    const texts = found.map((f) => f.text.replace(/\s+/g, " "));
    for (const name of ["Caleb Whitlock", "Kelly-Anne Whitlock", "Noah", "999 127 4405"])
      expect(texts).toContain(name);
    for (const name of ["Fenwick", "Marsh", "Nair"])
      expect(texts.some((text) => text.includes(name))).toBe(true);

    const marks = found.flatMap((f, i) =>
      rectsOfSpan(page.quads, f.start, f.end).map((rect) => ({
        page: 1,
        rect,
        group: String(i),
        reason: "other-name",
      })),
    );
    const { bytes, report } = await burn({ original, marks, mode: "auto", language: "en-GB" });
    expect(report.pages[0]!.kind).toBe("sealed");
    const again = await readPicture(bytes);
    for (const name of ["Caleb", "Whitlock", "Kelly", "Noah", "Fenwick", "Marsh", "Nair", "4405"])
      expect(again).not.toContain(name);
    expect(again).toContain("answered several of my questions");
  });
});

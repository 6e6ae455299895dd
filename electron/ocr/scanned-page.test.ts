import { describe, expect, it } from "vitest";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { rectsOfSpan } from "../../shared/text/span-rects.ts";
import type { PageText } from "../../shared/model/page.ts";
import { LETTER_LINES, scannedLetter } from "../../test/fixtures/scanned-letter.ts";
import type { ScanOptions } from "../../test/fixtures/scanned-letter.ts";
import { toPixels, transformRect } from "../pdfium/display.ts";
import { openPdfium } from "../pdfium/document.ts";
import { readPageText } from "../text/page-text.ts";
import { readDocumentText } from "../text/document-text.ts";
import { readPictureText } from "./picture-text.ts";
import { readScannedPage } from "./scanned-page.ts";

async function read(bytes: Uint8Array): Promise<PageText> {
  const pages: PageText[] = [];
  await readDocumentText({ bytes, name: "letter.pdf" }, (page) => pages.push(page));
  return pages[0]!;
}

const words = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? [];

// Reading a picture is real work: a crowded machine needs its time.
describe("pages without text", { timeout: 180_000 }, () => {
  it("are read from their picture, and say so", async () => {
    const page = await read(await scannedLetter());
    expect(page.source).toBe("ocr");
    expect(page.confidence).toBeGreaterThan(0.85);
    expect(page.quads.length).toBe(page.text.length * 8);
    expect(words(page.text)).toEqual(words(LETTER_LINES.join("\n")));
  });

  it.each<ScanOptions>([{ turned: 90 }, { turned: 180 }, { turned: 270 }, { rotate: 90 }])(
    "whichever way they lie: %o; a name's rectangle covers its ink",
    async (options) => {
      const bytes = await scannedLetter(options);
      const document = await openPdfium(bytes);
      const page = await readScannedPage(document, readPageText(document, 1));
      const at = page.text.indexOf("Kelly-Anne Whitlock");
      expect(at).toBeGreaterThan(0);
      const rects = rectsOfSpan(page.quads, at, at + "Kelly-Anne Whitlock".length);
      expect(rects).toHaveLength(1);
      const picture = document.render(1, { dpi: 150 });
      const box = transformRect(toPixels(document.geometry(1), picture), rects[0]!);
      const inked = (x0: number, y0: number, x1: number, y1: number): boolean => {
        for (let y = Math.round(y0); y < y1; y++)
          for (let x = Math.round(x0); x < x1; x++)
            if (picture.rgba[(y * picture.width + x) * 4]! < 120) return true;
        return false;
      };
      // Ink inside, and none on a thin frame around it: no letter is cut by an edge.
      expect(inked(...box)).toBe(true);
      const [x0, y0, x1, y1] = box;
      expect(inked(x0 - 2, y0, x0, y1) || inked(x1, y0, x1 + 1, y1)).toBe(false);
      document.close();
    },
  );

  it("an empty sheet stays empty, and a page with text is not read twice", async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage();
    const font = await pdf.embedFont(StandardFonts.Helvetica);
    pdf.addPage().drawText("Twenty words would be enough, and here are some of them to see.", {
      x: 40,
      y: 700,
      size: 12,
      font,
    });
    const document = await openPdfium(await pdf.save());
    for (const page of [1, 2]) {
      const text = readPageText(document, page);
      expect(await readScannedPage(document, text)).toBe(text);
    }
    document.close();
  });

  it("a sheet of the largest size a PDF may have costs no more than a small one", async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage([14_400, 14_400]).drawRectangle({ x: 100, y: 100, width: 9_000, height: 4_000 });
    const document = await openPdfium(await pdf.save());
    const before = process.memoryUsage.rss();
    const text = readPageText(document, 1);
    expect(await readPictureText(document, text, [])).toBe(text);
    expect(process.memoryUsage.rss() - before).toBeLessThan(200 * 2 ** 20);
    document.close();
  });

  it("a stamped line of real text comes first, once, with its own quads", async () => {
    const scan = await PDFDocument.load(await scannedLetter());
    const font = await scan.embedFont(StandardFonts.Helvetica);
    scan.getPage(0).drawText("Bundle page 12", { x: 400, y: 810, size: 11, font });
    const document = await openPdfium(await scan.save());
    const native = readPageText(document, 1);
    const page = await readScannedPage(document, native);
    expect(page.text.startsWith("Bundle page 12\nMILLRACE SURGERY")).toBe(true);
    expect(page.text.match(/Bundle/g)).toHaveLength(1);
    expect([...page.quads.subarray(0, 8)]).toEqual([...native.quads.subarray(0, 8)]);
    document.close();
  });
});

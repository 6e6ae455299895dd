// What the window shows as "the public sees it" must be what an export shows, dot for dot.
import { describe, expect, it } from "vitest";
import { benchDocument } from "../../test/bench/burn-document.ts";
import { openPdfium, type PdfiumDocument } from "../pdfium/document.ts";
import { burn } from "./burn.ts";
import { draftPage } from "./draft.ts";

const WIDE = { widthPx: 700 };

async function seen<T>(bytes: Uint8Array, look: (document: PdfiumDocument) => T): Promise<T> {
  const document = await openPdfium(bytes);
  try {
    return look(document);
  } finally {
    document.close();
  }
}

describe("a page as it would be burnt", () => {
  const { bytes: original, marks } = benchDocument(2);

  it.each([
    { how: "crisp", sealedPages: [] },
    { how: "sealed", sealedPages: [2] },
  ])("is the export's page, dot for dot: $how", async ({ sealedPages }) => {
    const exported = await burn({
      original,
      marks,
      mode: "auto",
      sealedPages,
      language: "en-GB",
      epoch: 0,
    });
    const document = await openPdfium(original);
    const draft = await draftPage(document, { original, marks, sealedPages }, 2);
    document.close();
    expect(await seen(draft, (d) => d.pageCount)).toBe(1);
    const picture = await seen(draft, (d) => d.render(1, WIDE));
    const wanted = await seen(exported.bytes, (d) => d.render(2, WIDE));
    const before = await seen(original, (d) => d.render(2, WIDE));
    expect(Buffer.compare(picture.rgba, wanted.rgba)).toBe(0);
    expect(Buffer.compare(picture.rgba, before.rgba)).not.toBe(0);
  });

  it("has the page's size where nothing is marked", async () => {
    const document = await openPdfium(original);
    const draft = await draftPage(document, { original, marks: [] }, 1);
    document.close();
    const { width, height } = await seen(draft, (d) => d.render(1, WIDE));
    expect([width, height]).toEqual(
      await seen(original, (d) => {
        const page = d.render(1, WIDE);
        return [page.width, page.height];
      }),
    );
  });
});

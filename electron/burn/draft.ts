// One page as the plan would burn it now, as a PDF of that page alone: what the window shows as "the
// public sees it". It goes through the same page burners as an export, so what is seen is what will
// be burnt; it is for eyes only, is never verified and never leaves the process that draws it.
import { PDFDocument } from "pdf-lib";
import type { BurnInput } from "../../shared/model/burning.ts";
import type { PdfiumDocument } from "../pdfium/document.ts";
import { resolveMarks } from "./marks.ts";
import { openPages } from "./pages.ts";
import { GlyphlessFont } from "./sealed/glyphless-font.ts";
import { assemble } from "./write/assemble.ts";

export type DraftInput = Pick<BurnInput, "original" | "password" | "marks" | "sealedPages">;

/** @throws Refusal where the page or a mark cannot be accounted for */
export async function draftPage(
  document: PdfiumDocument,
  input: DraftInput,
  page: number,
): Promise<Uint8Array> {
  const marks = resolveMarks(input.marks, document.pageCount, (n) => document.geometry(n));
  const doc = await PDFDocument.create({ updateMetadata: false });
  const font = new GlyphlessFont(doc);
  // Texts beside the page (bookmarks, alternatives) are swept in an export; here nobody sees them.
  const whole = { document, doc, font, terms: [], canvas: {} };
  const pages = await openPages({ ...input, mode: "auto", language: "en-GB" }, whole);
  try {
    const { output } = await pages.burn(page, marks.get(page) ?? []);
    await pages.finish();
    return await assemble(doc, {
      pages: [output],
      bookmarks: [],
      labels: null,
      title: "Draft",
      language: "en-GB",
      epoch: 0,
    });
  } finally {
    await pages.close();
  }
}

// One page as the plan would burn it now, as a PDF of that page alone: what the window shows as "the
// public sees it". It goes through the same page burner as an export, so what is seen is what will
// be burnt; it is for eyes only, is never verified and never leaves the process that draws it.
import { PDFDocument } from "pdf-lib";
import type { BurnInput } from "../../shared/model/burning.ts";
import type { PdfiumDocument } from "../pdfium/document.ts";
import { resolveMarks } from "./marks.ts";
import { PageBurner } from "./page-burner.ts";
import type { PageOutput } from "./page-output.ts";
import { assemble } from "./write/assemble.ts";
import { Binder } from "./write/bind.ts";

export type DraftInput = Pick<BurnInput, "original" | "password" | "marks" | "sealedPages">;

/** @throws Refusal where the page or a mark cannot be accounted for */
export async function draftPage(
  document: PdfiumDocument,
  input: DraftInput,
  page: number,
): Promise<Uint8Array> {
  const output = await burnOne(document, input, page);
  const doc = await PDFDocument.create({ updateMetadata: false });
  const binder = new Binder(doc);
  const bound = binder.add(output);
  binder.finish();
  return assemble(doc, {
    pages: [bound],
    bookmarks: [],
    labels: null,
    title: "Draft",
    language: "en-GB",
    epoch: 0,
  });
}

async function burnOne(
  document: PdfiumDocument,
  input: DraftInput,
  page: number,
): Promise<PageOutput> {
  const all = resolveMarks(input.marks, document.pageCount, (n) => document.geometry(n));
  const own = { page, marks: all.get(page) ?? [] };
  const burner = new PageBurner(document, input.original, input.password);
  try {
    const crisp = !input.sealedPages?.includes(page);
    const [read] = await burner.read([{ ...own, texts: false, crisp }], () => {});
    if (read?.crisp?.ok) return read.crisp.page;
    // Texts beside the page (bookmarks, alternatives) are swept in an export; here nobody sees them.
    const order = { ...own, reason: "", way: "lines", unproven: [] } as const;
    const [sealed] = await burner.seal([order], [], () => {});
    return sealed!.output;
  } finally {
    await burner.close();
  }
}

// Reads a document for burnt texts that no mark covers where nobody would look for them: in heads and
// feet (see sweep/running-heads.ts) and in QR and bar codes (see sweep/burnt-codes.ts). The headless
// command completes a plan so, before it burns and before it verifies; in the window an analyst
// decides about every place, heads, feet and codes included.
import { rectOfQuad } from "../../shared/geometry/rect.ts";
import type { PlanMark } from "../../shared/model/plan.ts";
import { CODE_DPI, findCodes, mayBearCodes } from "../ocr/codes.ts";
import { boxQuad, toUserSpace } from "../ocr/pixel-box.ts";
import { openPdfium } from "../pdfium/document.ts";
import type { PdfiumDocument } from "../pdfium/document.ts";
import { readOpenText } from "../text/page-text.ts";
import { resolveMarks } from "./marks.ts";
import { marksOnCodes } from "./sweep/burnt-codes.ts";
import type { PlacedCode } from "./sweep/burnt-codes.ts";
import { termsUnder } from "./sweep/read-terms.ts";
import { marksOnRunningHeads } from "./sweep/running-heads.ts";

export interface PlanToComplete {
  readonly bytes: Uint8Array;
  readonly password?: string | undefined;
  readonly marks: readonly PlanMark[];
}

/** Marks to add. */
export interface PlanCompletion {
  readonly heads: readonly PlanMark[];
  readonly codes: readonly PlanMark[];
  /** Pages, from 1, with a code that says nothing burnt or cannot be read, and no mark over it. */
  readonly codesLeft: readonly number[];
}

const NOTHING: PlanCompletion = { heads: [], codes: [], codesLeft: [] };

/** @throws Refusal */
export async function completePlan(input: PlanToComplete): Promise<PlanCompletion> {
  // Without a mark nothing can be repeated: no page has to be read for that.
  if (input.marks.length === 0) return NOTHING;
  const document = await openPdfium(input.bytes, input.password);
  try {
    // Each page is opened once: one of a hostile file may take long to open.
    const pages = Array.from({ length: document.pageCount }, (_, i) =>
      document.withPage(i + 1, (open) => ({
        text: readOpenText(document, open),
        geometry: open.geometry,
        mayBearCodes: mayBearCodes(document, open),
      })),
    );
    const heads = marksOnRunningHeads(pages, input.marks);
    const found: PlacedCode[] = [];
    for (const [i, page] of pages.entries())
      if (page.mayBearCodes) found.push(...(await codesOn(document, i + 1)));
    if (found.length === 0) return { ...NOTHING, heads };
    const resolved = resolveMarks(input.marks, pages.length, (page) => pages[page - 1]!.geometry);
    const marks = pages.map((_, i) => resolved.get(i + 1) ?? []);
    const terms = termsUnder(
      pages.map(({ text }, i) => ({ text, marks: marks[i]!, own: marks[i]!, passedOver: [] })),
    );
    const codes = marksOnCodes(found, marks, terms);
    return { heads, codes: codes.marks, codesLeft: codes.left };
  } finally {
    document.close();
  }
}

async function codesOn(document: PdfiumDocument, page: number): Promise<readonly PlacedCode[]> {
  const size = document.pixelSize(page, { dpi: CODE_DPI });
  const at = toUserSpace(document.geometry(page), size);
  return (await findCodes(document, page)).map(({ content, box }) => ({
    page,
    content,
    rect: rectOfQuad(boxQuad(at, box), 0),
  }));
}

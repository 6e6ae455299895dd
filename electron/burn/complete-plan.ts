// Reads a document's heads and feet for burnt texts that no mark covers there (see
// sweep/running-heads.ts). The headless command completes a plan so, before it burns and before it
// verifies; in the window an analyst decides about every place, heads and feet included.
import type { PlanMark } from "../../shared/model/plan.ts";
import { openPdfium } from "../pdfium/document.ts";
import { readPageText } from "../text/page-text.ts";
import { marksOnRunningHeads } from "./sweep/running-heads.ts";

export interface PlanToComplete {
  readonly bytes: Uint8Array;
  readonly password?: string | undefined;
  readonly marks: readonly PlanMark[];
}

/** @returns the marks to add. @throws Refusal */
export async function completePlan(input: PlanToComplete): Promise<readonly PlanMark[]> {
  // Without a mark nothing can be repeated: no page has to be read for that.
  if (input.marks.length === 0) return [];
  const document = await openPdfium(input.bytes, input.password);
  try {
    const pages = Array.from({ length: document.pageCount }, (_, i) => ({
      text: readPageText(document, i + 1),
      geometry: document.geometry(i + 1),
    }));
    return marksOnRunningHeads(pages, input.marks);
  } finally {
    document.close();
  }
}

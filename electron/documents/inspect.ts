// First look at a file that claims to be a PDF: is it one, can it be opened, is it within limits.
// Runs in a worker. Gives facts and page geometry, or a Refusal with one clear sentence.
import { createHash } from "node:crypto";
import type { DocumentFacts, PageGeometry } from "../../shared/model/page.ts";
import { displayedSize } from "../pdfium/display.ts";
import { openPdfium } from "../pdfium/document.ts";
import { mostDpi } from "../pdfium/limits.ts";

export interface Inspection {
  readonly facts: DocumentFacts;
  readonly geometry: readonly PageGeometry[];
}

/** @throws Refusal: not-a-pdf, empty, truncated, damaged, password-needed, password-wrong, and the limits. */
export async function inspect(bytes: Uint8Array, password?: string): Promise<Inspection> {
  const document = await openPdfium(bytes, password);
  try {
    const geometry: PageGeometry[] = [];
    for (let page = 1; page <= document.pageCount; page++) {
      const one = document.geometry(page);
      mostDpi(page, displayedSize(one));
      geometry.push(one);
    }
    return {
      facts: {
        sha256: createHash("sha256").update(bytes).digest("hex"),
        bytes: bytes.length,
        pages: document.pageCount,
        title: document.title,
        encrypted: document.encrypted,
        tagged: document.tagged,
      },
      geometry,
    };
  } finally {
    document.close();
  }
}

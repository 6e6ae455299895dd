// Hands a file to PDFium: a copy of its bytes in the engine's memory, and the document read from there.
// Gives the memory back where the file is refused.
import type { Pdfium } from "./engine.ts";
import { countRefusal, loadFailure } from "./limits.ts";

export interface Loaded {
  /** FPDF_DOCUMENT. */
  readonly handle: number;
  /** Where its bytes lie; to be freed after the document is closed. */
  readonly memory: number;
}

/** @throws Refusal truncated, damaged, password-needed, password-wrong, too-many-pages. */
export function load(pdfium: Pdfium, bytes: Uint8Array, password: string | undefined): Loaded {
  const memory = pdfium.malloc(bytes.length);
  pdfium.heap.HEAPU8.set(bytes, memory);
  const handle = pdfium.api.FPDF_LoadMemDocument(memory, bytes.length, password ?? "");
  if (!handle) {
    const failure = loadFailure(pdfium.api.FPDF_GetLastError(), bytes, password);
    pdfium.free(memory);
    throw failure;
  }
  const rebuilt = !pdfium.api.FPDF_DocumentHasValidCrossReferenceTable(handle);
  const refusal = countRefusal(pdfium.api.FPDF_GetPageCount(handle), rebuilt, bytes);
  if (refusal) {
    pdfium.api.FPDF_CloseDocument(handle);
    pdfium.free(memory);
    throw refusal;
  }
  return { handle, memory };
}

// The documents that a verification reads: the original, and the export by two engines.
import type { PdfiumDocument } from "../engines/pdfium.ts";
import type { PdfjsDocument } from "../engines/pdfjs.ts";
import type { Original } from "./original.ts";

export interface Documents {
  readonly original: Original;
  readonly candidate: PdfiumDocument;
  readonly candidateSecond: PdfjsDocument;
}

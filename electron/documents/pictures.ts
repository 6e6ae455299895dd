// Draws pages for the window from documents that stay open in this worker, a few at a time.
import { openPdfium, type PdfiumDocument } from "../pdfium/document.ts";
import { encodeBmp } from "./bmp.ts";

const MOST_OPEN = 4;
const open = new Map<string, PdfiumDocument>();

/** @throws Refusal where it cannot be opened. */
export async function keepOpen(key: string, bytes: Uint8Array, password?: string): Promise<void> {
  const document = await openPdfium(bytes, password);
  open.get(key)?.close();
  open.delete(key);
  open.set(key, document);
  for (const [oldest, stale] of open) {
    if (open.size <= MOST_OPEN) break;
    stale.close();
    open.delete(oldest);
  }
}

/** Null where the document is not open (any more): the caller opens it and asks again. */
export function drawPage(
  key: string,
  page: number,
  widthPx: number,
): { type: string; bytes: Uint8Array } | null {
  const document = open.get(key);
  if (!document) return null;
  const { width, height, rgba } = document.render(page, { widthPx });
  return { type: "image/bmp", bytes: encodeBmp(width, height, rgba) };
}

// Bookmarks, and every text of a document that is on no page: it counts as text when names are
// searched, and it is never carried into an export as it stands.
import type { HiddenText } from "../../shared/model/page.ts";
import type { OutlineItem } from "../../shared/ipc/documents.ts";
import type { PdfiumDocument } from "../pdfium/document.ts";

const MAX_ITEMS = 5_000;
const MAX_DEPTH = 32;
const INFO_KEYS = ["Title", "Author", "Subject", "Keywords", "Creator", "Producer"] as const;

/** Bookmarks in order; cycles and runaway trees are cut off. */
export function readOutline(document: PdfiumDocument): OutlineItem[] {
  const { pdfium, handle } = document;
  const items: OutlineItem[] = [];
  const seen = new Set<number>();
  const walk = (parent: number, level: number): void => {
    if (level > MAX_DEPTH) return;
    let item = pdfium.api.FPDFBookmark_GetFirstChild(handle, parent);
    while (item && !seen.has(item) && items.length < MAX_ITEMS) {
      seen.add(item);
      const bookmark = item;
      const title = pdfium.utf16((b, n) => pdfium.api.FPDFBookmark_GetTitle(bookmark, b, n));
      items.push({ title, page: targetPage(document, bookmark), level });
      walk(bookmark, level + 1);
      item = pdfium.api.FPDFBookmark_GetNextSibling(handle, bookmark);
    }
  };
  pdfium.guard(() => walk(0, 0));
  return items;
}

function targetPage({ pdfium, handle }: PdfiumDocument, bookmark: number): number {
  let destination = pdfium.api.FPDFBookmark_GetDest(handle, bookmark);
  if (!destination) {
    const action = pdfium.api.FPDFBookmark_GetAction(bookmark);
    if (action) destination = pdfium.api.FPDFAction_GetDest(handle, action);
  }
  if (!destination) return 1;
  return Math.max(0, pdfium.api.FPDFDest_GetDestPageIndex(handle, destination)) + 1;
}

export function readHidden(document: PdfiumDocument, name: string): HiddenText[] {
  const hidden: HiddenText[] = [{ kind: "filename", text: name }];
  for (const key of INFO_KEYS) {
    const text = document.info(key);
    if (text) hidden.push({ kind: key === "Title" ? "title" : "metadata", text });
  }
  for (const item of readOutline(document)) {
    hidden.push({ kind: "bookmark", page: item.page, text: item.title });
  }
  return hidden;
}

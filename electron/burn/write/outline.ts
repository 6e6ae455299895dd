// Rebuilds the bookmarks of the export from titles that were already swept of burnt terms.
// Only titles and target pages go in; actions, colours and named destinations never do.
import { PDFName, PDFNumber } from "pdf-lib";
import type { PDFDict, PDFDocument, PDFRef } from "pdf-lib";
import { text } from "./text-string.ts";

export interface ExportBookmark {
  readonly title: string;
  /** Counts from 1; null for a heading that leads nowhere. */
  readonly page: number | null;
  readonly children: readonly ExportBookmark[];
}

export function outline(
  doc: PDFDocument,
  bookmarks: readonly ExportBookmark[],
  pages: readonly PDFRef[],
): PDFRef | null {
  if (bookmarks.length === 0) return null;
  const { context } = doc;
  const root = context.obj({ Type: "Outlines" });
  const ref = context.register(root);
  level(doc, root, ref, bookmarks, pages);
  return ref;
}

/** Writes the children of an item and answers how many descendants it has. */
function level(
  doc: PDFDocument,
  parent: PDFDict,
  parentRef: PDFRef,
  bookmarks: readonly ExportBookmark[],
  pages: readonly PDFRef[],
): number {
  const { context } = doc;
  const refs = bookmarks.map(() => context.nextRef());
  let count = bookmarks.length;
  bookmarks.forEach((bookmark, i) => {
    const item = context.obj({});
    item.set(PDFName.of("Title"), text(bookmark.title));
    item.set(PDFName.of("Parent"), parentRef);
    if (i > 0) item.set(PDFName.of("Prev"), refs[i - 1]!);
    if (i + 1 < refs.length) item.set(PDFName.of("Next"), refs[i + 1]!);
    const page = bookmark.page === null ? undefined : pages[bookmark.page - 1];
    if (page) item.set(PDFName.of("Dest"), context.obj([page, "Fit"]));
    context.assign(refs[i]!, item);
    if (bookmark.children.length > 0) {
      count += level(doc, item, refs[i]!, bookmark.children, pages);
    }
  });
  parent.set(PDFName.of("First"), refs[0]!);
  parent.set(PDFName.of("Last"), refs[refs.length - 1]!);
  parent.set(PDFName.of("Count"), PDFNumber.of(count));
  return count;
}

// Reads how a document is navigated: bookmarks, page labels and links inside it. Values only.
// Bounded against files whose bookmarks loop or never end; what cannot be resolved is left out.
import type { Rect } from "../../shared/geometry/rect.ts";
import { normalise } from "../../shared/geometry/rect.ts";
import type { Pdfium } from "./engine.ts";

export interface Bookmark {
  readonly title: string;
  /** Counts from 1; null where it leads nowhere inside the document. */
  readonly page: number | null;
  /** Height on that page, in its un-rotated user space; absent: its top. */
  readonly top?: number;
  readonly children: readonly Bookmark[];
}

/** A link to a page of the same document (counted from 1), or else to an address. */
export interface PageLink {
  /** Un-rotated user space; several where its words run over lines. */
  readonly rects: readonly Rect[];
  readonly page?: number;
  /** Height on that page, in its un-rotated user space; absent: its top. */
  readonly top?: number;
  readonly uri?: string;
}

const MOST_BOOKMARKS = 20_000;
const DEEPEST = 32;
const MOST_LINKS = 5_000;
const MOST_QUADS = 200;
const LONGEST_ADDRESS = 2_000;
const GO_TO = 1;
const FIT_WIDTH = 3;
const FIT_BOX_WIDTH = 7;
const ADDRESS = 3;

export function readBookmarks(pdfium: Pdfium, document: number): readonly Bookmark[] {
  const { api } = pdfium;
  const seen = new Set<number>();
  const siblings = (parent: number, depth: number): Bookmark[] => {
    const list: Bookmark[] = [];
    if (depth > DEEPEST) return list;
    let at = api.FPDFBookmark_GetFirstChild(document, parent);
    while (at && !seen.has(at) && seen.size < MOST_BOOKMARKS) {
      seen.add(at);
      const handle = at;
      const title = pdfium.utf16((buffer, bytes) =>
        api.FPDFBookmark_GetTitle(handle, buffer, bytes),
      );
      const led = bookmarkPage(pdfium, document, handle) ?? { page: null };
      list.push({ title, ...led, children: siblings(handle, depth + 1) });
      at = api.FPDFBookmark_GetNextSibling(document, handle);
    }
    return list;
  };
  return siblings(0, 0);
}

/** Counts from 1. */
interface Place {
  readonly page: number;
  readonly top?: number;
}

function bookmarkPage(pdfium: Pdfium, document: number, bookmark: number): Place | null {
  const { api } = pdfium;
  const dest = api.FPDFBookmark_GetDest(document, bookmark);
  if (dest) return pageOfDest(pdfium, document, dest);
  return pageOfAction(pdfium, document, api.FPDFBookmark_GetAction(bookmark));
}

function pageOfAction(pdfium: Pdfium, document: number, action: number): Place | null {
  const { api } = pdfium;
  if (!action || api.FPDFAction_GetType(action) !== GO_TO) return null;
  return pageOfDest(pdfium, document, api.FPDFAction_GetDest(document, action));
}

function pageOfDest(pdfium: Pdfium, document: number, dest: number): Place | null {
  if (!dest) return null;
  const index = pdfium.api.FPDFDest_GetDestPageIndex(document, dest);
  if (index < 0 || index >= pdfium.api.FPDF_GetPageCount(document)) return null;
  const top = topOf(pdfium, dest);
  return { page: index + 1, ...(top === undefined ? {} : { top }) };
}

/** Undefined where the destination names no height. */
function topOf(pdfium: Pdfium, dest: number): number | undefined {
  const { api } = pdfium;
  return pdfium.scratch(32, (at) => {
    const view = api.FPDFDest_GetView(dest, at, at + 4);
    if (view === FIT_WIDTH || view === FIT_BOX_WIDTH) {
      const [top] = pdfium.floats(at + 4, 1);
      return pdfium.heap.HEAP32[at >> 2]! > 0 && Number.isFinite(top) ? top : undefined;
    }
    if (!api.FPDFDest_GetLocationInPage(dest, at, at + 4, at + 8, at + 12, at + 16, at + 20))
      return undefined;
    const [, top] = pdfium.floats(at + 12, 2);
    return pdfium.heap.HEAP32[(at + 4) >> 2]! !== 0 && Number.isFinite(top) ? top : undefined;
  });
}

/** Links of an open page that lead to a page of the same document or to an address. */
export function readLinks(pdfium: Pdfium, document: number, page: number): readonly PageLink[] {
  const { api } = pdfium;
  return pdfium.scratch(32, (at) => {
    const links: PageLink[] = [];
    pdfium.heap.HEAP32[at >> 2] = 0;
    while (links.length < MOST_LINKS && api.FPDFLink_Enumerate(page, at, at + 4)) {
      const link = pdfium.heap.HEAP32[(at + 4) >> 2]!;
      const target = targetOf(pdfium, document, link);
      const rects = target ? rectsOf(pdfium, link, at + 8) : [];
      if (target && rects.length > 0) links.push({ rects, ...target });
    }
    return links;
  });
}

function targetOf(
  pdfium: Pdfium,
  document: number,
  link: number,
): Place | { readonly uri: string } | null {
  const { api } = pdfium;
  const dest = api.FPDFLink_GetDest(document, link);
  const action = dest ? 0 : api.FPDFLink_GetAction(link);
  const page = dest ? pageOfDest(pdfium, document, dest) : pageOfAction(pdfium, document, action);
  if (page !== null) return page;
  if (!action || api.FPDFAction_GetType(action) !== ADDRESS) return null;
  const length = api.FPDFAction_GetURIPath(document, action, 0, 0);
  if (length <= 1 || length > LONGEST_ADDRESS) return null;
  const uri = pdfium.scratch(length, (at) => {
    api.FPDFAction_GetURIPath(document, action, at, length);
    return new TextDecoder().decode(pdfium.heap.HEAPU8.slice(at, at + length - 1));
  });
  return { uri };
}

/** @param at room for four floats */
function rectsOf(pdfium: Pdfium, link: number, at: number): readonly Rect[] {
  const { api } = pdfium;
  const quads = Math.min(api.FPDFLink_CountQuadPoints(link), MOST_QUADS);
  const rects: Rect[] = [];
  if (quads > 1) {
    pdfium.scratch(32, (quad) => {
      for (let i = 0; i < quads; i++) {
        if (!api.FPDFLink_GetQuadPoints(link, i, quad)) continue;
        const corners = pdfium.floats(quad, 8);
        const xs = corners.filter((_, k) => k % 2 === 0);
        const ys = corners.filter((_, k) => k % 2 === 1);
        rects.push([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
      }
    });
  }
  if (rects.length === 0 && api.FPDFLink_GetAnnotRect(link, at)) {
    const [left, top, right, bottom] = pdfium.floats(at, 4) as [number, number, number, number];
    rects.push(normalise(left, bottom, right, top));
  }
  return rects.filter((rect) => rect.every(Number.isFinite));
}

/** Labels of all pages, or null where the document has none beyond 1, 2, 3. */
export function readPageLabels(pdfium: Pdfium, document: number): readonly string[] | null {
  const { api } = pdfium;
  const count = api.FPDF_GetPageCount(document);
  const labels: string[] = [];
  let plain = true;
  for (let index = 0; index < count; index++) {
    const label = pdfium.utf16((buffer, bytes) =>
      api.FPDF_GetPageLabel(document, index, buffer, bytes),
    );
    labels.push(label);
    if (label !== "" && label !== String(index + 1)) plain = false;
  }
  return plain ? null : labels;
}

// Draws pages for the window from documents that stay open in this worker, a few at a time: as they
// are, and as the marks would burn them.
import { createHash } from "node:crypto";
import { draftPage } from "../burn/draft.ts";
import { openPdfium, type PdfiumDocument } from "../pdfium/document.ts";
import type { PlanMark } from "../../shared/model/plan.ts";
import { encodeBmp } from "./bmp.ts";

interface Open {
  readonly document: PdfiumDocument;
  readonly bytes: Uint8Array;
  readonly password: string | undefined;
}

interface Bitmap {
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface Draft {
  readonly key: string;
  /** Counts from 1. */
  readonly page: number;
  readonly widthPx: number;
  /** Of the whole document. */
  readonly marks: readonly PlanMark[];
  readonly sealedPages: readonly number[];
}

const MOST_OPEN = 4;
const MOST_DRAFTS = 12;
const open = new Map<string, Open>();
const drafts = new Map<string, PdfiumDocument>();

/** @throws Refusal where it cannot be opened. */
export async function keepOpen(key: string, bytes: Uint8Array, password?: string): Promise<void> {
  const document = await openPdfium(bytes, password);
  open.get(key)?.document.close();
  open.delete(key);
  open.set(key, { document, bytes, password });
  for (const [oldest, stale] of open) {
    if (open.size <= MOST_OPEN) break;
    stale.document.close();
    open.delete(oldest);
  }
}

/** Null where the document is not open (any more): the caller opens it and asks again. */
export function drawPage(key: string, page: number, widthPx: number): Bitmap | null {
  const kept = open.get(key);
  return kept ? drawn(kept.document, page, widthPx) : null;
}

/**
 * A page as the marks would burn it. Null as with drawPage.
 * @throws Refusal where it cannot be burnt
 */
export async function drawDraft(draft: Draft): Promise<Bitmap | null> {
  const { key, page, widthPx, marks, sealedPages } = draft;
  const kept = open.get(key);
  if (!kept) return null;
  const state = JSON.stringify([marks.filter((m) => m.page === page), sealedPages.includes(page)]);
  const name = `${key}/${page}/${createHash("sha256").update(state).digest("hex")}`;
  let made = drafts.get(name);
  if (!made) {
    const input = { original: kept.bytes, password: kept.password, marks, sealedPages };
    made = await openPdfium(await draftPage(kept.document, input, page));
    drafts.get(name)?.close();
    drafts.set(name, made);
    for (const [oldest, stale] of drafts) {
      if (drafts.size <= MOST_DRAFTS) break;
      stale.close();
      drafts.delete(oldest);
    }
  }
  return drawn(made, 1, widthPx);
}

function drawn(document: PdfiumDocument, page: number, widthPx: number): Bitmap {
  const { width, height, rgba } = document.render(page, { widthPx });
  return { type: "image/bmp", bytes: encodeBmp(width, height, rgba) };
}

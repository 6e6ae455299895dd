// Text and quads of pages, asked for when a page is touched and kept for the last few dozen pages.
// The cache is emptied when a document is left: no text of a case outlives it here.
import { useEffect, useState } from "react";
import type { PageTextAnswer } from "../../shared/ipc/documents.ts";
import { ask } from "../app/client.ts";

const KEPT = 40;
const cache = new Map<string, Promise<PageTextAnswer>>();

export function pageText(document: string, page: number): Promise<PageTextAnswer> {
  const key = `${document}/${page}`;
  const known = cache.get(key);
  if (known) {
    cache.delete(key);
    cache.set(key, known);
    return known;
  }
  const asked = ask("documents.pageText", { document, page });
  cache.set(key, asked);
  asked.catch(() => cache.delete(key));
  for (const oldest of cache.keys()) {
    if (cache.size <= KEPT) break;
    cache.delete(oldest);
  }
  return asked;
}

export function forgetPageTexts(): void {
  cache.clear();
}

/** Null until the text is there, and where it cannot be had. */
export function usePageText(document: string | null, page: number | null): PageTextAnswer | null {
  const [text, setText] = useState<{ key: string; answer: PageTextAnswer } | null>(null);
  const key = `${document}/${page}`;
  useEffect(() => {
    if (document === null || page === null) return;
    let current = true;
    pageText(document, page).then(
      (answer) => {
        if (current) setText({ key, answer });
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [document, page, key]);
  return text?.key === key ? text.answer : null;
}

// Search in all documents of a case: plain text, blind to case, apostrophes and line breaks.
import type { OpenCase } from "../cases/open-case.ts";

export interface Hit {
  readonly document: string;
  readonly page: number;
  readonly start: number;
  readonly end: number;
  readonly context: string;
}

const MOST = 500;
const AROUND = 40;

export function findText(open: OpenCase, wanted: string): readonly Hit[] {
  const needle = fold(wanted).trim().replaceAll(/\s+/g, " ");
  if (needle === "") return [];
  const escaped = needle
    .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(" ", String.raw`\s+`);
  const pattern = new RegExp(escaped, "gu");
  const hits: Hit[] = [];
  for (const { id, pages } of open.documents.list()) {
    for (let page = 1; page <= pages && hits.length < MOST; page++) {
      const text = open.documents.pageText(id, page)?.text ?? "";
      for (const match of fold(text).matchAll(pattern)) {
        const [start, end] = [match.index, match.index + match[0].length];
        const context = text
          .slice(Math.max(0, start - AROUND), end + AROUND)
          .replaceAll(/\s+/g, " ");
        hits.push({ document: id, page, start, end, context });
        if (hits.length >= MOST) break;
      }
    }
  }
  return hits;
}

/** Lower case and straight apostrophes, unit for unit. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  return (lower.length === text.length ? lower : text).replaceAll(/[\u2018\u2019\u02bc]/g, "'");
}

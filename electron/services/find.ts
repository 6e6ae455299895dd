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
        const context = around(text, start, end);
        hits.push({ document: id, page, start, end, context });
        if (hits.length >= MOST) break;
      }
    }
  }
  return hits;
}

/** The words about a place; a word that reaches beyond is left out. */
function around(text: string, start: number, end: number): string {
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  const before = text.slice(from, start).replace(from > 0 ? /^\S*\s+/ : "", "");
  const after = text.slice(end, to).replace(to < text.length ? /\s+\S*$/ : "", "");
  return `${before}${text.slice(start, end)}${after}`.replaceAll(/\s+/g, " ");
}

/** Lower case and straight apostrophes, unit for unit. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  return (lower.length === text.length ? lower : text).replaceAll(/[\u2018\u2019\u02bc]/g, "'");
}

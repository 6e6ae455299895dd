// Burns a plan into a new document: marks checked, each page crisp where that is possible and
// sealed where it is not, everything beside the pages swept of burnt terms, the export assembled.
// A pure function of its input (B1); what it cannot account for it refuses (B4, B5).
import { PDFDocument } from "pdf-lib";
import type {
  BurnInput,
  BurnOutput,
  BurnProgress,
  BurnedPage,
  BurnReport,
} from "../../shared/model/burning.ts";
import { openPdfium } from "../pdfium/document.ts";
import { checkLanguage } from "../../shared/model/language.ts";
import type { Bookmark } from "../pdfium/navigation.ts";
import { burnPages } from "./burn-pages.ts";
import { checkEnginesAgree } from "./engines-agree.ts";
import { KeptPages } from "./kept-pages.ts";
import type { Lead } from "./runs/led.ts";
import { marksBeside, resolveMarks } from "./marks.ts";
import { termsBesidePages } from "./sweep/seen-words.ts";
import { stillReadable } from "./sweep/still-readable.ts";
import { sweepText } from "./sweep/sweep.ts";
import { tellingLabels } from "./sweep/telling-labels.ts";
import type { Term } from "./sweep/terms.ts";
import { assemble } from "./write/assemble.ts";
import { Binder } from "./write/bind.ts";
import type { ExportBookmark } from "./write/outline.ts";

const ENGINES = {
  pdfium: "@embedpdf/pdfium 2.15.1",
  "pdf.js": "pdfjs-dist 6.5.438",
  "pdf-lib": "@cantoo/pdf-lib 2.11.1",
} as const;
const UNTITLED = "Redacted document";

/**
 * @param kept pages burnt before for the same original, marks and mode: only those are burnt that it
 * does not hold as they are asked for now
 */
export async function burn(
  input: BurnInput,
  progress?: BurnProgress,
  kept: KeptPages = new KeptPages(),
): Promise<BurnOutput> {
  checkLanguage(input.language);
  const document = await openPdfium(input.original, input.password);
  try {
    await checkEnginesAgree(input.original, input.password, document.pageCount);
    const marks = resolveMarks(input.marks, document.pageCount, (page) => document.geometry(page));
    const { pages, texts, terms, lead } = await burnPages(input, document, marks, kept, progress);
    const notes = pages.flatMap((page) => page.notes);
    notes.push(...marksBeside(marks, (page) => document.geometry(page)));
    notes.push(...tellingLabels(texts.marked, terms), ...stillReadable(texts.unmarked, terms));
    const doc = await PDFDocument.create({ updateMetadata: false });
    const binder = new Binder(doc);
    const bound = pages.map(({ output }) => binder.add(output));
    binder.finish();
    const swept: Record<string, number> = {};
    const [bookmarks, labels] = [document.bookmarks(), document.pageLabels()];
    const title = input.title ?? document.title;
    const beside = [...titlesOf(bookmarks), ...(labels ?? []), title ?? ""];
    const known = termsBesidePages(document, marks, texts, terms, beside);
    const bytes = await assemble(doc, {
      pages: bound,
      bookmarks: sweptBookmarks(bookmarks, lead, known, swept),
      labels: sweptLabels(labels, known, swept),
      title: sweptTitle(title, known, swept),
      language: input.language,
      epoch: input.epoch,
    });
    const burned = bound.map((page) => page.burned);
    return { bytes, report: report(burned, swept, notes) };
  } finally {
    document.close();
  }
}

function report(
  pages: readonly BurnedPage[],
  swept: Readonly<Record<string, number>>,
  notes: readonly string[],
): BurnReport {
  return { pages, swept, notes, engines: ENGINES };
}

function count(swept: Record<string, number>, kind: string, found: number): void {
  if (found > 0) swept[kind] = (swept[kind] ?? 0) + found;
}

function sweptTitle(
  title: string | null,
  terms: readonly Term[],
  swept: Record<string, number>,
): string {
  const { text, found } = sweepText((title ?? "").replace(/\s+/gu, " ").trim(), terms);
  count(swept, "title", found);
  return text === "" ? UNTITLED : text;
}

function titlesOf(bookmarks: readonly Bookmark[]): readonly string[] {
  return bookmarks.flatMap(({ title, children }) => [title, ...titlesOf(children)]);
}

function sweptBookmarks(
  bookmarks: readonly Bookmark[],
  lead: Lead,
  terms: readonly Term[],
  swept: Record<string, number>,
): readonly ExportBookmark[] {
  return bookmarks.map(({ title, page, top, children }) => {
    const { text, found } = sweepText(title.replace(/\s+/gu, " ").trim(), terms);
    count(swept, "bookmark", found);
    const now = page === null ? null : lead(page, top);
    return { title: text, page: now, children: sweptBookmarks(children, lead, terms, swept) };
  });
}

function sweptLabels(
  labels: readonly string[] | null,
  terms: readonly Term[],
  swept: Record<string, number>,
): readonly string[] | null {
  if (!labels) return null;
  return labels.map((label) => {
    const { text, found } = sweepText(label, terms);
    count(swept, "page label", found);
    return text;
  });
}

// Chooses for each page how it is burnt: crisp where the page can be accounted for entirely, sealed
// otherwise or where it was asked for. Says why; a page that must be crisp and cannot is refused.
// Everything is read and written anew first: a page is sealed knowing all burnt terms.
import type { BurnInput, BurnProgress } from "../../shared/model/burning.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import type { PdfiumDocument } from "../pdfium/document.ts";
import { RUNS_OVER } from "./layout/notes.ts";
import type { KeptPages } from "./kept-pages.ts";
import { Crew } from "./crew/crew.ts";
import type { SealOrder } from "./page-burner.ts";
import type { ReadOrder, ReadPage } from "./read-page.ts";
import type { PageMark, PageOutput } from "./page-output.ts";
import { leadOf, ledAnew } from "./runs/led.ts";
import type { Lead } from "./runs/led.ts";
import { documentTexts } from "./sweep/marked-text.ts";
import type { DocumentTexts } from "./sweep/marked-text.ts";
import { readPictured } from "./sweep/pictured-text.ts";
import { termsOf } from "./sweep/terms.ts";
import type { Term } from "./sweep/terms.ts";

export interface BurntPage {
  readonly output: PageOutput;
  readonly notes: readonly string[];
}

export interface BurntPages {
  /** In the order of the document. */
  readonly pages: readonly BurntPage[];
  readonly texts: DocumentTexts;
  readonly terms: readonly Term[];
  /** On which page something stands now. */
  readonly lead: Lead;
}

type Marks = ReadonlyMap<number, readonly PageMark[]>;

/** Pages of a document: in longer ones the verifier's look at pages laid out together takes too much of time and memory. */
const LONGEST_TOGETHER = 60;
const ASKED = "It was asked for";
const UNREAD =
  "what a mark covers in a picture could not be read; look whether the title or a bookmark names it.";
const UNPROVEN =
  "words that could not be proved to stand for what is seen are no part of its text; where they are seen they cannot be searched or read aloud.";
const RUN_ON =
  "where its text begins depends on words that were burnt on the page before, which counts the bits for it.";
const NO_TEXTS = { under: [], joined: [], beside: "" };

export async function burnPages(
  input: BurnInput,
  document: PdfiumDocument,
  marks: Marks,
  kept: KeptPages,
  progress: BurnProgress = () => {},
): Promise<BurntPages> {
  const crew = new Crew(document, input.original, input.password);
  try {
    const total = document.pageCount;
    let burnt = 0;
    const orders = readOrders(input, total, marks);
    const wanted = orders.filter((order) => !has(kept.read(order.page), order, orders));
    let read = total - wanted.length;
    crew.expectSeals(wanted.filter(({ crisp }) => !crisp).length);
    await crew.read(wanted, (page) => {
      kept.keepRead(page);
      read++;
      if (page.crisp?.ok) progress(++burnt, total, page.crisp.page.burned);
      else progress(read, total);
    });
    const pages = orders.map((order) => kept.read(order.page)!);
    if (input.mode === "crisp") mustBeCrisp(pages, orders);
    const { read: known, unread } = await withPictured(input, document, pages, marks);
    const texts = marks.size === 0 ? { marked: [], unmarked: [] } : textsOf(known, marks);
    const terms = termsOf(texts.marked, texts.unmarked);
    const seals = sealOrders(input, pages, orders, marks);
    const missing = seals.filter((order) => !kept.sealed(order));
    burnt = total - missing.length;
    const byPage = new Map(seals.map((order) => [order.page, order]));
    await crew.seal(missing, terms, (page) => {
      kept.keepSealed(byPage.get(page.page)!, page);
      progress(++burnt, total, page.output.burned);
    });
    const done = pages.map(({ page, crisp, undrawn }, index): BurntPage => {
      const unknown = unread.has(page) ? [`Page ${page}: ${UNREAD}`] : [];
      if (runsOver(pages[index - 1], byPage)) unknown.push(`Page ${page}: ${RUN_ON}`);
      const seal = byPage.get(page);
      if (seal && seal.way !== "picture" && seal.unproven.length > 0)
        unknown.push(`Page ${page}: ${UNPROVEN}`);
      if (undrawn.length > 0) unknown.push(`Page ${page}: ${undrawnNote(undrawn)}`);
      if (seal) {
        const sealed = kept.sealed(seal)!;
        return { ...sealed, notes: [...sealed.notes, ...unknown] };
      }
      if (!crisp?.ok) throw new Error("a page was burnt in no way");
      const notes = crisp.notes.map((note) => `Page ${page}: ${lower(note)}`);
      return { output: crisp.page, notes: [...notes, ...unknown] };
    });
    const lead = leadOf(
      new Map(
        pages.flatMap(({ page, crisp }) =>
          crisp?.ok && crisp.wentTo && !byPage.has(page) ? [[page, crisp.wentTo] as const] : [],
        ),
      ),
    );
    const led = done.map((one) => ({ ...one, output: ledAnew(one.output, lead) }));
    return { pages: led, texts, terms, lead };
  } finally {
    await crew.close();
  }
}

function readOrders(input: BurnInput, total: number, marks: Marks): readonly ReadOrder[] {
  const { sealedPages = [], boxedPages = [], picturePages = [], alonePages = [] } = input;
  const sealed = new Set([...sealedPages, ...boxedPages, ...picturePages]);
  return Array.from({ length: total }, (_, index): ReadOrder => {
    const page = index + 1;
    const crisp = input.mode !== "sealed" && !sealed.has(page);
    const alone = total > LONGEST_TOGETHER || alonePages.includes(page);
    return { page, marks: marks.get(page) ?? [], texts: marks.size > 0, crisp, alone };
  });
}

/** Is it known as it is asked for? Pages that were laid out together count only as long as all are crisp. */
function has(page: ReadPage | undefined, order: ReadOrder, orders: readonly ReadOrder[]): boolean {
  if (page === undefined || !order.crisp) return page !== undefined;
  if (!page.crisp?.ok) return page.crisp !== undefined;
  const [first, last] = page.crisp.page.burned.run ?? [1, 0];
  return orders.slice(first - 1, last).every(({ crisp, alone }) => crisp && !alone);
}

function mustBeCrisp(pages: readonly ReadPage[], orders: readonly ReadOrder[]): void {
  pages.forEach(({ page, crisp }, index) => {
    if (!orders[index]!.crisp || crisp?.ok !== false) return;
    const message = `Page ${page} cannot stay text. ${crisp.reason}.`;
    throw new Refusal("undecodable", message, page);
  });
}

/** What only pictures tell of burnt names is read where there is a text off the pages to be swept of it. */
async function withPictured(
  input: BurnInput,
  document: PdfiumDocument,
  pages: readonly ReadPage[],
  marks: Marks,
): Promise<{ readonly read: readonly ReadPage[]; readonly unread: ReadonlySet<number> }> {
  const unread = new Set<number>();
  const silent = pages.some(({ texts }) => (texts?.pictured.length ?? 0) > 0);
  const title = input.title ?? document.title ?? "";
  if (!silent || (title.trim() === "" && document.bookmarks().length === 0))
    return { read: pages, unread };
  const read: ReadPage[] = [];
  for (const one of pages) {
    const { page, texts } = one;
    const known = texts && (await readPictured(document, page, marks.get(page) ?? [], texts));
    if (known?.unread) unread.add(page);
    read.push({ ...one, texts: known?.texts });
  }
  return { read, unread };
}

function textsOf(pages: readonly ReadPage[], marks: Marks): DocumentTexts {
  return documentTexts(
    pages.map(({ page, texts }) => ({ texts: texts ?? NO_TEXTS, marks: marks.get(page) ?? [] })),
  );
}

/** Pages that were asked to be sealed, and those that could not be written anew. */
function sealOrders(
  input: BurnInput,
  pages: readonly ReadPage[],
  orders: readonly ReadOrder[],
  marks: Marks,
): readonly SealOrder[] {
  const pictures = new Set(input.picturePages);
  const boxed = new Set(input.boxedPages);
  return pages.flatMap(({ page, crisp, texts }, index): SealOrder[] => {
    const way = pictures.has(page) ? "picture" : boxed.has(page) ? "boxes" : "lines";
    const unproven = (input.unproven ?? []).flatMap((one) => (one.page === page ? one.words : []));
    const own = { page, marks: texts?.marks ?? marks.get(page) ?? [], way, unproven } as const;
    if (!orders[index]!.crisp) return [{ ...own, reason: ASKED }];
    return crisp?.ok === false ? [{ ...own, reason: crisp.reason }] : [];
  });
}

function undrawnNote(kinds: readonly string[]): string {
  const [last, ...others] = [...kinds].toReversed();
  const one = others.length === 0;
  const list = one ? last : `${others.toReversed().join(", ")} and ${last}`;
  return `${list} ${one ? "is" : "are"} left out: the file holds no drawing of ${one ? "it" : "them"}, and each reader draws its own.`;
}

/** How many lines burnt words took is one number: it is counted on their own page, not where it shows. */
function runsOver(before: ReadPage | undefined, sealed: ReadonlyMap<number, SealOrder>): boolean {
  if (!before?.crisp?.ok || sealed.has(before.page)) return false;
  return before.crisp.notes.includes(RUNS_OVER);
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

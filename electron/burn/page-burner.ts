// Burns pages of one original, one after another, with engines of its own: reads what stands under
// the marks and beside them, writes pages anew and looks whether they are still the same pages, and
// seals pages. What becomes of which page is decided by whoever orders it.
import { setImmediate as nextTurn } from "node:timers/promises";
import { Refusal } from "../../shared/model/refusal.ts";
import type { OpenPage, PdfiumDocument } from "../pdfium/document.ts";
import { lookOf, lookTheSame, proofFor } from "./crisp/compare.ts";
import type { Canvas, Look, Proof } from "./crisp/compare.ts";
import type { CrispWriter } from "./crisp/crisp.ts";
import { GUESSING } from "./crisp/draft.ts";
import type { CrispDraft, CrispPage } from "./crisp/draft.ts";
import { OTHER_HEIGHT, RUNS_OVER } from "./layout/notes.ts";
import type { PageMark } from "./page-output.ts";
import { together } from "./runs/together.ts";
import type { Hands, WaitingPage } from "./runs/together.ts";
import { Waiting } from "./runs/waiting.ts";
import { sealPage } from "./sealed/sealed-page.ts";
import type { SealedDocument, SealedPage } from "./sealed/sealed-page.ts";
import { pageTexts } from "./sweep/marked-text.ts";
import type { PageTexts } from "./sweep/marked-text.ts";
import type { Term } from "./sweep/terms.ts";

export interface ReadOrder {
  readonly page: number;
  readonly marks: readonly PageMark[];
  /** The texts are asked for: something is burnt somewhere in the document. */
  readonly texts: boolean;
  /** The page is to be written anew, if it can be. */
  readonly crisp: boolean;
  /** It is not laid out together with others. */
  readonly alone?: boolean;
}

export interface ReadPage {
  readonly page: number;
  readonly texts: PageTexts | undefined;
  readonly crisp: CrispPage | undefined;
  /** Kinds of comments and fields that the file holds without a drawing. */
  readonly undrawn: readonly string[];
}

export interface SealOrder {
  readonly page: number;
  readonly marks: readonly PageMark[];
  readonly reason: string;
  readonly way: SealedDocument["way"];
}

export interface BurntSealed extends SealedPage {
  readonly page: number;
}

/** A page that is too large to be looked at. */
const TOO_LARGE = { ok: false, reason: GUESSING } as const;
/** Only one engine draws it, and what only one shows cannot be written anew by the other. */
const UNDRAWN = { ok: false, reason: "A comment or field has no drawing in the file" } as const;
const NOT_THE_SAME = "The page written anew would not look the same";
/** What a page says whose text could go over to the next, or had no room to. */
const OVER: ReadonlySet<string> = new Set([RUNS_OVER, OTHER_HEIGHT]);
/** Pages that are looked at in one go: what they share is read once. */
const AT_ONCE = 8;
/** The first of all: whoever waits for the document wants to see that something happens. */
const AT_FIRST = 2;
/** Pixels of such pages: large pages are looked at alone. */
const MOST_PIXELS = 8_000_000;
/** Pixels of a page whose memory is used again. */
const MOST_KEPT = 1_000_000;

interface Draft {
  readonly order: ReadOrder;
  readonly texts: PageTexts | undefined;
  crisp: CrispDraft | undefined;
  readonly look?: Look | undefined;
}

export class PageBurner {
  readonly #document: PdfiumDocument;
  readonly #open: () => Promise<CrispWriter>;
  #writer: CrispWriter | undefined;
  /** Pixels of the page before, used again: the pages of a document have one size, a large one. */
  readonly #canvas: { pixels?: Uint32Array } = {};
  /** The same for the looks of pages that are looked at in one go. */
  readonly #looks: Canvas[] = [];

  /** @param document is the caller's to close */
  constructor(document: PdfiumDocument, original: Uint8Array, password: string | undefined) {
    this.#document = document;
    // A thread that only seals never loads what writes pages anew.
    this.#open = async () =>
      (await import("./crisp/crisp.ts")).CrispWriter.open(original, password);
  }

  async read(
    orders: readonly ReadOrder[],
    tell: (page: ReadPage) => void,
  ): Promise<readonly ReadPage[]> {
    const pages: ReadPage[] = [];
    const waiting = new Waiting<WaitingPage>();
    let drafts: Draft[] = [];
    let pixels = 0;
    const release = async (ready: readonly (readonly WaitingPage[])[]): Promise<void> => {
      for (const pagesOfRun of ready)
        for (const page of await together(pagesOfRun, this.#hands())) {
          pages.push(page);
          tell(page);
        }
    };
    let settled = 0;
    const settle = async (): Promise<void> => {
      await this.#check(drafts);
      for (const { order, texts, crisp } of drafts) {
        const { undrawn } = this.#document.appearances(order.page);
        const page = { page: order.page, texts, crisp: crisp && finished(crisp), undrawn };
        const runsOver = page.crisp?.ok === true && page.crisp.notes.some((note) => OVER.has(note));
        settled++;
        const own = {
          number: order.page,
          crisp: page.crisp?.ok === true && !order.alone,
          runsOver,
        };
        await release(waiting.add({ order, page, ...own }));
      }
      drafts = [];
      pixels = 0;
      for (const canvas of this.#looks)
        if (canvas.pixels && canvas.pixels.length > MOST_KEPT) this.#looks.length = 0;
      await nextTurn();
    };
    for (const order of orders) {
      const draft = await this.#draft(order, drafts.length);
      drafts.push(draft);
      pixels += draft.look ? draft.look.width * draft.look.height : 0;
      const full = drafts.length >= (settled === 0 ? AT_FIRST : AT_ONCE);
      if (full || pixels >= MOST_PIXELS) await settle();
    }
    await settle();
    await release(waiting.end());
    return pages;
  }

  async seal(
    orders: readonly SealOrder[],
    terms: readonly Term[],
    tell: (page: BurntSealed) => void,
  ): Promise<readonly BurntSealed[]> {
    const pages: BurntSealed[] = [];
    const whole = { document: this.#document, terms, canvas: this.#canvas };
    for (const { page, marks, reason, way } of orders) {
      const sealed = { page, ...(await sealPage({ ...whole, way }, page, marks, reason)) };
      pages.push(sealed);
      tell(sealed);
      await nextTurn();
    }
    return pages;
  }

  async close(): Promise<void> {
    await this.#writer?.close();
  }

  /** @param slot of its look among those that are kept at once */
  async #draft(order: ReadOrder, slot: number): Promise<Draft> {
    const { page, marks } = order;
    if (!order.texts && !order.crisp) return { order, texts: undefined, crisp: undefined };
    // The page is opened once, for all that is asked of it.
    const canvas = (this.#looks[slot] ??= {});
    const seen = this.#document.withPage(page, (open) => {
      const tags = order.crisp ? this.#document.tagsOn(open) : [];
      const texts = order.texts ? pageTexts(this.#document, open, marks) : undefined;
      return { tags, texts, look: order.crisp ? this.#lookOf(open, canvas) : undefined };
    });
    const { tags, texts } = seen;
    if (!order.crisp) return { order, texts, crisp: undefined };
    let { look } = seen;
    let crisp: CrispDraft = TOO_LARGE;
    if (this.#document.appearances(page).own) crisp = UNDRAWN;
    else if (look) {
      this.#writer ??= await this.#open();
      const links = this.#document.links(page);
      crisp = await this.#writer.page(page, marks, { tags, links });
      if (crisp.ok && crisp.judged.stencils) {
        look = this.#document.withPage(page, (open) => this.#lookOf(open, canvas, true));
        if (!look) crisp = TOO_LARGE;
      }
    }
    return { order, texts, crisp, look };
  }

  #lookOf(open: OpenPage, canvas: Canvas, stencils = false): Look | undefined {
    try {
      return lookOf(this.#document, open, canvas, stencils);
    } catch (error) {
      if (!(error instanceof Refusal) || this.#document.pdfium.crashed) throw error;
      return undefined;
    }
  }

  /** What pages are laid out together with. */
  #hands(): Hands {
    const document = this.#document;
    return {
      sourceOf: (page) => ({
        tags: document.withPage(page, (open) => document.tagsOn(open)),
        links: document.links(page),
      }),
      write: async (orders) => this.#writer?.run(orders),
      looked: async (pages) => {
        const drafts = pages.map(({ known, crisp }): Draft => {
          const { order, page } = known;
          const look = document.withPage(order.page, (open) =>
            this.#lookOf(open, {}, crisp.judged.stencils),
          );
          return { order, texts: page.texts, crisp, look };
        });
        await this.#check(drafts);
        return drafts.map(({ crisp }, i) =>
          crisp?.ok ? { ...pages[i]!.known.page, crisp: finished(crisp) } : undefined,
        );
      },
    };
  }

  /** Pages that would not look the same are not written anew. */
  async #check(drafts: readonly Draft[]): Promise<void> {
    const written: { draft: Draft; proof: Proof }[] = [];
    for (const draft of drafts) {
      const { crisp, look } = draft;
      if (!crisp?.ok || !look) continue;
      written.push({ draft, proof: proofFor(this.#document, crisp.page, crisp.judged, look) });
    }
    let same: readonly boolean[];
    try {
      same = await lookTheSame(written.map(({ proof }) => proof));
    } catch (error) {
      if (this.#document.pdfium.crashed) throw error;
      // One page that cannot be looked at must not take its neighbours along.
      if (written.length > 1) for (const { draft } of written) await this.#check([draft]);
      else if (written[0]) written[0].draft.crisp = { ok: false, reason: GUESSING };
      return;
    }
    await this.#again(written.flatMap(({ draft }, i) => (same[i] ? [] : [draft])));
  }

  /** Looked at once more without borders of links, where there are any. */
  async #again(doubtful: readonly Draft[]): Promise<void> {
    const anew: Draft[] = [];
    for (const draft of doubtful) {
      const unbordered = draft.crisp?.ok ? draft.crisp.unbordered : undefined;
      draft.crisp = unbordered ? await unbordered() : { ok: false, reason: NOT_THE_SAME };
      if (unbordered) anew.push(draft);
    }
    if (anew.length > 0) await this.#check(anew);
  }
}

/** Values only: a page crosses between threads, and is kept. */
function finished(draft: CrispDraft): CrispPage {
  if (!draft.ok) return draft;
  const { page, notes, wentTo } = draft;
  return { ok: true, page, notes, ...(wentTo ? { wentTo } : {}) };
}

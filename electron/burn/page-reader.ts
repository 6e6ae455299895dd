// Reads pages of one original and writes them anew, one after another, with engines of its own, and
// looks whether they are still the same pages. Pages whose text may run on to each other are held until
// it is known how far, and written once: together, or each by itself.
import { setImmediate as nextTurn } from "node:timers/promises";
import { Refusal } from "../../shared/model/refusal.ts";
import type { PdfiumDocument } from "../pdfium/document.ts";
import type { OpenPage } from "../pdfium/open-page.ts";
import { lookOf, lookTheSame, proofFor } from "./crisp/compare.ts";
import type { Canvas, Look, Proof } from "./crisp/compare.ts";
import { CrispWriter } from "./crisp/crisp.ts";
import type { LaidPage } from "./crisp/crisp.ts";
import { GUESSING } from "./crisp/draft.ts";
import type { CrispDraft, CrispPage, Refused } from "./crisp/draft.ts";
import { OTHER_HEIGHT, RUNS_OVER } from "./layout/notes.ts";
import type { RunPage } from "./runs/model.ts";
import { startsAnew, stopsAfter } from "./runs/suitable.ts";
import type { Run } from "./runs/suitable.ts";
import { together } from "./runs/together.ts";
import { Waiting } from "./runs/waiting.ts";
import type { Read } from "./runs/waiting.ts";
import { hasReplacements, saidLetters } from "./sealed/glyphs/said.ts";
import { pageTexts } from "./sweep/marked-text.ts";
import type { PageTexts } from "./sweep/marked-text.ts";
import type { ReadOrder, ReadPage } from "./read-page.ts";

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
/** Pixels of a page whose memory is used again, and of one that is held. */
const MOST_KEPT = 1_100_000;

/** A page that was read and laid out by itself. */
interface Draft extends Read {
  readonly order: ReadOrder;
  readonly texts: PageTexts | undefined;
  readonly laid: LaidPage | Refused | undefined;
  readonly run: RunPage | undefined;
  readonly canvas: Canvas;
  look: Look | undefined;
  /** Written anew. */
  crisp?: CrispDraft;
}

export class PageReader {
  readonly #document: PdfiumDocument;
  readonly #open: () => Promise<CrispWriter>;
  #writer: CrispWriter | undefined;
  /** Pixels of looks that nobody asks for any more, used again. */
  readonly #free: Canvas[] = [];

  /** @param document is the caller's to close */
  constructor(document: PdfiumDocument, original: Uint8Array, password: string | undefined) {
    this.#document = document;
    this.#open = () => CrispWriter.open(original, password);
  }

  async read(
    orders: readonly ReadOrder[],
    tell: (page: ReadPage) => void,
  ): Promise<readonly ReadPage[]> {
    const pages: ReadPage[] = [];
    const waiting = new Waiting<Draft>({
      after: (held) => stopsAfter(held.map(({ run }) => run!)),
      before: (held) => startsAnew(held.map(({ run }) => run!)),
    });
    let alone: Draft[] = [];
    const done = (ready: readonly ReadPage[]): void => {
      pages.push(...ready);
      ready.forEach(tell);
    };
    const settle = async (): Promise<void> => {
      done(await this.#alone(alone));
      alone = [];
      await nextTurn();
    };
    const take = async (ready: readonly (readonly Draft[])[]): Promise<void> => {
      for (const group of ready) {
        if (group.length > 1) {
          await settle();
          done(await this.#together(group));
          await nextTurn();
          continue;
        }
        alone.push(...group);
        const pixels = alone.reduce((sum, { look }) => sum + pixelsOf(look), 0);
        const full = alone.length >= (pages.length === 0 ? AT_FIRST : AT_ONCE);
        if (full || pixels >= MOST_PIXELS) await settle();
      }
    };
    for (const order of orders) await take(waiting.add(await this.#draft(order)));
    await take(waiting.end());
    await settle();
    return pages;
  }

  async close(): Promise<void> {
    await this.#writer?.close();
  }

  async #draft(order: ReadOrder): Promise<Draft> {
    const { page, marks } = order;
    const canvas = this.#free.pop() ?? {};
    const none = { order, number: page, joins: false, runsOver: false, canvas } as const;
    const unread = { ...none, laid: undefined, run: undefined, look: undefined };
    if (!order.texts && !order.crisp) return { ...unread, texts: undefined };
    // The page is opened once, for all that is asked of it.
    const { tags, replaced, texts, look } = this.#document.withPage(page, (open) => {
      const tags = order.crisp ? this.#document.tagsOn(open) : [];
      const replaced = order.crisp && hasReplacements(this.#document, open);
      const texts = order.texts ? pageTexts(this.#document, open, marks) : undefined;
      return { tags, replaced, texts, look: order.crisp ? this.#lookOf(open, canvas) : undefined };
    });
    if (!order.crisp) return { ...unread, texts };
    const own = { ...none, texts, look, run: undefined };
    if (this.#document.appearances(page).own) return { ...own, laid: UNDRAWN };
    if (!look) return { ...own, laid: TOO_LARGE };
    this.#writer ??= await this.#open();
    const source = { tags, links: this.#document.links(page) };
    const said = replaced
      ? this.#document.withPage(page, (open) => saidLetters(this.#document, open))
      : [];
    const laid = await this.#writer.lay(page, texts?.marks ?? marks, source, said);
    const isHeld = laid.ok && order.texts && !order.alone && pixelsOf(look) <= MOST_KEPT;
    const run = isHeld ? laid.asRun() : undefined;
    const runsOver = laid.ok && laid.notes.some((note) => OVER.has(note));
    return { ...own, laid, run, joins: run !== undefined, runsOver };
  }

  /** Pages whose text may run on to each other. */
  async #together(held: readonly Draft[]): Promise<readonly ReadPage[]> {
    const parts = await together(
      held,
      ({ run }) => run!,
      (run, pages) => this.#run(run, pages),
    );
    const done: ReadPage[] = [];
    for (const part of parts)
      done.push(...(part.kind === "run" ? part.burnt : await this.#alone(part.pages)));
    return done;
  }

  /** Those pages of a run that were laid out together; undefined where one does not look as it did. */
  async #run(run: Run, pages: readonly Draft[]): Promise<readonly ReadPage[] | undefined> {
    const written = await this.#writer!.run(run);
    if (!written) return undefined;
    const own = pages.slice(pages.length - written.length);
    own.forEach((draft, i) => {
      draft.crisp = written[i]!;
      this.#enlarge(draft);
    });
    await this.#check(own);
    return own.every(({ crisp }) => crisp?.ok) ? this.#finished(own) : undefined;
  }

  /** Written each by itself. */
  async #alone(drafts: readonly Draft[]): Promise<readonly ReadPage[]> {
    const done: ReadPage[] = [];
    for (let at = 0; at < drafts.length; at += AT_ONCE) {
      const some = drafts.slice(at, at + AT_ONCE);
      for (const draft of some) {
        if (draft.laid) draft.crisp = draft.laid.ok ? await draft.laid.write() : draft.laid;
        this.#enlarge(draft);
      }
      await this.#check(some);
      done.push(...this.#finished(some));
    }
    return done;
  }

  /** Letters that are stencils are seen as they are only enlarged. */
  #enlarge(draft: Draft): void {
    if (!draft.crisp?.ok || !draft.crisp.judged.stencils) return;
    draft.look = this.#document.withPage(draft.number, (open) =>
      this.#lookOf(open, draft.canvas, true),
    );
    if (!draft.look) draft.crisp = TOO_LARGE;
  }

  #finished(drafts: readonly Draft[]): readonly ReadPage[] {
    return drafts.map(({ number, texts, crisp, canvas }) => {
      const { length } = canvas.pixels ?? [];
      if (length <= MOST_KEPT && this.#free.length < AT_ONCE) this.#free.push(canvas);
      const { undrawn } = this.#document.appearances(number);
      return { page: number, texts, crisp: crisp && finished(crisp), undrawn };
    });
  }

  #lookOf(open: OpenPage, canvas: Canvas, stencils = false): Look | undefined {
    try {
      return lookOf(this.#document, open, canvas, stencils);
    } catch (error) {
      if (!(error instanceof Refusal) || this.#document.pdfium.crashed) throw error;
      return undefined;
    }
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

function pixelsOf(look: Look | undefined): number {
  return look ? look.width * look.height : 0;
}

/** Values only: a page crosses between threads, and is kept. */
function finished(draft: CrispDraft): CrispPage {
  if (!draft.ok) return draft;
  const { page, notes, wentTo } = draft;
  return { ok: true, page, notes, ...(wentTo ? { wentTo } : {}) };
}

// Crisp pages: a page is read into a flat display list, what the marks burn is taken out, touched
// paragraphs are set anew, and a new page is written from what a reader can see. Nothing of the
// source is copied as an object. A page that cannot be accounted for entirely is refused with a
// plain reason, and the caller seals it (B4); nothing of such a page enters the shared fonts.
import type { PDFDocumentProxy } from "pdfjs-dist";
import { layOut } from "../layout/lay-out.ts";
import type { PageMark } from "../page-output.ts";
import { looseLinks } from "../tags/loose-links.ts";
import { taggingOf } from "../tags/tagging.ts";
import { finished, GUESSING, mustBeWritable, mustStandApart } from "./draft.ts";
import type { CrispDraft, Refused, Written } from "./draft.ts";
import { ImageEncoder } from "./images/pool.ts";
import { NotAccountable } from "./interpret/display-list.ts";
import { interpretPage } from "./interpret/interpret-page.ts";
import { Faces } from "./interpret/loaded-faces.ts";
import { openPdf } from "./interpret/open-pdf.ts";
import { linked } from "./interpret/linked.ts";
import type { Linked } from "./interpret/linked.ts";
import { NOTHING_BESIDE } from "./page-source.ts";
import type { PageSource } from "./page-source.ts";
import { LinksSeen } from "./write/links-seen.ts";
import { writeRun } from "./write-run.ts";
import type { KnownPage, RunOrder } from "./write-run.ts";
import { writePage } from "./write/page.ts";

/** Writes pages anew; whether they look as before is for an engine to say that took no part. */
export class CrispWriter {
  readonly #pdf: PDFDocumentProxy;
  readonly #faces = new Faces();
  readonly #encoder = new ImageEncoder();
  readonly #runPages = new Map<number, KnownPage>();

  private constructor(pdf: PDFDocumentProxy) {
    this.#pdf = pdf;
  }

  static async open(original: Uint8Array, password: string | undefined): Promise<CrispWriter> {
    return new CrispWriter(await openPdf(original, password));
  }

  /**
   * @param page counted from 1
   * @param source the page's tags and links, where they are known
   */
  async page(
    page: number,
    marks: readonly PageMark[],
    source: PageSource = NOTHING_BESIDE,
  ): Promise<CrispDraft> {
    try {
      const whole = await interpretPage(this.#pdf, page, this.#faces);
      return await this.#draft(page, linked(whole, source.links), marks, source);
    } catch (error) {
      return refused(error);
    }
  }

  async #draft(
    page: number,
    all: Linked,
    marks: readonly PageMark[],
    source: PageSource,
  ): Promise<CrispDraft> {
    const fewer = withoutBorders(all);
    const write = (whole: Linked) => this.#write(page, whole, marks, source);
    try {
      const draft = await write(all);
      return fewer ? { ...draft, unbordered: () => write(fewer).catch(refused) } : draft;
    } catch (error) {
      if (!fewer || !(error instanceof NotAccountable)) throw error;
      return write(fewer);
    }
  }

  async #write(
    page: number,
    { list, loose }: Linked,
    marks: readonly PageMark[],
    source: PageSource,
  ): Promise<Written> {
    const laidOut = layOut(list, marks);
    mustBeWritable(laidOut);
    mustStandApart(laidOut);
    const tagging = taggingOf(laidOut, list, source.tags);
    const linksSeen = new LinksSeen(laidOut.texts, source.links);
    const written = await writePage({ laidOut, tagging, linksSeen }, this.#encoder);
    const boxes = laidOut.boxes.map(({ bounds: rect, mark, bits }) => ({
      rect,
      mark: marks[mark]!,
      bits,
    }));
    const { anew, moveOf } = laidOut;
    const others = looseLinks(loose, { ...list, touched: anew, moveOf });
    return finished(page, list, laidOut, boxes, written, others);
  }

  /**
   * The pages of a run, as far as their text hangs together from the first of them on; undefined where
   * they cannot be laid out together.
   *
   * @param orders pages that follow each other
   */
  run(orders: readonly RunOrder[]): Promise<readonly Written[] | undefined> {
    const known = this.#runPages;
    const tools = { pdf: this.#pdf, faces: this.#faces, encoder: this.#encoder, known };
    return writeRun(orders, tools).catch(() => undefined);
  }

  async close(): Promise<void> {
    await this.#pdf.loadingTask.destroy();
  }
}

function refused(error: unknown): Refused {
  return { ok: false, reason: error instanceof NotAccountable ? error.message : GUESSING };
}

/**
 * Engines do not agree whether borders of links are drawn: what one of them leaves out is no loss.
 * Undefined where there are none.
 */
function withoutBorders(all: Linked): Linked | undefined {
  const items = all.list.items.filter((item) => item.kind !== "path" || !item.link);
  return items.length < all.list.items.length
    ? { ...all, list: { ...all.list, items } }
    : undefined;
}

// Crisp pages: a page is read into a flat display list, what the marks burn is taken out, touched
// paragraphs are set anew, and a new page is written from what a reader can see. Nothing of the
// source is copied as an object. A page that cannot be accounted for entirely is refused with a
// plain reason, and the caller seals it (B4); nothing of such a page enters the shared fonts.
import type { PDFDocumentProxy } from "pdfjs-dist";
import type { Rect } from "../../../shared/geometry/rect.ts";
import { transformRect } from "../../pdfium/display.ts";
import { findMarked } from "../layout/paragraphs/find.ts";
import type { Found } from "../layout/paragraphs/find.ts";
import { layOut } from "../layout/lay-out.ts";
import type { LaidOut } from "../layout/lay-out.ts";
import type { PageMark } from "../page-output.ts";
import type { RunPage } from "../runs/model.ts";
import { forRun } from "../runs/read.ts";
import type { Run } from "../runs/suitable.ts";
import type { SaidLetter } from "../sealed/glyphs/said.ts";
import { looseLinks } from "../tags/loose-links.ts";
import { taggingOf } from "../tags/tagging.ts";
import { finished, GUESSING, mustBeWritable, mustNotBePattern, mustStandApart } from "./draft.ts";
import type { CrispDraft, Refused, Written } from "./draft.ts";
import { ImageEncoder } from "./images/pool.ts";
import { NotAccountable } from "./interpret/display-list.ts";
import { withMeanings } from "./own-letters.ts";
import { interpretPage } from "./interpret/interpret-page.ts";
import { Faces } from "./interpret/loaded-faces.ts";
import { openPdf } from "./interpret/open-pdf.ts";
import { linked } from "./interpret/linked.ts";
import type { Linked } from "./interpret/linked.ts";
import { NOTHING_BESIDE } from "./page-source.ts";
import type { PageSource } from "./page-source.ts";
import { LinksSeen } from "./write/links-seen.ts";
import { writeRun } from "./write-run.ts";
import { writePage } from "./write/page.ts";

/** A page that was read and laid out by itself, and is not yet written. */
export interface LaidPage {
  readonly ok: true;
  readonly notes: readonly string[];
  /** As pages of running text see it: undefined where it can be no part of a run. */
  readonly asRun: () => RunPage | undefined;
  readonly write: () => Promise<CrispDraft>;
}

interface LaidAlone {
  readonly page: number;
  readonly whole: Linked;
  readonly marks: readonly PageMark[];
  readonly source: PageSource;
  readonly rects: readonly Rect[];
  readonly found: Found;
  readonly laidOut: LaidOut;
}

/** Writes pages anew; whether they look as before is for an engine to say that took no part. */
export class CrispWriter {
  readonly #pdf: PDFDocumentProxy;
  readonly #faces = new Faces();
  readonly #encoder = new ImageEncoder();

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
    const laid = await this.lay(page, marks, source);
    return laid.ok ? laid.write() : laid;
  }

  /**
   * Reads a page and lays it out by itself; it is written when that is asked for.
   * @param said what letters mean that no font names
   */
  async lay(
    page: number,
    marks: readonly PageMark[],
    source: PageSource,
    said: readonly SaidLetter[] = [],
  ): Promise<LaidPage | Refused> {
    try {
      const painted = await interpretPage(this.#pdf, page, this.#faces);
      const whole = withMeanings(painted, said);
      return this.#laid(page, linked(whole, source.links), marks, source);
    } catch (error) {
      return refused(error);
    }
  }

  #laid(page: number, all: Linked, marks: readonly PageMark[], source: PageSource): LaidPage {
    const fewer = withoutBorders(all);
    const one = (whole: Linked) => laidAlone(page, whole, marks, source);
    const unbordered = fewer && (() => this.#write(one(fewer)).catch(refused));
    let laid: LaidAlone;
    try {
      laid = one(all);
    } catch (error) {
      if (!fewer || !(error instanceof NotAccountable)) throw error;
      const less = one(fewer);
      const { notes } = less.laidOut;
      return {
        ok: true,
        notes,
        asRun: () => undefined,
        write: () => this.#write(less).catch(refused),
      };
    }
    const write = async (): Promise<CrispDraft> => {
      try {
        const draft = await this.#write(laid);
        return unbordered ? { ...draft, unbordered } : draft;
      } catch (error) {
        return unbordered && error instanceof NotAccountable ? unbordered() : refused(error);
      }
    };
    const { rects, found, laidOut } = laid;
    const asRun = () => forRun(all, { page, marks, rects, found, source, alone: laidOut });
    return { ok: true, notes: laidOut.notes, asRun, write };
  }

  async #write({ page, whole, marks, source, laidOut }: LaidAlone): Promise<Written> {
    const { list, loose } = whole;
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

  /** The pages of a run; undefined where they cannot be laid out together. */
  run(run: Run): Promise<readonly Written[] | undefined> {
    return writeRun(run, this.#encoder).catch(() => undefined);
  }

  async close(): Promise<void> {
    await this.#pdf.loadingTask.destroy();
  }
}

/** @throws NotAccountable */
function laidAlone(
  page: number,
  whole: Linked,
  marks: readonly PageMark[],
  source: PageSource,
): LaidAlone {
  const { list } = whole;
  const rects = marks.map((mark) => transformRect(list.toPage, mark.rect));
  mustNotBePattern(list, rects);
  const found = findMarked(list, marks);
  const laidOut = layOut(list, marks, found);
  mustBeWritable(laidOut);
  mustStandApart(laidOut);
  return { page, whole, marks, source, rects, found, laidOut };
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

// Crisp pages: a page is read into a flat display list, what the marks burn is taken out, touched
// paragraphs are set anew, and a new page is written from what a reader can see. Nothing of the
// source is copied as an object. A page that cannot be accounted for entirely is refused with a
// plain reason, and the caller seals it (B4); nothing of such a page enters the shared fonts.
import type { PDFDocumentProxy } from "pdfjs-dist";
import type { PDFDocument } from "pdf-lib";
import { meets } from "../../../shared/geometry/rect.ts";
import type { Rect } from "../../../shared/geometry/rect.ts";
import { invert, transformRect } from "../../pdfium/display.ts";
import { openPdfium } from "../../pdfium/document.ts";
import { layOut } from "../layout/lay-out.ts";
import type { LaidOut } from "../layout/lay-out.ts";
import type { PageMark, PageOutput } from "../page-output.ts";
import { linkNodes, looseLinks } from "../tags/loose-links.ts";
import { taggingOf } from "../tags/tagging.ts";
import { pdfiumCheck } from "./compare.ts";
import type { PageCheck } from "./compare.ts";
import { embedPool } from "./fonts/embed.ts";
import { programOf } from "./fonts/charstring.ts";
import { GlyphPools } from "./fonts/pool.ts";
import { ImageEncoder, ImagePool } from "./images/pool.ts";
import { NotAccountable } from "./interpret/display-list.ts";
import type { DisplayList } from "./interpret/display-list.ts";
import { Faces, interpretPage } from "./interpret/interpret-page.ts";
import { openPdf } from "./interpret/open-pdf.ts";
import { linked } from "./interpret/linked.ts";
import type { Linked } from "./interpret/linked.ts";
import { NOTHING_BESIDE } from "./page-source.ts";
import type { PageSource } from "./page-source.ts";
import { LinksSeen } from "./write/links-seen.ts";
import { singlePage } from "./write/single-page.ts";
import { writePage } from "./write/page.ts";

export type CrispPage =
  | { readonly ok: true; readonly page: PageOutput; readonly notes: readonly string[] }
  | { readonly ok: false; readonly reason: string };

export interface CrispBurner {
  /**
   * @param page counted from 1
   * @param source the page's tags and links, where they are known
   */
  page(page: number, marks: readonly PageMark[], source?: PageSource): Promise<CrispPage>;
  /** Writes the fonts that the pages share; call once, after the last page. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param check looks at every page before it enters the export; by default PDFium does, with the
 * original opened once more. A caller that has the original open passes `pdfiumCheck(document)`.
 */
export async function openCrisp(
  original: Uint8Array,
  password: string | undefined,
  doc: PDFDocument,
  check?: PageCheck,
): Promise<CrispBurner> {
  const pdf = await openPdf(original, password);
  if (check) return new Burner(pdf, doc, check, () => {});
  const own = await openPdfium(original, password);
  return new Burner(pdf, doc, pdfiumCheck(own), () => own.close());
}

class Burner implements CrispBurner {
  readonly #pdf: PDFDocumentProxy;
  readonly #doc: PDFDocument;
  readonly #check: PageCheck;
  readonly #release: () => void;
  readonly #faces = new Faces();
  readonly #pools: GlyphPools;
  readonly #encoder = new ImageEncoder();
  readonly #images: ImagePool;
  #closed = false;

  constructor(pdf: PDFDocumentProxy, doc: PDFDocument, check: PageCheck, release: () => void) {
    this.#pdf = pdf;
    this.#doc = doc;
    this.#check = check;
    this.#release = release;
    this.#pools = new GlyphPools(() => doc.context.nextRef());
    this.#images = new ImagePool(doc.context, this.#encoder);
  }

  async page(
    page: number,
    marks: readonly PageMark[],
    source: PageSource = NOTHING_BESIDE,
  ): Promise<CrispPage> {
    try {
      const all = linked(await interpretPage(this.#pdf, page, this.#faces), source.links);
      try {
        return await this.#lay(page, all, marks, source);
      } catch (error) {
        // Engines do not agree whether borders of links are drawn: what one of them leaves out is
        // no loss.
        const items = all.list.items.filter((item) => item.kind !== "path" || !item.link);
        const fewer = items.length < all.list.items.length;
        if (!fewer || !(error instanceof NotAccountable)) throw error;
        return await this.#lay(page, { ...all, list: { ...all.list, items } }, marks, source);
      }
    } catch (error) {
      return { ok: false, reason: reasonOf(error) };
    }
  }

  async #lay(
    page: number,
    all: Linked,
    marks: readonly PageMark[],
    source: PageSource,
  ): Promise<CrispPage> {
    const laidOut = layOut(all.list, marks);
    mustBeWritable(laidOut);
    mustStandApart(laidOut);
    const output = await this.#write(page, all, laidOut, marks, source);
    return { ok: true, page: output, notes: laidOut.notes };
  }

  async #write(
    page: number,
    { list, loose }: Linked,
    laidOut: LaidOut,
    marks: readonly PageMark[],
    source: PageSource,
  ): Promise<PageOutput> {
    const { width, height } = list;
    const toWrite = {
      laidOut,
      tagging: taggingOf(laidOut, list, source.tags),
      linksSeen: new LinksSeen(laidOut.texts, source.links),
    };
    const back = invert(list.toPage);
    const touchedOriginal = laidOut.touched.map((rect) => transformRect(back, rect));
    const single = await singlePage(width, height, toWrite, this.#encoder);
    const large = largeSubstitutes(list).map((rect) => transformRect(back, rect));
    const stencils = list.items.some((item) => item.kind === "glyph" && item.face.drawn);
    const look = { loose: large, stencils };
    const difference = await this.#check(page, single, touchedOriginal, look);
    if (difference !== undefined) throw new NotAccountable(difference);
    // From here on nothing can fail: only now the page's glyphs enter the shared fonts.
    const written = await writePage(toWrite, this.#pools, this.#images);
    const boxes = laidOut.boxes.map((box) => ({
      rect: box.bounds,
      label: marks[box.mark]!.text || null,
      reason: marks[box.mark]!.reason ?? "other",
      bits: box.bits,
    }));
    const { touched } = laidOut;
    const burned = { page, kind: "crisp", boxes, touched, touchedOriginal } as const;
    const { anew, moveOf } = laidOut;
    const others = looseLinks(loose, { ...list, touched: anew, moveOf });
    return {
      width,
      height,
      ...written,
      structure: [...written.structure, ...linkNodes(others, written.links.length)],
      links: [...written.links, ...others],
      burned,
    };
  }

  async finish(): Promise<void> {
    for (const pool of this.#pools.all()) embedPool(this.#doc.context, pool);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#release();
    await this.#pdf.loadingTask.destroy();
  }
}

/** Points: letters as large as this show the differences of one engine's own fonts to another's. */
const LARGE = 30;

function largeSubstitutes({ items }: DisplayList): readonly Rect[] {
  return items.flatMap((item) => {
    if (item.kind !== "glyph" || !item.face.standard || !item.shape.bounds) return [];
    const [, , c, d] = item.matrix;
    return Math.hypot(c, d) < LARGE ? [] : [transformRect(item.matrix, item.shape.bounds)];
  });
}

/** Every glyph must fit into a font before any of the page is written. */
function mustBeWritable(page: LaidOut): void {
  for (const { lines } of page.texts) {
    for (const { face, shape } of lines.flat()) {
      try {
        programOf(shape, face.unitsPerEm);
      } catch {
        throw new NotAccountable("A letter's outline cannot be written");
      }
    }
  }
}

/** Less than this, in points, two boxes may share where they touch. */
const TOUCHING = 0.5;

/** Labels over one another, or over words, mean that the page's order was misread. */
function mustStandApart({ boxes }: LaidOut): void {
  for (const [i, box] of boxes.entries()) {
    if (boxes.slice(i + 1).some((other) => meets(box.bounds, other.bounds, TOUCHING)))
      throw new NotAccountable("Two labels would stand over one another");
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof NotAccountable) return error.message;
  return "The page cannot be read without guessing";
}

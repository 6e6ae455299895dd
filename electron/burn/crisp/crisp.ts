// Crisp pages: a page is read into a flat display list, what the marks burn is taken out, touched
// paragraphs are set anew, and a new page is written from what a reader can see. Nothing of the
// source is copied as an object. A page that cannot be accounted for entirely is refused with a
// plain reason, and the caller seals it (B4); nothing of such a page enters the shared fonts.
import type { PDFDocumentProxy } from "pdfjs-dist";
import { meets } from "../../../shared/geometry/rect.ts";
import type { Rect } from "../../../shared/geometry/rect.ts";
import { invert, transformRect } from "../../pdfium/display.ts";
import { layOut } from "../layout/lay-out.ts";
import type { LaidOut } from "../layout/lay-out.ts";
import type { PageMark, PageOutput } from "../page-output.ts";
import { linkNodes, looseLinks } from "../tags/loose-links.ts";
import { taggingOf } from "../tags/tagging.ts";
import type { PageLook } from "./compare.ts";
import { programOf } from "./fonts/charstring.ts";
import { ImageEncoder } from "./images/pool.ts";
import { NotAccountable } from "./interpret/display-list.ts";
import type { DisplayList, GlyphItem } from "./interpret/display-list.ts";
import { interpretPage } from "./interpret/interpret-page.ts";
import { Faces } from "./interpret/loaded-faces.ts";
import { openPdf } from "./interpret/open-pdf.ts";
import { linked } from "./interpret/linked.ts";
import type { Linked } from "./interpret/linked.ts";
import { NOTHING_BESIDE } from "./page-source.ts";
import type { PageSource } from "./page-source.ts";
import { LinksSeen } from "./write/links-seen.ts";
import { writePage } from "./write/page.ts";

export type CrispPage =
  | { readonly ok: true; readonly page: PageOutput; readonly notes: readonly string[] }
  | { readonly ok: false; readonly reason: string };

type Refused = Extract<CrispPage, { ok: false }>;

interface Written extends Extract<CrispPage, { ok: true }> {
  readonly judged: PageLook;
  /** Writes it once more without borders of links; undefined where it has none. */
  readonly unbordered?: () => Promise<CrispDraft>;
}

/** A page written anew that nobody has looked at yet. */
export type CrispDraft = Written | Refused;

/** A reason for a page that broke in a way that nobody foresaw. */
export const GUESSING = "The page cannot be read without guessing";

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
    const boxes = laidOut.boxes.map((box) => ({
      rect: box.bounds,
      label: marks[box.mark]!.text || null,
      reason: marks[box.mark]!.reason ?? "other",
      bits: box.bits,
    }));
    const { touched, anew, moveOf } = laidOut;
    const others = looseLinks(loose, { ...list, touched: anew, moveOf });
    const structure = [...written.structure, ...linkNodes(others, written.links.length)];
    const links = [...written.links, ...others];
    const back = invert(list.toPage);
    const touchedOriginal = touched.map((rect) => transformRect(back, rect));
    const burned = { page, kind: "crisp", boxes, touched, touchedOriginal } as const;
    const { width, height } = list;
    const output = { width, height, ...written, structure, links, burned };
    const absent = substitutes(list).map((rect) => transformRect(back, rect));
    const stencils = list.items.some((item) => item.kind === "glyph" && item.face.drawn);
    const judged = { loose: absent, stencils };
    return { ok: true, page: output, notes: laidOut.notes, judged };
  }

  async close(): Promise<void> {
    await this.#pdf.loadingTask.destroy();
  }
}

/** Letters of fonts that the file does not bring: the engine that looks draws them in its own. */
function substitutes({ items }: DisplayList): readonly Rect[] {
  const rects: Rect[] = [];
  for (const item of items)
    if (item.kind === "glyph" && item.face.absent && item.shape.bounds)
      rects.push(transformRect(item.matrix, item.shape.bounds));
  return rects;
}

/** Every glyph must fit into a font before any of the page is written. */
function mustBeWritable(page: LaidOut): void {
  try {
    for (const { lines } of page.texts) for (const line of lines) line.forEach(writable);
  } catch {
    throw new NotAccountable("A letter's outline cannot be written");
  }
}

function writable({ face, shape }: GlyphItem): void {
  programOf(shape, face.unitsPerEm);
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

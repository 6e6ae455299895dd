// Crisp pages: a page is read into a flat display list, what the marks burn is taken out, touched
// paragraphs are set anew, and a new page is written from what a reader can see. Nothing of the
// source is copied as an object. A page that cannot be accounted for entirely is refused with a
// plain reason, and the caller seals it (B4); nothing of such a page enters the shared fonts.
import type { PDFDocumentProxy } from "pdfjs-dist";
import type { PDFDocument } from "pdf-lib";
import { invert, transformRect } from "../../pdfium/display.ts";
import { layOut } from "../layout/lay-out.ts";
import type { LaidOut } from "../layout/lay-out.ts";
import type { PageMark, PageOutput } from "../page-output.ts";
import { embedPool } from "./fonts/embed.ts";
import { programOf } from "./fonts/charstring.ts";
import { GlyphPools } from "./fonts/pool.ts";
import { ImagePool } from "./images/pool.ts";
import { NotAccountable } from "./interpret/display-list.ts";
import type { DisplayList } from "./interpret/display-list.ts";
import { Faces, interpretPage } from "./interpret/interpret-page.ts";
import { openPdf } from "./interpret/open-pdf.ts";
import { rolesOf } from "./write/roles.ts";
import { writePage } from "./write/page.ts";

export type CrispPage =
  | { readonly ok: true; readonly page: PageOutput; readonly notes: readonly string[] }
  | { readonly ok: false; readonly reason: string };

export interface CrispBurner {
  /** @param page counted from 1 */
  page(page: number, marks: readonly PageMark[]): Promise<CrispPage>;
  /** Writes the fonts that the pages share; call once, after the last page. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

export async function openCrisp(
  original: Uint8Array,
  password: string | undefined,
  doc: PDFDocument,
): Promise<CrispBurner> {
  return new Burner(await openPdf(original, password), doc);
}

class Burner implements CrispBurner {
  readonly #pdf: PDFDocumentProxy;
  readonly #doc: PDFDocument;
  readonly #faces = new Faces();
  readonly #pools: GlyphPools;
  readonly #images: ImagePool;

  constructor(pdf: PDFDocumentProxy, doc: PDFDocument) {
    this.#pdf = pdf;
    this.#doc = doc;
    this.#pools = new GlyphPools(() => doc.context.nextRef());
    this.#images = new ImagePool(doc.context);
  }

  async page(page: number, marks: readonly PageMark[]): Promise<CrispPage> {
    try {
      const list = await interpretPage(this.#pdf, page, this.#faces);
      const laidOut = layOut(list, marks);
      mustBeWritable(laidOut);
      const output = await this.#write(page, list, laidOut, marks);
      return { ok: true, page: output, notes: laidOut.notes };
    } catch (error) {
      return { ok: false, reason: reasonOf(error) };
    }
  }

  async #write(
    page: number,
    list: DisplayList,
    laidOut: LaidOut,
    marks: readonly PageMark[],
  ): Promise<PageOutput> {
    const roles = rolesOf(new Set(laidOut.texts.map((unit) => unit.paragraph)));
    const written = await writePage(laidOut, roles, this.#pools, this.#images);
    const back = invert(list.toPage);
    return {
      width: list.width,
      height: list.height,
      ...written,
      burned: {
        page,
        kind: "crisp",
        boxes: laidOut.boxes.map((box) => ({
          rect: box.bounds,
          label: marks[box.mark]!.text || null,
          reason: marks[box.mark]!.reason ?? "other",
          bits: box.bits,
        })),
        touched: laidOut.touched,
        touchedOriginal: laidOut.touched.map((rect) => transformRect(back, rect)),
      },
    };
  }

  async finish(): Promise<void> {
    for (const pool of this.#pools.all()) embedPool(this.#doc.context, pool);
    await this.close();
  }

  async close(): Promise<void> {
    await this.#pdf.loadingTask.destroy();
  }
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

function reasonOf(error: unknown): string {
  if (error instanceof NotAccountable) return error.message;
  return "The page cannot be read without guessing";
}

// Burns pages of one original, one after another, with engines of its own: reads what stands under
// the marks and beside them, writes pages anew and looks whether they are still the same pages, and
// seals pages. What becomes of which page is decided by whoever orders it.
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Rect } from "../../shared/geometry/rect.ts";
import type { PdfiumDocument } from "../pdfium/document.ts";
import type { PageMark } from "./page-output.ts";
import type { PageReader } from "./page-reader.ts";
import type { ReadOrder, ReadPage } from "./read-page.ts";
import { sealPage } from "./sealed/sealed-page.ts";
import type { SealedDocument, SealedPage } from "./sealed/sealed-page.ts";
import type { Term } from "./sweep/terms.ts";

export interface SealOrder {
  readonly page: number;
  readonly marks: readonly PageMark[];
  readonly reason: string;
  readonly way: SealedDocument["way"];
  /** Words that are not told, by where they stand on the page as shown, points. */
  readonly unproven: readonly Rect[];
}

export interface BurntSealed extends SealedPage {
  readonly page: number;
}

export class PageBurner {
  readonly #document: PdfiumDocument;
  readonly #open: () => Promise<PageReader>;
  #reader: PageReader | undefined;
  /** Pixels of the page before, used again: the pages of a document have one size, a large one. */
  readonly #canvas: { pixels?: Uint32Array } = {};

  /** @param document is the caller's to close */
  constructor(document: PdfiumDocument, original: Uint8Array, password: string | undefined) {
    this.#document = document;
    // A thread that only seals never loads what reads and writes pages anew.
    this.#open = async () =>
      new (await import("./page-reader.ts")).PageReader(document, original, password);
  }

  async read(
    orders: readonly ReadOrder[],
    tell: (page: ReadPage) => void,
  ): Promise<readonly ReadPage[]> {
    this.#reader ??= await this.#open();
    return this.#reader.read(orders, tell);
  }

  async seal(
    orders: readonly SealOrder[],
    terms: readonly Term[],
    tell: (page: BurntSealed) => void,
  ): Promise<readonly BurntSealed[]> {
    const pages: BurntSealed[] = [];
    const whole = { document: this.#document, terms, canvas: this.#canvas };
    for (const { page, marks, reason, way, unproven } of orders) {
      const sealed = {
        page,
        ...(await sealPage({ ...whole, way, unproven }, page, marks, reason)),
      };
      pages.push(sealed);
      tell(sealed);
      await nextTurn();
    }
    return pages;
  }

  async close(): Promise<void> {
    await this.#reader?.close();
  }
}

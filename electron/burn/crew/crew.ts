// Two threads share the pages of a long document. Where the document is cut depends on nothing but
// how many pages there are, never on which thread is faster: the same input gives the same bytes on
// any machine (B1).
import type { PdfiumDocument } from "../../pdfium/document.ts";
import { engineCode } from "../../pdfium/engine.ts";
import { PageBurner } from "../page-burner.ts";
import type { BurntSealed, SealOrder } from "../page-burner.ts";
import type { ReadOrder, ReadPage } from "../read-page.ts";
import type { Term } from "../sweep/terms.ts";
import { Helper } from "./helper.ts";

/**
 * Fewer pages are done before a second thread is as fast as the first. Reading and writing anew is left
 * to one thread: the second would need half a gigabyte for it, and the time of a hundred pages to begin.
 */
const FEWEST = { read: Infinity, seal: 30 };
/** Share of the pages that is done here: the other thread has code to warm up. */
const OWN_SHARE = 0.53;

export class Crew {
  readonly #own: PageBurner;
  readonly #start: () => Promise<Helper | undefined>;
  #helper: Promise<Helper | undefined> | undefined;

  readonly #fewest: typeof FEWEST;

  /** @param fewest pages that are shared */
  constructor(
    document: PdfiumDocument,
    original: Uint8Array,
    password: string | undefined,
    fewest = FEWEST,
  ) {
    this.#fewest = fewest;
    this.#own = new PageBurner(document, original, password);
    this.#start = async () => Helper.start({ original, password, engine: await engineCode() });
  }

  /** So many pages will be sealed: the second thread starts while this one reads them. */
  expectSeals(pages: number): void {
    if (pages >= this.#fewest.seal) this.#helper ??= this.#start();
  }

  read(orders: readonly ReadOrder[], tell: (page: ReadPage) => void): Promise<readonly ReadPage[]> {
    return this.#share(
      orders,
      this.#fewest.read,
      (part) => this.#own.read(part, tell),
      (helper, part) => helper.read(part, tell),
    );
  }

  seal(
    orders: readonly SealOrder[],
    terms: readonly Term[],
    tell: (page: BurntSealed) => void,
  ): Promise<readonly BurntSealed[]> {
    return this.#share(
      orders,
      this.#fewest.seal,
      (part) => this.#own.seal(part, terms, tell),
      (helper, part) => helper.seal(part, terms, tell),
    );
  }

  async close(): Promise<void> {
    const helper = await this.#helper;
    await Promise.all([this.#own.close(), helper?.close()]);
  }

  async #share<O, P>(
    orders: readonly O[],
    fewest: number,
    own: (orders: readonly O[]) => Promise<readonly P[]>,
    helped: (helper: Helper, orders: readonly O[]) => Promise<readonly P[]>,
  ): Promise<readonly P[]> {
    if (orders.length < fewest) return own(orders);
    const cut = Math.ceil(orders.length * OWN_SHARE);
    const later = orders.slice(cut);
    const theirs = this.#help(later, helped);
    // A refusal of an earlier page comes first, whichever thread is faster.
    theirs.catch(() => {});
    const first = await own(orders.slice(0, cut));
    const rest = await theirs;
    return [...first, ...(rest ?? (await own(later)))];
  }

  /** Undefined where there is no second thread. */
  async #help<O, P>(
    orders: readonly O[],
    helped: (helper: Helper, orders: readonly O[]) => Promise<readonly P[]>,
  ): Promise<readonly P[] | undefined> {
    const helper = await (this.#helper ??= this.#start());
    return helper && helped(helper, orders);
  }
}

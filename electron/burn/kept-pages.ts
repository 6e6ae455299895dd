// Pages of one document as they were burnt, kept in memory while some of them are burnt again another
// way: the others are not worth doing twice. Good for one original with one set of marks; it holds
// what stood under the marks, so it must be forgotten with the export.
import type { BurntSealed, SealOrder } from "./page-burner.ts";
import type { ReadPage } from "./read-page.ts";

export class KeptPages {
  readonly #read = new Map<number, ReadPage>();
  readonly #sealed = new Map<string, BurntSealed>();

  read(page: number): ReadPage | undefined {
    return this.#read.get(page);
  }

  keepRead(page: ReadPage): void {
    this.#read.set(page.page, page);
  }

  sealed(order: SealOrder): BurntSealed | undefined {
    return this.#sealed.get(keyOf(order));
  }

  keepSealed(order: SealOrder, page: BurntSealed): void {
    this.#sealed.set(keyOf(order), page);
  }
}

function keyOf({ page, reason, way, unproven }: SealOrder): string {
  return `${page} ${way} ${unproven.length} ${reason}`;
}

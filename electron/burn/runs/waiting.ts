// Pages wait for each other while their text may run on from one to the next: from the page before
// the first whose words could have taken other lines, up to one whose text ends before its foot, or one
// that is no page of running text.

/** Pages that are laid out together at most: all of them are held at once. */
const MOST = 12;

export interface Read {
  /** Counted from 1. */
  readonly number: number;
  /** It may be laid out together with others. */
  readonly joins: boolean;
  /** A longer or shorter word could have moved lines to the next page or from it. */
  readonly runsOver: boolean;
}

/** Where text ends on purpose. */
export interface Stops<T> {
  /** Does it end on the last of these pages? */
  readonly after: (pages: readonly T[]) => boolean;
  /** Does it begin anew with the last of these pages? */
  readonly before: (pages: readonly T[]) => boolean;
}

export class Waiting<T extends Read> {
  #pages: T[] = [];
  readonly #stops: Stops<T>;

  constructor(stops: Stops<T>) {
    this.#stops = stops;
  }

  /** @returns pages that wait no longer: those that hang together in one list, others alone */
  add(page: T): readonly (readonly T[])[] {
    if (!page.joins) return [...this.end(), [page]];
    const ended = this.#pages.at(-1)?.number === page.number - 1 ? [] : [...this.end()];
    const held = [...this.#pages, page];
    if (this.#runsOver() && this.#stops.before(held)) ended.push(...this.end());
    this.#pages.push(page);
    return [...ended, ...this.#ready()];
  }

  #ready(): readonly (readonly T[])[] {
    if (this.#runsOver()) {
      const isEnd = this.#pages.length >= MOST || this.#stops.after(this.#pages);
      return isEnd ? this.end() : [];
    }
    return this.#pages.splice(0, this.#pages.length - 1).map((page) => [page]);
  }

  #runsOver(): boolean {
    return this.#pages.some(({ runsOver }) => runsOver);
  }

  end(): readonly (readonly T[])[] {
    const pages = this.#pages;
    this.#pages = [];
    if (pages.length === 0) return [];
    return pages.some((page) => page.runsOver) ? [pages] : pages.map((page) => [page]);
  }
}

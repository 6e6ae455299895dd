// Sentences that say the same of several pages are told once, with their pages. Pure.
import { pageRanges } from "./page-ranges.ts";

export interface Sentence {
  readonly message: string;
  readonly page?: number | undefined;
  readonly find?: string | undefined;
  readonly pictures?: boolean | undefined;
  readonly people?: boolean | undefined;
}

export interface Gathered {
  readonly message: string;
  /** In order; empty where the sentence is about no page. */
  readonly pages: readonly number[];
  /** How many sentences it stands for: more than one can be about one page. */
  readonly times: number;
  readonly find?: string | undefined;
  readonly pictures?: boolean | undefined;
  readonly people?: boolean | undefined;
}

/** "Page 8: a paragraph ..." names its page in words. */
const NAMED = /^Page (\d+): (.)/;

/** A sentence that ends in its one page leads there as well. */
const told = (message: string): number | undefined => {
  const at = /\bon page (\d+)\.$/.exec(message);
  return at ? Number(at[1]) : undefined;
};

export function gathered(list: readonly Sentence[]): Gathered[] {
  const found = new Map<
    string,
    { of: Sentence; said: string; pages: Set<number>; times: number }
  >();
  for (const sentence of list) {
    const { message, page, find } = sentence;
    const named = NAMED.exec(message);
    const said = named ? named[2]!.toUpperCase() + message.slice(named[0].length) : message;
    const key = `${said}\n${find ?? ""}`;
    const entry = found.get(key) ?? { of: sentence, said, pages: new Set<number>(), times: 0 };
    const about = named ? Number(named[1]) : (page ?? told(message));
    if (about !== undefined) entry.pages.add(about);
    entry.times++;
    found.set(key, entry);
  }
  return [...found.values()].map(({ of, said, pages, times }) => ({
    message: said,
    pages: [...pages].sort((a, b) => a - b),
    times,
    ...(of.find === undefined ? {} : { find: of.find }),
    ...(of.pictures === undefined ? {} : { pictures: of.pictures }),
    ...(of.people === undefined ? {} : { people: of.people }),
  }));
}

/** On paper and in a proof: the sentence, and behind it the pages that it does not name itself. */
export function inOneLine({ message, pages, times }: Gathered): string {
  if (pages.length === 0) return times > 1 ? `${message} (${times} times)` : message;
  const [only] = pages;
  if (pages.length === 1 && new RegExp(String.raw`\bpage ${only}\b`).test(message)) return message;
  const count = times > pages.length ? `${times} places, ` : "";
  return `${message} (${count}${pages.length === 1 ? "page" : "pages"} ${pageRanges(pages)})`;
}

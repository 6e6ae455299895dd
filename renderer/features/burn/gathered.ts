// Sentences that say the same of several pages are told once, with their pages.

export interface Sentence {
  readonly message: string;
  readonly page?: number | undefined;
}

export interface Gathered {
  readonly message: string;
  /** In order; empty where the sentence is about no page. */
  readonly pages: readonly number[];
  /** How many sentences it stands for: more than one can be about one page. */
  readonly times: number;
}

/** "Page 8: a paragraph ..." names its page in words. */
const NAMED = /^Page (\d+): (.)/;

export function gathered(list: readonly Sentence[]): Gathered[] {
  const found = new Map<string, { pages: Set<number>; times: number }>();
  for (const { message, page } of list) {
    const named = NAMED.exec(message);
    const said = named ? named[2]!.toUpperCase() + message.slice(named[0].length) : message;
    const entry = found.get(said) ?? { pages: new Set<number>(), times: 0 };
    const about = named ? Number(named[1]) : page;
    if (about !== undefined) entry.pages.add(about);
    entry.times++;
    found.set(said, entry);
  }
  return [...found].map(([message, { pages, times }]) => ({
    message,
    pages: [...pages].sort((a, b) => a - b),
    times,
  }));
}

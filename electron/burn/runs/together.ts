// Pages that waited for each other are laid out together, as far as they can be, and looked at by the
// engine that took no part; the others stay as they were written alone.
import type { Written } from "../crisp/draft.ts";
import type { RunOrder } from "../crisp/write-run.ts";
import type { ReadOrder, ReadPage } from "../page-burner.ts";
import type { Read } from "./waiting.ts";

export interface WaitingPage extends Read {
  readonly order: ReadOrder;
  readonly page: ReadPage;
}

export interface Hands {
  /** What the source says of a page beside what it paints. */
  readonly sourceOf: (page: number) => RunOrder["source"];
  /** Undefined where pages cannot be laid out together. */
  readonly write: (orders: readonly RunOrder[]) => Promise<readonly Written[] | undefined>;
  /** Do they look as they did? Values only; undefined in the place of one that does not. */
  readonly looked: (pages: readonly PageOfRun[]) => Promise<readonly (ReadPage | undefined)[]>;
}

interface PageOfRun {
  readonly known: WaitingPage;
  readonly crisp: Written;
}

/** A page that did not look as it did: in the next run that holds it, it is looked at first. */
interface Doubt {
  page?: number;
}

/** A cover and a page of contents may stand before the text; then it is no run. */
const MOST_IN_VAIN = 5;

export async function together(
  waiting: readonly WaitingPage[],
  hands: Hands,
): Promise<readonly ReadPage[]> {
  const done: ReadPage[] = [];
  let left = waiting;
  let vain = 0;
  const doubt: Doubt = {};
  while (left.length > 0) {
    const isAsked = vain < MOST_IN_VAIN && left.some(({ runsOver }) => runsOver);
    const run = isAsked ? await runOf(left, hands, doubt) : undefined;
    if (!run) vain++;
    const first = run ? left.findIndex(({ number }) => number === run[0]!.page) : 1;
    done.push(...left.slice(0, first).map(({ page }) => page), ...(run ?? []));
    left = left.slice(first + (run?.length ?? 0));
  }
  return done;
}

async function runOf(
  waiting: readonly WaitingPage[],
  { sourceOf, write, looked }: Hands,
  doubt: Doubt,
): Promise<readonly ReadPage[] | undefined> {
  if (waiting.length < 2) return undefined;
  const orders = waiting.map(({ number, order }) => ({
    page: number,
    marks: order.marks,
    source: sourceOf(number),
  }));
  const run = await write(orders);
  if (!run) return undefined;
  const known = new Map(waiting.map((one) => [one.number, one]));
  const pages = run.map((crisp) => ({ known: known.get(crisp.page.burned.page)!, crisp }));
  const isFirst = ({ known: { number } }: PageOfRun) => number === doubt.page;
  const seen = new Map<number, ReadPage>();
  for (const part of [pages.filter(isFirst), pages.filter((page) => !isFirst(page))]) {
    const same = part.length > 0 ? await looked(part) : [];
    const other = same.lastIndexOf(undefined);
    if (other >= 0) {
      doubt.page = part[other]!.known.number;
      return undefined;
    }
    part.forEach((page, i) => seen.set(page.known.number, same[i]!));
  }
  return pages.map(({ known: { number } }) => seen.get(number)!);
}

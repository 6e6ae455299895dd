// Two threads share the pages of a document that is not short. Where it is cut depends on nothing but
// how many pages there are, and each part is read by a reader of its own even where one thread has to
// do both: the same files give the same verification on any machine.
import { NotedFindings } from "../findings.ts";
import type { Findings, Noted } from "../findings.ts";
import { newHelper, takeSpare } from "./spare.ts";
import type { Helper } from "./helper.ts";
import type { Source, TeamInput } from "./messages.ts";
import { laterHalf } from "./halves.ts";
import { openReader } from "./open-reader.ts";
import type { Runs } from "../together/runs.ts";
import type { PageReader, PagesRead, Retraced, Run } from "./page-reader.ts";

/** Fewer pages are one part: a second thread would hardly have begun. */
export const FEWEST = 20;
/**
 * From so many pages on a second thread is started for them when the export is there already: one that
 * has nothing ready yet takes a second and more of a processor's time before it is as quick as the first.
 */
export const LONG = 150;
/** Bytes of original and export above which the second thread would hold too much beside the first. */
const MOST_BYTES = 128 * 1024 * 1024;

type Found = PagesRead & { readonly noted: readonly Noted[] };

/** Gives a second thread; undefined where one thread is to read both parts. */
export type Start = () => Promise<Helper | undefined>;

export class Team {
  private readonly input: TeamInput;
  private readonly total: number;
  private readonly helper: Promise<Helper | undefined> | undefined;
  private readonly begun: () => void;

  /**
   * @param progress is told how many pages were begun of how many
   * @param start is asked once, where the document is long enough
   * @param fewest pages that are shared
   */
  constructor(
    input: TeamInput,
    total: number,
    progress: (done: number, total: number) => void,
    start: Start = async () => (total >= LONG ? startHelper(input) : undefined),
    fewest = FEWEST,
  ) {
    this.input = input;
    this.total = total;
    let begun = 0;
    this.begun = () => progress(begun++, total);
    if (total >= fewest) {
      const bytes = input.original.length + input.candidate.length;
      this.helper = bytes > MOST_BYTES ? Promise.resolve(undefined) : this.started(start);
      this.helper.catch(() => {});
    }
  }

  /**
   * @param own reads the first part, and everything where the document is short
   * @throws Refusal undecodable, too-much-memory; Error where the second thread ended before its work
   */
  async read(own: PageReader, findings: Findings, retraced?: Retraced): Promise<PagesRead> {
    const { begun, total } = this;
    if (!this.helper) return own.read({ first: 1, last: total }, findings, begun, retraced);
    const [half, last] = laterHalf(total);
    const first = startOf(half, await own.runs());
    if (first > last) return own.read({ first: 1, last }, findings, begun, retraced);
    const later = { first, last };
    const theirs = this.help(later, retraced);
    // A refusal of an earlier page comes first, whichever thread is faster.
    theirs.catch(() => {});
    const former = await own.read({ first: 1, last: first - 1 }, findings, begun, retraced);
    const second = (await theirs) ?? (await this.alone(later, retraced));
    findings.takeOver(second.noted);
    return {
      pages: [...former.pages, ...second.pages],
      unmarked: new Set([...former.unmarked, ...second.unmarked]),
      readAgain: former.readAgain + second.readAgain,
    };
  }

  async close(): Promise<void> {
    await (await this.helper)?.close();
  }

  /** The export is opened by the second thread while the first judges its form. */
  private async started(start: Start): Promise<Helper | undefined> {
    const { candidate, marks, claim, together } = this.input;
    const helper = await start();
    helper?.take({ candidate, marks, claim, together });
    return helper;
  }

  /** Undefined where there is no second thread. */
  private async help(run: Run, retraced: Retraced): Promise<Found | undefined> {
    return (await this.helper)?.read(run, this.begun, retraced);
  }

  private async alone(run: Run, retraced: Retraced): Promise<Found> {
    const { reader, close } = await openReader(this.input);
    try {
      const findings = new NotedFindings();
      return { ...(await reader.read(run, findings, this.begun, retraced)), noted: findings.noted };
    } finally {
      await close();
    }
  }
}

/** Pages that are seen as one are read by one thread: the later part begins before them or behind. */
function startOf(page: number, runs: Runs): number {
  for (const [first, last] of runs)
    if (first < page && last >= page) return first > 1 ? first : last + 1;
  return page;
}

/**
 * Undefined where no second thread can be had.
 * @param ahead its half of the original is read while there is no export yet
 */
export async function startHelper(source: Source, ahead = false): Promise<Helper | undefined> {
  const helper = (await takeSpare()) ?? (await newHelper());
  helper?.begin(source, ahead);
  return helper;
}

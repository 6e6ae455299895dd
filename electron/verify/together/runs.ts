// Which pages are seen as one: those of which the claim says that their text was laid out over their
// ends or, without a claim, those between which words went over. That pages are looked at together
// excuses nothing on them.
import type { BurnReport } from "../../../shared/model/burning.ts";
import { onCandidate } from "../candidate-failure.ts";
import { PdfiumPage } from "../engines/pdfium-page.ts";
import { placeMarks } from "../marks.ts";
import type { IndexedMark } from "../marks.ts";
import type { Documents } from "../pages/documents.ts";
import { coverageOf } from "../reading/coverage.ts";
import { foldedText } from "../reading/glyph.ts";
import type { Glyph } from "../reading/glyph.ts";
import { linesOf, wordsOf } from "../reading/lines.ts";
import type { Line } from "../reading/lines.ts";

/** Pages that are looked at together at most: all of them are held at once. */
export const MOST_TOGETHER = 12;

/** The last page of those seen as one, by the first of them. */
export type Runs = ReadonlyMap<number, number>;

export function claimedRuns(claim: BurnReport, total: number): Runs {
  const runs = new Map<number, number>();
  for (const { page, run } of claim.pages) {
    const [first, last] = run ?? [page, page];
    if (first === page && last > page && last <= total) add(runs, first, last);
  }
  return runs;
}

/** @throws CandidateFailure, EngineFailure */
export async function runsFound(
  documents: Documents,
  marks: ReadonlyMap<number, readonly IndexedMark[]>,
): Promise<Runs> {
  const runs = new Map<number, number>();
  const total = documents.original.pdfium.pages;
  if (marks.size === 0) return runs;
  let before: Words | undefined;
  let first = 1;
  for (let page = Math.min(...marks.keys()); page <= total; page++) {
    const words = await wordsOn(page, documents, marks.get(page) ?? []);
    if (!before || !wentOver(before, words)) {
      add(runs, first, page - 1);
      first = page;
    }
    before = words;
  }
  add(runs, first, total);
  return runs;
}

function add(runs: Map<number, number>, first: number, last: number): void {
  for (let from = first; from < last; from += MOST_TOGETHER)
    runs.set(from, Math.min(last, from + MOST_TOGETHER - 1));
}

/** Words that only the original's page has, and that only the export's has. */
interface Words {
  readonly gone: ReadonlySet<string>;
  readonly come: ReadonlySet<string>;
}

function wentOver(a: Words, b: Words): boolean {
  return shareAny(a.gone, b.come) || shareAny(a.come, b.gone);
}

function shareAny(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const word of a) if (b.has(word)) return true;
  return false;
}

async function wordsOn(
  number: number,
  documents: Documents,
  marks: readonly IndexedMark[],
): Promise<Words> {
  const source = await documents.original.page(number);
  try {
    const { glyphs, lines } = source.text();
    const { frame } = source.page;
    const { state } = coverageOf(glyphs, placeMarks(marks, frame));
    const before = counted(lines, ({ index }) => state[index] === 0);
    const after = await onCandidate(async () => {
      const page = new PdfiumPage(documents.candidate, number - 1, 1, frame);
      try {
        return counted(linesOf(page.glyphs()), () => true);
      } finally {
        page.close();
      }
    });
    return { gone: more(before, after), come: more(after, before) };
  } finally {
    source.close();
  }
}

function counted(lines: readonly Line[], counts: (glyph: Glyph) => boolean): Map<string, number> {
  const words = new Map<string, number>();
  for (const line of lines)
    for (const word of wordsOf(line)) {
      const text = word.every(counts) ? foldedText(word) : "";
      if (text !== "") words.set(text, (words.get(text) ?? 0) + 1);
    }
  return words;
}

function more(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): Set<string> {
  return new Set([...a].flatMap(([word, count]) => (count > (b.get(word) ?? 0) ? [word] : [])));
}

// One pass over one page of original and candidate, by both engines: texts laid side by side,
// pictures compared. Leaves behind only folded texts for the later search of terms, so that a
// long document needs no more memory than one page at a time.
import { onCandidate } from "./candidate-failure.ts";
import { burntTexts } from "./checks/terms/burnt-texts.ts";
import { readCodes } from "./checks/terms/codes.ts";
import { KnownLetters } from "./checks/letters/known-letters.ts";
import { SeenDrawings } from "./checks/letters/seen-drawings.ts";
import { readsBurnt } from "./checks/terms/read-terms.ts";
import type { PageTermText } from "./checks/terms/page-terms.ts";
import { checkLinks } from "./checks/words/links.ts";
import { checkTwice } from "./checks/words/twice.ts";
import { checkWords } from "./checks/words/words.ts";
import { zonesOf } from "./checks/zones.ts";
import { PdfiumPage } from "./engines/pdfium-page.ts";
import type { ShownPage } from "./engines/shown-page.ts";
import type { Findings } from "./findings.ts";
import { placeMarks } from "./marks.ts";
import type { IndexedMark } from "./marks.ts";
import { checkLooks } from "./page-looks.ts";
import { PagePictures, SCALE } from "./page-pictures.ts";
import { readAgain, readMarks, readUnmarked } from "./page-reading.ts";
import type { Pair, PassInput, PassResult } from "./page-pair.ts";
import type { Documents } from "./pages/documents.ts";
import type { Source } from "./pages/source.ts";
import { isOnPage, shownRect } from "./place.ts";
import type { PageFrame } from "./place.ts";
import { coverageOf } from "./reading/coverage.ts";
import type { PlacedMark } from "./reading/coverage.ts";
import { foldTerm } from "./reading/fold.ts";
import { linesOf } from "./reading/lines.ts";
import { pageStrings, unmarkedWords } from "./reading/page-strings.ts";
import { compact } from "./reading/runs.ts";
import { SecondReading } from "./second-reading.ts";

export async function passPage(
  input: PassInput,
  documents: Documents,
  marks: readonly IndexedMark[],
  findings: Findings,
): Promise<PassResult> {
  const { number } = input;
  const source = await documents.original.page(number);
  try {
    const candidateSecond = await onCandidate(() => documents.candidateSecond.page(number));
    const candidate = await onCandidate(
      async () => new PdfiumPage(documents.candidate, number - 1, 1, source.page.frame),
    );
    try {
      const placed = placeMarks(marks, source.page.frame);
      const pair = { pages: 1, source, candidate, candidateSecond, marks: placed };
      return await passPair(input, pair, findings);
    } finally {
      candidate.close();
      candidateSecond.release();
    }
  } finally {
    source.close();
    input.store.reclaim();
  }
}

/** @throws CandidateFailure */
export function passPair(input: PassInput, pair: Pair, findings: Findings): Promise<PassResult> {
  return new Pass(input, findings, pair).run();
}

class Pass {
  private readonly input: PassInput;
  private readonly findings: Findings;
  private readonly source: Source;
  private readonly original: ShownPage;
  private readonly candidate: ShownPage;
  private readonly second: SecondReading;
  private readonly marks: readonly PlacedMark[];
  private readonly frame: PageFrame;
  private readonly pages: number;

  constructor(input: PassInput, findings: Findings, pair: Pair) {
    const { source, candidate, candidateSecond, marks } = pair;
    this.input = input;
    this.findings = findings;
    this.source = source;
    this.original = source.page;
    this.candidate = candidate;
    this.pages = pair.pages;
    this.frame = source.page.frame;
    this.marks = marks;
    const { frame } = this;
    const { retraced } = input;
    this.second = new SecondReading({
      original: source.second,
      candidate: candidateSecond,
      frame,
      marks,
      retraced,
    });
  }

  async run(): Promise<PassResult> {
    const { findings, marks, frame, original: page, candidate: shown } = this;
    const { number, reading, store } = this.input;
    const before = this.source.text();
    const after = await onCandidate(async () => {
      const glyphs = shown.glyphs();
      return { glyphs, lines: linesOf(glyphs) };
    });
    const grey = before.plain && (await onCandidate(() => shown.plain(after.glyphs)));
    const pictures = new PagePictures(this.source, shown, this.input.store, grey);
    const coverage = coverageOf(before.glyphs, marks);
    const zones = zonesOf(before.lines, coverage, marks, frame);
    const words = await checkWords(
      {
        page: number,
        pages: this.pages,
        frame,
        marks,
        coverage,
        zones,
        original: before,
        candidate: after,
        picture: () => pictures.original(),
        shown: () => pictures.candidate(),
        scale: SCALE,
        laidOver: () => (page.annotations > 0 ? page.glyphsWithAnnotations() : []),
        close: () => pictures.close(),
        fields: async () =>
          (await this.source.second.fieldTexts()).map(({ text, box }) => ({
            text,
            box: shownRect(frame, box),
          })),
        second: async () => ({
          original: compact(await this.second.unmarked()),
          candidate: compact(await this.second.candidate()),
        }),
      },
      findings,
    );
    await checkLinks(
      {
        page: number,
        runs: this.input.runs,
        before: before.glyphs,
        after: after.glyphs,
        explained: words.explained,
        links: () => this.second.links(shown.frame),
      },
      findings,
    );
    const boxes = await checkLooks(
      {
        number,
        pages: this.pages,
        claim: this.input.claim,
        leftOut: this.input.leftOut,
        original: page,
        candidate: shown,
        marks,
        before,
        after,
        coverage,
        zones,
        words,
        pictures,
        known: () => KnownLetters.of(page.document.engine, SCALE),
        seen: SeenDrawings.of(page.document.engine),
      },
      findings,
    );
    const shownAnew = { marks, coverage, pictures, reading, store };
    const readable = before.glyphs.filter((glyph) => isOnPage(glyph.loose, frame));
    const original = pageStrings(readable, before.lines, coverage);
    unmarkedWords(original.visual, this.input.unmarked);
    const candidate = pageStrings(after.glyphs, after.lines);
    const labels = marks.flatMap((mark) => (mark.label ? [mark.label] : []));
    const onBurnt = (): void =>
      findings.add("burnt-ink-gone", "A letter of what was burnt is left on its line.", number);
    const read = foldTerm(await readAgain(shownAnew, before, after, zones, words, onBurnt));
    const burntInPicture = await readMarks(shownAnew, before);
    const second = await this.second.otherThan(candidate.stream);
    const secondOriginal = this.askedLater();
    // The unseen words of a picture are set as its readers need them.
    if (!after.glyphs.some(({ invisible }) => invisible)) {
      const drawn = () => pageStrings(readable, before.lines).stream;
      const twice = { before: async () => (await this.second.letters()) - drawn().text.length };
      await checkTwice({ page: number, candidate, second, secondOriginal, ...twice }, findings);
    }
    const doubtful = readsBurnt({ page: number, original, read, labels }, burntInPicture);
    return {
      terms: {
        page: number,
        original,
        candidate,
        second,
        read,
        codes: await readCodes(shown, () => pictures.candidate()),
        burntInPicture,
        unmarkedInPicture: foldTerm(doubtful ? await readUnmarked(shownAnew, zones) : ""),
        secondOriginal,
        labels,
      },
      burnt: await burntTexts({
        page: number,
        frame,
        marks,
        coverage,
        lines: before.lines,
        original: this.original,
        second: this.source.second,
        runs: () => this.second.original(),
      }),
      words: words.words,
      lost: words.lost,
      boxes,
    };
  }

  /** Made here: kept to the end of a long document, it must not keep the page's characters as well. */
  private askedLater(): PageTermText["secondOriginal"] {
    const { second } = this;
    return async () => foldTerm(await second.unmarked());
  }
}

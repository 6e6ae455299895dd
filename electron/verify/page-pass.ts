// One pass over one page of original and candidate, by both engines: texts laid side by side,
// pictures compared. Leaves behind only folded texts for the later search of terms, so that a
// long document needs no more memory than one page at a time.
import { meets } from "../../shared/geometry/rect.ts";
import type { BurnedPage } from "../../shared/model/burning.ts";
import { checkBox, runAt } from "./checks/boxes.ts";
import { checkInkGone, checkInkMoved } from "./checks/burnt-ink.ts";
import { burntTexts } from "./checks/burnt-texts.ts";
import { checkUnchanged } from "./checks/unchanged.ts";
import type { Looks } from "./checks/looks.ts";
import { foreignLetters } from "./checks/foreign-letters.ts";
import { KnownLetters } from "./checks/known-letters.ts";
import { checkPlaces } from "./checks/places.ts";
import { FINER } from "./checks/reading-again.ts";
import type { InkReader } from "./checks/reading-again.ts";
import type { PageTermText } from "./checks/terms.ts";
import { unprovenInk } from "./checks/unproven-ink.ts";
import { checkUnseen } from "./checks/unseen.ts";
import { checkWords } from "./checks/words.ts";
import type { WordsResult } from "./checks/words.ts";
import { zonesOf } from "./checks/zones.ts";
import type { Zones } from "./checks/zones.ts";
import { liftedPictures } from "./engines/pdfium-objects.ts";
import { PdfiumPage } from "./engines/pdfium-page.ts";
import type { PdfiumDocument } from "./engines/pdfium.ts";
import { EngineFailure } from "./engines/failure.ts";
import type { PdfjsDocument, PdfjsPage, PlacedText } from "./engines/pdfjs.ts";
import type { Findings } from "./findings.ts";
import { placeMarks } from "./marks.ts";
import type { IndexedMark } from "./marks.ts";
import { shownRect } from "./place.ts";
import type { PageFrame } from "./place.ts";
import { halved } from "./pixels/raster.ts";
import type { PixelStore } from "./pixels/store.ts";
import type { Raster } from "./pixels/raster.ts";
import { coverageOf } from "./reading/coverage.ts";
import type { Coverage, PlacedMark } from "./reading/coverage.ts";
import { foldTerm } from "./reading/fold.ts";
import type { Glyph } from "./reading/glyph.ts";
import { linesOf } from "./reading/lines.ts";
import type { Line } from "./reading/lines.ts";
import { pageStrings, unmarkedWords } from "./reading/page-strings.ts";
import { compact, cutRun } from "./reading/runs.ts";
import type { BurntText } from "./reading/terms.ts";

export const SCALE = 150 / 72;

export interface Documents {
  readonly original: PdfiumDocument;
  readonly candidate: PdfiumDocument;
  readonly originalSecond: PdfjsDocument;
  readonly candidateSecond: PdfjsDocument;
}

export interface PassResult {
  readonly terms: PageTermText;
  readonly burnt: readonly BurntText[];
  readonly words: number;
  readonly lost: number;
  readonly boxes: number;
}

export interface PassInput {
  readonly number: number;
  readonly documents: Documents;
  readonly marks: readonly IndexedMark[];
  readonly claim: BurnedPage | undefined;
  /** Words that no mark covers; filled page by page. */
  readonly unmarked: Set<string>;
  readonly reading: InkReader;
  readonly store: PixelStore;
}

interface Text {
  readonly glyphs: readonly Glyph[];
  readonly lines: readonly Line[];
}

export async function passPage(input: PassInput, findings: Findings): Promise<PassResult> {
  const { number, documents } = input;
  const originalSecond = await documents.originalSecond.page(number);
  const unit = originalSecond.userUnit;
  const original = new PdfiumPage(documents.original, number - 1, unit);
  try {
    const candidateSecond = await onCandidate(() => documents.candidateSecond.page(number));
    const candidate = await onCandidate(
      async () => new PdfiumPage(documents.candidate, number - 1, 1, original.frame),
    );
    try {
      return await new Pass(
        input,
        findings,
        original,
        candidate,
        originalSecond,
        candidateSecond,
      ).run();
    } finally {
      candidate.close();
      candidateSecond.release();
    }
  } finally {
    original.close();
    originalSecond.release();
    input.store.reclaim();
  }
}

/** Failures on the candidate are findings, not refusals: told apart by this wrapper. */
export class CandidateFailure extends Error {}

async function onCandidate<T>(use: () => Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (error) {
    if (error instanceof EngineFailure) throw new CandidateFailure(error.message);
    throw error;
  }
}

class Pass {
  private readonly input: PassInput;
  private readonly findings: Findings;
  private readonly original: PdfiumPage;
  private readonly candidate: PdfiumPage;
  private readonly originalSecond: PdfjsPage;
  private readonly candidateSecond: PdfjsPage;
  private readonly marks: readonly PlacedMark[];
  private readonly frame: PageFrame;
  private pictureOfOriginal: Raster | undefined;
  private pictureOfCandidate: Raster | undefined;
  /** Both pages are drawn in one way. */
  private grey = false;
  private originalRuns: PlacedText[] | undefined;

  constructor(
    input: PassInput,
    findings: Findings,
    original: PdfiumPage,
    candidate: PdfiumPage,
    originalSecond: PdfjsPage,
    candidateSecond: PdfjsPage,
  ) {
    this.input = input;
    this.findings = findings;
    this.original = original;
    this.candidate = candidate;
    this.originalSecond = originalSecond;
    this.candidateSecond = candidateSecond;
    this.frame = original.frame;
    this.marks = placeMarks(input.marks, original.frame);
  }

  async run(): Promise<PassResult> {
    const { findings, marks, frame } = this;
    const { number } = this.input;
    const glyphs = this.original.glyphs();
    // What stands off the page is not to be read; in an export it would be an addition.
    const before = { glyphs, lines: linesOf(glyphs.filter((glyph) => onPage(glyph, frame))) };
    const after = await onCandidate(async () => {
      const shown = this.candidate.glyphs();
      return { glyphs: shown, lines: linesOf(shown) };
    });
    this.grey = await this.bothPlain(before, after);
    const runs = await onCandidate(() => this.candidateSecond.texts());
    const coverage = coverageOf(before.glyphs, marks);
    const candidateSecond = runs.map((run) => run.text).join(" ");

    const zones = zonesOf(before.lines, coverage, marks, frame);
    const words = await checkWords(
      {
        page: number,
        frame,
        marks,
        coverage,
        zones,
        original: before,
        candidate: after,
        picture: () => this.picture(),
        shown: () => this.shown(),
        scale: SCALE,
        fields: async () =>
          (await this.originalSecond.fieldTexts()).map(({ text, box }) => ({
            text,
            box: shownRect(frame, box),
          })),
        second: async () => ({
          original: compact(await this.unmarkedSecond()),
          candidate: compact(candidateSecond),
        }),
      },
      findings,
    );
    const boxes = await this.looks(before, after, coverage, zones, words);

    const readable = before.glyphs.filter((glyph) => onPage(glyph, frame));
    const original = pageStrings(readable, before.lines, coverage);
    unmarkedWords(original.visual, this.input.unmarked);
    return {
      terms: {
        page: number,
        original,
        candidate: pageStrings(after.glyphs, after.lines),
        second: foldTerm(candidateSecond),
        read: foldTerm(await this.readAgain(before, after, zones, words)),
        secondOriginal: this.askedLater(),
        labels: marks.flatMap((mark) => (mark.label ? [mark.label] : [])),
      },
      burnt: await burntTexts({
        page: number,
        frame,
        marks,
        coverage,
        lines: before.lines,
        original: this.original,
        second: this.originalSecond,
        runs: () => this.runs(),
      }),
      words: words.words,
      lost: words.lost,
      boxes,
    };
  }

  /** What can be read on the burnt lines of a page that is a picture. */
  private async readAgain(
    before: Text,
    after: Text,
    zones: Zones,
    { explained }: WordsResult,
  ): Promise<string> {
    const { marks, input } = this;
    if (marks.length === 0 || after.glyphs.some((glyph) => !glyph.invisible)) return "";
    const candidate = await this.shown();
    const unproven = unprovenInk({
      original: this.picture(),
      candidate,
      scale: SCALE,
      zones: zones.lines,
      marks,
      pairs: [...explained].map(([to, from]) => [after.glyphs[to]!, before.glyphs[from]!]),
      store: input.store,
    });
    return input.reading.read(unproven, candidate, SCALE * 72, () =>
      onCandidate(async () => this.candidate.render(FINER * SCALE, { store: input.store })),
    );
  }

  /** By the original's engine: the export's own may be in any state. */
  private known(): KnownLetters {
    return KnownLetters.of(this.input.documents.original.engine, SCALE);
  }

  private async bothPlain(before: Text, after: Text): Promise<boolean> {
    return (
      this.original.plain(before.glyphs) &&
      (await onCandidate(async () => this.candidate.plain(after.glyphs)))
    );
  }

  private picture(): Raster {
    const { store } = this.input;
    this.pictureOfOriginal ??= this.original.render(SCALE, { store, grey: this.grey });
    return this.pictureOfOriginal;
  }

  private async shown(): Promise<Raster> {
    const { store } = this.input;
    this.pictureOfCandidate ??= await onCandidate(async () =>
      this.candidate.render(SCALE, { store, grey: this.grey }),
    );
    return this.pictureOfCandidate;
  }

  private async looks(
    before: Text,
    after: Text,
    coverage: Coverage,
    zones: Zones,
    { explained, labelGlyphs: labels }: WordsResult,
  ): Promise<number> {
    const { findings, marks, frame } = this;
    const { number, claim, store } = this.input;
    const picture = await this.shown();
    const looks: Looks = {
      page: number,
      frame,
      shownFrame: this.candidate.frame,
      scale: SCALE,
      marks,
      zones,
      claimed: claim && [...claim.touched, ...claim.boxes.map((box) => box.rect)],
      original: this.picture(),
      candidate: picture,
      bare: () =>
        this.original.annotations > 0
          ? this.original.render(SCALE, { annotations: false, store })
          : this.picture(),
      finer: (which) => {
        const page = which === "original" ? this.original : this.candidate;
        return halved(page.render(2 * SCALE, { store }), picture.width, picture.height);
      },
      foreign: foreignLetters(before.glyphs, after.glyphs, explained, (glyph) =>
        this.known().isItself(picture, glyph, SCALE),
      ),
      accounted: after.glyphs.filter(({ index }) => explained.has(index) || labels.has(index)),
      labels,
      store,
      sealed: claim ? claim.kind === "sealed" : after.glyphs.some((glyph) => glyph.invisible),
    };
    checkUnchanged(looks, findings);
    const { lines } = after;
    checkUnseen({ page: number, frame, scale: SCALE, picture, lines, labels }, findings);
    checkPlaces(
      {
        page: number,
        frame,
        scale: SCALE,
        picture,
        candidate: after,
        original: before.glyphs,
        explained,
        labels,
      },
      findings,
    );
    if (marks.length === 0) return 0;
    checkInkGone(looks, picture, false, findings);
    checkInkMoved(looks, findings);
    const areas = marks.map((mark) => mark.rect);
    const lifted = await onCandidate(async () =>
      liftedPictures(this.candidate, areas, SCALE, store, picture),
    );
    for (const layer of lifted) checkInkGone(looks, layer, true, findings);
    for (const box of claim?.boxes ?? [])
      checkBox(
        looks,
        box.rect,
        after.glyphs.filter(({ index, loose }) =>
          meets(loose, box.rect, labels.has(index) ? -9 : 1),
        ),
        runAt(before.glyphs, coverage, box.rect),
        findings,
      );
    return claim?.boxes.length ?? 0;
  }

  /** Made here: kept to the end of a long document, it must not keep the page's characters as well. */
  private askedLater(): PageTermText["secondOriginal"] {
    return async () => foldTerm(await this.unmarkedSecond());
  }

  /** The original's page by the second engine, a cut where a mark is. */
  private async unmarkedSecond(): Promise<string> {
    return (await this.runs())
      .map(({ text, box }) => cutRun(text, shownRect(this.frame, box), this.marks))
      .join(" ");
  }

  private async runs(): Promise<readonly PlacedText[]> {
    this.originalRuns ??= await this.originalSecond.texts();
    return this.originalRuns;
  }
}

function onPage({ loose }: Glyph, frame: PageFrame): boolean {
  return loose[2] > 0 && loose[3] > 0 && loose[0] < frame.width && loose[1] < frame.height;
}

// One pass over several pages of original and export whose text runs over their ends: seen as one
// page, they are looked at as one page is, and nothing is let pass that would not pass there.
import type { BurnedPage } from "../../../shared/model/burning.ts";
import type { Rect } from "../../../shared/geometry/rect.ts";
import { onCandidate } from "../candidate-failure.ts";
import { PdfiumPage } from "../engines/pdfium-page.ts";
import type { PdfjsPage } from "../engines/pdfjs.ts";
import type { ShownPage } from "../engines/shown-page.ts";
import type { Findings } from "../findings.ts";
import { placeMarks } from "../marks.ts";
import type { IndexedMark } from "../marks.ts";
import { SCALE } from "../page-pictures.ts";
import { passPair } from "../page-pass.ts";
import type { PassInput, PassResult } from "../page-pair.ts";
import type { Documents } from "../pages/documents.ts";
import type { SourcePage } from "../pages/original.ts";
import type { Source } from "../pages/source.ts";
import { PixelStore } from "../pixels/store.ts";
import { isOnPage } from "../place.ts";
import { linesOf } from "../reading/lines.ts";
import type { Text } from "../reading/lines.ts";
import { Bands, rowsOf, textRows } from "./bands.ts";
import { framesOf } from "./frames.ts";
import { PagesTogether, TextsTogether, raiser } from "./shown-together.ts";

export interface PagesInput extends Pick<
  PassInput,
  "leftOut" | "unmarked" | "runs" | "reading" | "store" | "retraced"
> {
  /** Pages that follow each other, counted from 1. */
  readonly numbers: readonly number[];
  /** For each page. */
  readonly claims: readonly (BurnedPage | undefined)[];
  readonly marks: readonly (readonly IndexedMark[])[];
}

/** @throws CandidateFailure, EngineFailure */
export async function passTogether(
  input: PagesInput,
  documents: Documents,
  findings: Findings,
): Promise<PassResult> {
  const opened: { close(): void }[] = [];
  try {
    const sources: SourcePage[] = [];
    const candidates: PdfiumPage[] = [];
    const seconds: PdfjsPage[] = [];
    for (const number of input.numbers) {
      const source = await documents.original.page(number);
      opened.push(source);
      sources.push(source);
      const second = await onCandidate(() => documents.candidateSecond.page(number));
      opened.push({ close: () => second.release() });
      seconds.push(second);
      const { frame } = source.page;
      const page = await onCandidate(
        async () => new PdfiumPage(documents.candidate, number - 1, 1, frame),
      );
      opened.push(page);
      candidates.push(page);
      if (page.frame.width !== frame.width || page.frame.height !== frame.height)
        findings.add("page-unchanged", "The page has another size.", number);
    }
    return await passAll(input, sources, candidates, seconds, findings);
  } finally {
    for (const one of opened.toReversed()) one.close();
    input.store.reclaim();
  }
}

async function passAll(
  input: PagesInput,
  sources: readonly SourcePage[],
  candidates: readonly PdfiumPage[],
  seconds: readonly PdfjsPage[],
  findings: Findings,
): Promise<PassResult> {
  const texts = sources.map((source) => ({ ...source.text(), frame: source.page.frame }));
  const frames = framesOf(texts, SCALE);
  const sheet = new PixelStore();
  const drawn = (page: ShownPage, i: number) => {
    sheet.reclaim();
    return rowsOf(page.render(SCALE, { grey: true, store: sheet }), frames[i]!);
  };
  const before = sources.map(({ page }, i) => drawn(page, i));
  const after = await onCandidate(() => candidates.map(drawn));
  const rows = Math.max(textRows(before), textRows(after));
  const original = new PagesTogether(
    sources.map(({ page }) => page),
    new Bands(before, frames, rows, SCALE),
    SCALE,
  );
  const candidate = new PagesTogether(candidates, new Bands(after, frames, rows, SCALE), SCALE);
  const ofOriginal = sources.map(({ page }) => page.frame);
  const ofCandidate = candidates.map(({ frame }) => frame);
  const marks = input.marks.flatMap((own, i) =>
    placeMarks(own, ofOriginal[i]!).map((mark) => ({
      ...mark,
      rect: original.raise(i, mark.rect),
    })),
  );
  const second = new TextsTogether(
    sources.map((source) => source.second),
    raiser(original, ofOriginal),
  );
  const { numbers, claims, ...rest } = input;
  const { width, height } = candidate.frame;
  const claim = claimOf(claims, (i, rect) => candidate.raise(i, rect), [0, 0, width, height]);
  const pair = {
    pages: numbers.length,
    source: sourceOf(
      original,
      second,
      texts.every(({ plain }) => plain),
    ),
    candidate,
    candidateSecond: new TextsTogether(seconds, raiser(candidate, ofCandidate)),
    marks,
  };
  return passPair({ ...rest, number: numbers[0]!, claim }, pair, findings);
}

function sourceOf(page: PagesTogether, second: TextsTogether, plain: boolean): Source {
  let known: Text | undefined;
  const read = (): Text => {
    const glyphs = page.glyphs();
    return { glyphs, lines: linesOf(glyphs.filter(({ loose }) => isOnPage(loose, page.frame))) };
  };
  return {
    page,
    second,
    text: () => ({ ...(known ??= read()), plain }),
    takeGrey: () => undefined,
  };
}

/** What is claimed of the pages, as of one; undefined where nothing is claimed of one of them. */
function claimOf(
  claims: readonly (BurnedPage | undefined)[],
  raise: (page: number, rect: Rect) => Rect,
  whole: Rect,
): BurnedPage | undefined {
  const known = claims.filter((claim) => claim !== undefined);
  if (known.length < claims.length || !known[0]) return undefined;
  return {
    ...known[0],
    kind: known.some(({ kind }) => kind === "sealed") ? "sealed" : "crisp",
    boxes: known.flatMap(({ boxes }, i) =>
      boxes.map((box) => ({ ...box, rect: raise(i, box.rect) })),
    ),
    touched: [whole],
    touchedOriginal: [],
  };
}

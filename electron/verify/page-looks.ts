// What one page looks like: unchanged outside what was set anew, no ink of what was burnt, every
// letter where it is said to be, boxes as they are claimed.
import { meets } from "../../shared/geometry/rect.ts";
import type { BurnedPage } from "../../shared/model/burning.ts";
import { onCandidate } from "./candidate-failure.ts";
import { checkAreaInk } from "./checks/ink/area-ink.ts";
import { checkBeneath } from "./checks/ink/beneath.ts";
import { checkBox, runAt } from "./checks/boxes/boxes.ts";
import { checkInkGone, checkInkMoved } from "./checks/ink/burnt-ink.ts";
import { checkCommentsKept } from "./checks/ink/comments.ts";
import { checkDrawnAnew } from "./checks/unchanged/drawn-anew.ts";
import { checkGapsAlike } from "./checks/boxes/gaps-alike.ts";
import { checkLabelBoxes } from "./checks/boxes/label-boxes.ts";
import { checkColours } from "./checks/letters/colours.ts";
import { foreignLetters } from "./checks/letters/foreign-letters.ts";
import { checkSignsLeft } from "./checks/ink/signs-left.ts";
import { checkInkThrough } from "./checks/ink/ink-through.ts";
import type { KnownLetters } from "./checks/letters/known-letters.ts";
import type { Looks } from "./checks/looks.ts";
import { checkLinePlaces } from "./checks/letters/line-places.ts";
import { checkPlaces } from "./checks/words/places.ts";
import { checkAlongWords } from "./checks/ink/along-words.ts";
import { checkRulesKept } from "./checks/ink/rules-kept.ts";
import type { SeenDrawings } from "./checks/letters/seen-drawings.ts";
import { checkSetAnew } from "./checks/letters/set-anew.ts";
import { checkSpacing } from "./checks/letters/spacing.ts";
import { checkUnchanged } from "./checks/unchanged/unchanged.ts";
import { checkUnseen } from "./checks/ink/unseen.ts";
import type { WordsResult } from "./checks/words/words.ts";
import type { Zones } from "./checks/zones.ts";
import { liftedPictures } from "./engines/pdfium-objects.ts";
import type { ShownPage } from "./engines/shown-page.ts";
import type { Findings } from "./findings.ts";
import { SCALE } from "./page-pictures.ts";
import type { PagePictures } from "./page-pictures.ts";
import type { Coverage, PlacedMark } from "./reading/coverage.ts";
import type { Text } from "./reading/lines.ts";

/** Points that a letter shares with a box at least: one of a label may stand beside it. */
const WITHIN_BOX = 1;
const AROUND_BOX = -9;

export interface LooksOfPage {
  readonly number: number;
  /** How many pages are seen as one. */
  readonly pages: number;
  readonly claim: BurnedPage | undefined;
  readonly leftOut: boolean | undefined;
  readonly original: ShownPage;
  readonly candidate: ShownPage;
  readonly marks: readonly PlacedMark[];
  readonly before: Text;
  readonly after: Text;
  readonly coverage: Coverage;
  readonly zones: Zones;
  readonly words: WordsResult;
  readonly pictures: PagePictures;
  /** Letters that the verifier knows by itself, drawn by the original's engine. */
  readonly known: () => KnownLetters;
  readonly seen: SeenDrawings;
}

/** @returns the number of boxes that were checked. @throws CandidateFailure */
export async function checkLooks(page: LooksOfPage, findings: Findings): Promise<number> {
  const { number, claim, marks, before, after, pictures } = page;
  const { explained, labelGlyphs: labels } = page.words;
  const picture = await pictures.candidate();
  const looks = looksOf(page, picture);
  checkUnchanged(looks, findings);
  checkCommentsKept(looks, page.leftOut, findings);
  const { frame } = looks;
  const onLines = { page: number, frame, scale: SCALE, lines: after.lines };
  checkUnseen({ ...onLines, picture, labels }, findings);
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
  const bare = pictures.withoutCovered();
  if (bare)
    checkBeneath(
      { ...onLines, original: looks.original, bare, before: before.glyphs, explained },
      findings,
    );
  const { before: then, after: now } = page.words;
  const letters = { page: number, frame, letters: before.glyphs, explained };
  const lines = { ...letters, before: then, after: now };
  if (!looks.sealed) checkLinePlaces({ ...lines, zones: page.zones.paragraphs }, findings);
  if (marks.length === 0) return 0;
  if (!looks.sealed) {
    const pair = { original: looks.original, candidate: picture, scale: SCALE };
    checkColours({ ...letters, ...pair, shown: after.glyphs }, findings);
    checkSpacing({ ...lines, shown: after.glyphs }, findings);
  }
  await checkSetAnew(
    {
      page: number,
      frame,
      scale: SCALE,
      original: looks.original,
      candidate: picture,
      zones: page.zones.paragraphs,
      before: before.glyphs,
      after: after.glyphs,
      laidOver: () =>
        page.original.annotations > 0 ? page.original.glyphsWithAnnotations() : before.glyphs,
      explained,
      labels,
      itself: (glyph) => page.known().isItself(picture, glyph, SCALE),
      ofLabel: (...shown) => page.known().isOfLabel(...shown),
      seen: page.seen,
      close: () => pictures.close(),
    },
    findings,
  );
  const objects = await onCandidate(() => page.candidate.objects());
  checkDrawnAnew(looks, before.glyphs, after.glyphs, objects, findings);
  const { coverage } = page;
  const read = { before: page.words.before, lines: page.words.after };
  const gaps = { ...read, coverage, explained, objects };
  checkGapsAlike(looks, gaps, findings);
  checkLabelBoxes(looks, before.glyphs, gaps, findings);
  checkAlongWords(looks, before.glyphs, after.glyphs, findings);
  checkRulesKept(looks, before.lines, after.lines, findings);
  checkInkGone(looks, picture, false, findings);
  checkInkMoved(looks, findings);
  checkInkThrough(looks, before.glyphs, page.coverage, findings);
  checkSignsLeft(looks, before.glyphs, page.coverage, findings);
  const areas = marks.map((mark) => mark.rect);
  const lifted = await onCandidate(() =>
    liftedPictures(page.candidate, areas, SCALE, pictures.store, picture),
  );
  for (const layer of lifted) checkInkGone(looks, layer, true, findings);
  checkAreaInk(looks, before.glyphs, page.coverage, [picture, ...lifted], findings);
  const boxes = claim?.boxes ?? [];
  const burnt = before.glyphs.filter(({ index }) => page.coverage.state[index] === 2);
  for (const { rect } of boxes) {
    const inside = after.glyphs.filter(
      ({ index, loose }) =>
        meets(loose, rect, AROUND_BOX) && (labels.has(index) || meets(loose, rect, WITHIN_BOX)),
    );
    checkBox(looks, rect, inside, runAt(burnt, rect), findings);
  }
  return boxes.length;
}

function looksOf(page: LooksOfPage, picture: Looks["candidate"]): Looks {
  const { claim, before, after, pictures } = page;
  const { explained, labelGlyphs: labels } = page.words;
  return {
    page: page.number,
    pages: page.pages,
    frame: page.original.frame,
    shownFrame: page.candidate.frame,
    scale: SCALE,
    marks: page.marks,
    zones: page.zones,
    claimed: claim && [...claim.touched, ...claim.boxes.map((box) => box.rect)],
    original: pictures.original(),
    candidate: picture,
    bare: () => pictures.bare(),
    comments: () => page.original.comments(),
    finer: (which) => pictures.smoothed(which, picture),
    foreign: foreignLetters(before.glyphs, after.glyphs, explained, (glyph) =>
      page.known().isItself(picture, glyph, SCALE),
    ),
    accounted: after.glyphs.filter(({ index }) => explained.has(index) || labels.has(index)),
    stood: (index) => before.glyphs[explained.get(index) ?? -1],
    labels,
    store: pictures.store,
    sealed: claim ? claim.kind === "sealed" : after.glyphs.some((glyph) => glyph.invisible),
  };
}

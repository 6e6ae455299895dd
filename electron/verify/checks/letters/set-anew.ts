// Letters on lines that were set anew, where no picture can be compared as a whole: each must be drawn
// as the letter of the original that it stands for, and one of a label as the letter that it is. A
// font may say of its letters what it likes.
import { meets } from "../../../../shared/geometry/rect.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { Findings } from "../../findings.ts";
import type { CloseLook } from "../../page-pictures.ts";
import type { PageFrame } from "../../place.ts";
import { isEven } from "../../pixels/even.ts";
import { isEmpty, pixelBox } from "../../pixels/raster.ts";
import type { Raster } from "../../pixels/raster.ts";
import { foldGlyph } from "../../reading/fold.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { withoutExchanged } from "./exchanged.ts";
import { hasNoInk, isTooSmall, standsStill } from "./letter-sides.ts";
import { Forms, isOtherSize } from "./same-forms.ts";
import type { DrawnLetters } from "./same-forms.ts";
import { SeenDrawings } from "./seen-drawings.ts";
import { byText, signOf } from "./signs.ts";
import { whereabouts } from "../where.ts";
import { counted } from "../../counted.ts";

export interface SetAnew extends DrawnLetters {
  readonly page: number;
  readonly frame: PageFrame;
  /** Lines that may have been set anew. */
  readonly zones: readonly Rect[];
  /** Letters of the export. */
  readonly after: readonly Glyph[];
  /** Those of the original with those of its comments and fields. */
  readonly laidOver: () => readonly Glyph[];
  /** Candidate glyph → the original's glyph that it stands for. */
  readonly explained: ReadonlyMap<number, number>;
  /** In a picture of so many pixels a point. */
  readonly ofLabel: (picture: Raster, glyph: Glyph, scale: number) => boolean;
  /** Both pages drawn larger: of few pixels two letters may look alike, and one unlike itself. */
  readonly close: () => Promise<CloseLook>;
}

/** Points that neighbours may reach into a blank, and the levels that are one shade. */
const EDGE = 0.5;
const EVEN = 40;
/** Stands for nothing of the original. */
const LABEL = "label";
const BLANK = /^[[\]\s]$/u;

/** @throws CandidateFailure */
export async function checkSetAnew(input: SetAnew, findings: Findings): Promise<void> {
  const { page, frame, zones } = input;
  if (zones.length === 0) return;
  let wrong = wrongIn(input, input.after, new Forms(input));
  if (wrong.length > 0) {
    const near = { ...input, ...(await input.close()), seen: new SeenDrawings() };
    const forms = new Forms(near);
    wrong = withoutExchanged(wrongIn(near, wrong, forms), near, (a, b) => forms.same(a, b));
  }
  const [first] = wrong;
  if (!first) return;
  findings.add(
    "text-in-place",
    `${counted(wrong.length, "character")} ${whereabouts(first.loose, frame.width, frame.height)} ${wrong.length === 1 ? "is" : "are"} drawn as something else than ${wrong.length === 1 ? "it says" : "they say"}.`,
    page,
  );
}

/** Those of some letters that are drawn as something else than they say. */
function wrongIn(input: SetAnew, letters: readonly Glyph[], forms: Forms): readonly Glyph[] {
  const { zones, before, explained, labels } = input;
  const isZoned = withinAny(zones);
  let signs: Map<string, Glyph[]> | undefined;
  return letters.filter((shown) => {
    if (shown.invisible) return false;
    if (labels.has(shown.index) || isSignOfLabel(shown, labels)) return !isLabelled(shown, input);
    if (!isZoned(shown.loose)) return false;
    const from = explained.get(shown.index);
    if (from !== undefined) {
      const stood = before[from]!;
      if (forms.same(shown, stood) || standsStill(shown, stood, input)) return false;
      // Words that stand in a box and in the text beside it may be paired crosswise.
      return !isOtherSize(shown, stood) || !forms.alike(shown).some((o) => forms.same(shown, o));
    }
    // Dashes and signs of fonts' own are no words: they must be drawn as one of theirs.
    if (foldGlyph(shown.text) !== "") return false;
    signs ??= byText(input.laidOver());
    return !(signs.get(signOf(shown.text)) ?? []).some((stood) => forms.same(shown, stood));
  });
}

/** True of what meets one of some areas; letters that follow one another mostly meet the same. */
function withinAny(areas: readonly Rect[]): (rect: Rect) => boolean {
  let last = 0;
  return (rect) => {
    if (meets(areas[last]!, rect)) return true;
    const met = areas.findIndex((area) => meets(area, rect));
    if (met >= 0) last = met;
    return met >= 0;
  };
}

/** The hyphen of "Half-sibling": a sign that stands for nothing of the original, between a label's letters. */
function isSignOfLabel({ index, text }: Glyph, labels: ReadonlySet<number>): boolean {
  return foldGlyph(text) === "" && labels.has(index - 1) && labels.has(index + 1);
}

/** A letter of a label, or the blank that a bracket or a plain box has in its place. */
function isLabelled(shown: Glyph, { candidate, scale, ofLabel, seen }: SetAnew): boolean {
  if (shown.angle % 90 !== 0 || hasNoInk(shown)) return true;
  const [x0, y0, x1, y1] = shown.loose;
  const inner = pixelBox([x0 + EDGE, y0 + EDGE, x1 - EDGE, y1 - EDGE], candidate, scale);
  if (isEmpty(inner) || isEven(candidate, inner, EVEN)) return true;
  if (BLANK.test(shown.text)) return false;
  if (isTooSmall(shown, scale)) return true;
  return seen.isKnown(LABEL, shown, candidate, scale, () => ofLabel(candidate, shown, scale));
}

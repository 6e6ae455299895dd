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
import { hasLetter } from "../../reading/letters.ts";
import { withoutExchanged } from "./exchanged.ts";
import { Drawings, formOf, likenessOf } from "./letter-forms.ts";
import type { Form } from "./letter-forms.ts";
import {
  hasNoInk,
  hasNoShape,
  isSpeck,
  isTooSmall,
  sameSides,
  standsStill,
  widthOf,
} from "./letter-sides.ts";
import { SeenDrawings } from "./seen-drawings.ts";
import { byText, signOf } from "./signs.ts";
import { counted, whereabouts } from "../where.ts";

export interface SetAnew {
  readonly page: number;
  readonly frame: PageFrame;
  readonly original: Raster;
  readonly candidate: Raster;
  readonly scale: number;
  /** Lines that may have been set anew. */
  readonly zones: readonly Rect[];
  /** Letters of the original and of the export. */
  readonly before: readonly Glyph[];
  readonly after: readonly Glyph[];
  /** Those of the original with those of its comments and fields. */
  readonly laidOver: () => readonly Glyph[];
  /** Candidate glyph → the original's glyph that it stands for. */
  readonly explained: ReadonlyMap<number, number>;
  readonly labels: ReadonlySet<number>;
  /** Letters that the verifier knows by itself. */
  readonly itself: (glyph: Glyph) => boolean;
  readonly ofLabel: (glyph: Glyph) => boolean;
  readonly seen: SeenDrawings;
  /** Both pages drawn larger: of few pixels two letters may look alike, and one unlike itself. */
  readonly close: () => Promise<CloseLook>;
}

interface Specimen {
  readonly text: string;
  readonly form: Form;
  readonly wide: number;
  /** Of its letter. */
  readonly first: boolean;
}

/** Forms of one letter drawn twice; below the second it is another, whatever else it looks like. */
const SAME = 0.9;
const RATHER = 0.5;
/** The same beside a label, whose box shares a row of pixels with the letter. */
const RATHER_BESIDE = 0.3;
const CHANCE_BESIDE = 0.15;
/** By how much another letter may come closer by chance. */
const CHANCE = 0.05;
/** The same for a letter that is wider or narrower by more font sizes: 0 and O are one form. */
const OTHER_WIDTH = 0.1;
const CHANCE_WIDTH = 0.15;
/** Letters of fewer pixels across are all bars of a kind. */
const SLIGHT = 8;
const SLIGHT_CHANCE = 0.25;
/** Share of a letter's size by which another is larger or smaller. */
const OTHER_SIZE = 0.05;
/** Forms that are not worth a closer look. */
const UNLIKE = 0.2;
/** Letters that one is held against. */
const MOST_LETTERS = 80;
/** Drawings of one letter, which fall on pixels in as many ways. */
const MOST_OF_ONE = 6;
/** Of a form's length one, what is left where its ink is even. */
const FORMED = 0.5;
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
  if (wrong.some(({ index }) => !input.labels.has(index))) {
    const near = { ...input, ...(await input.close()), seen: new SeenDrawings() };
    const forms = new Forms(near);
    const isStill = new Set(
      withoutExchanged(wrongIn(near, wrong, forms), near, (a, b) => forms.same(a, b)),
    );
    wrong = wrong.filter((shown) => input.labels.has(shown.index) || isStill.has(shown));
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
  return seen.isKnown(LABEL, shown, candidate, scale, () => ofLabel(shown));
}

function isOtherSize(a: Glyph, b: Glyph): boolean {
  return Math.abs(a.size - b.size) > OTHER_SIZE * b.size;
}

class Forms {
  private readonly input: SetAnew;
  private known: Specimen[] | undefined;

  constructor(input: SetAnew) {
    this.input = input;
  }

  /** True where a letter of the export is drawn as the original's letter is. */
  same(shown: Glyph, stood: Glyph): boolean {
    const { candidate, scale } = this.input;
    if (stood.invisible || hasNoShape(stood)) return true;
    if (!stood.substituted && !sameSides(shown, stood)) return false;
    if (!hasLetter(shown.text) && (stood.substituted || isSpeck(shown))) return true;
    if (isTooSmall(shown, scale)) return true;
    return this.input.seen.isKnown(stood.text, shown, candidate, scale, () =>
      this.looksSame(shown, stood),
    );
  }

  /** A few letters of the original that say the same in the same size. */
  alike(shown: Glyph): readonly Glyph[] {
    const { before } = this.input;
    const isOne = (one: Glyph): boolean => one.text === shown.text && !isOtherSize(shown, one);
    return before.filter(isOne).slice(0, MOST_OF_ONE);
  }

  /** Undefined where it cannot be told. */
  private looksSame(shown: Glyph, stood: Glyph): boolean | undefined {
    const { original, candidate, scale, itself } = this.input;
    const wanted = formOf(original, stood, scale);
    if (!wanted || isSolid(wanted)) return undefined;
    // Fonts of small drawings reckon in any unit: where the sides are compared, one size is told for both.
    const told = stood.substituted ? shown : { ...shown, size: stood.size };
    const drawings = new Drawings(candidate, told, scale);
    const own = drawings.likeness(wanted, SAME);
    if (own >= SAME) return true;
    if (stood.substituted && itself(shown)) return true;
    return this.isNearest(drawings, told, stood, own);
  }

  /** Where the letter stood something may run through it: another one of its kind is as good. */
  private isNearest(drawings: Drawings, shown: Glyph, { text }: Glyph, here: number): boolean {
    const first = drawings.at(0);
    const letters = this.letters();
    const alike = letters.filter((one) => one.text === text);
    const own = Math.max(here, ...alike.map(({ form }) => drawings.likeness(form, 1)));
    const { scale, labels } = this.input;
    const beside = labels.has(shown.index - 1) || labels.has(shown.index + 1);
    if (own < (beside ? RATHER_BESIDE : RATHER)) return false;
    const slight = shown.box[2] - shown.box[0] < SLIGHT / scale;
    const chance = slight ? SLIGHT_CHANCE : beside ? CHANCE_BESIDE : CHANCE;
    const wide = widthOf(shown);
    const most = (other: Specimen): number =>
      own + Math.max(chance, Math.abs(other.wide - wide) > OTHER_WIDTH ? CHANCE_WIDTH : 0);
    return !letters.some(
      (other) =>
        other.first &&
        other.text !== text &&
        other.text !== shown.text &&
        first !== undefined &&
        likenessOf(first, other.form) > UNLIKE &&
        drawings.likeness(other.form, 1) > most(other),
    );
  }

  /** Drawings of every letter of the original, whatever became of it. */
  private letters(): readonly Specimen[] {
    if (this.known) return this.known;
    const { original, before, scale } = this.input;
    const letters: Specimen[] = [];
    const counts = new Map<string, number>();
    for (const glyph of before) {
      if (counts.size >= MOST_LETTERS) break;
      const { text } = glyph;
      const count = counts.get(text) ?? 0;
      if (glyph.invisible || !hasLetter(text) || count >= MOST_OF_ONE) continue;
      const form = formOf(original, glyph, scale);
      if (!form) continue;
      letters.push({ text, form, wide: widthOf(glyph), first: count === 0 });
      counts.set(text, count + 1);
    }
    return (this.known = letters);
  }
}

/** A block has no form: it fills its box, or nothing is seen of it. */
function isSolid({ cells }: Form): boolean {
  return cells.reduce((sum, cell) => sum + cell * cell, 0) < FORMED;
}

// Is a letter of the export drawn as one of the original? Where something may run through that one, another
// of its kind is as good, and no letter of another kind may come closer.
import type { Raster } from "../../pixels/raster.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { hasLetter } from "../../reading/letters.ts";
import { Drawings, formOf, likenessOf } from "./letter-forms.ts";
import type { Form } from "./letter-forms.ts";
import { hasNoShape, isSpeck, isTooSmall, sameSides, widthOf } from "./letter-sides.ts";
import type { SeenDrawings } from "./seen-drawings.ts";

export interface DrawnLetters {
  readonly original: Raster;
  readonly candidate: Raster;
  readonly scale: number;
  /** Letters of the original. */
  readonly before: readonly Glyph[];
  /** Letters of the export that belong to labels. */
  readonly labels: ReadonlySet<number>;
  /** Letters that the verifier knows by itself. */
  readonly itself: (glyph: Glyph) => boolean;
  readonly seen: SeenDrawings;
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

export class Forms {
  private readonly input: DrawnLetters;
  private known: Specimen[] | undefined;

  constructor(input: DrawnLetters) {
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

export function isOtherSize(a: Glyph, b: Glyph): boolean {
  return Math.abs(a.size - b.size) > OTHER_SIZE * b.size;
}

// Labels in an export's text. First those in brackets, which cannot be mistaken for the original's
// words, are found and set aside; after the comparison the bare ones are recognised among what is
// left. In the end every group of marks with a label must show one where its gap is.
import { inflate, meets, union } from "../../../../shared/geometry/rect.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { PlacedMark } from "../../reading/coverage.ts";
import { gapForms, labelForms } from "../../reading/expected.ts";
import { foldGlyph } from "../../reading/fold.ts";
import type { Glyph } from "../../reading/glyph.ts";

export interface FoundLabel {
  /** As written, folded. */
  readonly text: string;
  readonly rect: Rect;
  /** Candidate glyphs that spell it. */
  readonly indices: readonly number[];
}

/** Gaps that one mark may make beyond its first. */
const GAPS = 8;
/** Points by which a label and its mark begin apart at most where only their line moved. */
const ALIGNED = 12;
/** A bracketed label of this length cannot be mistaken for anything. */
const LONGEST_FORM = 400;

export class Labels {
  /** Candidate glyphs that spell a label. */
  readonly glyphs = new Set<number>();
  readonly found: FoundLabel[] = [];
  private readonly marks: readonly PlacedMark[];
  /** Forms that may still be set, and how often. */
  private readonly left = new Map<string, number>();

  constructor(marks: readonly PlacedMark[]) {
    this.marks = marks;
    for (const mark of marks)
      for (const form of new Set(gapForms(mark)))
        if (form.length <= LONGEST_FORM) this.left.set(form, (this.left.get(form) ?? 0) + 1);
    // A mark over several lines or cells may have a gap in each of them.
    for (const [form, count] of this.left)
      if (form.startsWith("[")) this.left.set(form, count + GAPS * marks.length);
  }

  /** Finds bracketed labels in the order of the content, where brackets follow their word. */
  takeBracketed(glyphs: readonly Glyph[], original: string): void {
    const forms = [...this.left.keys()]
      .filter((form) => form.startsWith("[") && !original.includes(form))
      .sort((a, b) => b.length - a.length);
    if (forms.length === 0) return;
    const { text, owner } = spelled(glyphs);
    // Characters of two units: places in the text are no places of characters.
    if (text.length !== owner.length) return;
    for (let at = text.indexOf("["); at >= 0; at = text.indexOf("[", at + 1)) {
      const form = forms.find((one) => text.startsWith(one, at) && (this.left.get(one) ?? 0) > 0);
      if (!form) continue;
      this.take(form, owner.slice(at, at + form.length), glyphs);
    }
  }

  /** True where a text is made of labels that may still be set. */
  takeRun(indices: readonly number[], glyphs: readonly Glyph[]): boolean {
    const text = indices.map((index) => foldGlyph(glyphs[index]!.text)).join("");
    const forms = this.split(text, 0);
    if (!forms) return false;
    let at = 0;
    for (const form of forms) {
      this.take(form, indices.slice(at, at + form.length), glyphs);
      at += form.length;
    }
    return true;
  }

  private split(text: string, depth: number): string[] | undefined {
    if (text === "") return [];
    if (depth > 50) return undefined;
    for (const [form, count] of this.left) {
      if (count <= 0 || !text.startsWith(form)) continue;
      this.left.set(form, count - 1);
      const rest = this.split(text.slice(form.length), depth + 1);
      this.left.set(form, count);
      if (rest) return [form, ...rest];
    }
    return undefined;
  }

  take(form: string, indices: readonly number[], glyphs: readonly Glyph[]): void {
    this.left.set(form, (this.left.get(form) ?? 0) - 1);
    for (const index of indices) this.glyphs.add(index);
    const boxes = indices.map((index) => glyphs[index]!.loose);
    if (boxes.length) this.found.push({ text: form, rect: boxes.reduce(union), indices });
  }

  /**
   * Lines below a paragraph that became shorter moved up, and their labels with them: there are as many of
   * this label as groups that ask for it, and one begins where the mark does, further up or down.
   */
  private movedWithItsLine({ label, rect }: PlacedMark): boolean {
    const forms = labelForms(label);
    const found = this.found.filter(({ text }) => forms.includes(text));
    const asking = new Set(this.marks.filter((m) => m.label === label).map((m) => m.group));
    return (
      found.length >= asking.size && found.some((one) => Math.abs(one.rect[0] - rect[0]) < ALIGNED)
    );
  }

  /** Marks whose group shows no label near any of its gaps. */
  missing(near: (mark: PlacedMark) => readonly Rect[]): PlacedMark[] {
    const shown = new Set<string>();
    for (const mark of this.marks) {
      const forms = labelForms(mark.label);
      const places = near(mark);
      const there = this.found.some(
        (label) => forms.includes(label.text) && places.some((place) => meets(place, label.rect)),
      );
      if (there) shown.add(mark.group);
    }
    return this.marks.filter((mark) => {
      if (labelForms(mark.label).length === 0 || shown.has(mark.group) || mark.goesOn) return false;
      if (this.movedWithItsLine(mark)) return false;
      // Marks that touch are one gap, which shows one of their labels.
      const around = inflate(mark.rect, 3);
      return !this.marks.some((other) => shown.has(other.group) && meets(around, other.rect));
    });
  }
}

/** What glyphs say, folded, and the glyph of every character of it. */
function spelled(glyphs: readonly Glyph[]): { readonly text: string; readonly owner: number[] } {
  let text = "";
  const owner: number[] = [];
  for (let i = 0; i < glyphs.length; i++) {
    const folded = foldGlyph(glyphs[i]!.text);
    text += folded;
    const characters = folded.length < 2 ? folded.length : [...folded].length;
    for (let k = 0; k < characters; k++) owner.push(glyphs[i]!.index);
  }
  return { text, owner };
}

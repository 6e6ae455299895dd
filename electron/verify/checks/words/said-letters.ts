// Small capitals of browsers: drawn as capitals, and the file says of each that it is a small letter. One
// engine reads what is said, others what is drawn. An export may say the one or the other, of all letters
// of a kind alike: said of some only, it would tell something.
import { foldGlyph } from "../../reading/fold.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { PlaceIndex } from "../../reading/place-index.ts";

/** Share of a letter's size at which one stands in the place of another. */
const SAME_PLACE = 0.3;

export class SaidLetters {
  private readonly original: readonly Glyph[];
  private readonly candidate: readonly Glyph[];
  private readonly kept = new Map<string, boolean>();
  private places: PlaceIndex | undefined;

  constructor(original: readonly Glyph[], candidate: readonly Glyph[]) {
    this.original = original;
    this.candidate = candidate;
  }

  /** What a letter that the file says otherwise may be read as where it is read as it is drawn. */
  drawnAs(glyph: Glyph): readonly string[] {
    const text = foldGlyph(glyph.text);
    const other = text.toUpperCase();
    if (!isSaid(glyph) || other === text || other.length !== 1) return [];
    let kept = this.kept.get(text);
    if (kept === undefined) this.kept.set(text, (kept = this.isKept(text)));
    return kept ? [] : [other];
  }

  /** True where the export says it of one of them as the original does. */
  private isKept(text: string): boolean {
    this.places ??= new PlaceIndex(this.candidate, (glyph) => foldGlyph(glyph.text));
    return this.original.some(
      (glyph) =>
        isSaid(glyph) &&
        foldGlyph(glyph.text) === text &&
        this.places!.near(text, glyph, SAME_PLACE * glyph.size).length > 0,
    );
  }
}

/** PDFium knows no advance of a letter that the file says instead of what it draws. */
function isSaid({ loose, box }: Glyph): boolean {
  return loose.every((edge, i) => Math.abs(edge - box[i]!) < 0.001);
}

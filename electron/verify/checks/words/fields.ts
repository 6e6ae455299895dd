// Values of an original's fields: the reader sees them, so an export may show them as text, but
// engines do not count them to the page's own. A value is known in its place, where the original shows
// ink; of one that a mark touches, what the field shows beside the mark.
import { meets } from "../../../../shared/geometry/rect.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { coverageOf } from "../../reading/coverage.ts";
import { foldGlyph } from "../../reading/fold.ts";
import { foldedText } from "../../reading/glyph.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { wordsOf } from "../../reading/lines.ts";
import { holdsInk, pixelBox } from "../../pixels/raster.ts";
import { shareInside } from "../../place.ts";
import type { PageTexts } from "./page-texts.ts";

/** Share of a letter's box that lies in the field it belongs to. */
const WITHIN = 0.7;
/** What `coverageOf` says of letters that a mark burns. */
const COVERED = 2;
/** Share of the letters in whose places the original shows ink. */
const INKED = 0.6;

/**
 * Candidate glyphs that spell the value of a field in its place.
 * @param labels candidate glyphs that spell one
 */
export async function fieldGlyphs(
  texts: PageTexts,
  labels: ReadonlySet<number>,
): Promise<number[]> {
  const fields = await texts.fields();
  const known = new Set<number>();
  for (const { text, box } of fields) {
    const value = text === "" ? captionIn(texts, box) : [...text].map(foldGlyph).join("");
    const own = texts.candidate.lines.map((line) => ({
      ...line,
      glyphs: line.glyphs.filter((glyph) => !labels.has(glyph.index) && isIn(glyph, box)),
    }));
    if (texts.marks.some((mark) => meets(mark.rect, box))) {
      const left = besideMarks(texts, value, box);
      for (const word of own.flatMap((line) => wordsIn(left, wordsOf(line))))
        for (const glyph of word) known.add(glyph.index);
      continue;
    }
    for (const { glyphs } of own) {
      const shown = foldedText(glyphs);
      if (shown !== "" && value.includes(shown) && (text === "" || isInked(texts, glyphs)))
        for (const glyph of glyphs) known.add(glyph.index);
    }
  }
  return [...known];
}

/** A button says what its look shows. */
function captionIn(texts: PageTexts, box: Rect): string {
  return foldedText(texts.laidOver().filter((glyph) => isIn(glyph, box)));
}

/** What a field shows that no mark covers; nothing where it shows anything but its value. */
function besideMarks(texts: PageTexts, value: string, box: Rect): string {
  const shown = texts.laidOver().filter((glyph) => isIn(glyph, box));
  if (foldedText(shown) !== value || !isInked(texts, shown)) return "";
  const { state } = coverageOf(shown, texts.marks);
  return foldedText(shown.filter((_, i) => state[i] !== COVERED));
}

/** Words of a line that stand in a text one after the other: those between them are labels. */
function wordsIn(
  text: string,
  words: readonly (readonly Glyph[])[],
): readonly (readonly Glyph[])[] {
  let from = 0;
  return words.filter((word) => {
    const spelt = foldedText(word);
    const at = spelt === "" ? -1 : text.indexOf(spelt, from);
    if (at >= 0) from = at + spelt.length;
    return at >= 0;
  });
}

function isIn({ loose }: Glyph, box: Rect): boolean {
  return shareInside(loose, box) > WITHIN;
}

function isInked({ picture, scale }: PageTexts, glyphs: readonly Glyph[]): boolean {
  const drawn = picture();
  const inked = glyphs.filter(({ loose }) => holdsInk(drawn, pixelBox(loose, drawn, scale)));
  return inked.length >= INKED * glyphs.length;
}

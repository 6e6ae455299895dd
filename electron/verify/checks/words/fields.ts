// Values of an original's fields: the reader sees them, so an export may show them as text, but
// engines do not count them to the page's own. Only a value that no mark touches, in its place,
// where the original shows ink, is known by this.
import { meets } from "../../../../shared/geometry/rect.ts";
import { foldGlyph } from "../../reading/fold.ts";
import { holdsInk, pixelBox } from "../../pixels/raster.ts";
import { shareInside } from "../../place.ts";
import type { PageTexts } from "./words.ts";

/** Candidate glyphs that spell the value of a field in its place. */
export async function fieldGlyphs(texts: PageTexts): Promise<number[]> {
  const fields = await texts.fields();
  if (fields.length === 0) return [];
  const known = new Set<number>();
  for (const { text, box } of fields) {
    if (texts.marks.some((mark) => meets(mark.rect, box))) continue;
    const value = [...text].map(foldGlyph).join("");
    for (const line of texts.candidate.lines) {
      const glyphs = line.glyphs.filter((glyph) => shareInside(glyph.loose, box) > 0.7);
      const shown = glyphs.map((glyph) => foldGlyph(glyph.text)).join("");
      if (shown === "" || !value.includes(shown)) continue;
      const picture = texts.picture();
      const inked = ({ loose }: (typeof glyphs)[number]): boolean =>
        holdsInk(picture, pixelBox(loose, picture, texts.scale));
      if (glyphs.filter(inked).length >= 0.6 * glyphs.length)
        for (const glyph of glyphs) known.add(glyph.index);
    }
  }
  return [...known];
}

// Dashes and signs of fonts' own, which are no words: told by what they say alone.
import { foldGlyph } from "../../reading/fold.ts";
import type { Glyph } from "../../reading/glyph.ts";

/** Signs among some letters, by what they say. */
export function byText(glyphs: readonly Glyph[]): Map<string, Glyph[]> {
  const texts = new Map<string, Glyph[]>();
  for (const glyph of glyphs) {
    if (foldGlyph(glyph.text) !== "") continue;
    const sign = signOf(glyph.text);
    const list = texts.get(sign);
    if (list) list.push(glyph);
    else texts.set(sign, [glyph]);
  }
  return texts;
}

/** Hyphens are one sign, whatever is said of them: at the end of a line engines do not tell which. */
export function signOf(text: string): string {
  return /^[\u00AD\u2010]$/u.test(text) ? "-" : text;
}

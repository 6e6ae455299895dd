// Bullets and numbers that stand before a text.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { SeenGlyph, Segment } from "../model.ts";

/** "3." or "(b)" or "2.1" and a space before the text. */
export function isNumbered(letters: readonly SeenGlyph[]): boolean {
  let number = "";
  for (const [i, g] of letters.slice(0, LONGEST_MARKER).entries()) {
    if (g.mark >= 0) return false;
    number += g.item.shape.unicode;
    const next = letters[i + 1];
    if (next && next.u - g.u - g.advance > 0.13 * g.size) return NUMBER.test(number);
  }
  return false;
}

export const BULLET = /^[\u2022\u2023\u25a0-\u25ff\u2013\u2014\u00b7\u2043\uf0b7\uf0a7*o-]$/u;
/** "3." or "(b)" or "2.1". */
export const NUMBER = /^(?:\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)$/u;
export const LONGEST_MARKER = 9;
/** In em: blanks that a tab follows are no wider. */
const TAB = 0.15;
/** In em: how far before a line its bullet stands, and under its baseline. */
const ROOM = 4;
const UNDER = 0.35;

/** Nothing but a bullet or number. */
export function isMarker(glyphs: readonly SeenGlyph[]): boolean {
  const letters = glyphs.filter((g) => !g.blank);
  if (letters.length > LONGEST_MARKER || letters.some((g) => g.mark >= 0)) return false;
  const text = letters.map((g) => g.item.shape.unicode).join("");
  return BULLET.test(text) || NUMBER.test(text);
}

/** Is there a tab, however short, between a bullet or number with its blank and a letter? */
export function endsWithTab(run: readonly SeenGlyph[], next: SeenGlyph): boolean {
  const last = run.at(-1);
  if (!last?.blank || next.blank || run.length > LONGEST_MARKER + 1) return false;
  return next.u - last.u - last.advance > TAB * next.size && isMarker(run);
}

/** Does one of the page's small drawings stand before a line as its bullet? */
export function hasDrawnMarker({ left, v, size }: Segment, ornaments: readonly Rect[]): boolean {
  return ornaments.some(
    ([u0, v0, u1, v1]) =>
      u1 <= left && left - u0 < ROOM * size && v0 > v - UNDER * size && v1 < v + size,
  );
}

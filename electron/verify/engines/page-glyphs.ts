// The characters of one page through the verifier's PDFium, with their boxes as shown. It reports; it
// judges nothing.
import type { Rect } from "../../../shared/geometry/rect.ts";
import { shownPoint, shownSides } from "../place.ts";
import type { Glyph } from "../reading/glyph.ts";
import type { OpenedPage } from "./shown-page.ts";
import { saidFor } from "./replacement-texts.ts";

const OUTLINE = 1;
const INVISIBLE = 3;
const CLIP_ONLY = 7;
/** What the engine says of a hyphen at the end of a line, where the next line goes on with the word. */
const HYPHEN_AT_END = 2;
const HYPHEN = 0x2d;
/** Characters of one page beyond this are a bomb, not a text. */
const MAX_CHARS = 500_000;

/** What the letters of one object share. */
interface GlyphStyle extends Pick<Glyph, "angle" | "invisible" | "substituted" | "colour"> {
  /** Height of the font in user space, as it is told. */
  readonly told: number;
  /** It runs up or down the un-rotated page. */
  readonly upright: boolean;
}

type Matrix = readonly [number, number, number, number];

const NO_STYLE: GlyphStyle = {
  angle: 0,
  invisible: false,
  substituted: false,
  told: 0,
  upright: false,
  colour: undefined,
};

/** Every character of a page that is seen or could be, in the engine's order. */
export function readGlyphs(page: OpenedPage): Glyph[] {
  const { frame, handle } = page;
  const { engine } = page.document;
  const { scratch } = engine;
  // Six calls for every character: only the bare functions are quick enough.
  const api = engine.bare;
  const text = api.FPDFText_LoadPage(handle);
  if (!text) return [];
  const styles = new Map<number, GlyphStyle>();
  let [object, style] = [-1, NO_STYLE];
  const glyphs: Glyph[] = [];
  const count = Math.min(api.FPDFText_CountChars(text), MAX_CHARS);
  const f64 = scratch >> 3;
  const f32 = (scratch + 48) >> 2;
  const unit = frame.userUnit;
  for (let i = 0; i < count; i++) {
    let code = api.FPDFText_GetUnicode(text, i);
    if (code === HYPHEN_AT_END && api.FPDFText_IsHyphen(text, i) === 1) code = HYPHEN;
    const own = api.FPDFText_GetTextObject(text, i);
    const said = page.said.size > 0 ? saidFor(page, text, i, code, own) : undefined;
    if (said === undefined && (code === 0 || code === 0xfffe || code <= 32)) continue;
    if (api.FPDFText_IsGenerated(text, i) === 1) continue;
    api.FPDFText_GetCharBox(text, i, scratch, scratch + 8, scratch + 16, scratch + 24);
    api.FPDFText_GetCharOrigin(text, i, scratch + 32, scratch + 40);
    api.FPDFText_GetLooseCharBox(text, i, scratch + 48);
    if (own === 0 || own !== object) {
      // What the letters of one object share is asked once.
      const known = own === 0 ? undefined : styles.get(own);
      [object, style] = [own, known ?? styleOf(page, text, i, own)];
      if (!known) styles.set(own, style);
    }
    const { HEAPF64: d, HEAPF32: f } = engine.memory;
    const { angle, told, upright, invisible, substituted, colour } = style;
    const high = upright ? f[f32 + 2]! - f[f32]! : f[f32 + 1]! - f[f32 + 3]!;
    const ink = Math.max(d[f64 + 1]! - d[f64]!, d[f64 + 3]! - d[f64 + 2]!);
    const size = unit * sizeSeen(told, ink, high);
    const at = shownPoint(frame, d[f64 + 4]!, d[f64 + 5]!);
    const loose = shownSides(frame, f[f32]!, f[f32 + 3]!, f[f32 + 2]!, f[f32 + 1]!);
    const glyph = {
      index: glyphs.length,
      text: String.fromCodePoint(code > 0x10ffff ? 0xfffd : code),
      box: shownSides(frame, d[f64]!, d[f64 + 2]!, d[f64 + 1]!, d[f64 + 3]!),
      loose: trimmed(loose, at[0], at[1], angle, size),
      x: at[0],
      y: at[1],
      size,
      angle,
      invisible,
      substituted,
      colour,
    };
    if (said === undefined) glyphs.push(glyph);
    else for (const letter of said) glyphs.push({ ...glyph, index: glyphs.length, text: letter });
  }
  api.FPDFText_ClosePage(text);
  return glyphs;
}

/** @param text FPDF_TEXTPAGE, whose character `i` is of the object, or of none */
function styleOf(page: OpenedPage, text: number, i: number, object: number): GlyphStyle {
  const { engine } = page.document;
  const { bare: api, scratch } = engine;
  api.FPDFText_GetMatrix(text, i, scratch + 64);
  const at = (scratch + 64) >> 2;
  const [a, b, c, d] = engine.memory.HEAPF32.slice(at, at + 4) as unknown as Matrix;
  const told = api.FPDFText_GetFontSize(text, i) * Math.sqrt(c * c + d * d);
  const angle = turned(b === 0 && a > 0 ? 0 : Math.atan2(b, a), page.frame.rotation);
  const shared = { angle, told, upright: Math.abs(b) > Math.abs(a) };
  if (!object) return { ...shared, invisible: false, substituted: false, colour: undefined };
  const mode = api.FPDFTextObj_GetTextRenderMode(object);
  const font = api.FPDFTextObj_GetFont(object);
  return {
    ...shared,
    invisible: mode === INVISIBLE || mode === CLIP_ONLY,
    substituted: font !== 0 && api.FPDFFont_GetIsEmbedded(font) !== 1,
    colour: colourOf(page, object, mode),
  };
}

function colourOf(page: OpenedPage, object: number, mode: number): number | undefined {
  const { bare: api, scratch, memory } = page.document.engine;
  const at = scratch + 80;
  const get = mode === OUTLINE ? api.FPDFPageObj_GetStrokeColor : api.FPDFPageObj_GetFillColor;
  if (get(object, at, at + 4, at + 8, at + 12) !== 1) return undefined;
  const [red, green, blue, alpha] = memory.HEAPU32.slice(at >> 2, (at >> 2) + 4);
  const onWhite = (part = 0): number => 255 - Math.round(((255 - part) * (alpha ?? 255)) / 255);
  return (onWhite(red) << 16) | (onWhite(green) << 8) | onWhite(blue);
}

/** Reading direction as shown, in degrees 0..359. */
function turned(radians: number, rotation: number): number {
  const degrees = Math.round((radians * 180) / Math.PI) - rotation;
  return ((degrees % 360) + 360) % 360;
}

/**
 * Letters that are small drawings may reckon in any unit: a size that is much less than their ink says
 * nothing. Then the height of their line counts.
 */
function sizeSeen(told: number, ink: number, line: number): number {
  return ink <= 2 * told ? told : Math.max(told, line);
}

/** Some fonts claim to be many times as high as their letters: such a box says nothing about lines. */
function trimmed(box: Rect, x: number, y: number, angle: number, size: number): Rect {
  const [up, down] = [0.95 * size, 0.3 * size];
  if (angle % 180 === 0 && box[3] - box[1] > 2 * size) {
    const upright = angle === 0;
    return [box[0], y - (upright ? down : up), box[2], y + (upright ? up : down)];
  }
  if (angle % 180 === 90 && box[2] - box[0] > 2 * size) {
    const left = angle === 90;
    return [x - (left ? up : down), box[1], x + (left ? down : up), box[3]];
  }
  return box;
}

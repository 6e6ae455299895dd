// What is missing, judged: a character that nobody could see is no loss, nor is one that the other
// engine still reads; one that a box had to cover because the line had no room, or
// that is still seen but no text any more, is told but not failed on. Everything else is a loss.
import { inflate, meets, union } from "../../../../shared/geometry/rect.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { PlacedMark } from "../../reading/coverage.ts";
import { labelForms } from "../../reading/expected.ts";
import { foldGlyph } from "../../reading/fold.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { wordsOf } from "../../reading/lines.ts";
import { bestPlace, cutPatch, likeness } from "../../pixels/ink.ts";
import { extremes, holdsInk, isEmpty, pixelBox } from "../../pixels/raster.ts";
import type { PixelBox, Raster } from "../../pixels/raster.ts";
import { grown } from "../looks.ts";
import type { PageTexts } from "./page-texts.ts";

export interface Losses {
  /** Words that are missing or damaged, without their covered characters. */
  readonly lost: readonly (readonly Glyph[])[];
  /** Words that are seen as before but are no text any more. */
  readonly unreadable: readonly (readonly Glyph[])[];
  /** Words that a box stands on. */
  readonly covered: readonly (readonly Glyph[])[];
}

export async function judgeLosses(texts: PageTexts, missing: readonly number[]): Promise<Losses> {
  if (missing.length === 0) return NOTHING;
  const { original, frame, scale } = texts;
  const gone = new Set(missing);
  const picture = texts.picture();
  const seen: { readonly word: readonly Glyph[]; readonly gone: readonly Glyph[] }[] = [];
  for (const line of original.lines)
    for (const word of wordsOf(line)) {
      if (word.every(({ size }) => size < LEGIBLE)) continue;
      const lost = word.filter(
        (glyph) => gone.has(glyph.index) && !leads(glyph, word, wordsOf(line).flat(), texts),
      );
      const visible = lost.filter((glyph) => {
        const { box } = glyph;
        const onPage = [frame.width, frame.height].every((end, i) => {
          const [from, to] = [box[i]!, box[i + 2]!];
          return Math.min(to, end) - Math.max(from, 0) > EDGE * (to - from);
        });
        if (!onPage || holdsInk(picture, pixelBox(box, picture, scale))) return onPage;
        // A full stop fills its own box, white on dark as well: only what is around it shows that it is ink.
        const { dark, light } = extremes(picture, surroundings(picture, box, scale));
        return isSign(glyph) && light - dark >= INK;
      });
      if (visible.length) seen.push({ word, gone: visible });
    }
  if (seen.length === 0) return NOTHING;
  const shown = await texts.shown();
  const covered = seen.filter(({ gone: glyphs }) => {
    const hidden = glyphs.filter(({ box }) => isOvercast(picture, shown, box, scale));
    const others = glyphs.filter((glyph) => !hidden.includes(glyph));
    return (
      hidden.length >= 0.6 * glyphs.length ||
      (hidden.length > 0 && others.every(({ box }) => looksAlike(picture, shown, box, scale)))
    );
  });
  const rest = seen.filter((one) => !covered.includes(one));
  const mayMove = ({ loose }: Glyph): boolean =>
    texts.zones.paragraphs.some((zone) => meets(zone, loose));
  const unreadable = rest.filter(({ word, gone: glyphs }) => {
    if (staysToSee(word, glyphs, picture, shown, scale)) return true;
    // Signs that are no letters have too little shape to be compared: ink in their place is enough, but not
    // where other words may have come to stand.
    return (
      glyphs.every((glyph) => isSign(glyph) && !mayMove(glyph)) &&
      glyphs.every(({ box }) => holdsInk(shown, grown(pixelBox(box, shown, scale), 2, shown)))
    );
  });
  let open = rest.filter((one) => !unreadable.includes(one));
  if (open.length > 0) {
    const close = await texts.close();
    const seenClose = open.filter(({ word, gone: glyphs }) =>
      staysToSee(word, glyphs, close.original, close.candidate, close.scale),
    );
    unreadable.push(...seenClose);
    open = open.filter((one) => !seenClose.includes(one));
  }
  const told = {
    covered: covered.map(({ word }) => word),
    unreadable: unreadable.map(({ word }) => word),
  };
  if (open.length === 0) return { lost: [], ...told };
  const second = await texts.second();
  const lost = open
    .map(({ word }) => word.filter((glyph) => texts.coverage.state[glyph.index] !== 2))
    .filter((word) => {
      const text = word.map((glyph) => foldGlyph(glyph.text)).join("");
      const wanted = occurrences(second.original, text);
      const stands = occurrences(second.candidate, text) - inLabels(texts.marks, text);
      return text !== "" && (wanted === 0 || stands < wanted);
    });
  return { lost, ...told };
}

/** In font sizes: no letter is so flat, whatever its font calls it; points and strokes of vowels are. */
const FLAT = 0.1;

/** No letter, or only a point or stroke of one. */
function isSign({ text, box, size, angle }: Glyph): boolean {
  const high = angle % 180 === 90 ? box[2] - box[0] : box[3] - box[1];
  return !/[\p{L}\p{N}]/u.test(text) || high < FLAT * size;
}

/** Font sizes beside a mark in which a sign may be cut by its box. */
const BESIDE = 0.25;

/** True of signs alone, such as the colon behind a name, where the box of a mark reaches into them. */
export function isCut(word: readonly Glyph[], marks: readonly Pick<PlacedMark, "rect">[]): boolean {
  const cuts = (sign: Glyph): boolean =>
    marks.some(({ rect }) => meets(inflate(rect, BESIDE * sign.size), sign.box));
  return word.every((sign) => isSign(sign) && cuts(sign));
}

/** True of a word whose missing letters look as before. */
function staysToSee(
  word: readonly Glyph[],
  gone: readonly Glyph[],
  before: Raster,
  after: Raster,
  scale: number,
): boolean {
  const alike = gone.filter(
    ({ box }) => isSame(before, after, box, scale) || looksAlike(before, after, box, scale),
  );
  if (alike.length >= 0.6 * gone.length) return true;
  // Small letters vary with the resolution that they were drawn at; whole words less so.
  return (
    gone.some((glyph) => /[\p{L}\p{N}]/u.test(glyph.text)) &&
    looksAlike(before, after, word.map(({ box }) => box).reduce(union), scale)
  );
}

/** Levels by which ink stands out. */
const INK = 24;

/** Share of a letter's box: less of it at the edge of a page is no letter to the eye. */
const EDGE = 0.1;

/** Points: a word in smaller type is a hair of grey. */
const LEGIBLE = 1.2;

const NOTHING: Losses = { lost: [], covered: [], unreadable: [] };

/** Dots that lead the eye to a page number: a line that was set anew has as many as it has room for. */
function leads(
  glyph: Glyph,
  word: readonly Glyph[],
  line: readonly Glyph[],
  { zones }: PageTexts,
): boolean {
  if (!LEADER.test(glyph.text)) return false;
  // Dots that stand apart are words of one dot; only the line shows that they are a row.
  const row = word.every(({ text }) => LEADER.test(text)) ? line : word;
  const dots = row.filter(({ text }) => LEADER.test(text)).length;
  return dots >= 4 && zones.paragraphs.some((zone) => meets(zone, glyph.loose));
}

const LEADER = /^[.\u00B7\u2024-\u2026_]$/u;

/** True where a glyph's ink is in the export as it was in the original, give or take a pixel. */
export function looksAlike(before: Raster, after: Raster, rect: Rect, scale: number): boolean {
  if (before.width !== after.width || before.height !== after.height) return false;
  const box = surroundings(before, rect, scale);
  const own = cutPatch(before, box);
  if (likeness(own, cutPatch(after, box)) > 0.7) return true;
  return bestPlace(own, cutPatch(after, grown(box, 1, after)), () => true).score > 0.7;
}

/** True where ink and what is around it are what they were: of a stroke beneath a rule nothing else can be said. */
function isSame(before: Raster, after: Raster, rect: Rect, scale: number): boolean {
  if (before.width !== after.width || before.height !== after.height) return false;
  const box = surroundings(before, rect, scale);
  const { dark, light } = extremes(before, box);
  if (light - dark < INK) return false;
  for (let y = box[1]; y < box[3]; y++)
    for (let at = y * before.width + box[0], end = at + box[2] - box[0]; at < end; at++)
      if (Math.abs(before.grey[at]! - after.grey[at]!) > INK) return false;
  return true;
}

/** The box of a letter; of a dash or a dot only its surroundings have a shape. */
function surroundings(picture: Raster, rect: Rect, scale: number): PixelBox {
  const tight = pixelBox(rect, picture, scale);
  const slight = tight[2] - tight[0] < 5 || tight[3] - tight[1] < 5;
  return slight ? grown(tight, 3, picture) : tight;
}

/** True where an area of the export is mostly filled: a box, with or without a label on it. */
export function isCovered(shown: Raster, rect: Rect, scale: number): boolean {
  return darkness(shown, rect, scale) > 0.7;
}

/** True where something dark lies over a good part of what was lighter before. */
function isOvercast(before: Raster, after: Raster, rect: Rect, scale: number): boolean {
  const now = darkness(after, rect, scale);
  return now > 0.7 || (now > 0.3 && now > darkness(before, rect, scale) + 0.2);
}

/** Share of dark pixels. */
function darkness(raster: Raster, rect: Rect, scale: number): number {
  const box = pixelBox(rect, raster, scale);
  if (isEmpty(box)) return 0;
  let dark = 0;
  for (let y = box[1]; y < box[3]; y++)
    for (let x = box[0]; x < box[2]; x++) if (raster.grey[y * raster.width + x]! < 110) dark++;
  return dark / ((box[2] - box[0]) * (box[3] - box[1]));
}

/** How often labels say a word within: "the" of a "Mother" is not the one of the line. */
function inLabels(marks: readonly PlacedMark[], word: string): number {
  const groups = new Map(marks.map(({ group, label }) => [group, labelForms(label)[0] ?? ""]));
  return [...groups.values()].reduce((sum, label) => sum + occurrences(label, word), 0);
}

export function occurrences(text: string, word: string): number {
  if (word === "") return 0;
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) count++;
  return count;
}

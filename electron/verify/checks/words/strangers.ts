// Text of an export that stands for none of the original's: an addition, unless the original shows it in
// a way that its page's own text does not tell, to another engine or on a comment.
import { meets } from "../../../../shared/geometry/rect.ts";
import type { Findings } from "../../findings.ts";
import { foldGlyph } from "../../reading/fold.ts";
import { foldedText } from "../../reading/glyph.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { wordsOf } from "../../reading/lines.ts";
import { hasLetter } from "../../reading/letters.ts";
import type { Line } from "../../reading/lines.ts";
import { PlaceIndex } from "../../reading/place-index.ts";
import { looksAlike, occurrences } from "./losses.ts";
import { linesUnseen, whereabouts } from "../where.ts";
import { counted } from "../../counted.ts";
import type { PageTexts } from "./page-texts.ts";

/** Letters of a text that is not said twice by chance. */
const LONG = 16;

export async function checkStrangers(
  texts: PageTexts,
  strangers: readonly (readonly Glyph[])[],
  findings: Findings,
): Promise<void> {
  const { page, frame } = texts;
  let found: Glyph[] = [];
  for (const glyphs of strangers) {
    const text = foldedText(glyphs);
    if (text === "" || (!hasLetter(text) && (await isAsBefore(glyphs, texts)))) continue;
    // One engine may have dropped from the original what both files show alike.
    const second = await texts.second();
    const known = occurrences(second.original, text);
    const now = occurrences(second.candidate, text);
    if (text.length > 2 && known > 0 && now <= known) continue;
    // A line that is there twice has no word that was not there before.
    if (text.length >= LONG && known > 0 && now > known) {
      found.push(...glyphs);
      continue;
    }
    const whole = wordsAround(glyphs, texts.candidate.lines);
    if (whole.every((word) => word.length > 2 && second.original.includes(word))) continue;
    const around = context(glyphs, texts.candidate.glyphs);
    if (around.length > text.length + 4 && second.original.includes(around)) continue;
    found.push(...glyphs);
  }
  if (found.length > 0) found = await unknownOf(found, texts);
  if (found.length === 0) return;
  const at = whereabouts(found[0]!.loose, frame.width, frame.height);
  findings.add(
    "nothing-added",
    `${counted(found.length, "character")} ${at} ${found.length === 1 ? "is" : "are"} neither the original's visible text nor a label.`,
    page,
    linesUnseen(found, texts.candidate.lines),
  );
}

/** Signs that are no letters where the picture tells, or that stood there in a font that says nothing of them. */
async function isAsBefore(signs: readonly Glyph[], texts: PageTexts): Promise<boolean> {
  const { zones, scale } = texts;
  const anew = signs.filter(({ loose }) => zones.paragraphs.some((zone) => meets(zone, loose)));
  if (anew.length === 0) return true;
  const [before, after] = [texts.picture(), await texts.shown()];
  return anew.every(({ box }) => looksAlike(before, after, box, scale));
}

/** Points between the places of one letter in two files. */
const NEAR = 1.5;

/** What is written on comments is no part of a page's text; it may stand in its place. */
async function unknownOf(found: readonly Glyph[], texts: PageTexts): Promise<Glyph[]> {
  const { laidOver, marks, fields } = texts;
  // Fields are known by their values.
  const elsewhere = [...marks.map(({ rect }) => rect), ...(await fields()).map(({ box }) => box)];
  const places = new PlaceIndex(
    laidOver().filter(({ loose }) => !elsewhere.some((rect) => meets(rect, loose))),
    ({ text }) => foldGlyph(text),
  );
  return found.filter((glyph) => places.near(foldGlyph(glyph.text), glyph, NEAR).length === 0);
}

/** The words that a new text is part of. */
function wordsAround(run: readonly Glyph[], lines: readonly Line[]): string[] {
  const indices = new Set(run.map((glyph) => glyph.index));
  return lines
    .filter((line) => line.glyphs.some((glyph) => indices.has(glyph.index)))
    .flatMap(wordsOf)
    .filter((word) => word.some((glyph) => indices.has(glyph.index)))
    .map(foldedText);
}

/** A new text with its neighbours in the order of the content. */
function context(run: readonly Glyph[], glyphs: readonly Glyph[]): string {
  const first = run[0]!.index;
  const last = run[run.length - 1]!.index;
  return foldedText(glyphs.slice(Math.max(0, first - 4), last + 5));
}

// Signs that are set over, under or beside a letter as glyphs of their own: points and strokes of vowels
// in Arabic and Hebrew, signs of Devanagari and Thai, accents of Latin letters. They stand out of what a
// mark on the letters covers, and go along with their letter (B2).
import { inflate, meets, union } from "../../shared/geometry/rect.ts";
import type { Rect } from "../../shared/geometry/rect.ts";
import type { Glyph } from "./sealed/glyphs/glyph.ts";
import { removedBy } from "./sealed/glyphs/hit.ts";
import { frameOf, toFrame } from "./sealed/glyphs/lines.ts";

/** Combining signs, and the accents that fonts without them set in their stead; those are apostrophes, too. */
const SIGN = /^(?:\p{M}|[\u00a8\u00af\u00b4\u00b8\u02c6\u02c7\u02d8-\u02dd])+$/u;
const COMBINING = /\p{M}/u;
/** Em: a sign is no farther from the baseline of its letter, nor beside its ink. */
const RISE = 0.7;
const BESIDE = 0.15;
/** Comparisons on a page; where there were more a letter is sought among so many beside its sign. */
const MOST = 20_000_000;
const NEAR = 60;

export interface Sign {
  readonly glyph: Glyph;
  readonly letter: Glyph;
}

/** The signs of a page that can be seen, each with its letter; for most pages there are none. */
export function signsAmong(glyphs: readonly Glyph[]): readonly Sign[] {
  const at = glyphs.flatMap((glyph, i) => (!glyph.run.hidden && isSign(glyph) ? [i] : []));
  const reach = at.length * glyphs.length > MOST ? NEAR : glyphs.length;
  return at.flatMap((i): Sign[] => {
    const glyph = glyphs[i]!;
    const near = glyphs.slice(Math.max(0, i - reach), i + reach);
    const letter = letterUnder(glyph, near) ?? letterBefore(glyph, glyphs[i - 1]);
    return letter ? [{ glyph, letter }] : [];
  });
}

/** A mark that takes the signs of its letters along, unless it took letters of other words with them. */
export function withSigns(rect: Rect, signs: readonly Sign[], glyphs: readonly Glyph[]): Rect {
  let wide = rect;
  for (const { glyph, letter } of signs) {
    if (!removedBy(rect, letter) || removedBy(wide, glyph)) continue;
    const wider = union(wide, glyph.ink);
    const others = glyphs.some(
      (one) =>
        meets(inflate(one.ink, one.em), wider) &&
        !isSign(one) &&
        !removedBy(wide, one) &&
        removedBy(wider, one),
    );
    if (!others) wide = wider;
  }
  return wide;
}

function isSign({ text }: Glyph): boolean {
  return SIGN.test(text);
}

function letterUnder(sign: Glyph, glyphs: readonly Glyph[]): Glyph | undefined {
  const frame = frameOf(sign.angle);
  const [from, to] = alongOf(sign);
  const middle = (from + to) / 2;
  let best: Glyph | undefined;
  let least = RISE * sign.em;
  for (const glyph of glyphs) {
    if (glyph.angle !== sign.angle || glyph.run.hidden || isSign(glyph)) continue;
    const away = Math.abs(toFrame(frame, glyph.x, glyph.y)[1] - toFrame(frame, sign.x, sign.y)[1]);
    if (away >= least) continue;
    const [start, end] = alongOf(glyph);
    const reach = COMBINING.test(sign.text) ? BESIDE * sign.em : 0;
    if (middle < start - reach || middle > end + reach) continue;
    // Of two letters beside one another the one that it stands on.
    least = away + 0.01 * sign.em * Number(middle < start || middle > end);
    best = glyph;
  }
  return best;
}

/** A sign beside its letter is written right behind it. */
function letterBefore(sign: Glyph, before: Glyph | undefined): Glyph | undefined {
  return before &&
    COMBINING.test(sign.text) &&
    !sign.spaced &&
    before.angle === sign.angle &&
    !isSign(before)
    ? before
    : undefined;
}

/** Where a glyph's ink begins and ends along its line. */
function alongOf({ ink, angle }: Glyph): readonly [number, number] {
  const frame = frameOf(angle);
  const [a, b] = [toFrame(frame, ink[0], ink[1])[0], toFrame(frame, ink[2], ink[3])[0]];
  return [Math.min(a, b), Math.max(a, b)];
}

// Words in fonts that the original does not bring are drawn otherwise by every reader. Says where that
// is so and which letters of the export may stand there: those that are paired, as high and as deep on
// their line as before, and drawn as the letter that they say they are. Dashes carry no meaning for the
// comparison of words and are paired by place.
import { foldGlyph } from "../../reading/fold.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { PlaceIndex } from "../../reading/place-index.ts";

export interface Foreign {
  /** Of the original. */
  readonly places: readonly Glyph[];
  /** Of the export. */
  readonly letters: readonly Glyph[];
}

/** Points between the places of one dash in two files. */
const NEAR = 0.6;
/** Font sizes by which a letter may be higher or deeper in one font than in another. */
const OTHER = 0.2;

/** Font sizes: narrower signs hide no other letter. */
const NARROW = 0.3;

/**
 * @param explained letter of the export → letter of the original that it stands for
 * @param itself whether a letter of the export looks like the letter that it says it is
 */
export function foreignLetters(
  original: readonly Glyph[],
  candidate: readonly Glyph[],
  explained: ReadonlyMap<number, number>,
  itself: (glyph: Glyph) => boolean,
): Foreign {
  // Most documents bring all of their fonts.
  if (!original.some(({ substituted }) => substituted)) return { places: [], letters: [] };
  const pairs = [...explained].map(([to, from]) => [original[from]!, candidate[to]!] as const);
  pairs.push(...dashes(original, candidate));
  const foreign = pairs.filter(([before]) => before.substituted);
  return {
    places: foreign.map(([before]) => before),
    letters: foreign
      .filter(([before, after]) => alike(before, after) && (mayBeAny(after) || itself(after)))
      .map(([, after]) => after),
  };
}

/** Signs and narrow letters are told by their height and depth, slanted ones by their word alone. */
function mayBeAny({ text, box, size, angle }: Glyph): boolean {
  if (angle % 90 !== 0 || !/[\p{L}\p{N}]/u.test(text)) return true;
  const wide = angle % 180 === 0 ? box[2] - box[0] : box[3] - box[1];
  return wide < NARROW * size;
}

function dashes(original: readonly Glyph[], candidate: readonly Glyph[]): [Glyph, Glyph][] {
  const own = original.filter(({ text, substituted }) => substituted && foldGlyph(text) === "");
  if (own.length === 0) return [];
  const places = new PlaceIndex(
    candidate.filter(({ text }) => foldGlyph(text) === ""),
    (glyph) => glyph.text,
  );
  return own.flatMap((before): [Glyph, Glyph][] => {
    const after = places.near(before.text, before, before.size)[0];
    if (!after || Math.hypot(after.x - before.x, after.y - before.y) > NEAR) return [];
    return [[before, after]];
  });
}

/** Upright letters tell by their boxes how high and deep they are; others are told by their kind alone. */
function alike(before: Glyph, after: Glyph): boolean {
  if (before.angle !== after.angle || before.angle !== 0) return true;
  const size = Math.max(before.size, after.size);
  const foot = (glyph: Glyph): number => glyph.box[1] - glyph.y;
  const head = (glyph: Glyph): number => glyph.box[3] - glyph.y;
  return (
    Math.abs(foot(before) - foot(after)) <= OTHER * size &&
    Math.abs(head(before) - head(after)) <= OTHER * size
  );
}

// Invisible text must stand on its own picture: a search layer that sits elsewhere than its ink
// names what was burnt without anybody seeing it. Looks at words without ink of their own only.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { extremes, isEmpty, pixelBox } from "../../pixels/raster.ts";
import type { Raster } from "../../pixels/raster.ts";
import { foldGlyph } from "../../reading/fold.ts";
import { boxAround } from "../../reading/glyph.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { spell, wordsOf } from "../../reading/lines.ts";
import type { Line } from "../../reading/lines.ts";
import type { Findings } from "../../findings.ts";
import type { PageFrame } from "../../place.ts";
import { PlaceIndex } from "../../reading/place-index.ts";
import { shareInside } from "../../place.ts";
import { whereabouts } from "../where.ts";
import { counted } from "../../counted.ts";

export interface Places {
  readonly page: number;
  readonly frame: PageFrame;
  readonly scale: number;
  readonly picture: Raster;
  readonly candidate: { readonly glyphs: readonly Glyph[]; readonly lines: readonly Line[] };
  readonly original: readonly Glyph[];
  /** Candidate glyph → original glyph. */
  readonly explained: ReadonlyMap<number, number>;
  /** Candidate glyphs that spell a label: they may be stretched over their box. */
  readonly labels: ReadonlySet<number>;
}

export function checkPlaces(places: Places, findings: Findings): void {
  const { candidate, original, explained, labels, frame, page } = places;
  const words = candidate.lines.flatMap((line) =>
    wordsOf(line)
      .filter((word) => word.some((glyph) => glyph.invisible && !labels.has(glyph.index)))
      .filter((word) => /[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(spell(word)))
      .map((word) => ({ word, line, box: boxAround(word) })),
  );
  if (words.length === 0) return;
  findings.open("text-in-place");
  const wrong: Rect[] = [];
  let stood: PlaceIndex | undefined;
  // Where lines are not told at all, a letter of a word may be paired with its like on one of these.
  const stoodThere = (glyph: Glyph, reach: number): boolean => {
    stood ??= new PlaceIndex(original, ({ text }) => foldGlyph(text));
    return inked(places, glyph.loose) && stood.near(foldGlyph(glyph.text), glyph, reach).length > 0;
  };
  const out: Rect[] = [];
  for (const { word, line, box } of words) {
    const reach = Math.max(5, 0.7 * line.size);
    const known = word.filter(({ index }) => explained.has(index));
    const away = known.filter((glyph) => {
      const from = original[explained.get(glyph.index)!]!;
      return Math.abs(across(glyph) - across(from)) > reach;
    });
    const excused = 2 * away.length < known.length;
    const moved = away.length > 0 && !(excused && away.every((one) => stoodThere(one, reach)));
    if (!moved && (seenBefore(places, word) || inked(places, box))) continue;
    wrong.push(box);
    // Without a word that is paired with another line's, the next one would be.
    out.push(moved ? boxAround(line.glyphs) : box);
  }
  // Two words on one place: at most one of them can be what is seen there.
  const sorted = words
    .filter(({ word }) => !seenBefore(places, word))
    .toSorted((a, b) => b.box[3] - a.box[3]);
  for (const [i, { box }] of sorted.entries())
    for (let k = i + 1; k < sorted.length && sorted[k]!.box[3] > box[1]; k++) {
      const other = sorted[k]!.box;
      if (shareInside(box, other) > 0.5 || shareInside(other, box) > 0.5) wrong.push(other);
    }
  const first = wrong[0];
  if (first)
    findings.add(
      "text-in-place",
      `${counted(wrong.length, "invisible word")} ${whereabouts(first, frame.width, frame.height)} ${wrong.length === 1 ? "does" : "do"} not stand where something is seen.`,
      page,
      [...out, ...wrong],
    );
}

/** True where a word stands for one that the original shows in ink: whoever reads it may see it. */
function seenBefore({ explained, original }: Places, word: readonly Glyph[]): boolean {
  const known = word.filter((glyph) => {
    const from = explained.get(glyph.index);
    return from !== undefined && !original[from]!.invisible;
  });
  return 2 * known.length > word.length;
}

/** Distance of a glyph's baseline across its reading direction. */
function across(glyph: Glyph): number {
  const radians = (glyph.angle * Math.PI) / 180;
  return -glyph.x * Math.sin(radians) + glyph.y * Math.cos(radians);
}

function inked({ picture, scale }: Places, rect: Rect): boolean {
  const box = pixelBox(rect, picture, scale);
  if (isEmpty(box)) return false;
  const { dark, light } = extremes(picture, box);
  return light - dark > 24;
}

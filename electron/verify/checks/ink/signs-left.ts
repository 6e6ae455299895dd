// A vowel sign or an accent of a burnt letter that still stands where it stood, above or below what the
// mark covers: no text need tell of it on a page that is given as a picture.
import { meets } from "../../../../shared/geometry/rect.ts";
import type { Findings } from "../../findings.ts";
import { pixelBox } from "../../pixels/raster.ts";
import type { PixelBox, Raster } from "../../pixels/raster.ts";
import { shareInside } from "../../place.ts";
import type { Coverage } from "../../reading/coverage.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { lettersOfSigns } from "../../reading/signs-of-letters.ts";
import { commonest } from "./ink-shades.ts";
import { grown } from "../looks.ts";
import type { Looks } from "../looks.ts";
import { whereabouts } from "../where.ts";

/** Share of a sign under its mark from which on the checks on what lies there see it. */
const UNDER = 0.4;
/** Shades from the paper's of ink in the original, and of what may be left of it. */
const STROKE = 70;
const LEFT = 40;
/** Share of its ink that is inked still, and times as much that is inked in all. */
const MOST = 0.75;
const TWICE = 2;
const BESIDE = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy] as const));
/** Pixels around a sign, and around its mark, over which a box may stand. */
const AROUND = 2;

export function checkSignsLeft(
  { original, candidate, scale, marks, accounted, frame, page }: Looks,
  before: readonly Glyph[],
  { state, mark }: Coverage,
  findings: Findings,
): void {
  if (original.width !== candidate.width || original.height !== candidate.height) return;
  const told = new Set<number>();
  for (const i of lettersOfSigns(before).keys()) {
    const { box } = before[i]!;
    if (state[i] !== 2 || told.has(mark[i]!)) continue;
    const { rect } = marks[mark[i]!]!;
    if (shareInside(box, rect) >= UNDER || accounted.some(({ loose }) => meets(loose, box)))
      continue;
    const place = grown(pixelBox(box, original, scale), AROUND, original);
    const under = grown(pixelBox(rect, original, scale), AROUND, original);
    if (!isLeft(original, candidate, place, under)) continue;
    told.add(mark[i]!);
    const at = whereabouts(rect, frame.width, frame.height);
    findings.add("burnt-ink-gone", `A sign on a letter burnt ${at} still stands.`, page);
  }
}

/**
 * True where the ink of a place is inked still, a pixel beside it at most, and next to nothing else is there;
 * but for what lies `under` a mark.
 */
function isLeft(original: Raster, candidate: Raster, place: PixelBox, under: PixelBox): boolean {
  const paper = commonest(original, place);
  const isInk = ({ grey, width }: Raster, x: number, y: number, from: number): boolean =>
    Math.abs(grey[y * width + x]! - paper) > from;
  let [ink, still, shown] = [0, 0, 0];
  for (let y = place[1] + 1; y < place[3] - 1; y++)
    for (let x = place[0] + 1; x < place[2] - 1; x++) {
      if (x >= under[0] && x < under[2] && y >= under[1] && y < under[3]) continue;
      if (isInk(candidate, x, y, STROKE)) shown++;
      if (!isInk(original, x, y, STROKE)) continue;
      ink++;
      if (BESIDE.some(([dx, dy]) => isInk(candidate, x + dx, y + dy, LEFT))) still++;
    }
  return ink > 0 && still >= MOST * ink && shown <= TWICE * ink;
}

// Burnt ink between what stands there now: strokes that no letter, no box and no rule of the export can have inked.
import { pixelBox } from "../pixels/raster.ts";
import type { PixelBox } from "../pixels/raster.ts";
import { commonest, isFilled } from "./ink-shades.ts";
import { grown } from "./looks.ts";
import type { Looks } from "./looks.ts";

/** The same of strokes that no letter of the export inks, which a pale shade tells already. */
const PALE = 10;
const LEAST_BETWEEN = 30;
const MOST_BETWEEN = 0.55;
const MORE_BETWEEN = 0.35;
/** Heights of a mark that ink goes on across, or up, where it is a box or a rule. */
const LONG = 1.2;
const TALL = 0.85;
/** Pixels by which a letter that was set anew may lie otherwise on them. */
const GROWN = 1;

/**
 * Strokes that no letter of the export can have inked, where letters stand over what was burnt: they are
 * inked still, and the paper between them is not.
 */
export function isLeftBetween(
  looks: Looks,
  box: PixelBox,
  strokes: readonly number[],
  paper: number,
): boolean {
  const { original, candidate } = looks;
  const known = inkOfLetters(looks, box);
  const isInked = (at: number): boolean => Math.abs(candidate.grey[at]! - paper) > PALE;
  const isBar = barsOf(box, candidate.width, isInked);
  const left = strokes.filter((at) => !known.has(at) && !isBar(at));
  if (left.length < LEAST_BETWEEN) return false;
  const there = left.filter(isInked).length / left.length;
  if (there < MOST_BETWEEN) return false;
  const bare = commonest(original, box);
  const ground: number[] = [];
  for (let x = box[0]; x < box[2]; x++) {
    if (isFilled(candidate, x, box, paper)) continue;
    for (let y = box[1]; y < box[3]; y++) {
      const at = y * original.width + x;
      if (Math.abs(original.grey[at]! - bare) > PALE || known.has(at) || isBar(at)) continue;
      ground.push(at);
    }
  }
  return there - ground.filter(isInked).length / Math.max(1, ground.length) >= MORE_BETWEEN;
}

/** What is inked on and on, across or up, is a box or a rule that came to stand here: no letter is so long. */
function barsOf(
  [, top, , bottom]: PixelBox,
  width: number,
  isInked: (at: number) => boolean,
): (at: number) => boolean {
  const across = Math.round(LONG * (bottom - top));
  const up = Math.round(TALL * (bottom - top));
  const runs = (at: number, by: number, least: number): boolean => {
    let count = 1;
    for (let k = at - by; count < least && isInked(k); k -= by) count++;
    for (let k = at + by; count < least && isInked(k); k += by) count++;
    return count >= least;
  };
  return (at) => isInked(at) && (runs(at, 1, across) || runs(at, width, up));
}

/** Places around a box that letters of the export ink, as the original's own letters do where they stood. */
function inkOfLetters(
  { original, candidate, accounted, stood, scale }: Looks,
  [left, top, right, bottom]: PixelBox,
): ReadonlySet<number> {
  const places = new Set<number>();
  const { width, grey } = original;
  for (const shown of accounted) {
    const [x0, y0, x1, y1] = pixelBox(shown.loose, candidate, scale);
    if (x1 < left || x0 > right || y1 < top || y0 > bottom) continue;
    const from = stood(shown.index);
    if (!from) {
      for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) places.add(y * width + x);
      continue;
    }
    const dx = Math.round((shown.x - from.x) * scale);
    const dy = Math.round((from.y - shown.y) * scale);
    const own = grown(pixelBox(from.loose, original, scale), GROWN, original);
    const paper = commonest(original, own);
    for (let y = own[1]; y < own[3]; y++)
      for (let x = own[0]; x < own[2]; x++) {
        if (Math.abs(grey[y * width + x]! - paper) <= PALE) continue;
        for (let j = -GROWN; j <= GROWN; j++)
          for (let i = -GROWN; i <= GROWN; i++) places.add((y + dy + j) * width + x + dx + i);
      }
  }
  return places;
}

// Burnt ink between what stands there now: strokes that no letter, no box and no rule of the export can have inked.
import { pixelBox } from "../../pixels/raster.ts";
import type { PixelBox, Raster } from "../../pixels/raster.ts";
import { byRow } from "./letters-by-row.ts";
import { commonest, isFilled } from "./ink-shades.ts";
import { grown } from "../looks.ts";
import type { Looks } from "../looks.ts";

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

/** Places of one box that are inked by right. */
class KnownPlaces {
  private readonly box: PixelBox;
  private readonly width: number;
  private readonly mask: Uint8Array;

  /** @param width of the picture in which the box lies */
  constructor(box: PixelBox, width: number) {
    this.box = box;
    this.width = width;
    this.mask = new Uint8Array((box[2] - box[0]) * (box[3] - box[1]));
  }

  /** @param at a place of the picture within the box */
  has(at: number): boolean {
    const [left, top, right] = this.box;
    const y = Math.floor(at / this.width);
    return this.mask[(y - top) * (right - left) + at - y * this.width - left] === 1;
  }

  /** Whatever of a rectangle lies in the box. */
  add(x0: number, y0: number, x1: number, y1: number): void {
    const [left, top, right, bottom] = this.box;
    const from = Math.max(left, x0) - left;
    const to = Math.min(right, x1) - left;
    if (to <= from) return;
    for (let y = Math.max(top, y0); y < Math.min(bottom, y1); y++) {
      const row = (y - top) * (right - left);
      for (let at = row + from; at < row + to; at++) this.mask[at] = 1;
    }
  }
}

/** Places of a box that letters of the export ink, as the original's own letters do where they stood. */
function inkOfLetters(
  { original, candidate, accounted, stood, scale }: Looks,
  box: PixelBox,
): KnownPlaces {
  const places = new KnownPlaces(box, original.width);
  // A pixel more on both sides: boxes are rounded outwards.
  const low = (candidate.height - box[3] - 2) / scale;
  const high = (candidate.height - box[1] + 2) / scale;
  for (const shown of byRow(accounted).between(low, high)) {
    const [x0, y0, x1, y1] = pixelBox(shown.loose, candidate, scale);
    if (x1 < box[0] || x0 > box[2] || y1 < box[1] || y0 > box[3]) continue;
    const from = stood(shown.index);
    if (!from) {
      places.add(x0, y0, x1, y1);
      continue;
    }
    const dx = Math.round((shown.x - from.x) * scale);
    const dy = Math.round((from.y - shown.y) * scale);
    const own = grown(pixelBox(from.loose, original, scale), GROWN, original);
    addInk(places, original, own, dx, dy, box);
  }
  return places;
}

/** The ink within `own`, moved and a little grown, as far as it comes to lie in `box`. */
function addInk(
  places: KnownPlaces,
  original: Raster,
  own: PixelBox,
  dx: number,
  dy: number,
  box: PixelBox,
): void {
  const { width, grey } = original;
  const paper = commonest(original, own);
  const first = Math.max(own[1], box[1] - dy - GROWN);
  const last = Math.min(own[3], box[3] - dy + GROWN);
  for (let y = first; y < last; y++)
    for (let x = own[0]; x < own[2]; x++) {
      if (Math.abs(grey[y * width + x]! - paper) <= PALE) continue;
      const [left, top] = [x + dx - GROWN, y + dy - GROWN];
      places.add(left, top, left + 2 * GROWN + 1, top + 2 * GROWN + 1);
    }
}

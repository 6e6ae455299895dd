// How wide and high the ink of a letter is, and whether two letters' ink has the same sides.
import { union } from "../../../../shared/geometry/rect.ts";
import { pixelBox } from "../../pixels/raster.ts";
import type { Raster } from "../../pixels/raster.ts";
import type { Glyph } from "../../reading/glyph.ts";

/** A letter that claims to be so many times as large as the one it stands for gains nothing by it. */
const CLAIMED = 2;
/** Font sizes by which the sides of a letter's ink may differ; engines and formats round. */
const SIDE = 0.03;
/** Share of their width that letters of a full line have at least. */
const NARROWEST = 0.5;
/** Font sizes: smaller ink has no form, only a size. */
const SPECK = 0.2;
/** Pixels across and up. */
const LEAST: readonly [number, number] = [3.5, 5];
/** Points: nobody sees a letter of this height or width. */
const INKLESS = 0.05;
/** Points by which a letter may be placed otherwise that was not moved. */
const STILL = 0.05;
/** Levels by which a pixel of the same drawing may differ. */
const SAME = 40;

/** In font sizes, from side to side of the ink. */
export function widthOf({ box, size, angle }: Glyph): number {
  return (angle % 180 === 0 ? box[2] - box[0] : box[3] - box[1]) / size;
}

/** What has no outline draws nothing, whatever lies beneath it. */
export function hasNoInk({ box }: Glyph): boolean {
  return !(box[2] - box[0] > INKLESS && box[3] - box[1] > INKLESS);
}

export function isSpeck({ box, size }: Glyph): boolean {
  return box[2] - box[0] < SPECK * size || box[3] - box[1] < SPECK * size;
}

/** Letters that a replacement text gives have shares of its place, and no ink of their own. */
export function hasNoShape({ box, loose }: Glyph): boolean {
  for (let i = 0; i < 4; i++) if (!(Math.abs(box[i]! - loose[i]!) < 0.01)) return false;
  return true;
}

/** Of so few pixels a letter has sides and no form. */
export function isTooSmall({ box }: Glyph, scale: number): boolean {
  return (box[2] - box[0]) * scale < LEAST[0] || (box[3] - box[1]) * scale < LEAST[1];
}

/** The ink begins and ends where it did, from the letter's own place on its line. */
export function sameSides(shown: Glyph, stood: Glyph): boolean {
  if (shown.angle !== stood.angle) return true;
  const claimed = shown.size > CLAIMED * stood.size;
  const most = SIDE * (claimed ? stood.size : Math.max(shown.size, stood.size));
  // Slanted by its place, a letter has a wider place than one that is slanted by its outline.
  return sides(shown, stood, narrowed(shown, stood), most) || sides(shown, stood, 1, most);
}

/** @param by share of its width that is left */
function sides(shown: Glyph, stood: Glyph, by: number, most: number): boolean {
  const flat = shown.angle % 180 === 0;
  for (let i = 0; i < 4; i += 2) {
    const across = shown.box[i]! - shown.x - (flat ? by : 1) * (stood.box[i]! - stood.x);
    const up = shown.box[i + 1]! - shown.y - (flat ? 1 : by) * (stood.box[i + 1]! - stood.y);
    if (!(Math.abs(across) <= most && Math.abs(up) <= most)) return false;
  }
  return true;
}

/** Share of its width that a letter's advance was left: a full line is narrowed. */
function narrowed({ loose: now, angle }: Glyph, { loose: before }: Glyph): number {
  const along = angle % 180 === 0 ? 0 : 1;
  const share = (now[along + 2]! - now[along]!) / (before[along + 2]! - before[along]!);
  return angle % 90 === 0 && share >= NARROWEST && share < 1 ? share : 1;
}

export interface Pictures {
  readonly original: Raster;
  readonly candidate: Raster;
  /** Pixels per point. */
  readonly scale: number;
}

/** The same letter in its own place, drawn as it was: fonts may tell other sides of it. */
export function standsStill(
  shown: Glyph,
  stood: Glyph,
  { original, candidate, scale }: Pictures,
): boolean {
  if (shown.text !== stood.text) return false;
  if (Math.hypot(shown.x - stood.x, shown.y - stood.y) > STILL) return false;
  const [x0, y0, x1, y1] = pixelBox(union(shown.box, stood.box), candidate, scale);
  for (let y = y0; y < y1; y++)
    for (let i = y * candidate.width + x0; i < y * candidate.width + x1; i++)
      if (Math.abs(original.grey[i]! - candidate.grey[i]!) > SAME) return false;
  return true;
}

// Pages look unchanged outside the lines that may change. Differences are looked at again where
// something explains them: comments left out, a finer picture, or a part of the page that moved up
// or down as a whole because a paragraph above became shorter or longer.
import { inflate } from "../../../shared/geometry/rect.ts";
import { CELL, differences, pixelMask } from "../pixels/compare.ts";
import type { Difference, Tolerance } from "../pixels/compare.ts";
import { pixelBox } from "../pixels/raster.ts";
import type { PixelBox, Raster } from "../pixels/raster.ts";
import type { Findings } from "../findings.ts";
import { points } from "./looks.ts";
import type { Looks } from "./looks.ts";
import { counted, whereabouts } from "./where.ts";

const CRISP = { level: 72, soft: 36, pixels: 6 };
const SEALED = { level: 104, soft: 48, pixels: 10 };

/** Parts of a page that may each have moved by their own amount. */
const MOST_SHIFTS = 8;
/** Farthest move, pixels: about fifteen lines. */
const FARTHEST = 400;

export function checkUnchanged(looks: Looks, findings: Findings): void {
  const { original, candidate, frame, shownFrame, scale, page } = looks;
  const resized = frame.width !== shownFrame.width || frame.height !== shownFrame.height;
  if (resized || original.width !== candidate.width || original.height !== candidate.height) {
    findings.add("page-unchanged", "The page has another size.", page);
    return;
  }
  const substituted = pixelMask(
    original,
    looks.substituted.map((rect) => pixelBox(inflate(rect, 1), original, scale)),
  );
  if (looks.substituted.length) onlyLetters(substituted, looks);
  const allowed = pixelMask(original, allowedBoxes(looks));
  const excused = looks.substituted.length ? either(allowed, substituted) : allowed;
  const tolerance = looks.sealed ? SEALED : CRISP;
  const compare = (a: Raster, b: Raster): Difference[] => differences(a, b, excused, tolerance);
  let found = compare(original, candidate);
  if (found.length) {
    // Comments and highlights are dropped, or kept as they look: both are right.
    const bare = looks.bare();
    if (bare !== original) found = both(found, compare(bare, candidate));
  }
  if (found.length && looks.marks.length && !looks.sealed)
    found = withoutMoved(found, looks, { allowed, substituted }, tolerance);
  if (found.length)
    // Patterns and hairlines come out otherwise at another resolution.
    found = both(found, compare(looks.finer("original"), looks.finer("candidate")));
  if (found.length === 0) return;
  const worst = found.reduce((a, b) => (b.pixels > a.pixels ? b : a));
  const at = whereabouts(points(worst.box, candidate, scale), frame.width, frame.height);
  findings.add(
    "page-unchanged",
    `The page looks different in ${counted(found.length, "place")}, most ${at}.`,
    page,
  );
}

/** In place of words in a foreign font only known letters or nothing may stand. */
function onlyLetters(mask: Uint8Array, { accounted, candidate, scale }: Looks): void {
  const letters = pixelMask(
    candidate,
    accounted.map(({ loose }) => pixelBox(inflate(loose, 1), candidate, scale)),
  );
  for (let i = 0; i < mask.length; i++)
    if (mask[i] && !letters[i] && candidate.grey[i]! < 200) mask[i] = 0;
}

function both(found: readonly Difference[], others: readonly Difference[]): Difference[] {
  const known = new Set(others.map(({ box }) => box.join()));
  return found.filter(({ box }) => known.has(box.join()));
}

/** Boxes stand on a grid, so they reach a little beyond their mark. */
const BOX_GRID = 7;

/** Where a difference is allowed: the marks' lines, made smaller by the claim if there is one. */
function allowedBoxes({ zones, claimed, marks, original, scale }: Looks): PixelBox[] {
  const own = zones.paragraphs.map((rect) => pixelBox(rect, original, scale));
  if (!claimed) return own;
  const burnt = marks.map(({ rect }) => inflate(rect, BOX_GRID));
  const theirs = [...claimed.map((rect) => inflate(rect, 1)), ...burnt].map((rect) =>
    pixelBox(rect, original, scale),
  );
  return own.flatMap((a) =>
    theirs.map((b): PixelBox => [
      Math.max(a[0], b[0]),
      Math.max(a[1], b[1]),
      Math.min(a[2], b[2]),
      Math.min(a[3], b[3]),
    ]),
  );
}

/** One byte for each pixel, 1 where a difference is excused. */
interface Excused {
  /** On the lines of the marks. */
  readonly allowed: Uint8Array;
  /** Words in fonts that the original does not hold: they take their excuse with them. */
  readonly substituted: Uint8Array;
}

function either(a: Uint8Array, b: Uint8Array): Uint8Array {
  const mask = a.slice();
  for (let i = 0, end = mask.length; i < end; i++) if (b[i]) mask[i] = 1;
  return mask;
}

/** Differences that no vertical move of a part of the page explains. */
function withoutMoved(
  found: readonly Difference[],
  { original, candidate }: Looks,
  { allowed, substituted }: Excused,
  tolerance: Tolerance,
): Difference[] {
  const excused = either(allowed, substituted);
  let left = [...found];
  for (let round = 0; round < MOST_SHIFTS && left.length; round++) {
    const top = Math.min(...left.map(({ box }) => box[1]));
    const shift = likeliestShift(original, candidate, top);
    if (shift === 0) break;
    const moved = shifted(candidate, shift);
    const back = shifted(original, -shift);
    // What was there must stand at the new place, and what is there must have come from the old.
    const forth = cells(differences(original, moved, excused, tolerance));
    // A line that was set anew may have moved with what is around it, and takes its excuse along.
    const { grey: along } = shifted({ ...original, grey: excused }, -shift, 0);
    const here = cells(differences(back, candidate, either(allowed, along), tolerance));
    const before = left.length;
    left = left.filter(({ box }) => {
      const key = box.join();
      const gone = forth.has(key) && !blank(original, box);
      const came = here.has(key) && !blank(candidate, box);
      return gone || came;
    });
    if (left.length === before) break;
  }
  return left;
}

function cells(list: readonly Difference[]): Set<string> {
  return new Set(list.map(({ box }) => box.join()));
}

function blank(raster: Raster, [x0, y0, x1, y1]: PixelBox): boolean {
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) if (raster.grey[y * raster.width + x]! < 160) return false;
  return true;
}

/** The vertical move that brings the rows from `top` on closest together. */
function likeliestShift(original: Raster, candidate: Raster, top: number): number {
  const from = inkByRow(original);
  const to = inkByRow(candidate);
  const end = Math.min(original.height, top + 40 * CELL);
  let best = 0;
  let least = Infinity;
  for (let shift = -FARTHEST; shift <= FARTHEST; shift++) {
    let sum = 0;
    for (let y = top; y < end; y++) sum += Math.abs(from[y]! - (to[y + shift] ?? 0));
    // Of equals the smallest move.
    sum += Math.abs(shift) * 1e-3;
    if (sum < least) [best, least] = [shift, sum];
  }
  return best;
}

function inkByRow({ width, height, grey }: Raster): Float64Array {
  const rows = new Float64Array(height);
  for (let y = 0; y < height; y++) {
    let ink = 0;
    for (let i = y * width, end = i + width; i < end; i++) ink += 255 - grey[i]!;
    rows[y] = ink;
  }
  return rows;
}

/** The picture with its rows moved up by `shift` (down where it is negative); white comes after. */
function shifted({ width, height, grey }: Raster, shift: number, after = 255): Raster {
  const moved = new Uint8Array(grey.length).fill(after);
  const from = Math.max(0, shift);
  const to = Math.max(0, -shift);
  const rows = height - Math.abs(shift);
  if (rows > 0) moved.set(grey.subarray(from * width, (from + rows) * width), to * width);
  return { width, height, grey: moved };
}

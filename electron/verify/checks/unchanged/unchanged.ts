// Pages look unchanged outside the lines that may change. Differences are looked at again where
// something explains them: comments left out, a finer picture, or a part of the page that moved up
// or down as a whole because a paragraph above became shorter or longer.
import { inflate } from "../../../../shared/geometry/rect.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { differences } from "../../pixels/compare.ts";
import type { Difference } from "../../pixels/compare.ts";
import { addTo, commonParts, pixelMask, stacked } from "../../pixels/mask.ts";
import { pixelBox } from "../../pixels/raster.ts";
import type { PixelBox, Raster } from "../../pixels/raster.ts";
import type { Glyph } from "../../reading/glyph.ts";
import type { Findings } from "../../findings.ts";
import { points } from "../looks.ts";
import type { Looks } from "../looks.ts";
import { withoutMoved } from "./moved.ts";
import { whereabouts } from "../where.ts";
import { counted } from "../../counted.ts";

const CRISP = { level: 72, soft: 36, pixels: 6 };
const SEALED = { level: 104, soft: 48, pixels: 10 };

export function checkUnchanged(looks: Looks, findings: Findings): void {
  const { original, candidate, frame, shownFrame, scale, page } = looks;
  const resized = frame.width !== shownFrame.width || frame.height !== shownFrame.height;
  if (resized || original.width !== candidate.width || original.height !== candidate.height) {
    findings.add("page-unchanged", "The page has another size.", page);
    return;
  }
  const allowed = pixelMask(original, allowedBoxes(looks), looks.store);
  const excused = looks.foreign.places.length ? addTo(substitutedMask(looks), allowed) : allowed;
  const tolerance = looks.sealed ? SEALED : CRISP;
  const compare = (a: Raster, b: Raster): Difference[] => differences(a, b, excused, tolerance);
  let found = compare(original, candidate);
  if (found.length) {
    // Comments and highlights are dropped, or kept as they look: both are right.
    const bare = looks.bare();
    if (bare !== original) found = both(found, compare(bare, candidate));
  }
  const mayMove = looks.marks.length > 0 && !looks.sealed;
  if (found.length && mayMove) found = withoutMoved(found, looks, { allowed, excused }, tolerance);
  if (found.length) {
    // Patterns and hairlines come out otherwise at another resolution, and so do letters that moved.
    const finer = {
      ...looks,
      original: looks.finer("original"),
      candidate: looks.finer("candidate"),
    };
    found = both(found, compare(finer.original, finer.candidate));
    if (found.length && mayMove)
      found = withoutMoved(found, finer, { allowed, excused }, tolerance);
  }
  if (found.length === 0) return;
  const all = differences(original, candidate, excused, tolerance, true);
  const worst = both(all, found).reduce((a, b) => (b.pixels > a.pixels ? b : a));
  const at = whereabouts(points(worst.box, candidate, scale), frame.width, frame.height);
  findings.add(
    "page-unchanged",
    `The page looks different in ${counted(found.length, "place")}, most ${at}.`,
    page,
  );
}

/** Words in a foreign font; in their place only letters that are known as theirs, or nothing, may stand. */
function substitutedMask({ foreign, original, candidate, scale, store }: Looks): Uint8Array {
  const maskOf = (raster: Raster, glyphs: readonly Glyph[]): Uint8Array => {
    const boxes = glyphs.map(({ loose }) => pixelBox(inflate(loose, 1), raster, scale));
    return pixelMask(raster, boxes, store);
  };
  const mask = maskOf(original, foreign.places);
  const letters = maskOf(candidate, foreign.letters);
  for (let i = 0; i < mask.length; i++)
    if (mask[i] && !letters[i] && candidate.grey[i]! < 200) mask[i] = 0;
  return mask;
}

function both(found: readonly Difference[], others: readonly Difference[]): Difference[] {
  const known = new Set(others.map(({ box }) => box.join()));
  return found.filter(({ box }) => known.has(box.join()));
}

/** Boxes stand on a grid, so they reach a little beyond their mark. */
const BOX_GRID = 7;

/** Where a difference is allowed: the marks' lines, made smaller by the claim if there is one. */
function allowedBoxes({ zones, claimed, marks, original, scale }: Looks): PixelBox[] {
  const boxesOf = (rects: readonly Rect[]): PixelBox[] =>
    rects.map((rect) => pixelBox(rect, original, scale));
  const own = boxesOf(zones.paragraphs);
  if (!claimed) return stacked(own);
  const burnt = marks.map(({ rect }) => inflate(rect, BOX_GRID));
  return commonParts(own, boxesOf([...claimed.map((rect) => inflate(rect, 1)), ...burnt]));
}

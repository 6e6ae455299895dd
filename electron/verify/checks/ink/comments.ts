// Comments and fields of the original that a reader sees: each must be seen in the export as well, where
// it was or moved up or down with its page, unless it lies where something was burnt or set anew. They
// may be pale, so that no comparison of whole pages tells that one is missing.
import { inflate, meets } from "../../../../shared/geometry/rect.ts";
import type { Findings } from "../../findings.ts";
import { isEmpty, pixelBox } from "../../pixels/raster.ts";
import type { PixelBox, Raster } from "../../pixels/raster.ts";
import { grown } from "../looks.ts";
import type { Looks } from "../looks.ts";
import { whereabouts } from "../where.ts";
import { counted } from "../../counted.ts";

/** Levels by which a comment changes a pixel at least, and pixels of one that can be told. */
const CHANGED = 8;
const LEAST = 24;
/** The same on a sealed page, whose coding alone changes a shade by some levels. */
const CHANGED_SEALED = 24;
/** Pixels of a comment that are looked at. */
const MOST = 600;
/** Share of them that must be there. */
const KEPT = 0.5;
/** Points around a comment that its border and shadow may take. */
const AROUND = 3;

/** @param leftOut a note names the page; undefined where nobody tells what was noted */
export function checkCommentsKept(
  looks: Looks,
  leftOut: boolean | undefined,
  findings: Findings,
): void {
  const { original, candidate, frame, page, marks, zones, scale } = looks;
  if (original.width !== candidate.width || original.height !== candidate.height) return;
  const comments = looks.comments();
  if (comments.length === 0 || leftOut) return;
  const bare = looks.bare();
  const anew = [...zones.paragraphs, ...marks.map(({ rect }) => rect)];
  const lost = comments.filter((rect) => {
    if (anew.some((one) => meets(one, rect))) return false;
    const box = grown(pixelBox(inflate(rect, AROUND), original, scale), 0, original);
    const changed = changedBy(looks, bare, box);
    return changed.length >= LEAST && !isThere(looks, bare, changed, box);
  });
  const [first] = lost;
  if (!first) return;
  const message = `${counted(lost.length, "comment or field", "comments or fields")} ${whereabouts(first, frame.width, frame.height)} ${lost.length === 1 ? "is" : "are"} not there any more.`;
  if (leftOut === undefined) findings.notice("page-unchanged", message, page);
  else findings.add("page-unchanged", message, page);
}

/** Places that the original's comments paint, evenly picked. */
function changedBy({ original, sealed }: Looks, bare: Raster, box: PixelBox): readonly number[] {
  if (isEmpty(box)) return [];
  const least = sealed ? CHANGED_SEALED : CHANGED;
  const places: number[] = [];
  for (let y = box[1]; y < box[3]; y++)
    for (let x = box[0]; x < box[2]; x++) {
      const at = y * original.width + x;
      if (Math.abs(original.grey[at]! - bare.grey[at]!) <= least) continue;
      if (!(sealed && isHalfCovered(original, bare.grey[at]!, at))) places.push(at);
    }
  const step = Math.ceil(places.length / MOST);
  return step <= 1 ? places : places.filter((_, i) => i % step === 0);
}

/**
 * True of a thin line or an edge that a comment covers a fraction of, and that is darker than what is beside
 * it still: on a page that is drawn on another grid the next pixel has the fraction.
 */
function isHalfCovered({ grey, width }: Raster, bare: number, at: number): boolean {
  const shade = grey[at]!;
  if (shade < bare) return false;
  return [-2 * width, -width, -2, -1, 1, 2, width, 2 * width].some(
    (step) => (grey[at + step] ?? 0) > shade + CHANGED_SEALED,
  );
}

/** True where the export is nearer to the original with the comment than without it. */
function isThere(
  { original, candidate, marks, sealed }: Looks,
  bare: Raster,
  places: readonly number[],
  box: PixelBox,
): boolean {
  const { width, height } = original;
  const kept = (down: number): boolean => {
    let there = 0;
    for (const at of places) {
      const shown = candidate.grey[at + down * width]!;
      // A thin line that falls on pixels otherwise may come out darker than it was.
      if (Math.abs(shown - original.grey[at]!) <= Math.abs(shown - bare.grey[at]!)) there++;
    }
    return there >= KEPT * places.length;
  };
  if (kept(0)) return true;
  // A paragraph above that became shorter or longer moves what is below it.
  if (marks.length === 0 || sealed) return false;
  for (let down = -box[1]; down < height - box[3]; down++) if (kept(down)) return true;
  return false;
}

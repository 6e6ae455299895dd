// No picture of what was burnt is left: not at its old place, plain, veiled or blurred, and not
// moved along its line. Known text may stand where something was burnt; unknown ink may not
// resemble it.
import { inflate, meets } from "../../../../shared/geometry/rect.ts";
import { pixelMask } from "../../pixels/mask.ts";
import { bestPlace, cutPatch, likeness } from "../../pixels/ink.ts";
import type { Spot } from "../../pixels/ink.ts";
import { extremes, isEmpty, pixelBox } from "../../pixels/raster.ts";
import type { PixelBox, Raster } from "../../pixels/raster.ts";
import type { PlacedMark } from "../../reading/coverage.ts";
import type { Findings } from "../../findings.ts";
import { byRow } from "./letters-by-row.ts";
import { grown, overlaps } from "../looks.ts";
import type { Looks } from "../looks.ts";
import { StrayInk } from "./stray-ink.ts";
import { whereabouts } from "../where.ts";

/** Coarse cells, in pixels, at which a blurred or mosaic secret is still alike. */
const BLURS = [1, 3, 6];
const SAME_PLACE = 0.8;

/**
 * Ink of a burnt area that still shows in `picture`, at its own place. Known text may stand there
 * by right on the page as seen; on a picture without texts (`lifted`) nothing may.
 */
export function checkInkGone(
  looks: Looks,
  picture: Raster,
  lifted: boolean,
  findings: Findings,
): void {
  const { original, marks, scale, frame, page } = looks;
  if (original.width !== picture.width || original.height !== picture.height) return;
  for (const mark of marks) {
    const box = pixelBox(mark.rect, original, scale);
    if (isEmpty(box) || box[2] - box[0] < 5 || box[3] - box[1] < 5) continue;
    const { dark, light } = extremes(original, box);
    if (light - dark < 24 || (!lifted && explained(looks, mark))) continue;
    // Little patches resemble each other by chance.
    const small = box[2] - box[0] < 2.5 * (box[3] - box[1]);
    const wanted = small ? 0.93 : SAME_PLACE;
    for (const shrink of BLURS) {
      if ((box[2] - box[0]) / shrink < 8 || (box[3] - box[1]) / shrink < 3) continue;
      const secret = cutPatch(original, box, shrink);
      const shown = cutPatch(picture, box, shrink);
      if (likeness(secret, shown) < (shrink > 1 ? Math.max(wanted, 0.88) : wanted)) continue;
      const at = whereabouts(mark.rect, frame.width, frame.height);
      findings.add(
        "burnt-ink-gone",
        `What was burnt ${at} still shows ${lifted ? "beneath what covers it" : "in its place"}.`,
        page,
      );
      break;
    }
  }
}

/** True where known text of the export stands on the mark's old place: a re-set line may repeat itself. */
function explained({ accounted }: Looks, mark: PlacedMark): boolean {
  let covered = 0;
  for (const { loose } of byRow(accounted).between(mark.rect[1], mark.rect[3])) {
    if (!meets(loose, mark.rect, 0.1)) continue;
    covered += Math.min(loose[2], mark.rect[2]) - Math.max(loose[0], mark.rect[0]);
  }
  return covered > 0.6 * (mark.rect[2] - mark.rect[0]);
}

/** The burnt ink moved along its line: sought wherever no known text explains the ink. */
export function checkInkMoved(looks: Looks, findings: Findings): void {
  const { original, candidate, zones, marks, scale, frame, page } = looks;
  if (original.width !== candidate.width || original.height !== candidate.height) return;
  // A mark over several lines is looked at once.
  const words = new Map<number, boolean>();
  const sought = zones.lines.flatMap(({ rect, mark }) => {
    const burnt = marks[mark]!;
    const box = pixelBox(burnt.rect, original, scale);
    const wide = box[2] - box[0];
    const high = box[3] - box[1];
    let word = words.get(mark);
    if (word === undefined) words.set(mark, (word = isLikeWord(original, box)));
    if (!word) return [];
    const strip = grown(pixelBox(rect, candidate, scale), 8, candidate);
    return strip[2] - strip[0] <= wide ? [] : [{ burnt, box, wide, high, strip }];
  });
  if (sought.length === 0) return;
  // Several marks share a line.
  const strips = new Map(sought.map(({ strip }) => [strip.join(), strip]));
  const known = knownInk(looks, [...strips.values()]);
  const ink = new StrayInk(candidate, known);
  const stray = new Set<string>();
  for (const [key, strip] of strips) if (ink.isIn(strip)) stray.add(key);
  for (const { burnt, box, wide, high, strip } of sought) {
    if (!stray.has(strip.join())) continue;
    const here = seek(looks, box, strip);
    if (here.score < 0.86) continue;
    // The same word may stand unmarked on that line: then the original shows it there as well.
    const found: PixelBox = [here.x, here.y, here.x + wide, here.y + high];
    const before = likeness(cutPatch(original, box, 2), cutPatch(original, found, 2));
    if (before > 0.8 && !overlaps(found, box)) continue;
    const at = whereabouts(burnt.rect, frame.width, frame.height);
    findings.add(
      "burnt-ink-gone",
      `A picture of what was burnt ${at} stands elsewhere on its line.`,
      page,
    );
  }
}

/** Seeks a patch of the original in a strip of the export: coarsely everywhere, then finely there. */
function seek(looks: Looks, box: PixelBox, strip: PixelBox): Spot {
  const { original, candidate } = looks;
  const coarse = 4;
  const rough = cutPatch(original, box, coarse);
  const free = freePlaces(looks, strip, coarse, rough.width);
  const spot = bestPlace(rough, cutPatch(candidate, strip, coarse), free);
  const none = { score: 0, x: 0, y: 0 };
  if (spot.score < 0.6) return none;
  const fine = 2;
  const near = grown(
    [
      strip[0] + spot.x * coarse,
      strip[1] + spot.y * coarse,
      strip[0] + spot.x * coarse + box[2] - box[0],
      strip[1] + spot.y * coarse + box[3] - box[1],
    ],
    2 * coarse,
    candidate,
  );
  const exact = bestPlace(
    cutPatch(original, box, fine),
    cutPatch(candidate, near, fine),
    () => true,
  );
  return { score: exact.score, x: near[0] + exact.x * fine, y: near[1] + exact.y * fine };
}

/** Wide and flat like a word: anything smaller or larger is found by its place or not at all. */
function isLikeWord(original: Raster, box: PixelBox): boolean {
  const wide = box[2] - box[0];
  const high = box[3] - box[1];
  if (wide < 1.5 * high || high < 8 || high > 90) return false;
  const { dark, light } = extremes(original, box);
  return light - dark >= 40 && lettered(original, box, (dark + light) / 2);
}

/** True where a patch changes between dark and light as often as a word does; a bar or an edge does not. */
function lettered(raster: Raster, box: PixelBox, level: number): boolean {
  let changes = 0;
  let rows = 0;
  for (let y = box[1]; y < box[3]; y++) {
    const before = changes;
    let dark = false;
    for (let x = box[0]; x < box[2]; x++) {
      const now = raster.grey[y * raster.width + x]! < level;
      if (now !== dark) changes++;
      dark = now;
    }
    if (changes > before) rows++;
  }
  return rows > 0 && changes / rows >= 5;
}

/** Pixels of some strips that known text accounts for, a label with the box that it stands on. */
function knownInk(
  { accounted, labels, candidate, scale, store }: Looks,
  strips: readonly PixelBox[],
): Uint8Array {
  const boxes: PixelBox[] = [];
  // Letters that follow one another stand on one strip.
  let strip = strips[0]!;
  for (const { loose, size, index } of accounted) {
    const reach = labels.has(index) ? inflate(loose, 0.45 * size) : loose;
    const box = pixelBox(reach, candidate, scale);
    const y0 = box[1];
    const y1 = box[3];
    if (!(y0 < strip[3] && strip[1] < y1)) {
      const other = strips.find((one) => y0 < one[3] && one[1] < y1);
      if (!other) continue;
      strip = other;
    }
    const left = Math.max(0, box[0] - 1);
    const right = Math.min(candidate.width, box[2] + 1);
    const last = boxes[boxes.length - 1];
    // The letters of a word are one box.
    if (last && last[1] === y0 && last[3] === y1 && left >= last[0] && left <= last[2])
      boxes[boxes.length - 1] = [last[0], y0, Math.max(last[2], right), y1];
    else boxes.push([left, y0, right, y1]);
  }
  return pixelMask(candidate, boxes, store);
}

/** Places of a strip that known text does not cover for the most part. */
function freePlaces(
  { accounted, candidate, scale }: Looks,
  strip: PixelBox,
  shrink: number,
  width: number,
): (x: number) => boolean {
  const across = Math.ceil((strip[2] - strip[0]) / shrink) + 1;
  const sums = new Float64Array(across + 1);
  const columns = new Uint8Array(across);
  for (const glyph of accounted) {
    const box = pixelBox(glyph.loose, candidate, scale);
    if (!overlaps(box, strip)) continue;
    const from = Math.max(0, Math.floor((box[0] - strip[0]) / shrink));
    const to = Math.min(across, Math.ceil((box[2] - strip[0]) / shrink));
    columns.fill(1, from, Math.max(from, to));
  }
  for (let i = 0; i < across; i++) sums[i + 1] = sums[i]! + columns[i]!;
  return (x) => (sums[Math.min(across, x + width)]! - sums[x]!) / width < 0.5;
}

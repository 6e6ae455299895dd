// What the eye sees: pages unchanged outside the lines that may change, no ink of what was burnt,
// at its old place, moved along its line, veiled or blurred, and boxes of one opaque colour.
// Works on grey pictures at 150 dpi; the burner's claim is used to look closer, never to excuse.
import { inflate, meets } from "../../../shared/geometry/rect.ts";
import type { Rect } from "../../../shared/geometry/rect.ts";
import { differences, pixelMask } from "../pixels/compare.ts";
import { bestPlace, cutPatch, likeness } from "../pixels/ink.ts";
import type { Spot } from "../pixels/ink.ts";
import { extremes, isEmpty, pixelBox } from "../pixels/raster.ts";
import type { PixelBox, Raster } from "../pixels/raster.ts";
import type { Glyph } from "../reading/glyph.ts";
import type { PlacedMark } from "../reading/coverage.ts";
import type { Findings } from "../findings.ts";
import type { PageFrame } from "../place.ts";
import type { Zones } from "./zones.ts";
import { counted, whereabouts } from "./where.ts";

export interface Looks {
  readonly page: number;
  readonly frame: PageFrame;
  readonly scale: number;
  readonly marks: readonly PlacedMark[];
  readonly zones: Zones;
  /** The claim's touched areas; undefined without a claim. */
  readonly claimed: readonly Rect[] | undefined;
  readonly original: Raster;
  readonly candidate: Raster;
  /** The original without annotations, for pages that have some. */
  readonly bare: () => Raster;
  /** A page drawn at twice the resolution and reduced again. */
  readonly finer: (which: "original" | "candidate") => Raster;
  /** Places of words in fonts that the original does not hold, which every reader draws otherwise. */
  readonly substituted: readonly Rect[];
  /** Candidate glyphs that the word check accounted for. */
  readonly accounted: readonly Glyph[];
  readonly sealed: boolean;
}

const CRISP = { level: 72, soft: 36, pixels: 6 };
const SEALED = { level: 104, soft: 48, pixels: 10 };

export function checkUnchanged(looks: Looks, findings: Findings): void {
  const { original, candidate, frame, scale, page } = looks;
  if (original.width !== candidate.width || original.height !== candidate.height) {
    findings.add("page-unchanged", "The page has another size.", page);
    return;
  }
  const substituted = looks.substituted.map((rect) => pixelBox(inflate(rect, 1), original, scale));
  const boxes = [...allowedBoxes(looks), ...substituted];
  const excused = pixelMask(original, boxes);
  const tolerance = looks.sealed ? SEALED : CRISP;
  let found = differences(original, candidate, excused, tolerance);
  if (found.length) {
    // Comments and highlights are dropped, or kept as they look: both are right.
    const bare = looks.bare();
    if (bare !== original) {
      const other = new Set(
        differences(bare, candidate, excused, tolerance).map(({ box }) => box.join()),
      );
      found = found.filter(({ box }) => other.has(box.join()));
    }
  }
  if (found.length) {
    // Patterns and hairlines come out otherwise at another resolution: look once more, finer.
    const finer = new Set(
      differences(looks.finer("original"), looks.finer("candidate"), excused, tolerance).map(
        ({ box }) => box.join(),
      ),
    );
    found = found.filter(({ box }) => finer.has(box.join()));
  }
  if (found.length === 0) return;
  const worst = found.reduce((a, b) => (b.pixels > a.pixels ? b : a));
  const at = whereabouts(points(worst.box, candidate, scale), frame.width, frame.height);
  findings.add(
    "page-unchanged",
    `The page looks different in ${counted(found.length, "place")}, most ${at}.`,
    page,
  );
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

export function points(box: PixelBox, raster: Raster, scale: number): Rect {
  return [
    box[0] / scale,
    (raster.height - box[3]) / scale,
    box[2] / scale,
    (raster.height - box[1]) / scale,
  ];
}

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
  for (const glyph of accounted) {
    const { loose } = glyph;
    if (!meets(loose, mark.rect, 0.1)) continue;
    covered += Math.min(loose[2], mark.rect[2]) - Math.max(loose[0], mark.rect[0]);
  }
  return covered > 0.6 * (mark.rect[2] - mark.rect[0]);
}

/** The burnt ink moved along its line: sought wherever no known text explains the ink. */
export function checkInkMoved(looks: Looks, findings: Findings): void {
  const { original, candidate, zones, marks, scale, frame, page } = looks;
  if (original.width !== candidate.width || original.height !== candidate.height) return;
  for (const { rect, mark } of zones.lines) {
    const burnt = marks[mark]!;
    const box = pixelBox(burnt.rect, original, scale);
    const wide = box[2] - box[0];
    const high = box[3] - box[1];
    // Wide and flat like a word: anything smaller or larger is found by its place or not at all.
    if (wide < 1.5 * high || high < 8 || high > 90) continue;
    const { dark, light } = extremes(original, box);
    if (light - dark < 40 || !lettered(original, box, (dark + light) / 2)) continue;
    const strip = grown(pixelBox(rect, candidate, scale), 8, candidate);
    if (strip[2] - strip[0] <= wide || !strayInk(looks, strip)) continue;
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

function overlaps(a: PixelBox, b: PixelBox): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

function grown(box: PixelBox, by: number, raster: Raster): PixelBox {
  return [
    Math.max(0, box[0] - by),
    Math.max(0, box[1] - by),
    Math.min(raster.width, box[2] + by),
    Math.min(raster.height, box[3] + by),
  ];
}

/** Enough ink in a strip that no known text accounts for. */
function strayInk({ accounted, candidate, scale }: Looks, strip: PixelBox): boolean {
  const known = accounted.map((glyph) => pixelBox(glyph.loose, candidate, scale));
  const near = known.filter((box) => overlaps(box, strip));
  let stray = 0;
  for (let y = strip[1]; y < strip[3]; y++) {
    const row = near.filter((box) => box[1] <= y && y < box[3]);
    for (let x = strip[0]; x < strip[2]; x++) {
      if (candidate.grey[y * candidate.width + x]! > 150) continue;
      if (row.some((box) => box[0] - 1 <= x && x <= box[2])) continue;
      if (++stray > 30) return true;
    }
  }
  return false;
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

/** A claimed box is of one colour except where its label stands. */
export function checkBox(
  looks: Looks,
  rect: Rect,
  labels: readonly Glyph[],
  findings: Findings,
): void {
  const { candidate, scale, frame, page, sealed } = looks;
  const inner: Rect = [rect[0] + 1, rect[1] + 1, rect[2] - 1, rect[3] - 1];
  const box = pixelBox(inner, candidate, scale, false);
  if (isEmpty(box)) return;
  // On sealed pages the readable label is only laid about the drawn one.
  const known = labels.map(({ loose }) =>
    pixelBox(inflate(loose, 1 + (sealed ? 0.35 * (loose[3] - loose[1]) : 0)), candidate, scale),
  );
  const counts = new Uint32Array(256);
  let total = 0;
  for (let y = box[1]; y < box[3]; y++) {
    const row = known.filter((k) => k[1] <= y && y < k[3]);
    for (let x = box[0]; x < box[2]; x++) {
      if (row.some((k) => k[0] <= x && x < k[2])) continue;
      counts[candidate.grey[y * candidate.width + x]!]!++;
      total++;
    }
  }
  if (total === 0) return;
  let base = 0;
  for (let value = 1; value < 256; value++) if (counts[value]! > counts[base]!) base = value;
  const spread = sealed ? 40 : 12;
  let odd = 0;
  for (let value = 0; value < 256; value++)
    if (Math.abs(value - base) > spread) odd += counts[value]!;
  if (odd > Math.max(4, total * 0.01))
    findings.add(
      "boxes-opaque",
      `The box ${whereabouts(rect, frame.width, frame.height)} is not of one colour.`,
      page,
    );
}

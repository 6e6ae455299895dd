// Boxes as the claim names them: opaque and of one colour, except where their label stands. The
// claim is used to look closer; a box that nobody claims is found by the ink that it fails to hide.
// The claim gives the upright rectangle around a slanted box: its own sides follow from the angle.
import { inflate } from "../../../../shared/geometry/rect.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { isEmpty, pixelBox } from "../../pixels/raster.ts";
import type { PixelBox, Raster } from "../../pixels/raster.ts";
import type { Glyph } from "../../reading/glyph.ts";
import type { Findings } from "../../findings.ts";
import type { Looks } from "../looks.ts";
import { whereabouts } from "../where.ts";

/** The direction and size of the text that a box stands for. */
export type Run = Pick<Glyph, "angle" | "size">;

type Inside = (x: number, y: number) => boolean;

/** A claimed box is black except where its label stands; on sealed pages, of one colour. */
export function checkBox(
  looks: Looks,
  rect: Rect,
  labels: readonly Glyph[],
  run: Run,
  findings: Findings,
): void {
  const { frame, page, sealed } = looks;
  const slanted = run.angle % 90 !== 0;
  // On the pixels of a scan boxes stand upright although its text layer slants a little.
  const opaque = isOpaque(looks, rect, labels, run, slanted);
  if (opaque || (slanted && sealed && isOpaque(looks, rect, labels, run, false))) return;
  findings.add(
    "boxes-opaque",
    `The box ${whereabouts(rect, frame.width, frame.height)} is not all black.`,
    page,
  );
}

function isOpaque(
  { candidate, scale, sealed }: Looks,
  rect: Rect,
  labels: readonly Glyph[],
  run: Run,
  slanted: boolean,
): boolean {
  const inner: Rect = [rect[0] + 1, rect[1] + 1, rect[2] - 1, rect[3] - 1];
  const box = pixelBox(inner, candidate, scale, false);
  if (isEmpty(box)) return true;
  const turn = turnedBy(run.angle, centre(rect));
  const inBox = slantedBox(rect, run, turn);
  const inLabel = slantedLabel(labels, turn);
  // On sealed pages the readable label is only laid about the drawn one.
  const known = labels.map(({ loose }) =>
    pixelBox(inflate(loose, 1 + (sealed ? 0.35 * (loose[3] - loose[1]) : 0)), candidate, scale),
  );
  const counts = new Uint32Array(256);
  let total = 0;
  for (let y = box[1]; y < box[3]; y++) {
    if (!slanted) {
      total += countBeside(candidate, y, box, known, counts);
      continue;
    }
    const up = (candidate.height - y - 0.5) / scale;
    for (let x = box[0]; x < box[2]; x++) {
      const across = (x + 0.5) / scale;
      if (!inBox(across, up) || inLabel(across, up)) continue;
      counts[candidate.grey[y * candidate.width + x]!]!++;
      total++;
    }
  }
  if (total === 0) return true;
  let base = 0;
  for (let value = 1; value < 256; value++) if (counts[value]! > counts[base]!) base = value;
  // A grey one could tell something by its shade, or let shine through what lies beneath.
  if (base > 0 && !sealed) return false;
  const spread = sealed ? 40 : 12;
  let odd = 0;
  for (let value = 0; value < 256; value++)
    if (Math.abs(value - base) > spread) odd += counts[value]!;
  return odd <= Math.max(4, total * 0.01);
}

/** Counts the shades of a box's row beside what is known; @returns how many pixels that are */
function countBeside(
  { grey, width }: Raster,
  y: number,
  box: PixelBox,
  known: readonly PixelBox[],
  counts: Uint32Array,
): number {
  const row = known.filter((k) => k[1] <= y && y < k[3]);
  let total = 0;
  for (let x = box[0], at = y * width + x; x < box[2]; x++, at++) {
    let beside = true;
    for (let i = 0; i < row.length; i++) beside &&= x < row[i]![0] || x >= row[i]![2];
    if (!beside) continue;
    counts[grey[at]!]!++;
    total++;
  }
  return total;
}

/** The burnt text nearest to a box, upright where there is none. */
export function runAt(burnt: readonly Glyph[], box: Rect): Run {
  let nearest: Run = { angle: 0, size: 12 };
  let least = Infinity;
  for (const glyph of burnt) {
    const distance = Math.hypot(glyph.x - (box[0] + box[2]) / 2, glyph.y - (box[1] + box[3]) / 2);
    if (distance < least) [nearest, least] = [glyph, distance];
  }
  return nearest;
}

/** A point in the directions along and across a text, from a place. */
type Turn = (x: number, y: number) => readonly [number, number];

function centre(rect: Rect): readonly [number, number] {
  return [(rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2];
}

function turnedBy(angle: number, from: readonly [number, number]): Turn {
  const radians = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return (x, y) => {
    const [dx, dy] = [x - from[0], y - from[1]];
    return [dx * cos + dy * sin, dy * cos - dx * sin];
  };
}

/** The box whose surrounding upright rectangle is known, a point smaller on every side. */
function slantedBox(rect: Rect, { angle, size }: Run, turn: Turn): Inside {
  const radians = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.abs(Math.cos(radians)), Math.abs(Math.sin(radians))];
  const [wide, high] = [rect[2] - rect[0], rect[3] - rect[1]];
  const sum = (wide + high) / (cos + sin);
  // At 45 degrees every box of one girth has the same surroundings: then it is as high as its text.
  const ambiguous = Math.abs(cos - sin) < 0.15;
  const across = ambiguous ? size : (sum - (wide - high) / (cos - sin)) / 2;
  const along = sum - (ambiguous ? 1.3 * size : across);
  return (x, y) => {
    const [u, v] = turn(x, y);
    return Math.abs(u) <= along / 2 - 1 && Math.abs(v) <= across / 2 - 1;
  };
}

/** Where a label stands, in the direction of its text. */
function slantedLabel(labels: readonly Glyph[], turn: Turn): Inside {
  const places = labels.map(({ x, y, size }) => ({ at: turn(x, y), size }));
  return (x, y) => {
    const [u, v] = turn(x, y);
    return places.some(
      ({ at, size }) =>
        u > at[0] - 0.2 * size &&
        u < at[0] + size &&
        v > at[1] - 0.35 * size &&
        v < at[1] + 1.05 * size,
    );
  };
}

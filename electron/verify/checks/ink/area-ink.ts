// A mark over an area rather than a line burns all that is drawn in it: nothing of the original may be
// seen there at its own place, be it strokes, fills or pictures. Looked at tile by tile: a drawing of
// which half is left, or over which a label stands, is not like the whole.
import { inflate, meets } from "../../../../shared/geometry/rect.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { Findings } from "../../findings.ts";
import { pixelMask } from "../../pixels/mask.ts";
import { isEmpty, pixelBox } from "../../pixels/raster.ts";
import type { PixelBox, Raster } from "../../pixels/raster.ts";
import type { Coverage, PlacedMark } from "../../reading/coverage.ts";
import type { Glyph } from "../../reading/glyph.ts";
import type { Looks } from "../looks.ts";
import { whereabouts } from "../where.ts";

/** Heights of its letters from which on a mark is plainly meant for an area; points without any. */
const HIGH = 2.4;
const HIGH_ALONE = 30;
/** Pixels: sides of a tile, and how far the next one is on. */
const TILE = 16;
const STEP = 8;
/** Mean squares of shades: what counts as drawn in the original, and as left of it. */
const DRAWN = 150;
const LEFT = 12;
const ALIKE = 0.87;
/** Two strokes cross by chance where something else stands now. */
const LEAST = 3;
/** Points around letters that stand there by right; of a label, in heights of its letters. */
const AROUND = 1.5;
const AROUND_LABEL = 0.45;

/** @param pictures of the export: as seen, and with what covers the marks lifted off */
export function checkAreaInk(
  looks: Looks,
  before: readonly Glyph[],
  coverage: Coverage,
  pictures: readonly Raster[],
  findings: Findings,
): void {
  const { original, marks, scale, frame, page } = looks;
  const areas = areasAmong(marks, before, coverage);
  if (areas.length === 0) return;
  const known = knownPlaces(looks, before, coverage, areas);
  for (const { rect } of areas) {
    const box = pixelBox(rect, original, scale, false);
    if (isEmpty(box)) continue;
    const left = pictures.some(
      (picture) =>
        picture.width === original.width &&
        picture.height === original.height &&
        tilesLeft(original, picture, box, known) >= LEAST,
    );
    if (!left) continue;
    findings.add(
      "burnt-ink-gone",
      `Something drawn in the area burnt ${whereabouts(rect, frame.width, frame.height)} still stands in its place.`,
      page,
    );
  }
}

function areasAmong(
  marks: readonly PlacedMark[],
  before: readonly Glyph[],
  { state, mark }: Coverage,
): readonly PlacedMark[] {
  const largest = new Map<number, Glyph>();
  for (const glyph of before) {
    if (state[glyph.index] !== 2) continue;
    const on = mark[glyph.index]!;
    if (glyph.size > (largest.get(on)?.size ?? 0)) largest.set(on, glyph);
  }
  return marks.filter(({ rect, reason }, i) => {
    if (reason === "picture") return true;
    const [wide, high] = [rect[2] - rect[0], rect[3] - rect[1]];
    const letter = largest.get(i);
    if (!letter) return Math.min(wide, high) > HIGH_ALONE;
    // Words at an angle fill a high rectangle, too.
    if (letter.angle % 90 !== 0) return false;
    return (letter.angle % 180 === 0 ? high : wide) > HIGH * letter.size;
  });
}

/** Where letters stand by right: those of the export that are accounted for, and what no mark covers. */
function knownPlaces(
  { accounted, labels, original, scale, store }: Looks,
  before: readonly Glyph[],
  { state }: Coverage,
  areas: readonly PlacedMark[],
): Uint8Array {
  const boxes: PixelBox[] = [];
  const add = (rect: Rect): void => {
    if (areas.some((area) => meets(area.rect, rect))) boxes.push(pixelBox(rect, original, scale));
  };
  for (const { loose, size, index } of accounted)
    add(inflate(loose, labels.has(index) ? AROUND_LABEL * size : AROUND));
  for (const { loose, index } of before) if (state[index] !== 2) add(inflate(loose, AROUND));
  return pixelMask(original, boxes, store);
}

function tilesLeft(
  original: Raster,
  picture: Raster,
  [x0, y0, x1, y1]: PixelBox,
  known: Uint8Array,
): number {
  let left = 0;
  for (let y = y0; y + TILE <= y1; y += STEP)
    for (let x = x0; x + TILE <= x1; x += STEP)
      if (isLeft(original, picture, y * original.width + x, known)) left++;
  return left;
}

/** @param at the tile's first pixel */
function isLeft(
  { grey: before, width }: Raster,
  { grey: after }: Raster,
  at: number,
  known: Uint8Array,
): boolean {
  let [sum, square, sumAfter, squareAfter, product] = [0, 0, 0, 0, 0];
  for (let row = 0, from = at; row < TILE; row++, from += width)
    for (let i = from; i < from + TILE; i++) {
      if (known[i] === 1) return false;
      const [a, b] = [before[i]!, after[i]!];
      sum += a;
      square += a * a;
      sumAfter += b;
      squareAfter += b * b;
      product += a * b;
    }
  const count = TILE * TILE;
  const drawn = square / count - (sum / count) ** 2;
  const shown = squareAfter / count - (sumAfter / count) ** 2;
  if (drawn < DRAWN || shown < LEFT) return false;
  return product / count - (sum / count) * (sumAfter / count) > ALIKE * Math.sqrt(drawn * shown);
}

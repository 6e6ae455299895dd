// Ink on a page of text besides its letters, its labels and its pictures: rules, grounds and drawings must
// be the original's, however pale. Strokes that spell a word are no text, and only an eye would read them;
// lines that were set anew are looked at by no other comparison of pictures.
import { inflate, union } from "../../../../shared/geometry/rect.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { IMAGE } from "../../engines/pdfium-objects.ts";
import type { PageObject } from "../../engines/shown-page.ts";
import type { Findings } from "../../findings.ts";
import { inRows, pixelMask } from "../../pixels/mask.ts";
import { dotRowsAt, isLike } from "../../pixels/rows.ts";
import { piecesAt } from "../../pixels/pieces.ts";
import { pixelBox } from "../../pixels/raster.ts";
import type { PixelBox, Raster } from "../../pixels/raster.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { boxesBehind, drawnBoxes } from "../boxes/boxes-behind.ts";
import { standsElsewhere } from "./drawn-elsewhere.ts";
import { INK, ruleAt, shadesOf, strokeAt } from "./page-shades.ts";
import type { Shades } from "./page-shades.ts";
import { points } from "../looks.ts";
import type { Looks } from "../looks.ts";
import { commonestShifts, movesOfLetters } from "./shifts.ts";
import { whereabouts } from "../where.ts";

/** Levels by which a shade may come out otherwise. */
const SHADE = 20;
/** Font sizes that a label's box reaches beyond its letters, and pixels beyond a letter's own box. */
const AROUND_LABEL = 0.4;
const AROUND_SLANTED = 1;
/** Font sizes of a box around a label whose letters were made smaller. */
const HIGHEST = 3;
/** Points that a box may reach beyond its mark. */
const BOX_GRID = 7;
const AROUND_LETTER = 2;
/** Ways in which letters of one part moved that are tried, and pieces that are looked at. */
const MOST_WAYS = 8;
const MOST_PIECES = 60;
/** Four pixels of a mask that are all known. */
const KNOWN = 0x01010101;

/** @param before the original's letters */
export function checkDrawnAnew(
  looks: Looks,
  before: readonly Glyph[],
  after: readonly Glyph[],
  objects: readonly PageObject[],
  findings: Findings,
): void {
  const { candidate, original, marks, sealed, scale, frame, page } = looks;
  if (marks.length === 0 || sealed || after.every(({ invisible }) => invisible)) return;
  if (original.width !== candidate.width || original.height !== candidate.height) return;
  const alone = marks.map(({ rect }) => rect).filter((rect) => !before.some((g) => isIn(g, rect)));
  const known = knownMask(looks, after, objects, alone);
  const ways = waysOf(looks);
  const piece = strayPiece(looks, [0, 0, candidate.width, candidate.height], known, ways);
  if (!piece) return;
  const at = whereabouts(points(piece, candidate, scale), frame.width, frame.height);
  findings.add("page-unchanged", `Something is drawn ${at} that the original has not.`, page);
}

/** The largest; looking for a piece all over the original takes long, and one is enough. */
function strayPiece(
  looks: Looks,
  box: PixelBox,
  known: Uint8Array,
  ways: readonly number[],
): PixelBox | undefined {
  const { candidate, original } = looks;
  const stray = strayInk(candidate, original, box, known, ways);
  const pieces = piecesAt(stray, candidate.width, box).slice(0, MOST_PIECES);
  return pieces.find(
    (piece) => !standsElsewhere(looks, piece, ways) && !isOfRow(looks, piece, ways),
  );
}

/** Part of a row of dots or dashes such as one that the original has at its height. */
function isOfRow(
  { candidate, original }: Looks,
  piece: PixelBox,
  ways: readonly number[],
): boolean {
  const y = (piece[1] + piece[3] - 1) >> 1;
  const middle = (piece[0] + piece[2]) / 2;
  const row = dotRowsAt(candidate, y).find(({ from, to }) => middle >= from && middle <= to);
  if (!row) return false;
  return ways.some((way) =>
    [0, -1, 1, -2, 2].some((by) => dotRowsAt(original, y - way + by).some((r) => isLike(row, r))),
  );
}

/** By how many rows letters moved, the commonest ways first; none at all is one of them. */
function waysOf(looks: Looks): readonly number[] {
  const told = commonestShifts(movesOfLetters(looks)).map(([shift]) => shift);
  return [0, ...told.filter((shift) => shift !== 0)].slice(0, MOST_WAYS);
}

/** 1 where letters stand, each with a little room, labels with their boxes, and pictures. */
function knownMask(
  looks: Looks,
  after: readonly Glyph[],
  objects: readonly PageObject[],
  alone: readonly Rect[],
): Uint8Array {
  const { candidate, labels, scale, store } = looks;
  const drawn = drawnBoxes(objects);
  const boxes = after.map(({ loose, box, size, angle, index }) => {
    const known = labels.has(index)
      ? inflate(loose, (angle % 90 === 0 ? AROUND_LABEL : AROUND_SLANTED) * size)
      : inflate(union(loose, box), AROUND_LETTER / scale);
    const across = angle % 180 === 90 ? 0 : 1;
    const of = labels.has(index) ? boxBehind(known, drawn, size, across) : undefined;
    return pixelBox(of ? asDeep(known, of, across) : known, candidate, scale);
  });
  for (const { kind, box } of objects)
    if (kind === IMAGE || alone.some((rect) => isBoxOf(box, rect)))
      boxes.push(pixelBox(inflate(box, AROUND_LETTER / scale), candidate, scale));
  return pixelMask(candidate, inRows(boxes), store);
}

/**
 * The box of a label: one whose letters were made smaller stands in one as high as its line.
 * @param across 1, or 0 where the line runs up or down the page
 */
function boxBehind(
  around: Rect,
  drawn: readonly Rect[],
  size: number,
  across: 0 | 1,
): Rect | undefined {
  const deep = (box: Rect): number => box[across + 2]! - box[across]!;
  return boxesBehind(around, drawn)
    .filter((box) => deep(box) < HIGHEST * size)
    .toSorted((a, b) => deep(a) - deep(b))[0];
}

/** As far across its line as another. */
function asDeep([x0, y0, x1, y1]: Rect, other: Rect, across: 0 | 1): Rect {
  const all = union([x0, y0, x1, y1], other);
  return across === 1 ? [x0, all[1], x1, all[3]] : [all[0], y0, all[2], y1];
}

const isIn = ({ invisible, loose }: Glyph, [x0, y0, x1, y1]: Rect): boolean => {
  const [x, y] = [(loose[0] + loose[2]) / 2, (loose[1] + loose[3]) / 2];
  return !invisible && x > x0 && x < x1 && y > y0 && y < y1;
};

/** A box over a mark that holds no letters: as large as the mark, on a grid. */
function isBoxOf([x0, y0, x1, y1]: Rect, [a, b, c, d]: Rect): boolean {
  const beyond = [a - x0, b - y0, x1 - c, y1 - d];
  return beyond.every((by) => by > -1 && by < BOX_GRID);
}

/** Places of the picture within `box` where ink is that nothing explains, row by row. */
function strayInk(
  candidate: Raster,
  original: Raster,
  box: PixelBox,
  known: Uint8Array,
  ways: readonly number[],
): number[] {
  const { grey, width, height } = candidate;
  const { grey: before } = original;
  const [x0, y0, x1, y1] = box;
  const stray: number[] = [];
  const [words, knownWords, wordsBefore] = [wordsOf(grey), wordsOf(known), wordsOf(before)];
  let shades: Shades | undefined;
  for (let y = y0; y < y1; y++)
    for (let at = y * width + x0, end = y * width + x1; at < end; at++) {
      // Four pixels at a time are passed over: white, known, or the original's.
      if ((at & 3) === 0)
        for (let word = at >> 2; at + 4 <= end; word++, at += 4) {
          const four = words[word]!;
          if (four !== -1 && knownWords[word] !== KNOWN && four !== wordsBefore[word]) break;
        }
      if (at >= end) break;
      const value = grey[at]!;
      if (value >= 255 - INK || known[at] === 1 || value === before[at]) continue;
      if (hasStood(original, at - y * width, y, value, height, ways)) continue;
      shades ??= shadesOf(original, box);
      if (shades.paper[value] === 1) continue;
      const kind = ruleAt(grey, at, width);
      if (kind === "ground" && shades.ground[value] === 1) continue;
      // How dark a thin rule is drawn depends on how it lies between the pixels.
      if (kind === "rule" && value >= shades.rule - SHADE) continue;
      const long = strokeAt(grey, at, width);
      if (long && ways.some((way) => ruled(original, at - way * width, value, long))) continue;
      stray.push(at);
    }
  return stray;
}

/** Share of a rule's ink that is left of it, at the least, where it lies between two rows of pixels. */
const BETWEEN = 0.5;
/** Pixels by which one stroke may come out longer. */
const ENDS = 3;

/** True where a thin stroke of the original, as long, lies there or a row beside and can come out so dark. */
function ruled({ grey, width }: Raster, at: number, value: number, long: number): boolean {
  const ink = (place: number): number => 255 - (grey[place] ?? 255);
  return [at - width, at, at + width].some((to) => {
    const over = (step: number): number => ink(to - step) + ink(to) + ink(to + step);
    const across = Math.min(over(1), over(width));
    if (across < BETWEEN * (255 - value)) return false;
    return Math.abs(strokeAt(grey, to, width) - long) <= ENDS;
  });
}

function wordsOf({ buffer, byteOffset, length }: Uint8Array): Int32Array {
  return new Int32Array(buffer, byteOffset, length >> 2);
}

function hasStood(
  original: Raster,
  x: number,
  y: number,
  value: number,
  height: number,
  ways: readonly number[],
): boolean {
  for (let i = 0; i < ways.length; i++)
    if (stood(original, x, y - ways[i]!, value, height)) return true;
  return false;
}

/** True where the original has the shade there, or a pixel beside; on even ground no other one. */
function stood(
  { grey, width }: Raster,
  x: number,
  y: number,
  value: number,
  height: number,
): boolean {
  let low = 255;
  let high = 0;
  for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++)
    for (let k = Math.max(0, x - 1); k <= Math.min(width - 1, x + 1); k++) {
      const other = grey[row * width + k]!;
      if (other < low) low = other;
      if (other > high) high = other;
    }
  const by = high - low < INK ? INK : SHADE;
  return value >= low - by && value <= high + by;
}

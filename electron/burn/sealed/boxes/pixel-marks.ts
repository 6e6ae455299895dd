// Burns the marks that must be burnt as pixels: lines of a scan are re-set by moving their words,
// anything else gets a box over the marked place. Works from right to left, so that a second mark
// on a line moves the first one's box along with the words.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { BurnedPage } from "../../../../shared/model/burning.ts";
import { reasonOf } from "../../../../shared/policy/reasons.ts";
import { displayedSize, invert, toPixels, transformRect } from "../../../pdfium/display.ts";
import type { OpenPage } from "../../../pdfium/open-page.ts";
import type { PageMark } from "../../page-output.ts";
import { areaBox } from "./area-box.ts";
import type { Around } from "./area-box.ts";
import type { LabelPictures } from "./label-picture.ts";
import { cutLetters } from "./whole-letters.ts";
import { burnPixelLine, LABEL_SIZE } from "./pixel-line.ts";
import type { PixelLine } from "./pixel-line.ts";
import type { PixelRect, Pixels } from "../pixels/pixels.ts";
import type { Ground } from "../glyphs/under-mark.ts";
import {
  droppedRect,
  LEVEL,
  levelled,
  levelledRect,
  reachOf,
  skewOf,
  slanted,
} from "../pixels/skew.ts";
import type { Skew } from "../pixels/skew.ts";
import { back, backRect, upright, uprightRect } from "../pixels/turn.ts";
import type { Quarter } from "../pixels/turn.ts";

/** A mark and how the writing under it is turned on the displayed page. */
export interface PixelMark {
  readonly mark: PageMark;
  readonly quarter: Quarter;
  readonly ground: Ground;
  /** A picture lies there, whose pixels may be compressed. */
  readonly pictured: boolean;
  /** Letters at the mark, in user space. */
  readonly own: readonly Rect[];
  readonly beside: readonly Rect[];
}

/** What became of a mark, in pixels of the displayed page. */
export interface PixelBurn {
  readonly mark: PageMark;
  readonly quarter: Quarter;
  /** How the lines of the upright page slope. */
  readonly skew: Skew;
  readonly ground: Ground;
  /** The box is as long as what it covers: a letter stands beside it. */
  readonly exact: boolean;
  /** Null where the gap closed up. */
  readonly box: PixelRect | null;
  readonly touched: PixelRect;
  /** On a line of writing: how its words moved, in pixels of the upright and levelled page. */
  readonly line: PixelLine | null;
}

/** Pixels around a box in which a compressed picture may echo what it covers. */
const ECHO = 16;
/** What a box on that grid can tell of a name's width: about a third of what the exact width tells. */
const GRID_BITS = 2.6;
/** What a box tells that is as long as the name. */
const EXACT_BITS = 8;
/**
 * What the ink of drawn text tells after it was moved by whole pixels: how it lies between two of them,
 * and where the first letter of a line began. A scan's ink lies anyhow.
 */
const STRIP_BITS = 3;
/** Grounds on which a box's width is a word's. */
const TEXT: ReadonlySet<Ground> = new Set(["drawn", "text"]);
const AREA_LABEL_SIZES = [46, 38, 32, 26, 20];
/** Height of such a box at least, in sizes of its label. */
const AREA_ROOM = 1.4;

/** @returns the burnt page (the same pixels, or a new picture where writing was turned) */
export function burnPixelMarks(
  page: Pixels,
  open: OpenPage,
  marks: readonly PixelMark[],
  labels: LabelPictures,
): { readonly pixels: Pixels; readonly burns: readonly PixelBurn[] } {
  let pixels = page;
  const burns: PixelBurn[] = [];
  for (const quarter of [0, 1, 2, 3] as const) {
    const own = marks.filter((m) => m.quarter === quarter);
    if (own.length === 0) continue;
    const turned = upright(pixels, quarter);
    const rectOf = (rect: Rect): PixelRect => pixelRect(rect, pixels, open, quarter);
    const rects = own.map(({ mark }) => rectOf(mark.rect));
    const around = own.map(({ own: letters, beside }) => ({
      own: letters.map(rectOf),
      beside: beside.map(rectOf),
    }));
    const scanned = own.some(({ ground }) => ground === "scan");
    const skew = scanned ? skewOf(turned, rects) : LEVEL;
    const level = levelled(turned, skew);
    const done = burnUpright(level, own, rects, around, skew, labels);
    const lying = slanted(level, turned.height, skew);
    for (const { box } of done) if (box) straighten(box, level, lying, skew);
    const { width, height } = pixels;
    for (const one of done) {
      const box = one.box && droppedRect(one.box, level.width, skew);
      const touched = reachOf(one.touched, level.width, skew);
      burns.push({
        ...one,
        quarter,
        skew,
        box: box && backRect(box, width, height, quarter),
        touched: backRect(touched, width, height, quarter),
      });
    }
    pixels = back(lying, quarter);
  }
  return { pixels, burns };
}

/** Boxes stand upright, with smooth edges, however the page lies. */
function straighten(box: PixelRect, level: Pixels, lying: Pixels, skew: Skew): void {
  if (skew.slope === 0) return;
  const { x0, y0 } = droppedRect(box, level.width, skew);
  lying.paste(level.crop(box), x0, y0);
}

interface Done {
  mark: PageMark;
  ground: Ground;
  exact: boolean;
  /** On the levelled page, as the next two. */
  box: PixelRect | null;
  touched: PixelRect;
  line: PixelLine | null;
}

/** Where a rectangle of user space lies on the upright page. */
function pixelRect(rect: Rect, page: Pixels, open: OpenPage, quarter: Quarter): PixelRect {
  const [x0, y0, x1, y1] = transformRect(toPixels(open.geometry, page), rect);
  const shown = page.clip({
    x0: Math.floor(x0),
    y0: Math.floor(y0),
    x1: Math.ceil(x1),
    y1: Math.ceil(y1),
  });
  return uprightRect(shown, page.width, page.height, quarter);
}

/**
 * @param level the page made upright and level; it is changed
 * @param rects of the marks on the upright page
 * @param around the letters at each mark, there
 */
function burnUpright(
  level: Pixels,
  marks: readonly PixelMark[],
  rects: readonly PixelRect[],
  around: readonly Around[],
  skew: Skew,
  labels: LabelPictures,
): readonly Done[] {
  const placed = marks
    .map(({ mark, ground, pictured }, i) => {
      const fall = (rect: PixelRect): PixelRect => levelledRect(rect, level.width, skew);
      const { own, beside } = around[i]!;
      const letters = { own: own.map(fall), beside: beside.map(fall) };
      return { mark, ground, echo: pictured ? ECHO : 0, letters, rect: fall(rects[i]!) };
    })
    .sort((a, b) => b.rect.x0 - a.rect.x0);
  const done: Done[] = [];
  for (const { mark, ground, echo, letters, rect } of placed) {
    const line =
      ground === "picture" || ground === "text"
        ? null
        : burnPixelLine(level, rect, mark.text, labels);
    if (!line) {
      const cut = echo > 0 ? cutLetters(level, rect) : [];
      const own = cut.length > 0 ? [rect, ...letters.own, ...cut] : letters.own;
      const { box, exact } = areaBox(level, rect, echo, { ...letters, own });
      cover(level, box, mark, labels);
      done.push({ mark, ground, exact, box, touched: box, line: null });
      continue;
    }
    for (const other of done) {
      if (other.box) other.box = moved(other.box, line);
    }
    done.push({ mark, ground, exact: false, box: line.box, touched: line.touched, line });
  }
  return done;
}

/** Where a box that stands on a moved line is now. */
function moved(box: PixelRect, line: PixelLine): PixelRect {
  const middle = (box.y0 + box.y1) / 2;
  if (middle < line.rows[0] || middle > line.rows[1]) return box;
  const move = line.moves.find((m) => box.x0 >= m.from - 2 && box.x1 <= m.to + 2);
  return move ? { ...box, x0: box.x0 + move.by, x1: box.x1 + move.by } : box;
}

/** Black all over, with the label where it has room. */
function cover(page: Pixels, box: PixelRect, mark: PageMark, labels: LabelPictures): void {
  const width = Math.max(1, box.x1 - box.x0);
  const height = Math.max(1, box.y1 - box.y0);
  const label = mark.text === "" ? null : mark.text;
  const size =
    label === null
      ? 0
      : (AREA_LABEL_SIZES.find(
          (s) => s * AREA_ROOM < height && labels.width(label, s) + s < width,
        ) ?? 0);
  page.paste(labels.box(size > 0 ? label : null, width, height, size), box.x0, box.y0);
}

/** Size of a label's letters at most, in pixels, in a box so high. */
export function labelSize({ line }: PixelBurn, high: number): number {
  return line ? LABEL_SIZE * high : Math.min(AREA_LABEL_SIZES[0]!, high / AREA_ROOM);
}

export function burnedBox(page: Pixels, open: OpenPage, burn: PixelBurn): BurnedPage["boxes"] {
  if (!burn.box) return [];
  const { width, height } = displayedSize(open.geometry);
  const sx = width / page.width;
  const sy = height / page.height;
  const { x0, y0, x1, y1 } = burn.box;
  const rect: Rect = [x0 * sx, height - y1 * sy, x1 * sx, height - y0 * sy];
  const label = burn.mark.text === "" ? null : burn.mark.text;
  return [{ rect, label, reason: reasonOf(burn.mark.reason).code, bits: bitsOf(burn) }];
}

function bitsOf({ mark, line, ground, exact }: PixelBurn): number {
  if (line) return ground === "drawn" ? STRIP_BITS : 0;
  if (exact) return EXACT_BITS;
  // Over a picture a box is as large as the picture, or as the name or the code that stands in it.
  return TEXT.has(ground) || mark.reason !== "picture" ? GRID_BITS : 0;
}

/** A rectangle of the displayed page's pixels in the page's user space. */
export function userRect(page: Pixels, open: OpenPage, rect: PixelRect): Rect {
  const matrix = invert(toPixels(open.geometry, page));
  return transformRect(matrix, [rect.x0, rect.y0, rect.x1, rect.y1]);
}

// Chooses the words of the invisible text layer: only those whose ink is seen on the burnt page,
// at the place where it is seen. A word without ink (white on white, clipped, in a hidden layer,
// off the page) never reaches the export (B2).
import {
  displayedSize,
  toDisplayed,
  transformPoint,
  transformRect,
} from "../../../pdfium/display.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { PageGeometry } from "../../../../shared/model/page.ts";
import type { PlannedWord } from "../set-anew/line-plan.ts";
import { frameOf, fromFrame } from "../glyphs/lines.ts";
import type { PlacedGlyph, Segment } from "../glyphs/lines.ts";
import { variesBy } from "../pixels/pixels.ts";
import type { Pixels } from "../pixels/pixels.ts";
import type { LayerWord } from "./text-layer.ts";
import { visualOrder } from "./visual-order.ts";

/** Spread of luminance from which something is drawn. */
const INKED = 28;
/** Points: type smaller than the first and words narrower than the second are nobody's to read. */
const SMALLEST = 1.2;
const NARROWEST = 0.5;
const NO_INK = 0.05;
/** Share of a word's letters that must show something in their own places. */
const SHOWN = 0.5;
/** Strips across a letter, and in how many of them its ink must be seen. */
const STRIPS = 3;
const INKED_STRIPS = 2;
/** In em: a stem fills its box and is seen against what is beside it. */
const BESIDE = 0.06;
/** Text render mode of recognised words over a scan: these stand for the ink beneath. */
const INVISIBLE = 3;

export interface PlacedWord {
  readonly text: string;
  readonly angle: number;
  readonly u: number;
  readonly v: number;
  readonly length: number;
  readonly em: number;
  readonly spaced: boolean;
  /** What a gap says: its box may be of one colour and is seen all the same. */
  readonly gap?: boolean;
  /** Shown letters none of which draws anything; what is seen at their place are others. */
  readonly inkless?: boolean;
  /** Ink of the letters that are shown, in user space; none of a scan's invisible words. */
  readonly letters?: readonly Rect[];
}

/** Words of a segment in the order of the page's characters, where they stand in the source. */
export function wordsOf(segment: Segment): readonly PlacedWord[] {
  const groups: PlacedGlyph[][] = [];
  let previous: PlacedGlyph | undefined;
  for (const placed of segment.glyphs) {
    const later = previous && previous.glyph.index > placed.glyph.index ? previous : placed;
    const gap = previous ? placed.u - previous.u - previous.glyph.advance : 0;
    if (!previous || later.glyph.spaced || gap > 0.3 * placed.glyph.em) groups.push([]);
    groups[groups.length - 1]!.push(placed);
    previous = placed;
  }
  return groups.map((glyphs, i) => {
    const first = glyphs[0]!;
    const end = Math.max(...glyphs.map((g) => g.u + g.glyph.advance));
    return placedWord(segment, glyphs, first.u, end - first.u, i + 1 < groups.length);
  });
}

export function plannedWord(segment: Segment, word: PlannedWord, spaced: boolean): PlacedWord {
  const length = word.advances.reduce((total, a) => total + a, 0);
  return placedWord(segment, word.glyphs, word.start, length, spaced);
}

function placedWord(
  segment: Segment,
  glyphs: readonly PlacedGlyph[],
  u: number,
  length: number,
  spaced: boolean,
): PlacedWord {
  const ordered = glyphs
    .filter((g) => !drawsNothing(g))
    .sort((a, b) => a.glyph.index - b.glyph.index);
  return {
    text: visualOrder(ordered)
      .map((g) => g.glyph.text)
      .join(""),
    angle: segment.angle,
    u,
    v: glyphs[0]!.v,
    length,
    em: Math.max(...glyphs.map((g) => g.glyph.em)),
    spaced,
    inkless: ordered.length === 0,
    letters: lettersOf(segment, ordered, u - glyphs[0]!.u),
  };
}

/** @param along user space units by which the word stands further on its line */
function lettersOf(segment: Segment, glyphs: readonly PlacedGlyph[], along: number): Rect[] {
  const [dx, dy] = fromFrame(frameOf(segment.angle), along, 0);
  return glyphs
    .filter(({ glyph: { run, text } }) => !run.hidden && /[\p{L}\p{N}]/u.test(text))
    .map(
      ({
        glyph: {
          ink: [x0, y0, x1, y1],
        },
      }) => [x0 + dx, y0 + dy, x1 + dx, y1 + dy],
    );
}

function drawsNothing({ glyph: { ink, text, run } }: PlacedGlyph): boolean {
  if (run.mode === INVISIBLE || !/[\p{L}\p{N}]/u.test(text)) return false;
  return ink[2] - ink[0] < NO_INK || ink[3] - ink[1] < NO_INK;
}

/** Null where nothing is seen at the word's place, shifted by (dx, dy) pixels. */
export function layerWord(
  word: PlacedWord,
  geometry: PageGeometry,
  pixels: Pixels,
  dx = 0,
  dy = 0,
): LayerWord | null {
  const display = toDisplayed(geometry);
  const frame = frameOf(word.angle);
  const at = (u: number, v: number) => transformPoint(display, ...fromFrame(frame, u, v));
  const [x, y] = at(word.u, word.v);
  const [ex, ey] = at(word.u + word.length, word.v);
  const scale = Math.hypot(display[0], display[1]);
  const corners = [
    at(word.u, word.v - 0.25 * word.em),
    at(word.u + word.length, word.v - 0.25 * word.em),
    at(word.u + word.length, word.v + 0.85 * word.em),
    at(word.u, word.v + 0.85 * word.em),
  ];
  if (word.inkless) return null;
  const tiny = word.em * scale < SMALLEST || word.length * scale < NARROWEST;
  if (!word.gap && tiny) return null;
  if (!word.gap && !seen(corners, geometry, pixels, dx, dy)) return null;
  const letters = word.letters ?? [];
  const shown = letters.filter((ink) =>
    showsLetter(transformRect(display, ink), word.em * scale, geometry, pixels, dx, dy),
  );
  if (!word.gap && shown.length < SHOWN * letters.length) return null;
  return {
    text: word.text,
    x,
    y,
    angle: Math.atan2(ey - y, ex - x),
    length: word.length * scale,
    height: word.em * scale,
    spaced: word.spaced,
  };
}

function seen(
  corners: readonly (readonly [number, number])[],
  geometry: PageGeometry,
  pixels: Pixels,
  dx: number,
  dy: number,
): boolean {
  const { width, height } = displayedSize(geometry);
  const sx = pixels.width / width;
  const sy = pixels.height / height;
  const xs = corners.map((c) => c[0] * sx + dx);
  const ys = corners.map((c) => (height - c[1]) * sy + dy);
  return showsInk(pixels, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
}

/** Edges in pixels, y downwards. */
function showsInk(pixels: Pixels, x0: number, y0: number, x1: number, y1: number): boolean {
  const part = pixels.clip({
    x0: Math.floor(x0),
    y0: Math.floor(y0),
    x1: Math.ceil(x1),
    y1: Math.ceil(y1),
  });
  return part.x1 > part.x0 && part.y1 > part.y0 && variesBy(pixels, part, INKED);
}

/** What covers a word may begin or end beside it: each letter has to be seen in its own place. */
function showsLetter(
  [x0, y0, x1, y1]: Rect,
  em: number,
  geometry: PageGeometry,
  pixels: Pixels,
  dx: number,
  dy: number,
): boolean {
  const { width, height } = displayedSize(geometry);
  const [sx, sy] = [pixels.width / width, pixels.height / height];
  const by = (side: number): number => (side < 4 * BESIDE * em ? BESIDE * em : 0);
  const [wide, high] = [by(x1 - x0), by(y1 - y0)];
  const from = (height - y1 - high) * sy + dy;
  const step = ((y1 - y0 + 2 * high) * sy) / STRIPS;
  const [left, right] = [(x0 - wide) * sx + dx, (x1 + wide) * sx + dx];
  let inked = 0;
  for (let i = 0; i < STRIPS; i++)
    if (showsInk(pixels, left, from + i * step, right, from + (i + 1) * step)) inked++;
  return inked >= INKED_STRIPS;
}

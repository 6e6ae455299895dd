// Burns a mark on a line that exists as pixels only (a scan, or text that could not be redrawn):
// the letters under the mark are wiped out, the words after them moved at whole pixels so that the
// gap is the label's and not the secret's (B1), with a blank margin around the box in which a
// compressed picture's echo of the secret dies. Works on an upright page.
import type { InkLine, Run } from "../pixels/ink.ts";
import { inkLine, reach, shadowEnd } from "../pixels/ink.ts";
import type { LabelPictures } from "./label-picture.ts";
import { luminance } from "../pixels/pixels.ts";
import type { PixelRect, Pixels } from "../pixels/pixels.ts";

/** Blank pixels on either side of a box. */
const MARGIN = 16;
/** Gaps wider than this share of the line's height part words / columns. */
const WORD_GAP = 0.2;
const COLUMN_GAP = 1.7;
const TIGHT_GAP = 0.24;
/** Line heights of pixel lines are counted in steps, so that a tail more or less does not tell. */
const HEIGHT_STEP = 6;
const PLAIN_WIDTH = 2.6;
/** Share of a letter's ink that its shadow reaches at most, and of its line's height how far that falls. */
const PALER = 0.75;
const SHADOW = 0.6;
/** Of a label's letters, as a share of its box's height. */
export const LABEL_SIZE = 0.62;

/** Ink of old columns [from, to) stands at `from + by` now. */
export interface Move {
  readonly from: number;
  readonly to: number;
  readonly by: number;
}

export interface PixelLine {
  /** Null for a gap that closes up. */
  readonly box: PixelRect | null;
  readonly moves: readonly Move[];
  /** Columns whose ink was wiped out. */
  readonly wiped: Run;
  readonly rows: readonly [number, number];
  readonly touched: PixelRect;
  /** True where words after the box found no room and were covered. */
  readonly covered: boolean;
}

/** Null where no line of writing can be made out under the mark. */
export function burnPixelLine(
  page: Pixels,
  rect: PixelRect,
  label: string | null,
  labels: LabelPictures,
): PixelLine | null {
  const line = inkLine(page, rect);
  if (!line) return null;
  const secret = secretOf(page, line, rect);
  if (!secret) return null;
  const height = line.bottom - line.top;
  const words = wordsOf(line, height);
  const before = words.filter((w) => w.to <= secret.from);
  const after = follows(words, line, secret, height);
  const left = joined(before, secret, height, line);
  const boxed = label !== "";
  const boxHeight = Math.ceil(height / HEIGHT_STEP) * HEIGHT_STEP;
  const size = Math.max(8, Math.round(boxHeight * LABEL_SIZE));
  const width = !boxed
    ? 0
    : label === null
      ? Math.round(boxHeight * PLAIN_WIDTH)
      : Math.ceil(labels.width(label, size)) + size;
  const start = left === null ? secret.from : left + MARGIN;
  const limit = limitOf(page, words, line, after, secret, height);
  const { moves, end, covered } = place(after, {
    start: boxed ? start + width + MARGIN : start + (left === null ? 0 : MARGIN),
    limit,
    height,
  });
  const last = Math.max(secret.to, end, ...after.map((w) => w.to));
  const rows = reach(page, line, secret.from, last);
  const blocks = moves.map((m) => ({
    to: m.from + m.by,
    picture: page.crop({ x0: m.from, y0: rows[0], x1: m.to, y1: rows[1] }),
  }));
  const next = words.find((word) => word.from >= last)?.from ?? page.width;
  const gone = Math.max(last + 2, shadowEnd(page, line, rows, last, next - 2));
  page.paint({ x0: secret.from - 2, y0: rows[0], x1: gone, y1: rows[1] }, line.ground);
  page.paint(rect, line.ground);
  for (const { to, picture } of blocks) page.paste(picture, to, rows[0]);
  const touched = {
    x0: Math.min(start, secret.from),
    y0: rows[0],
    x1: Math.max(last, limit),
    y1: rows[1],
  };
  if (!boxed) return { box: null, moves, wiped: secret, rows, touched, covered };
  const middle = Math.round((line.top + line.bottom) / 2);
  const y0 = middle - (boxHeight >> 1);
  const box: PixelRect = {
    x0: start,
    y0,
    x1: covered ? Math.max(start + MARGIN, limit) : start + width,
    y1: y0 + boxHeight,
  };
  page.paste(labels.box(label, box.x1 - box.x0, boxHeight, size), box.x0, box.y0);
  return { box, moves, wiped: secret, rows, touched, covered };
}

/** The columns to wipe: the mark, and every letter of which it covers more than a sliver. */
function secretOf(page: Pixels, line: InkLine, rect: PixelRect): Run | null {
  let from = rect.x1;
  let to = rect.x0;
  for (const run of line.runs) {
    const share = Math.min(run.to, rect.x1) - Math.max(run.from, rect.x0);
    if (share <= 0) continue;
    const wide = run.to - run.from;
    const letter = wide < 1.2 * (line.bottom - line.top);
    if (letter && share < 0.12 * wide) continue;
    // Letters that touch each other are cut at the mark, or behind their shadow: nothing else parts them.
    const cut = letter ? run : shadedBeside(page, line, run, rect);
    from = Math.min(from, cut.from);
    to = Math.max(to, cut.to);
  }
  return to > from ? { from, to } : null;
}

/** The part of a run under the mark, and what is beside that of its shadow: paler than its letters. */
function shadedBeside(page: Pixels, line: InkLine, run: Run, rect: PixelRect): Run {
  const light = luminance(line.ground);
  const inkAt = (x: number): number => {
    let most = 0;
    for (let y = line.top; y < line.bottom; y++)
      most = Math.max(most, Math.abs(luminance(page.at(x, y)) - light));
    return most;
  };
  const inside = { from: Math.max(run.from, rect.x0), to: Math.min(run.to, rect.x1) };
  let full = 0;
  for (let x = inside.from; x < inside.to; x++) full = Math.max(full, inkAt(x));
  const most = Math.round(SHADOW * (line.bottom - line.top));
  const isShade = (x: number): boolean => inkAt(x) < PALER * full;
  let { from, to } = inside;
  while (from > run.from && inside.from - from < most && isShade(from - 1)) from--;
  while (to < run.to && to - inside.to < most && isShade(to)) to++;
  return { from, to };
}

function wordsOf(line: InkLine, height: number): Run[] {
  const words: Run[] = [];
  for (const run of line.runs) {
    const last = words[words.length - 1];
    if (last && run.from - last.to < WORD_GAP * height) {
      words[words.length - 1] = { from: last.from, to: run.to };
    } else {
      words.push(run);
    }
  }
  return words;
}

/** Words after the secret up to the next column or rule; a word that the mark cut gives its rest. */
function follows(
  words: readonly Run[],
  line: InkLine,
  secret: Run,
  height: number,
): readonly Run[] {
  const list: Run[] = [];
  let end = secret.to;
  for (const word of words) {
    if (word.to <= secret.to) continue;
    const rest = { from: Math.max(word.from, secret.to), to: word.to };
    if (rest.from - end > COLUMN_GAP * height || ruled(line, end, rest.from)) break;
    list.push(rest);
    end = rest.to;
  }
  return list;
}

/** End of the word before the secret on the same stretch of line; null where it begins the line. */
function joined(before: readonly Run[], secret: Run, height: number, line: InkLine): number | null {
  const last = before[before.length - 1];
  if (!last || secret.from - last.to > COLUMN_GAP * height) return null;
  return ruled(line, last.to, secret.from) ? null : last.to;
}

function ruled(line: InkLine, from: number, to: number): boolean {
  return line.rules.some((rule) => rule.from >= from - 1 && rule.to <= to + 1);
}

function limitOf(
  page: Pixels,
  words: readonly Run[],
  line: InkLine,
  after: readonly Run[],
  secret: Run,
  height: number,
): number {
  const end = Math.max(secret.to, ...after.map((w) => w.to));
  const next = words.find((w) => w.from > end);
  const rule = line.rules.find((r) => r.from >= end);
  return Math.min(
    page.width - Math.round(0.4 * height),
    next ? next.from - MARGIN : Infinity,
    rule ? rule.from - 6 : Infinity,
  );
}

/** Sets the words after the box at their old gaps, tighter where there is no room. */
function place(
  words: readonly Run[],
  room: { readonly start: number; readonly limit: number; readonly height: number },
): { moves: Move[]; end: number; covered: boolean } {
  for (const tight of [false, true]) {
    let at = room.start;
    const moves = words.map((word, i) => {
      if (i > 0) {
        const gap = word.from - words[i - 1]!.to;
        at += tight ? Math.min(gap, Math.round(TIGHT_GAP * room.height)) : gap;
      }
      const move = { from: word.from, to: word.to, by: at - word.from };
      at += word.to - word.from;
      return move;
    });
    if (at <= room.limit) return { moves, end: at, covered: false };
  }
  return { moves: [], end: room.limit, covered: words.length > 0 };
}

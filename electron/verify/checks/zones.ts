// Which parts of a page may look different at all: the lines that a mark touches, and their
// paragraphs, which may have been set anew. Found from the original alone; the burner's
// claim can only make these areas smaller.
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { Coverage, PlacedMark } from "../reading/coverage.ts";
import type { Glyph } from "../reading/glyph.ts";
import type { Line } from "../reading/lines.ts";
import type { PageFrame } from "../place.ts";

export interface Zone {
  readonly rect: Rect;
  /** Index into the page's marks. */
  readonly mark: number;
}

export interface Zones {
  /** Lines and areas of the marks themselves. */
  readonly lines: readonly Zone[];
  /** The same with the rest of their paragraphs. */
  readonly paragraphs: readonly Rect[];
}

/** Around a mark: boxes stand on a coarse grid, so that their size says nothing. */
const TEXT_MARGIN = 8;
const PICTURE_MARGIN = 14;

export function zonesOf(
  lines: readonly Line[],
  coverage: Coverage,
  marks: readonly PlacedMark[],
  frame: PageFrame,
): Zones {
  const zones: Zone[] = [];
  const paragraphs: Rect[] = [];
  const touched = new Set<number>();
  const leadings = wideLeadings(lines);
  for (const [i, line] of lines.entries()) {
    const hit = marksOn(line.glyphs, coverage);
    if (hit.size === 0) continue;
    const rect = band(line, frame);
    for (const mark of hit) {
      zones.push({ rect, mark });
      touched.add(mark);
    }
    paragraphs.push(rect);
    const below = paragraphLines(lines, i, 1, leadings);
    for (const other of [...below, ...paragraphLines(lines, i, -1, leadings)])
      paragraphs.push(band(other, frame));
    paragraphs.push(growth(below[below.length - 1] ?? line, frame));
    paragraphs.push(...tableAround(lines, i, frame));
  }
  for (const [mark, { rect }] of marks.entries()) {
    // The mark's own area counts as well: it may be higher than its line.
    const margin = touched.has(mark) ? TEXT_MARGIN : PICTURE_MARGIN;
    const area: Rect = [0, rect[1] - margin, frame.width, rect[3] + margin];
    if (!touched.has(mark)) zones.push({ rect: area, mark });
    paragraphs.push(area);
  }
  return { lines: zones, paragraphs: outermost(paragraphs) };
}

/** A loop of its own: the only part that every letter of a page goes through. */
function marksOn(glyphs: readonly Glyph[], { state, mark }: Coverage): Set<number> {
  const marks = new Set<number>();
  for (let i = 0; i < glyphs.length; i++) {
    const { index } = glyphs[i]!;
    if (state[index]) marks.add(mark[index]!);
  }
  return marks;
}

/** Every mark names the lines of its paragraph again: what lies within another says nothing more. */
function outermost(rects: readonly Rect[]): Rect[] {
  const kept: Rect[] = [];
  const within = (inner: Rect, outer: Rect): boolean =>
    inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];
  for (const rect of rects) {
    if (kept.some((other) => within(rect, other))) continue;
    for (let i = kept.length - 1; i >= 0; i--) if (within(kept[i]!, rect)) kept.splice(i, 1);
    kept.push(rect);
  }
  return kept;
}

/** A line across the whole page: what follows a label moves along it. */
function band(line: Line, frame: PageFrame): Rect {
  const pad = 2 + 0.3 * line.size;
  const [x0, y0, x1, y1] = line.box;
  if (line.angle % 180 === 0) return [0, y0 - pad, frame.width, y1 + pad];
  if (line.angle % 90 === 0) return [x0 - pad, 0, x1 + pad, frame.height];
  return [x0 - 4 * pad, y0 - 4 * pad, x1 + 4 * pad, y1 + 4 * pad];
}

/** In heights of a line: how far cells stand apart at the least, and rows at most. */
const CELLS_APART = 1.2;
const ROWS_APART = 4;
/** A line without cells may stand so far from the row before it: the first of a cell of several. */
const ALONE_APART = 3;
/** Lines of a cell that stand alone. */
const MOST_LINES = 8;

/**
 * The table that a line is a row of: its columns may be as wide as what stands in them, and then all of
 * its rows are set anew. What is claimed makes this smaller, as everything here.
 */
function tableAround(lines: readonly Line[], from: number, frame: PageFrame): Rect[] {
  if (lines[from]!.angle !== 0 || !hasCells(lines[from]!)) return [];
  let [top, bottom] = [lines[from]!.box[3], lines[from]!.box[1]];
  for (const step of [1, -1]) {
    let last = lines[from]!;
    let alone = 0;
    for (let i = from + step; i >= 0 && i < lines.length; i += step) {
      const line = lines[i]!;
      const gap = Math.abs(last.baseline - line.baseline);
      alone = hasCells(line) ? 0 : alone + 1;
      const apart = alone > 0 ? ALONE_APART : ROWS_APART;
      if (line.angle !== 0 || gap > apart * last.size || alone > MOST_LINES) break;
      last = line;
      if (alone > 0) continue;
      [top, bottom] = [Math.max(top, line.box[3]), Math.min(bottom, line.box[1])];
    }
  }
  const around = ROWS_APART * 0.5 * lines[from]!.size;
  return [[0, bottom - around, frame.width, top + around]];
}

function hasCells({ glyphs, size }: Line): boolean {
  for (let i = 1; i < glyphs.length; i++)
    if (glyphs[i]!.loose[0] - glyphs[i - 1]!.loose[2] > CELLS_APART * size) return true;
  return false;
}

/** Room behind a paragraph's end: longer labels may cost it a line. */
function growth(last: Line, frame: PageFrame): Rect {
  const [x0, y0, x1] = last.box;
  if (last.angle !== 0) return [x0, y0, x1, y0];
  return [0, y0 - 1.6 * last.size, frame.width, y0];
}

/** In heights of a line: how far lines of a paragraph stand apart at most. */
const LINES_APART = 1.9;
const DOUBLE_SPACED = 2.6;
/** So many lines, each as far from the next, show that a text is set with double spacing. */
const SHOWING = 3;
const SAME = 0.02;

/** Somewhere around a line, lines of its size follow one another at one distance that is not wider than double. */
function isDoubleSpaced(lines: readonly Line[], from: number): boolean {
  for (let at = Math.max(0, from - SHOWING + 1); at <= from; at++)
    if (wideLeadingAt(lines, at) !== undefined) return true;
  return false;
}

/** How far lines stand apart where lines of one size follow one another so, in heights of a line. */
function wideLeadingAt(lines: readonly Line[], at: number): number | undefined {
  const few = lines.slice(at, at + SHOWING);
  if (few.length < SHOWING) return undefined;
  const { size, angle } = few[0]!;
  const gaps = few.slice(1).map((line, i) => few[i]!.baseline - line.baseline);
  const even = gaps.every((gap) => Math.abs(gap - gaps[0]!) < SAME * size);
  const alike = few.every(
    (line) => line.angle === angle && Math.abs(line.size - size) < SAME * size,
  );
  const wide = gaps[0]! > LINES_APART * size && gaps[0]! <= DOUBLE_SPACED * size;
  return even && alike && wide ? gaps[0]! / size : undefined;
}

/** Wide leadings that texts of the page show: its headings of two lines are set with the same. */
function wideLeadings(lines: readonly Line[]): readonly number[] {
  const found = new Set<number>();
  for (let at = 0; at < lines.length; at++) {
    const leading = wideLeadingAt(lines, at);
    if (leading !== undefined) found.add(Math.round(leading / SAME) * SAME);
  }
  return [...found];
}

/** The lines of the same paragraph, downwards or upwards. */
function paragraphLines(
  lines: readonly Line[],
  from: number,
  step: number,
  leadings: readonly number[],
): Line[] {
  const found: Line[] = [];
  let last = lines[from]!;
  const apart = isDoubleSpaced(lines, from) ? DOUBLE_SPACED : LINES_APART;
  for (let i = from + step; i >= 0 && i < lines.length; i += step) {
    const line = lines[i]!;
    const gap = (last.baseline - line.baseline) * step;
    const far = gap > apart * last.size && !leadings.some((l) => isSet(l, gap / last.size));
    if (line.angle !== last.angle || far || gap <= 0) break;
    found.push(line);
    // A raised number is a line of its own here; it does not end the paragraph.
    if (Math.abs(line.size - last.size) <= 0.25 * last.size) last = line;
  }
  return found;
}

function isSet(leading: number, apart: number): boolean {
  return Math.abs(apart - leading) < 1.5 * SAME;
}

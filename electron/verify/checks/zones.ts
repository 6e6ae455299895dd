// Which parts of a page may look different at all: the lines that a mark touches, and their
// paragraphs, which may have been set anew. Found from the original alone; the burner's
// claim can only make these areas smaller.
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { Coverage, PlacedMark } from "../reading/coverage.ts";
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
  for (const [i, line] of lines.entries()) {
    const hit = new Set<number>();
    for (const glyph of line.glyphs)
      if (coverage.state[glyph.index]) hit.add(coverage.mark[glyph.index]!);
    if (hit.size === 0) continue;
    const rect = band(line, frame);
    for (const mark of hit) {
      zones.push({ rect, mark });
      touched.add(mark);
    }
    paragraphs.push(rect);
    const below = paragraphLines(lines, i, 1);
    for (const other of [...below, ...paragraphLines(lines, i, -1)])
      paragraphs.push(band(other, frame));
    paragraphs.push(growth(below[below.length - 1] ?? line, frame));
  }
  for (const [mark, { rect }] of marks.entries()) {
    // The mark's own area counts as well: it may be higher than its line.
    const margin = touched.has(mark) ? TEXT_MARGIN : PICTURE_MARGIN;
    const area: Rect = [0, rect[1] - margin, frame.width, rect[3] + margin];
    if (!touched.has(mark)) zones.push({ rect: area, mark });
    paragraphs.push(area);
  }
  return { lines: zones, paragraphs };
}

/** A line across the whole page: what follows a label moves along it. */
function band(line: Line, frame: PageFrame): Rect {
  const pad = 2 + 0.3 * line.size;
  const [x0, y0, x1, y1] = line.box;
  if (line.angle % 180 === 0) return [0, y0 - pad, frame.width, y1 + pad];
  if (line.angle % 90 === 0) return [x0 - pad, 0, x1 + pad, frame.height];
  return [x0 - 4 * pad, y0 - 4 * pad, x1 + 4 * pad, y1 + 4 * pad];
}

/** Room behind a paragraph's end: longer labels may cost it a line. */
function growth(last: Line, frame: PageFrame): Rect {
  const [x0, y0, x1] = last.box;
  if (last.angle !== 0) return [x0, y0, x1, y0];
  return [0, y0 - 1.6 * last.size, frame.width, y0];
}

/** The lines of the same paragraph, downwards or upwards. */
function paragraphLines(lines: readonly Line[], from: number, step: number): Line[] {
  const found: Line[] = [];
  let last = lines[from]!;
  for (let i = from + step; i >= 0 && i < lines.length; i += step) {
    const line = lines[i]!;
    const gap = (last.baseline - line.baseline) * step;
    if (line.angle !== last.angle || gap > 1.9 * last.size || gap <= 0) break;
    found.push(line);
    // A raised number is a line of its own here; it does not end the paragraph.
    if (Math.abs(line.size - last.size) <= 0.25 * last.size) last = line;
  }
  return found;
}

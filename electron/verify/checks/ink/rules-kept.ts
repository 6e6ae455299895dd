// Borders of tables and other straight rules on lines that were set anew: as many stand beside and between
// those lines as in the original, one as far as the other wherever they stood as far. A border that is
// missing, or one more, would show how wide a cell or what stood in it was.
import { meets } from "../../../../shared/geometry/rect.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { Findings } from "../../findings.ts";
import { pixelBox } from "../../pixels/raster.ts";
import type { PixelBox, Raster } from "../../pixels/raster.ts";
import { boxAround } from "../../reading/glyph.ts";
import type { Glyph } from "../../reading/glyph.ts";
import type { Line } from "../../reading/lines.ts";
import { commonest } from "./ink-shades.ts";
import type { Looks } from "../looks.ts";
import { ruledColumns, ruledRows } from "./ruled.ts";
import { whereabouts } from "../where.ts";

/** Font sizes below and above a baseline that letters do not fill from end to end. */
const BELOW = 0.35;
const ABOVE = 1.05;
/** Letters that tell where a line stood, and points by which one of them may stand off it. */
const LEAST = 3;
const LEVEL = 0.3;
/** Pixels by which a border may be rounded otherwise; points beside a label that are no border's. */
const ROUNDED = 2.5;
const BESIDE_LABEL = 0.5;
/** Points by which a mark reaches over a border that its letters nearly touch. */
const OVER_BORDER = 2;
/** Pixels by which a rule may end nearer to a line, or farther off: letters and rules are rounded apart. */
const ENDS = 3;
/** Font sizes that a label's box reaches beyond its letters, across and up: in a form's field it stands higher. */
const AROUND_LABEL = 0.5;
const OVER_LABEL = 0.3;

/** Upright rules beside a line, in pixels from the left: from end to end of its height, and nearly so. */
interface Borders {
  readonly full: readonly number[];
  readonly nearly: readonly number[];
  /** Those under the edge of a mark as well. */
  readonly edged: readonly number[];
}

/** A line of the export, and where it stood. */
interface Row {
  readonly line: Line;
  readonly before: number;
  readonly zoned: boolean;
}

export function checkRulesKept(
  looks: Looks,
  before: readonly Line[],
  lines: readonly Line[],
  findings: Findings,
): void {
  const { candidate, original, marks, sealed, frame, page, pages } = looks;
  if (marks.length === 0 || sealed || pages > 1) return;
  if (original.width !== candidate.width || original.height !== candidate.height) return;
  const rows = lines.flatMap((line) => rowOf(looks, line) ?? []);
  const placed: Pair[] = [];
  for (const row of rows.toSorted((a, b) => Number(a.zoned) - Number(b.zoned))) {
    const { line } = row;
    const stood = before.filter(({ baseline }) => Math.abs(baseline - row.before) < 1);
    const was = bordersBeside(looks, original, row.before, line.size, lettersOf(stood), "marks");
    const is = bordersBeside(looks, candidate, line.baseline, line.size, line.glyphs, "labels");
    const ways = pairedWays(was, is);
    if (ways.length === 0 && !row.zoned) continue;
    const isParted = (way: readonly Pair[]): boolean =>
      placed.some(([from, to]) =>
        way.some(([x, y]) => Math.abs(x - from) < 1 && Math.abs(y - to) > ROUNDED),
      );
    const way = ways.find((one) => !isParted(one));
    if (!way && row.zoned) {
      const at = whereabouts(boxAround(line.glyphs), frame.width, frame.height);
      const missing = was.full.length > is.full.length;
      const told = ways.length > 0 ? "stands elsewhere" : missing ? "is missing" : "was added";
      findings.add("page-unchanged", `A border beside a line ${at} ${told}.`, page);
      return;
    }
    placed.push(...(way ?? ways[0]!));
  }
  checkBetween(looks, before, lines, rows, findings);
}

/** Where a border stood, and where it stands. */
type Pair = readonly [number, number];

/** Borders of both files one by one: each full one stands for one that is at least nearly so. */
function pairedWays(was: Borders, is: Borders): readonly (readonly Pair[])[] {
  const ways = [
    [was.full, is.full],
    [was.nearly, is.nearly],
    [was.full, is.nearly],
    [was.nearly, is.full],
    [was.edged, is.full],
    [was.edged, is.nearly],
  ] as const;
  return ways
    .filter(([from, to]) => from.length === to.length)
    .map(([from, to]) => from.map((x, i) => [x, to[i]!] as const));
}

/** Rules between lines that follow one another in both files. */
function checkBetween(
  looks: Looks,
  before: readonly Line[],
  lines: readonly Line[],
  rows: readonly Row[],
  findings: Findings,
): void {
  const { candidate, original, frame, page } = looks;
  const sorted = rows.toSorted((a, b) => b.line.baseline - a.line.baseline);
  for (const [i, row] of sorted.entries()) {
    const next = sorted[i + 1];
    if (!next || !(row.zoned || next.zoned)) continue;
    const low = next.before + ABOVE * next.line.size;
    const high = row.before - BELOW * row.line.size;
    const isBetween = ({ baseline, angle }: Line): boolean =>
      angle === 0 && baseline < row.before - 1 && baseline > next.before + 1;
    const isNowBetween = ({ baseline, angle }: Line): boolean =>
      angle === 0 && baseline < row.line.baseline - 1 && baseline > next.line.baseline + 1;
    // A line of labels alone may have come between them, with its own rules.
    if (next.before > row.before || before.some(isBetween) || lines.some(isNowBetween)) continue;
    const was = levelRules(looks, original, [low, high], []);
    const shown = [
      next.line.baseline + ABOVE * next.line.size,
      row.line.baseline - BELOW * row.line.size,
    ] as const;
    const is = levelRules(looks, candidate, shown, [...row.line.glyphs, ...next.line.glyphs]);
    if (!was || !is || (was.within <= is.around && is.within <= was.around)) continue;
    const at = whereabouts(boxAround(next.line.glyphs), frame.width, frame.height);
    const told = was.within > is.around ? "is missing" : "was added";
    findings.add("page-unchanged", `A rule over a line ${at} ${told}.`, page);
    return;
  }
}

/** How many level rules stand between two heights, and how many with a little around them. */
function levelRules(
  { labels, scale }: Looks,
  raster: Raster,
  [low, high]: readonly [number, number],
  letters: readonly Glyph[],
): { readonly within: number; readonly around: number } | undefined {
  const box = rowsOf(raster, scale, low, high);
  // In the gap and around it boxes of labels begin, whose edges are no rules.
  const boxes = letters
    .filter(({ index }) => labels.has(index))
    .map(({ loose, size }) => {
      const [x0, y0, x1, y1] = grown(loose, AROUND_LABEL * size);
      const higher = OVER_LABEL * size;
      return pixelBox([x0, y0 - higher, x1, y1 + higher], raster, scale);
    });
  const within = ruledRows(raster, box, boxes);
  if (within === undefined) return undefined;
  const [x0, top, x1, bottom] = box;
  const wider = [Math.max(0, top - ENDS), Math.min(raster.height, bottom + ENDS)] as const;
  const columns = boxes.map(([left, , right]): PixelBox => [left, 0, right, raster.height]);
  const around = ruledRows(raster, [x0, wider[0], x1, wider[1]], columns) ?? 0;
  return { within, around: Math.max(within, around) };
}

function grown(rect: Rect, by: number): Rect {
  return [rect[0] - by, rect[1], rect[2] + by, rect[3]];
}

function lettersOf(lines: readonly Line[]): readonly Glyph[] {
  return lines.flatMap(({ glyphs }) => glyphs);
}

function rowOf({ stood, zones }: Looks, line: Line): Row | undefined {
  if (line.angle !== 0) return undefined;
  const heights = line.glyphs.flatMap(({ index, y }) => {
    const from = Math.abs(y - line.baseline) < LEVEL ? stood(index) : undefined;
    return from && from.angle === 0 ? [from.y] : [];
  });
  if (heights.length < LEAST) return undefined;
  const before = heights.toSorted((a, b) => a - b)[heights.length >> 1]!;
  // Lines that were put together from several say nothing of one of them.
  if (heights.some((y) => Math.abs(y - before) > LEVEL)) return undefined;
  const box = boxAround(line.glyphs);
  return { line, before, zoned: zones.paragraphs.some((zone) => meets(zone, box)) };
}

function rowsOf(raster: Raster, scale: number, low: number, high: number): PixelBox {
  const top = Math.ceil(raster.height - high * scale);
  const bottom = Math.floor(raster.height - low * scale);
  return [0, Math.max(0, top), raster.width, Math.min(raster.height, bottom)];
}

/** Where upright rules run beside the letters of a line. */
function bordersBeside(
  { marks, labels, scale }: Looks,
  raster: Raster,
  baseline: number,
  size: number,
  letters: readonly Glyph[],
  free: "marks" | "labels",
): Borders {
  const box = rowsOf(raster, scale, baseline - BELOW * size, baseline + ABOVE * size);
  const [low, high] = [baseline - BELOW * size, baseline + ABOVE * size];
  const places = letters.map((glyph) =>
    free === "labels" && labels.has(glyph.index) ? grown(glyph.loose, BESIDE_LABEL) : glyph.box,
  );
  const paper = commonest(raster, box);
  const takenBy = (rects: readonly Rect[]): readonly PixelBox[] =>
    rects
      .filter((rect) => rect[1] < high && rect[3] > low && rect[0] < rect[2])
      .map((rect) => pixelBox(rect, raster, scale));
  const marked = (by: number): readonly Rect[] =>
    free === "marks" ? marks.map(({ rect }) => grown(rect, by)) : [];
  const known = takenBy([...places, ...marked(1)]);
  const [x0, top, x1, bottom] = box;
  const full = ruledColumns(raster, box, paper, known);
  return {
    full,
    nearly: ruledColumns(raster, [x0, top + ENDS, x1, bottom - ENDS], paper, known),
    edged:
      marks.length > 0 ? ruledColumns(raster, box, paper, takenBy(marked(-OVER_BORDER))) : full,
  };
}

// Borders of tables and other straight rules on lines that were set anew: as many stand beside and between
// those lines as in the original, one as far as the other wherever they stood as far. A border that is
// missing, or one more, would show how wide a cell or what stood in it was.
import { meets } from "../../../shared/geometry/rect.ts";
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { Findings } from "../findings.ts";
import { pixelBox } from "../pixels/raster.ts";
import type { PixelBox, Raster } from "../pixels/raster.ts";
import { boxAround } from "../reading/glyph.ts";
import type { Glyph } from "../reading/glyph.ts";
import type { Line } from "../reading/lines.ts";
import { commonest } from "./ink-shades.ts";
import type { Looks } from "./looks.ts";
import { ruledColumns, ruledRows } from "./ruled.ts";
import { whereabouts } from "./where.ts";

/** Font sizes below and above a baseline that letters do not fill from end to end. */
const BELOW = 0.35;
const ABOVE = 1.05;
/** Letters that tell where a line stood, and points by which one of them may stand off it. */
const LEAST = 3;
const LEVEL = 0.3;
/** Pixels by which a border may be rounded otherwise; points beside a label that are no border's. */
const ROUNDED = 2.5;
const BESIDE_LABEL = 0.5;
/** Font sizes by which a label's box reaches beyond its letters, across and up. */
const BESIDE_LETTER = 0.5;
const OVER_LETTER = 0.3;

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
  const placed: (readonly [number, number])[] = [];
  for (const row of rows.toSorted((a, b) => Number(a.zoned) - Number(b.zoned))) {
    const { line } = row;
    const stood = before.filter(({ baseline }) => Math.abs(baseline - row.before) < 1);
    const was = bordersBeside(looks, original, row.before, line.size, lettersOf(stood), "marks");
    const is = bordersBeside(looks, candidate, line.baseline, line.size, line.glyphs, "labels");
    const same = was.length === is.length;
    if (!same && !row.zoned) continue;
    const parted = placed.some(([from, to]) =>
      was.some((x, i) => Math.abs(x - from) < 1 && Math.abs(is[i]! - to) > ROUNDED),
    );
    if (!same || (parted && row.zoned)) {
      const at = whereabouts(boxAround(line.glyphs), frame.width, frame.height);
      const told = same ? "stands elsewhere" : was.length > is.length ? "is missing" : "was added";
      findings.add("page-unchanged", `A border beside a line ${at} ${told}.`, page);
      return;
    }
    was.forEach((x, i) => placed.push([x, is[i]!]));
  }
  checkBetween(looks, before, lines, rows, findings);
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
    const was = ruledRows(original, rowsOf(original, looks.scale, low, high));
    const is = ruledRows(
      candidate,
      rowsOf(
        candidate,
        looks.scale,
        next.line.baseline + ABOVE * next.line.size,
        row.line.baseline - BELOW * row.line.size,
      ),
      boxesOfLabels(looks, [row.line, next.line]),
    );
    if (was === undefined || is === undefined || was === is) continue;
    const at = whereabouts(boxAround(next.line.glyphs), frame.width, frame.height);
    const told = was > is ? "is missing" : "was added";
    findings.add("page-unchanged", `A rule over a line ${at} ${told}.`, page);
    return;
  }
}

/** Where the boxes of labels stand that reach over their line: those of a form's field stand higher. */
function boxesOfLabels({ labels, candidate, scale }: Looks, lines: readonly Line[]): PixelBox[] {
  return lettersOf(lines)
    .filter(({ index }) => labels.has(index))
    .map(({ loose: [x0, y0, x1, y1], size }) => {
      const [wide, high] = [BESIDE_LETTER * size, OVER_LETTER * size];
      return pixelBox([x0 - wide, y0 - high, x1 + wide, y1 + high], candidate, scale);
    });
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

/** Where upright rules run beside the letters of a line, in pixels from the left. */
function bordersBeside(
  { marks, labels, scale }: Looks,
  raster: Raster,
  baseline: number,
  size: number,
  letters: readonly Glyph[],
  free: "marks" | "labels",
): readonly number[] {
  const box = rowsOf(raster, scale, baseline - BELOW * size, baseline + ABOVE * size);
  const [low, high] = [baseline - BELOW * size, baseline + ABOVE * size];
  const grown = (rect: Rect, by: number): Rect => [rect[0] - by, rect[1], rect[2] + by, rect[3]];
  const taken = [
    ...letters.map((glyph) =>
      free === "labels" && labels.has(glyph.index) ? grown(glyph.loose, BESIDE_LABEL) : glyph.box,
    ),
    ...(free === "marks" ? marks.map(({ rect }) => grown(rect, 1)) : []),
  ].filter((rect) => rect[1] < high && rect[3] > low);
  const paper = commonest(raster, box);
  return ruledColumns(
    raster,
    box,
    paper,
    taken.map((rect) => pixelBox(rect, raster, scale)),
  );
}

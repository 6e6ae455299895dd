// Rows of dots and dashes along burnt words, such as underlines: where they began and ended with words they
// still do. One that stayed where it was would show how long the burnt words were.
import type { Findings } from "../../findings.ts";
import { dotRowsAt } from "../../pixels/rows.ts";
import type { DotRow } from "../../pixels/rows.ts";
import { pixelBox } from "../../pixels/raster.ts";
import type { Glyph } from "../../reading/glyph.ts";
import type { Looks } from "../looks.ts";
import { points } from "../looks.ts";
import { whereabouts } from "../where.ts";

/** In heights of a mark: how far over and under it such a bar is looked for. */
const AROUND = 0.5;
/** In heights of a mark: the shortest of them. */
const SHORTEST = 0.8;
/** Dots that make a row, and that are left of one that stayed; strokes of letters stand unevenly. */
const LEAST = 5;
const FEWEST = 3;
/** Pixels by which ends of words and bars may lie apart. */
const NEAR = 4;
/** In font sizes: between words, and what the box of a label reaches beyond it. */
const GAP = 0.12;
const AROUND_LABEL = 0.4;
const LETTER = /[\p{L}\p{N}]/u;
/** Pixels by which dots are rounded otherwise, and the share of them that stands where it stood. */
const SAME = 1;
const MOST = 0.8;

export function checkAlongWords(
  looks: Looks,
  before: readonly Glyph[],
  after: readonly Glyph[],
  findings: Findings,
): void {
  const { original, candidate, marks, sealed, scale, frame, page, pages } = looks;
  if (sealed || pages > 1) return;
  if (original.width !== candidate.width || original.height !== candidate.height) return;
  // Marks of one line look at the same pixels.
  const read = new Map<number, readonly DotRow[]>();
  const rowsAt = (y: number): readonly DotRow[] => {
    let rows = read.get(y);
    if (!rows) read.set(y, (rows = dotRowsAt(original, y).filter(isRow)));
    return rows;
  };
  for (const { rect } of marks) {
    const mark = pixelBox(rect, original, scale);
    const high = mark[3] - mark[1];
    const from = Math.max(0, Math.round(mark[1] - AROUND * high));
    const to = Math.min(original.height, Math.round(mark[3] + AROUND * high));
    for (let y = from; y < to; y++)
      for (const row of rowsAt(y)) {
        if (row.to - row.from < SHORTEST * high) continue;
        if (row.from > mark[2] || row.to < mark[0]) continue;
        const band = [y - high, y + high] as const;
        const was = endsOfWords(looks, before, row, band);
        if (!was.from || !was.to || isOfLetters(looks, before, row, y)) continue;
        const now = dotRowsAt(candidate, y).find((one) => isStill(row, one));
        if (!now) continue;
        const is = endsOfWords(looks, after, now, band);
        const begins = is.from || Math.abs(now.from - row.from) > SAME;
        if (begins && (is.to || Math.abs(now.to - row.to) > SAME)) continue;
        const box = points([row.from, y, row.to, y + 1], candidate, scale);
        const at = whereabouts(box, frame.width, frame.height);
        const told = "What was drawn along burnt words stands where it stood";
        findings.add("page-unchanged", `${told}, ${at}.`, page);
        return;
      }
  }
}

const isRow = ({ even, runs }: DotRow): boolean => even && runs.length >= LEAST;

/** All of its dots lie within letters that no mark burns: the feet or heads of their strokes. */
function isOfLetters(
  { original, scale, marks }: Looks,
  glyphs: readonly Glyph[],
  row: DotRow,
  y: number,
): boolean {
  const burnt = ({ loose: [x0, y0, x1, y1] }: Glyph): boolean =>
    marks.some(
      ({ rect }) => x0 < rect[2] && x1 > rect[0] && y0 + y1 > 2 * rect[1] && y0 + y1 < 2 * rect[3],
    );
  const ink = glyphs.flatMap((glyph) => {
    const box = pixelBox(glyph.box, original, scale);
    return glyph.invisible || y < box[1] || y >= box[3] || burnt(glyph) ? [] : [box];
  });
  return row.runs.every(({ from, to }) =>
    ink.some((box) => from >= box[0] - SAME && to <= box[2] + SAME),
  );
}

/** Whether it begins with a word between two heights, and ends with one. */
function endsOfWords(
  { original, scale, labels }: Looks,
  glyphs: readonly Glyph[],
  row: DotRow,
  [y0, y1]: readonly [number, number],
): { readonly from: boolean; readonly to: boolean } {
  const near = glyphs
    .filter(({ invisible, text }) => !invisible && text.trim() !== "")
    .map((glyph) => ({ glyph, box: pixelBox(glyph.loose, original, scale) }))
    .filter(({ box }) => box[1] < y1 && box[3] > y0);
  const slack = NEAR + 2 * row.high;
  const isEnd = (x: number, side: 0 | 2): boolean =>
    near.some(({ box, glyph }) => {
      const room = labels.has(glyph.index) ? AROUND_LABEL * glyph.size * scale : 0;
      if (Math.abs(box[side] - x) > slack + room) return false;
      const gap = GAP * glyph.size * scale;
      return !near.some(
        (other) =>
          LETTER.test(other.glyph.text) &&
          Math.abs(other.box[2 - side]! - box[side]) < gap &&
          Math.abs(other.box[3] - box[3]) < gap,
      );
    });
  return { from: isEnd(row.from, 0), to: isEnd(row.to, 2) };
}

/** Its dots are where the other had them; a box may hide some. One or two strokes of letters stand there by chance. */
function isStill(row: DotRow, now: DotRow): boolean {
  if (now.runs.length < FEWEST) return false;
  const left = now.runs.filter(({ from, to }) =>
    row.runs.some((one) => Math.abs(one.from - from) <= SAME && Math.abs(one.to - to) <= SAME),
  );
  return left.length >= MOST * now.runs.length;
}

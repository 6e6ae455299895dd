// What was laid out in one high page as rows from the top down, and where it may be cut between them:
// not through a drawing, not behind a heading, and never so that one line of a text stands alone.
import type { LaidOut } from "../layout/lay-out.ts";
import type { GlyphItem } from "../crisp/interpret/display-list.ts";
import type { Paragraph } from "../layout/paragraphs/paragraph.ts";
import { bodyOf, roleOf } from "../tags/headings.ts";
import { CAPITAL, TAIL } from "./model.ts";

export interface PlacedRow {
  /** Baseline and size of its largest letters. */
  readonly v: number;
  readonly size: number;
  readonly top: number;
  readonly bottom: number;
  /** How far down the drawing reaches in which it stands. */
  readonly floor: number;
  readonly paragraphs: ReadonlySet<Paragraph>;
  /** Something of it was set anew. */
  readonly touched: boolean;
  /** A page may end behind it. */
  cut: boolean;
}

/** Lines of a text that stay together at either end of a page. */
const TOGETHER = 2;
/** A heading has no more lines. */
const SHORT = 4;
const EDGE = 0.5;

/** @returns rows, and the size that most of the text has */
export function rowsOfAll(laidOut: LaidOut): {
  readonly rows: readonly PlacedRow[];
  readonly size: number;
} {
  const lines = laidOut.texts.flatMap(({ lines: own, paragraph }) =>
    own.flatMap((line) => {
      const at = baselineOf(line);
      return at ? [{ ...at, paragraph }] : [];
    }),
  );
  const rows: PlacedRow[] = [];
  const tops = lines
    .map((line) => ({
      ...line,
      top: line.v + CAPITAL * line.size,
      bottom: line.v - TAIL * line.size,
    }))
    .sort((a, b) => b.top - a.top);
  for (const { v, size, top, bottom, paragraph } of tops) {
    const touched = paragraph.lines.some((line) => line.touched);
    const last = rows[rows.length - 1];
    if (last && top > last.bottom) {
      const larger = size > last.size + 1e-6 ? { v, size } : { v: last.v, size: last.size };
      rows[rows.length - 1] = {
        ...last,
        ...larger,
        bottom: Math.min(bottom, last.bottom),
        floor: Math.min(bottom, last.floor),
        paragraphs: new Set([...last.paragraphs, paragraph]),
        touched: last.touched || touched,
      };
    } else {
      const floor = floorOf(laidOut, v, bottom);
      const paragraphs = new Set([paragraph]);
      rows.push({ v, size, top, bottom, floor, paragraphs, touched, cut: true });
    }
  }
  const paragraphs = new Set(laidOut.texts.map(({ paragraph }) => paragraph));
  const body = bodyOf(paragraphs);
  const count = new Map<Paragraph, number>();
  for (const row of rows)
    for (const one of row.paragraphs) count.set(one, (count.get(one) ?? 0) + 1);
  const done = new Map<Paragraph, number>();
  rows.forEach((row, i) => {
    const next = rows[i + 1];
    for (const one of row.paragraphs) {
      const so = (done.get(one) ?? 0) + 1;
      done.set(one, so);
      const left = count.get(one)! - so;
      if (left > 0 && (so < TOGETHER || left < TOGETHER)) row.cut = false;
      const heading = count.get(one)! <= SHORT && roleOf(one, body, false) !== "P";
      if (heading) row.cut = false;
    }
    if (next && crossed(laidOut, (row.bottom + next.top) / 2)) row.cut = false;
  });
  return { rows, size: body.size };
}

function floorOf({ paints }: LaidOut, v: number, bottom: number): number {
  const around = paints.filter(({ item: { bounds } }) => bounds[1] < v && bounds[3] > v);
  return Math.min(bottom, ...around.map(({ item }) => item.bounds[1]));
}

function crossed({ paints, boxes }: LaidOut, v: number): boolean {
  const across = (bounds: readonly number[]) => bounds[1]! < v - EDGE && bounds[3]! > v + EDGE;
  return paints.some(({ item }) => across(item.bounds)) || boxes.some((box) => across(box.bounds));
}

/** Of the largest letters that have ink; undefined for blanks. */
export function baselineOf(
  line: readonly GlyphItem[],
): { readonly v: number; readonly size: number } | undefined {
  let found: { v: number; size: number } | undefined;
  for (const { matrix, shape } of line) {
    const size = Math.abs(matrix[3]);
    if (shape.outline.length > 0 && (!found || size > found.size + 1e-6))
      found = { v: matrix[5], size };
  }
  return found;
}

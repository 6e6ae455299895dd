// Columns behind burnt words: nothing of a sealed page moves but the words of a line, so that a border
// or words that stand behind a burnt one show how wide its column had to be. That says something once
// for each column, however many words were burnt in it.
import type { PageObject } from "../../../pdfium/page-objects.ts";
import { thingIn } from "./beside-line.ts";
import type { Borders } from "./borders.ts";
import type { TouchedSegment } from "./line-plan.ts";
import { frameOf } from "../glyphs/lines.ts";
import type { Segment } from "../glyphs/lines.ts";

/** Share of the page from which a box is wider than words of one line make it. */
const PANEL = 0.5;
/** Points within which two places are one. */
const SAME = 0.8;
/** In em: how far apart words of one row stand, and how tall bars of a chart are; others are underlines. */
const LEVEL = 0.3;
const LOWEST = 0.1;
const TALLEST = 2.5;

/** @returns the first of the lines in each such column */
export function firstInColumns(
  lines: readonly TouchedSegment[],
  objects: readonly PageObject[],
  segments: readonly Segment[],
  borders: Borders,
  wide: number,
): ReadonlySet<TouchedSegment> {
  const drawn = objects.filter(({ kind }) => kind !== "text");
  const columns: { readonly angle: number; readonly at: number }[] = [];
  const first = new Set<TouchedSegment>();
  for (const line of lines.toSorted((a, b) => b.segment.v - a.segment.v)) {
    const { angle } = line.segment;
    const at = placeBehind(line, drawn, segments, borders, wide);
    if (at === undefined) continue;
    if (columns.some((one) => one.angle === angle && Math.abs(one.at - at) < SAME)) continue;
    columns.push({ angle, at });
    first.add(line);
  }
  return first;
}

/** Where the next thing stands behind the first burnt word of a line. */
function placeBehind(
  { segment, burnt }: TouchedSegment,
  drawn: readonly PageObject[],
  segments: readonly Segment[],
  borders: Borders,
  wide: number,
): number | undefined {
  const { angle, em, v } = segment;
  const frame = frameOf(angle);
  if (frame.cos * frame.sin !== 0) return undefined;
  const from = Math.min(...segment.glyphs.filter((_, i) => burnt[i]).map(({ u }) => u));
  const edges = borders.crossings(frame, v, em);
  const [left, right] = [edges.findLast((u) => u <= from), edges.find((u) => u > from)];
  if (left !== undefined && right !== undefined && right - left > PANEL * wide) return undefined;
  const bars = drawn
    .map((object) => thingIn(frame, object))
    .filter(({ low, high }) => low < v + LEVEL * em && high > v)
    .filter(({ low, high }) => high - low > LOWEST * em && high - low < TALLEST * em);
  const said = segments.filter((s) => s.angle === angle && Math.abs(s.v - v) < LEVEL * em);
  const starts = [...bars, ...said].map(({ start }) => start).filter((u) => u > from);
  const at = Math.min(right ?? Infinity, ...starts);
  return at === Infinity ? undefined : at;
}

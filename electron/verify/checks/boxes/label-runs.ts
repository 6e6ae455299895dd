// Labels as they stand in boxes on their lines.
import { meets } from "../../../../shared/geometry/rect.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { PageObject } from "../../engines/shown-page.ts";
import type { Coverage, PlacedMark } from "../../reading/coverage.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { boxesBehind, drawnBoxes } from "./boxes-behind.ts";

/** Points: what is lower is a rule, whatever stands on it. */
const RULE = 1.2;

/** Drawings that may be boxes of labels: a line through struck words goes on through the label, and is none. */
export function labelBoxes(objects: readonly PageObject[]): readonly Rect[] {
  return drawnBoxes(objects).filter(([, low, , high]) => high - low > RULE);
}

/** Letters of a line that spell labels: those in one box together, others as they follow each other. */
export function runsOf(
  glyphs: readonly Glyph[],
  labels: ReadonlySet<number>,
  boxes: readonly Rect[],
): Glyph[][] {
  const runs: Glyph[][] = [];
  const inBox = new Map<Rect, Glyph[]>();
  let last: Glyph | undefined;
  for (const glyph of glyphs) {
    if (!labels.has(glyph.index)) continue;
    const box = boxOf(glyph.loose, boxes);
    const own = box && inBox.get(box);
    if (own) own.push(glyph);
    else if (!box && last && glyph.index === last.index + 1) runs[runs.length - 1]!.push(glyph);
    else {
      runs.push([glyph]);
      if (box) inBox.set(box, runs[runs.length - 1]!);
    }
    last = box ? undefined : glyph;
  }
  return runs;
}

/** The smallest drawing around a label. */
export function boxOf(label: Rect, boxes: readonly Rect[]): Rect | undefined {
  const area = (b: Rect): number => (b[2] - b[0]) * (b[3] - b[1]);
  return boxesBehind(label, boxes).toSorted((a, b) => area(a) - area(b))[0];
}

/** True where a mark that covers no letter lies: its box is its own. */
export function isOverArea(
  box: Rect,
  marks: readonly PlacedMark[],
  { state, mark }: Coverage,
): boolean {
  return marks.some(
    ({ rect }, i) => meets(rect, box) && !mark.some((own, at) => own === i && state[at] === 2),
  );
}

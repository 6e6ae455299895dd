// How a place looks on a page: its shape says its state, colour only repeats it.
import type { Rect } from "../../shared/geometry/rect.ts";

export interface MarkShape {
  readonly id: string;
  readonly page: number;
  readonly rects: readonly Rect[];
  readonly state: "undecided" | "accepted" | "refused" | "drawn";
  /** What is burnt into the gap; null is a plain box. */
  readonly label: string | null;
}

/** Average advance of the label's face, in em; labels are short, so an estimate is enough. */
const ADVANCE = 0.56;
const LEAST = 6;

/** Type size in CSS pixels at which a label fits its box; 0 where it cannot be read at all. */
export function labelSize(label: string, width: number, height: number): number {
  const byHeight = height * 0.74;
  const byWidth = (width - 4) / (label.length * ADVANCE);
  const size = Math.min(byHeight, byWidth);
  return size < LEAST ? (byHeight < LEAST ? 0 : LEAST) : size;
}

const revisions = new WeakMap<readonly MarkShape[], number>();
let latest = 0;

/** A number that changes with the marks: lists are kept while nothing on their page changes. */
export function revisionOf(marks: readonly MarkShape[]): number {
  let revision = revisions.get(marks);
  if (revision === undefined) {
    revision = ++latest;
    revisions.set(marks, revision);
  }
  return revision;
}

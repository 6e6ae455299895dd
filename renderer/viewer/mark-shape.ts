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

/** How a label stands in its box. */
export interface LabelFit {
  /** Type size in CSS pixels. */
  readonly size: number;
  /** Share of its natural width; 1 where there is room for it. */
  readonly squeeze: number;
  /** Its end does not fit: the whole label has to be shown beside the box. */
  readonly cut: boolean;
}

/** CSS pixels; below, nobody reads without effort, so a label is narrowed before it gets smaller. */
export const LEGIBLE = 10;
/** Narrower, letters run into one another; the label is cut instead. */
const NARROWEST = 0.62;
/** Share of the box's height that the letters may take. */
const TALL = 0.78;
/** Share of the full size that a label keeps, so that it grows with the zoom like the text around it. */
const STATELY = 0.75;
/** Left and right of the label together, in CSS pixels. */
const PADDING = 4;
/** Below this size not even the first letter tells anything. */
const LEAST = 5;

/**
 * @param natural width of the label in em of its face
 * @param width of the box, in CSS pixels, as `height`
 * @returns null where the box is too flat for any letter
 */
export function fitLabel(natural: number, width: number, height: number): LabelFit | null {
  const tallest = height * TALL;
  const room = width - PADDING;
  if (tallest < LEAST || room < LEAST) return null;
  const least = Math.min(tallest, Math.max(LEGIBLE, tallest * STATELY));
  const size = Math.max(least, Math.min(tallest, room / natural));
  const share = room / (natural * size);
  return { size, squeeze: Math.max(NARROWEST, Math.min(1, share)), cut: share < NARROWEST };
}

/** CSS pixels at zoom 1: higher is no line of text but a picture, with a label of ordinary size. */
const HIGHEST_LINE = 32;

/** Height by which a label is sized: of its line, or on a picture of a line that could stand there. */
export const lineHeight = (height: number, zoom: number): number =>
  Math.min(height, HIGHEST_LINE * zoom);

/** The piece of a place that its label stands in: the first with room for it, else the widest. */
export function pieceFor(
  natural: number,
  pieces: readonly { width: number; height: number }[],
): number {
  const roomy = pieces.findIndex(
    ({ width, height }) => fitLabel(natural, width, height)?.cut === false,
  );
  if (roomy >= 0) return roomy;
  return pieces.reduce((best, piece, i) => (piece.width > pieces[best]!.width ? i : best), 0);
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

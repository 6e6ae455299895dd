// How far the texts of a column are set to the right: to an end that lines share, or to the margin.
import { MIRRORED } from "./justified.ts";
import type { Segment } from "../model.ts";
import { sharedEnd } from "./shared-ends.ts";

/** In em: an end so far before the margin is a column's; and share of its size by which a heading is another. */
const INNER = 4;
const OTHER = 0.15;
/** Points by which ragged lines may pass the mirrored margin: few do, and which ones hangs on what is burnt. */
const RAGGED = 4;
/** Points of the steps in which lines reach beyond the mirrored margin. */
const STEP = 18;
/** Points that stay free at the page's edge. */
const NARROWEST_MARGIN = 24;

export interface Margin {
  readonly at: number;
  /** Lines end there together. */
  readonly sharp: boolean;
  /** Lines that pass the mirrored margin decided about it. */
  readonly stepped?: boolean;
}

/** Of texts that start alike. */
export interface MarginAt {
  readonly left: number;
  readonly size: number;
  /** Where a column beside them begins, and where their cell ends. */
  readonly beside: number | undefined;
  readonly cell: number | undefined;
}

/**
 * @param mirrored the left margin, taken over to the right
 * @param to the page's right edge
 */
export function marginOf(
  segments: readonly Segment[],
  { left, size, beside, cell }: MarginAt,
  mirrored: number,
  to: number,
): Margin {
  const peers = segments.filter(
    (s) => Math.abs(s.left - left) < s.size * 6 && (beside === undefined || s.right < beside + 1),
  );
  const inside = peers.filter((s) => cell === undefined || s.right <= cell + 1);
  const staying = peers.filter((s) => !s.touched);
  const sharp = sharedEnd(inside.filter((s) => !s.touched)) ?? sharedEnd(inside);
  // A heading runs over all the columns of the text beneath it.
  const over =
    sharp !== undefined &&
    sharp < mirrored - INNER * size &&
    inside.every((s) => Math.abs(s.right - sharp) > 1 || Math.abs(s.size - size) > OTHER * size);
  if (over) return { at: mirrored, sharp: false };
  if (sharp !== undefined) {
    // Typesetters round line ends; the mirrored margin is the same in every twin.
    return { at: Math.abs(sharp - mirrored) < MIRRORED ? mirrored : sharp, sharp: true };
  }
  if (staying.length > 0) {
    const ends = Math.max(mirrored, ...staying.map((s) => s.right));
    // Which line is the longest hangs on what is burnt in the others: steps tell less of it.
    const steps = Math.max(0, Math.ceil((ends - mirrored - RAGGED) / STEP));
    // No step takes a text to the page's edge that keeps away from it.
    const inner = Math.max((mirrored + to) / 2, to - NARROWEST_MARGIN);
    const most = ends <= inner ? inner : to;
    return { at: Math.min(mirrored + steps * STEP, most), sharp: false, stepped: steps > 0 };
  }
  // Only burnt lines here: where they end must not decide, only that they pass the margin.
  const passes = peers.some((s) => s.right > mirrored + s.size);
  return { at: passes ? to - NARROWEST_MARGIN : mirrored, sharp: false };
}

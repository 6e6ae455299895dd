// The look of a burnt box: size from its label and the size of its line alone, quantised, never
// from what it covers (B1). White text on black; without a label one constant width.
import type { PageEdit } from "../glyphs/page-edit.ts";

export interface BoxLook {
  readonly width: number;
  /** Below and above the baseline. */
  readonly depth: number;
  readonly rise: number;
  readonly label: string | null;
  readonly labelSize: number;
  readonly inset: number;
}

/** Text is set a little smaller than the line so that it sits inside its box. */
const LABEL_SIZE = 0.78;
const INSET = 0.22;
const DEPTH = 0.26;
const RISE = 0.86;
/** A box without a label, in em. */
const PLAIN_WIDTH = 3;

/** @param scale of the label, where the line has no room for its usual size */
export function boxLook(edit: PageEdit, label: string | null, em: number, scale = 1): BoxLook {
  // Half points: the sizes of a line's words may differ by rounding between twins.
  const size = Math.max(4, Math.round(em * 2) / 2);
  const labelSize = Math.max(3, Math.round(size * LABEL_SIZE * scale * 2) / 2);
  const inset = INSET * size * scale;
  const width = label === null ? PLAIN_WIDTH * size : edit.labelWidth(label, labelSize) + 2 * inset;
  return {
    width: Math.ceil(width * 2) / 2,
    depth: DEPTH * size,
    rise: RISE * size,
    label,
    labelSize,
    inset,
  };
}

// The label of a box over a drawing, a picture or a code, where no line of text makes room for it: in
// the middle of the box, of one size wherever it fits. Whoever listens hears the gap even where the
// box is too small for letters.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { PageMark } from "../../page-output.ts";
import { LABEL_FACE, labelShapes, plainShapes } from "../../crisp/fonts/label-face.ts";
import type { GlyphItem, Shape } from "../../crisp/interpret/display-list.ts";
import { LABEL_COLOUR, NO_CLIP, PLAIN_TEXT } from "../lines/set-line.ts";

/** Points: sizes that are tried, and room between a label and its box. */
const SIZES = [8, 7, 6, 5, 4];
const ROOM = 1;
/** Of a label, in em: from the foot of its letters to their head. */
const BELOW = 0.22;
const ABOVE = 0.76;
/** Em of a gap that shows nothing, at most. */
const PLAIN = 3;

/**
 * @param box on the displayed page
 * @param size of the displayed page
 * @returns nothing where the box reaches over the page's edge
 */
export function labelAlone(
  mark: PageMark,
  box: Rect,
  size: { readonly width: number; readonly height: number },
): readonly GlyphItem[] {
  const [x0, y0, x1, y1] = box;
  if (x0 < 0 || y0 < 0 || x1 > size.width || y1 > size.height) return [];
  const shapes = mark.text ? labelShapes(mark.text) : undefined;
  const fits = SIZES.find(
    (em) => shapes && widthOf(shapes) * em <= x1 - x0 && (ABOVE + BELOW) * em + 2 * ROOM <= y1 - y0,
  );
  if (shapes && fits !== undefined) return setAt(shapes, fits, box);
  const em = Math.min(SIZES[0]!, (y1 - y0) / (ABOVE + BELOW));
  const text = mark.text ? `[${mark.text}]` : PLAIN_TEXT;
  return setAt(plainShapes(text, Math.min(PLAIN, (x1 - x0) / em)), em, box);
}

function widthOf(shapes: readonly Shape[]): number {
  return shapes.reduce((sum, { advance }) => sum + advance, 0);
}

function setAt(shapes: readonly Shape[], em: number, [x0, y0, x1, y1]: Rect): GlyphItem[] {
  let x = (x0 + x1 - widthOf(shapes) * em) / 2;
  const y = (y0 + y1 - (ABOVE - BELOW) * em) / 2;
  return shapes.map((shape): GlyphItem => {
    const at = x;
    x += shape.advance * em;
    return {
      kind: "glyph",
      face: LABEL_FACE,
      shape,
      matrix: [em, 0, 0, em, at, y],
      fill: LABEL_COLOUR,
      stroke: undefined,
      clip: NO_CLIP,
    };
  });
}

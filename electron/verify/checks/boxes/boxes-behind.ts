// Drawings that letters may stand on.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { PATH } from "../../engines/pdfium-objects.ts";
import type { PageObject } from "../../engines/shown-page.ts";

/** Boxes of a page's drawings. */
export const drawnBoxes = (objects: readonly PageObject[]): readonly Rect[] =>
  objects.filter(({ kind }) => kind === PATH).map(({ box }) => box);

/** Those that hold the middle of `what`. */
export function boxesBehind([x0, y0, x1, y1]: Rect, boxes: readonly Rect[]): readonly Rect[] {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return boxes.filter((b) => b[0] <= x && b[2] >= x && b[1] <= y && b[3] >= y);
}

// Burns a mark that meets no line of readable text: pictures, drawings, empty paper. The box covers
// the marked place, grown to a coarse grid so that its size tells little, and everything in it
// becomes one colour.
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { BurnedPage } from "../../../shared/model/burning.ts";
import { reasonOf } from "../../../shared/policy/reasons.ts";
import { displayedSize, toDisplayed, transformRect } from "../../pdfium/display.ts";
import type { OpenPage } from "../../pdfium/document.ts";
import type { PageMark } from "../page-output.ts";
import { BLACK } from "./pixels.ts";
import type { Pixels } from "./pixels.ts";

export interface AreaBox {
  readonly box: BurnedPage["boxes"][number];
  /** User space. */
  readonly touched: Rect;
  readonly notes: readonly string[];
}

/** Displayed points; boxes begin and end on this grid. */
const GRID = 6;
/** Pixels around a box in which a compressed picture may echo what it covers. */
const ECHO = 16;

export function areaBox(pixels: Pixels, open: OpenPage, mark: PageMark): AreaBox {
  const { geometry } = open;
  const { width, height } = displayedSize(geometry);
  const shown = transformRect(toDisplayed(geometry), mark.rect);
  const echo = (ECHO * width) / pixels.width;
  const rect: Rect = [
    Math.max(0, Math.floor((shown[0] - echo) / GRID) * GRID),
    Math.max(0, Math.floor((shown[1] - echo) / GRID) * GRID),
    Math.min(width, Math.ceil((shown[2] + echo) / GRID) * GRID),
    Math.min(height, Math.ceil((shown[3] + echo) / GRID) * GRID),
  ];
  const sx = pixels.width / width;
  const sy = pixels.height / height;
  pixels.paint(
    {
      x0: Math.floor(rect[0] * sx),
      y0: Math.floor((height - rect[3]) * sy),
      x1: Math.ceil(rect[2] * sx),
      y1: Math.ceil((height - rect[1]) * sy),
    },
    BLACK,
  );
  return {
    box: { rect, label: null, reason: reasonOf(mark.reason).code, bits: 0 },
    touched: mark.rect,
    notes: [],
  };
}

// Geometry of the verifier: from a page's own user space to the page as it is shown (points,
// origin bottom-left, upright), which is the space of an export's pages. Written apart from the
// burner's (V1): a mistake in one shows as a difference to the other.
import type { Rect } from "../../shared/geometry/rect.ts";

export interface PageFrame {
  /** Visible box in user space. */
  readonly box: Rect;
  readonly rotation: number;
  readonly userUnit: number;
  /** Size as shown, points. */
  readonly width: number;
  readonly height: number;
}

export function pageFrame(box: Rect, rotation: number, userUnit: number): PageFrame {
  const across = (box[2] - box[0]) * userUnit;
  const up = (box[3] - box[1]) * userUnit;
  const turned = rotation === 90 || rotation === 270;
  return { box, rotation, userUnit, width: turned ? up : across, height: turned ? across : up };
}

/** @param rect as shown */
export function isOnPage(rect: Rect, { width, height }: PageFrame): boolean {
  return rect[2] > 0 && rect[3] > 0 && rect[0] < width && rect[1] < height;
}

export function shownPoint(frame: PageFrame, x: number, y: number): [number, number] {
  const [x0, y0, x1, y1] = frame.box;
  const u = frame.userUnit;
  switch (frame.rotation) {
    case 90:
      return [(y - y0) * u, (x1 - x) * u];
    case 180:
      return [(x1 - x) * u, (y1 - y) * u];
    case 270:
      return [(y1 - y) * u, (x - x0) * u];
    default:
      return [(x - x0) * u, (y - y0) * u];
  }
}

export function shownRect(frame: PageFrame, rect: Rect): Rect {
  return shownSides(frame, rect[0], rect[1], rect[2], rect[3]);
}

/** The same of a rectangle that is told by its sides: asked for twice for every character. */
export function shownSides(frame: PageFrame, x0: number, y0: number, x1: number, y1: number): Rect {
  if (frame.rotation % 360 === 0 && x0 <= x1 && y0 <= y1) {
    const left = frame.box[0];
    const low = frame.box[1];
    const u = frame.userUnit;
    return [(x0 - left) * u, (y0 - low) * u, (x1 - left) * u, (y1 - low) * u];
  }
  const [ax, ay] = shownPoint(frame, x0, y0);
  const [bx, by] = shownPoint(frame, x1, y1);
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
}

/** Share of `inner`'s area that lies within `outer`; a flat rectangle counts by its length. */
export function shareInside(inner: Rect, outer: Rect): number {
  const across = overlap(inner[0], inner[2], outer[0], outer[2]);
  const up = overlap(inner[1], inner[3], outer[1], outer[3]);
  return across * up;
}

function overlap(a0: number, a1: number, b0: number, b1: number): number {
  if (a1 - a0 < 1e-6) return a0 >= b0 && a0 <= b1 ? 1 : 0;
  return Math.max(0, Math.min(a1, b1) - Math.max(a0, b0)) / (a1 - a0);
}

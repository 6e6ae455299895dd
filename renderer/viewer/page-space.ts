// Between a page's own space (PDF points, origin bottom left, un-rotated) and what is seen
// (CSS pixels, origin top left of the visible area, rotated as the page says). Pure arithmetic;
// every mark, selection and click goes through here, so rotation is handled in one place.
import { normalise, type Rect } from "../../shared/geometry/rect.ts";
import type { PageGeometry } from "../../shared/model/page.ts";

/** CSS pixels a PDF point at zoom 1. */
export const PIXELS_A_POINT = 96 / 72;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Size of the page as seen, in CSS pixels. */
export function viewSize(page: PageGeometry, zoom: number): { width: number; height: number } {
  const scale = PIXELS_A_POINT * page.userUnit * zoom;
  const [x0, y0, x1, y1] = page.cropBox;
  const upright = page.rotation === 0 || page.rotation === 180;
  const across = (upright ? x1 - x0 : y1 - y0) * scale;
  const down = (upright ? y1 - y0 : x1 - x0) * scale;
  return { width: across, height: down };
}

export function toView(page: PageGeometry, zoom: number, x: number, y: number): Point {
  const scale = PIXELS_A_POINT * page.userUnit * zoom;
  const [x0, y0, x1, y1] = page.cropBox;
  switch (page.rotation) {
    case 90:
      return { x: (y - y0) * scale, y: (x - x0) * scale };
    case 180:
      return { x: (x1 - x) * scale, y: (y - y0) * scale };
    case 270:
      return { x: (y1 - y) * scale, y: (x1 - x) * scale };
    default:
      return { x: (x - x0) * scale, y: (y1 - y) * scale };
  }
}

export function toPage(page: PageGeometry, zoom: number, view: Point): Point {
  const scale = PIXELS_A_POINT * page.userUnit * zoom;
  const [x0, y0, x1, y1] = page.cropBox;
  const vx = view.x / scale;
  const vy = view.y / scale;
  switch (page.rotation) {
    case 90:
      return { x: x0 + vy, y: y0 + vx };
    case 180:
      return { x: x1 - vx, y: y0 + vy };
    case 270:
      return { x: x1 - vy, y: y1 - vx };
    default:
      return { x: x0 + vx, y: y1 - vy };
  }
}

export function boxOf(page: PageGeometry, zoom: number, rect: Rect): Box {
  const a = toView(page, zoom, rect[0], rect[1]);
  const b = toView(page, zoom, rect[2], rect[3]);
  const left = Math.min(a.x, b.x);
  const top = Math.min(a.y, b.y);
  return { left, top, width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}

/** A box on the screen as a rectangle of the page, cut to the visible area. */
export function rectOf(page: PageGeometry, zoom: number, box: Box): Rect {
  const a = toPage(page, zoom, { x: box.left, y: box.top });
  const b = toPage(page, zoom, { x: box.left + box.width, y: box.top + box.height });
  const [x0, y0, x1, y1] = normalise(a.x, a.y, b.x, b.y);
  const crop = page.cropBox;
  return [
    Math.max(x0, crop[0]),
    Math.max(y0, crop[1]),
    Math.min(x1, crop[2]),
    Math.min(y1, crop[3]),
  ];
}

/** The box spanned by two corners in any order. */
export function boxBetween(a: Point, b: Point): Box {
  return {
    left: Math.min(a.x, b.x),
    top: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}

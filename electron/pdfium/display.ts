// Geometry between three spaces: a page's un-rotated user space (what marks and quads use),
// the displayed page in points (origin bottom-left, upright, UserUnit folded in: the export's
// space) and displayed pixels (origin top-left). Pure arithmetic; touches no engine.
import type { Rect } from "../../shared/geometry/rect.ts";
import type { PageGeometry } from "../../shared/model/page.ts";

/** [a b c d e f] as in a PDF `cm`: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Size of the upright page in points of 1/72 inch. */
export function displayedSize(geometry: PageGeometry): Size {
  const [x0, y0, x1, y1] = geometry.cropBox;
  const across = (x1 - x0) * geometry.userUnit;
  const up = (y1 - y0) * geometry.userUnit;
  return geometry.rotation % 180 === 0
    ? { width: across, height: up }
    : { width: up, height: across };
}

/** User space → displayed points. */
export function toDisplayed(geometry: PageGeometry): Matrix {
  const [x0, y0, x1, y1] = geometry.cropBox;
  const u = geometry.userUnit;
  switch (geometry.rotation) {
    case 0:
      return [u, 0, 0, u, -x0 * u, -y0 * u];
    case 90:
      return [0, -u, u, 0, -y0 * u, x1 * u];
    case 180:
      return [-u, 0, 0, -u, x1 * u, y1 * u];
    case 270:
      return [0, u, -u, 0, y1 * u, -x0 * u];
  }
}

/** User space → displayed pixels of an image of `pixels` size showing the whole page. */
export function toPixels(geometry: PageGeometry, pixels: Size): Matrix {
  const size = displayedSize(geometry);
  const sx = pixels.width / size.width;
  const sy = pixels.height / size.height;
  return multiply(toDisplayed(geometry), [sx, 0, 0, -sy, 0, pixels.height]);
}

/** First `m`, then `n`. */
export function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[1] * n[2],
    m[0] * n[1] + m[1] * n[3],
    m[2] * n[0] + m[3] * n[2],
    m[2] * n[1] + m[3] * n[3],
    m[4] * n[0] + m[5] * n[2] + n[4],
    m[4] * n[1] + m[5] * n[3] + n[5],
  ];
}

export function invert(m: Matrix): Matrix {
  const det = m[0] * m[3] - m[1] * m[2];
  return [
    m[3] / det,
    -m[1] / det,
    -m[2] / det,
    m[0] / det,
    (m[2] * m[5] - m[3] * m[4]) / det,
    (m[1] * m[4] - m[0] * m[5]) / det,
  ];
}

export function transformPoint(m: Matrix, x: number, y: number): readonly [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

/** Bounding rectangle of the transformed rectangle. */
export function transformRect(m: Matrix, r: Rect): Rect {
  // Written out: asked for with every letter of a document.
  const x0 = r[0];
  const y0 = r[1];
  const x1 = r[2];
  const y1 = r[3];
  const ax = m[0] * x0 + m[2] * y0 + m[4];
  const ay = m[1] * x0 + m[3] * y0 + m[5];
  const bx = m[0] * x1 + m[2] * y0 + m[4];
  const by = m[1] * x1 + m[3] * y0 + m[5];
  const cx = m[0] * x1 + m[2] * y1 + m[4];
  const cy = m[1] * x1 + m[3] * y1 + m[5];
  const dx = m[0] * x0 + m[2] * y1 + m[4];
  const dy = m[1] * x0 + m[3] * y1 + m[5];
  return [
    Math.min(ax, bx, cx, dx),
    Math.min(ay, by, cy, dy),
    Math.max(ax, bx, cx, dx),
    Math.max(ay, by, cy, dy),
  ];
}

/** The rectangle around many transformed ones: asked for every letter of a document. */
export class Extent {
  #left = Infinity;
  #bottom = Infinity;
  #right = -Infinity;
  #top = -Infinity;
  #any = false;

  /** Takes in the bounds of the rectangle x0, y0, x1, y1 as `m` turns it. */
  add(m: Matrix, x0: number, y0: number, x1: number, y1: number): void {
    this.#any = true;
    this.#take(m[0] * x0 + m[2] * y0 + m[4], m[1] * x0 + m[3] * y0 + m[5]);
    this.#take(m[0] * x1 + m[2] * y0 + m[4], m[1] * x1 + m[3] * y0 + m[5]);
    this.#take(m[0] * x1 + m[2] * y1 + m[4], m[1] * x1 + m[3] * y1 + m[5]);
    this.#take(m[0] * x0 + m[2] * y1 + m[4], m[1] * x0 + m[3] * y1 + m[5]);
  }

  /** Undefined where nothing was taken in. */
  get bounds(): Rect | undefined {
    return this.#any ? [this.#left, this.#bottom, this.#right, this.#top] : undefined;
  }

  #take(x: number, y: number): void {
    this.#left = Math.min(this.#left, x);
    this.#bottom = Math.min(this.#bottom, y);
    this.#right = Math.max(this.#right, x);
    this.#top = Math.max(this.#top, y);
  }
}

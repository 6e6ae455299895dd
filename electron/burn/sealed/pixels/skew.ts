// A scan that lies a little askew: its lines rise or fall across the page, so that a strip of rows
// would cut through letters. Columns are shifted by whole pixels until lines lie level, and back
// afterwards: what was not touched comes back pixel for pixel. The slope is a property of the whole
// page, measured in coarse steps away from the marks, so that no burnt word can move it (B1).
import { luminance, Pixels, WHITE } from "./pixels.ts";
import type { PixelRect } from "./pixels.ts";

export interface Skew {
  /** Pixels down for each pixel to the right. */
  readonly slope: number;
}

export const LEVEL: Skew = { slope: 0 };

/** A tenth of a degree: over a whole line two or three pixels at 300 dpi. */
const STEP = 0.00175;
const STEPS = 20;
const DARK = 140;
/** Columns that are looked at: every so many pixels. */
const EVERY = 6;
/** Lines must stand out so much more clearly for a page to count as askew. */
const CLEARER = 1.15;

/** @param covered rectangles that are not looked at: the marks */
export function skewOf(page: Pixels, covered: readonly PixelRect[]): Skew {
  const { width, height } = page;
  const points: number[] = [];
  const hidden = covered.map((rect) => page.clip(rect));
  for (let x = 0; x < width; x += EVERY) {
    const own = hidden.filter((rect) => x >= rect.x0 && x < rect.x1);
    for (let y = 0; y < height; y++) {
      if (luminance(page.at(x, y)) >= DARK) continue;
      if (own.some((rect) => y >= rect.y0 && y < rect.y1)) continue;
      points.push(x, y);
    }
  }
  if (points.length < 400) return LEVEL;
  const rows = new Float64Array(height);
  const clearness = (slope: number) => {
    rows.fill(0);
    for (let i = 0; i < points.length; i += 2) {
      const y = Math.round(points[i + 1]! - slope * (points[i]! - width / 2));
      if (y >= 0 && y < height) rows[y]!++;
    }
    let sum = 0;
    for (let y = 1; y < height; y++) sum += (rows[y]! - rows[y - 1]!) ** 2;
    return sum;
  };
  const level = clearness(0);
  let best = 0;
  let clearest = level * CLEARER;
  for (let step = -STEPS; step <= STEPS; step++) {
    const clear = clearness(step * STEP);
    if (step !== 0 && clear > clearest) {
      clearest = clear;
      best = step;
    }
  }
  return { slope: best * STEP };
}

/** Pixels by which a column lies too low on the page. */
export function dropAt(x: number, width: number, { slope }: Skew): number {
  return Math.round(slope * (x - width / 2));
}

/** Rows added above and below so that nothing is shifted off the page. */
export function spareRows(width: number, skew: Skew): number {
  return Math.ceil(Math.abs(skew.slope) * (width / 2)) + 1;
}

export function levelled(page: Pixels, skew: Skew): Pixels {
  if (skew.slope === 0) return page;
  const spare = spareRows(page.width, skew);
  const level = new Pixels(page.width, page.height + 2 * spare).filled(WHITE);
  shift(page, level, (x) => spare - dropAt(x, page.width, skew));
  return level;
}

/** The inverse of `levelled`. */
export function slanted(level: Pixels, height: number, skew: Skew): Pixels {
  if (skew.slope === 0) return level;
  const spare = spareRows(level.width, skew);
  const page = new Pixels(level.width, height);
  shift(level, page, (x) => dropAt(x, level.width, skew) - spare);
  return page;
}

function shift(from: Pixels, to: Pixels, by: (x: number) => number): void {
  for (let x = 0; x < from.width; x++) {
    const down = by(x);
    const last = Math.min(from.height, to.height - down);
    for (let y = Math.max(0, -down); y < last; y++)
      to.data[(y + down) * to.width + x] = from.data[y * from.width + x]!;
  }
}

export function levelledRect(rect: PixelRect, width: number, skew: Skew): PixelRect {
  if (skew.slope === 0) return rect;
  const down = spareRows(width, skew) - dropAt((rect.x0 + rect.x1) / 2, width, skew);
  return { ...rect, y0: rect.y0 + down, y1: rect.y1 + down };
}

/** A rectangle of the levelled page on the page as it lies, dropped as a whole. */
export function droppedRect(rect: PixelRect, width: number, skew: Skew): PixelRect {
  if (skew.slope === 0) return rect;
  const down = dropAt((rect.x0 + rect.x1) / 2, width, skew) - spareRows(width, skew);
  return { ...rect, y0: rect.y0 + down, y1: rect.y1 + down };
}

/** Everything that a rectangle of the levelled page may touch once it is put back. */
export function reachOf(rect: PixelRect, width: number, skew: Skew): PixelRect {
  if (skew.slope === 0) return rect;
  const spare = spareRows(width, skew);
  const drops = [dropAt(rect.x0, width, skew), dropAt(Math.max(rect.x0, rect.x1 - 1), width, skew)];
  return {
    ...rect,
    y0: rect.y0 - spare + Math.min(...drops),
    y1: rect.y1 - spare + Math.max(...drops),
  };
}

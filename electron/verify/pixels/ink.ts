// Looks for the picture of a secret: does a patch of the original's ink show in the export, at its
// old place or anywhere along its line? Correlation does not mind contrast, so a veil, a blend or
// a pale copy is found like a plain one; coarse cells find what was only blurred or made mosaic.
import type { PixelBox, Raster } from "./raster.ts";

export interface Patch {
  readonly width: number;
  readonly height: number;
  /** Grey minus the mean of its row: what all lines of text have in common drops out. */
  readonly values: Float32Array;
  readonly norm: number;
}

/** Cuts a patch and shrinks it by whole factors. Empty boxes give a patch without norm. */
export function cutPatch(raster: Raster, box: PixelBox, shrink = 1): Patch {
  const width = Math.floor((box[2] - box[0]) / shrink);
  const height = Math.floor((box[3] - box[1]) / shrink);
  const values = new Float32Array(Math.max(0, width * height));
  let norm = 0;
  for (let y = 0; y < height; y++) {
    let sum = 0;
    for (let x = 0; x < width; x++) {
      const value = blockMean(raster, box[0] + x * shrink, box[1] + y * shrink, shrink);
      values[y * width + x] = value;
      sum += value;
    }
    const mean = sum / width;
    for (let x = 0; x < width; x++) {
      const value = values[y * width + x]! - mean;
      values[y * width + x] = value;
      norm += value * value;
    }
  }
  return { width, height, values, norm };
}

function blockMean(raster: Raster, x0: number, y0: number, size: number): number {
  if (size === 1) return raster.grey[y0 * raster.width + x0]!;
  let sum = 0;
  for (let y = y0; y < y0 + size; y++)
    for (let x = x0; x < x0 + size; x++) sum += raster.grey[y * raster.width + x]!;
  return sum / (size * size);
}

/** Correlation of two patches of one size, -1..1; 0 where one of them is flat. */
export function likeness(a: Patch, b: Patch): number {
  const count = a.values.length;
  if (count === 0 || count !== b.values.length) return 0;
  if (a.norm / count < 4 || b.norm / count < 0.5) return 0;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += a.values[i]! * b.values[i]!;
  return sum / Math.sqrt(a.norm * b.norm);
}

export interface Spot {
  readonly score: number;
  readonly x: number;
  readonly y: number;
}

/** Best likeness of a patch within a strip, over all places that are `allowed`. */
export function bestPlace(
  patch: Patch,
  strip: Patch,
  allowed: (x: number, y: number) => boolean,
): Spot {
  let best: Spot = { score: 0, x: 0, y: 0 };
  if (patch.width < 4 || patch.height < 3 || patch.norm / patch.values.length < 4) return best;
  for (let y = 0; y + patch.height <= strip.height; y++)
    for (let x = 0; x + patch.width <= strip.width; x++) {
      if (!allowed(x, y)) continue;
      const score = likenessAt(patch, strip, x, y);
      if (score > best.score) best = { score, x, y };
    }
  return best;
}

/** Correlation of a patch with a place of a strip, each row about its own mean. */
function likenessAt(patch: Patch, strip: Patch, x: number, y: number): number {
  const { width, height, values } = patch;
  let cross = 0;
  let norm = 0;
  for (let row = 0; row < height; row++) {
    const at = (y + row) * strip.width + x;
    const from = row * width;
    let sum = 0;
    let squares = 0;
    let product = 0;
    for (let i = 0; i < width; i++) {
      const value = strip.values[at + i]!;
      sum += value;
      squares += value * value;
      product += value * values[from + i]!;
    }
    // The patch's rows have mean 0, so the strip's mean drops out of the product.
    cross += product;
    norm += squares - (sum * sum) / width;
  }
  return norm / values.length < 1 ? 0 : cross / Math.sqrt(norm * patch.norm);
}

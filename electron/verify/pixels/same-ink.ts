// Is the ink of a blob what another picture shows in some place? Shape against shape, and where the
// other picture is of one shade all around, the blob may not be of another: pale or small ink beside
// what is known is not the known.
import type { Blob, Blobs } from "./blobs.ts";
import type { Raster } from "./raster.ts";

/** From the blob's place. */
export interface Offset {
  readonly dx: number;
  readonly dy: number;
}

/** Correlation of two shapes below which it is not worth looking closer. */
const RATHER_ALIKE = 0.65;
/** Shades around a place that are one, and by which a pixel of that place is another. */
const FLAT = 32;
const STRAY = 24;
/** Pixels around a place. */
const AROUND = 2;
/** Pixels of a thousand that may stray: specks. */
const STRAYS = 4;

/**
 * The place near a guess where the source looks most like the blob.
 * @param alike correlation that is the same ink drawn twice
 * @returns undefined where it is not the same
 */
export function samePlace(
  picture: Raster,
  blobs: Blobs,
  blob: Blob,
  source: Raster,
  guess: Offset,
  reach: readonly [number, number],
  alike: number,
): Offset | undefined {
  const own = ownPixels(picture, blobs, blob, source.width);
  let best = guess;
  let score = 0;
  for (let dy = guess.dy - reach[1]; dy <= guess.dy + reach[1]; dy++)
    for (let dx = guess.dx - reach[0]; dx <= guess.dx + reach[0]; dx++) {
      const here = likenessAt(own, source, { dx, dy });
      if (here <= score) continue;
      score = here;
      best = { dx, dy };
    }
  if (score < RATHER_ALIKE) return undefined;
  // Letters may stand between two pixels in one of the pictures.
  for (const across of [0, 1, -1])
    for (const down of [0, source.width, -source.width])
      if (score < alike) score = Math.max(score, likenessAt(own, source, best, across, down));
  if (score < alike) return undefined;
  return strays(own, source, best) * 1000 <= own.at.length * STRAYS + 2000 ? best : undefined;
}

interface Own {
  /** Places of the blob's ink and of the paper within its box, as places of the source. */
  readonly at: Int32Array;
  readonly values: Float32Array;
  readonly mean: number;
  readonly norm: number;
}

function ownPixels(
  { grey, width }: Raster,
  { owners, region: [left, top, right] }: Blobs,
  { id, box: [x0, y0, x1, y1] }: Blob,
  sourceWidth: number,
): Own {
  const at = new Int32Array((x1 - x0) * (y1 - y0));
  const values = new Float32Array(at.length);
  let count = 0;
  let sum = 0;
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) {
      const owner = owners[(y - top) * (right - left) + x - left]!;
      if (owner !== id && owner !== 0) continue;
      at[count] = y * sourceWidth + x;
      sum += values[count++] = grey[y * width + x]!;
    }
  const mean = sum / count;
  let norm = 0;
  for (let i = 0; i < count; i++) {
    const value = (values[i]! -= mean);
    norm += value * value;
  }
  return { at: at.subarray(0, count), values: values.subarray(0, count), mean, norm };
}

/** Correlation with the source so far away, half a pixel on where a way to a neighbour is given. */
function likenessAt(
  own: Own,
  { grey, width }: Raster,
  place: Offset,
  across = 0,
  down = 0,
): number {
  const { at, values, norm } = own;
  const offset = place.dy * width + place.dx;
  let sum = 0;
  let squares = 0;
  let product = 0;
  for (let i = 0; i < at.length; i++) {
    const from = at[i]! + offset;
    let value = grey[from] ?? 255;
    if (across || down)
      value =
        (value +
          (grey[from + across] ?? 255) +
          (grey[from + down] ?? 255) +
          (grey[from + across + down] ?? 255)) /
        4;
    sum += value;
    squares += value * value;
    product += value * values[i]!;
  }
  const other = squares - (sum * sum) / at.length;
  return norm < 1 || other < 1 ? 0 : product / Math.sqrt(norm * other);
}

/** Pixels of another shade than the one that the source has all around their place. */
function strays({ at, values, mean }: Own, { grey, width }: Raster, place: Offset): number {
  const offset = place.dy * width + place.dx;
  let count = 0;
  for (let i = 0; i < at.length; i++) {
    const from = at[i]! + offset;
    const shade = values[i]! + mean;
    if (Math.abs((grey[from] ?? 255) - shade) <= STRAY) continue;
    let low = 255;
    let high = 0;
    for (let row = from - AROUND * width; row <= from + AROUND * width; row += width)
      for (let k = row - AROUND; k <= row + AROUND; k++) {
        const value = grey[k] ?? 255;
        if (value < low) low = value;
        if (value > high) high = value;
      }
    if (high - low <= FLAT && (shade < low - STRAY || shade > high + STRAY)) count++;
  }
  return count;
}

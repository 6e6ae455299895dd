// Parts of a blob: what hangs together with a label's box, before it and behind.
import type { Blob, Blobs } from "../../pixels/blobs.ts";
import { boxIn } from "./reading-pieces.ts";

/** Pixels of a box's soft edge. */
const EDGE = 2;

/** A blob without the box that it hangs together with: what stands before it and behind. */
export function besideBox(blobs: Blobs, blob: Blob): Blob[] {
  const cut = boxIn(blobs, blob);
  if (!cut) return [blob];
  const [x0, , x1] = blob.box;
  return [[x0, cut[0] - EDGE] as const, [cut[1] + EDGE, x1] as const].flatMap(([from, to]) => {
    const part = trimmed(blobs, blob, from, to);
    return part ? [part] : [];
  });
}

/** Some columns of a blob. */
function trimmed(
  { owners, region: [left, top, right] }: Blobs,
  { id, box: [, y0, , y1] }: Blob,
  from: number,
  to: number,
): Blob | undefined {
  let [low, high, pixels] = [y1, y0, 0];
  for (let y = y0; y < y1; y++)
    for (let x = from; x < to; x++) {
      if (owners[(y - top) * (right - left) + x - left] !== id) continue;
      [low, high] = [Math.min(low, y), Math.max(high, y + 1)];
      pixels++;
    }
  return pixels > 0 ? { id, box: [from, low, to, high], pixels } : undefined;
}

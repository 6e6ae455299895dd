// What is to be seen: pages drawn by pdf.js, searched for the colour a secret was drawn in.
import { createCanvas } from "@napi-rs/canvas";
import { openPdfJs } from "./engines.ts";

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
  /** Pixels per point. */
  readonly scale: number;
}

export async function drawPage(bytes: Uint8Array, number: number, scale = 2): Promise<Picture> {
  const document = await openPdfJs(bytes);
  try {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale });
    const width = Math.ceil(viewport.width);
    const height = Math.ceil(viewport.height);
    const canvas = createCanvas(width, height);
    const context = canvas.getContext("2d");
    await page.render({ canvas: canvas as never, canvasContext: context as never, viewport })
      .promise;
    return { width, height, data: context.getImageData(0, 0, width, height).data, scale };
  } finally {
    await document.loadingTask.destroy();
  }
}

/** Pixels whose colour is near the given one, in the whole picture or within a box in points. */
export function countInk(
  { data, width, height, scale }: Picture,
  ink: readonly [number, number, number],
  within: readonly [number, number, number, number] = [0, 0, width / scale, height / scale],
): number {
  const [left, bottom, right, top] = within.map((side) => Math.round(side * scale));
  let count = 0;
  for (let y = height - top!; y < height - bottom!; y++) {
    for (let x = left!; x < right!; x++) {
      const i = (y * width + x) * 4;
      const distance = [0, 1, 2].reduce((sum, c) => sum + Math.abs(data[i + c]! - ink[c]!), 0);
      if (distance < 90) count++;
    }
  }
  return count;
}

/**
 * Whether the columns just inside the left and right edge are of one colour.
 * @param box points, origin bottom left
 * @param inset points left out at the edge: a sealed page keeps its boxes in pixels of its own
 */
export function edgesAreUniform(
  { data, width, height, scale }: Picture,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  inset: number,
): boolean {
  const left = Math.ceil((x0 + inset) * scale);
  const right = Math.floor((x1 - inset) * scale) - 1;
  const top = height - Math.floor((y1 - inset) * scale);
  const bottom = height - Math.ceil((y0 + inset) * scale) - 1;
  if (right <= left || bottom <= top) return true;
  const at = (x: number, y: number): number => (y * width + x) * 4;
  const first = at(left, top);
  for (let y = top; y <= bottom; y++) {
    for (const x of [left, right]) {
      const here = at(x, y);
      const far = [0, 1, 2].some((c) => Math.abs(data[here + c]! - data[first + c]!) > 40);
      if (far) return false;
    }
  }
  return true;
}

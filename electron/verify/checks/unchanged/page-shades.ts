// Shades that a page has by itself: of paper, of its grounds and of its rules.
import type { PixelBox, Raster } from "../../pixels/raster.ts";

/** Levels by which ink stands out from paper. */
export const INK = 6;
/** Share of a part of a page that is a ground, and pixels of a shade that the original has there. */
const GROUND = 0.03;
const LEAST_OF_SHADE = 12;
/** Pixels of a run that is a rule or a ground and no stroke of a letter: across, and up. */
const ACROSS = 32;
const UP = 26;
/** Pixels of a side of a small drawing. */
const SIDE = 10;
/** Pixels of a rule's thickness. */
const THIN = 4;

export interface Shades {
  /** 1 for shades of paper and of grounds of the whole page. */
  readonly paper: Uint8Array;
  /** 1 for shades of the original's smaller grounds. */
  readonly ground: Uint8Array;
  /** The darkest shade of a thin rule of the original. */
  readonly rule: number;
}

export function shadesOf({ grey, width }: Raster, [x0, y0, x1, y1]: PixelBox): Shades {
  const counts = new Uint32Array(256);
  const grounds = new Uint32Array(256);
  const rules = new Uint32Array(256);
  const words = new Int32Array(grey.buffer, grey.byteOffset, grey.length >> 2);
  for (let y = y0; y < y1; y++)
    for (let at = y * width + x0, end = y * width + x1; at < end; at++) {
      // Four white pixels at a time are counted.
      if ((at & 3) === 0 && at + 4 <= end && words[at >> 2] === -1) {
        counts[255]! += 4;
        at += 3;
        continue;
      }
      const shade = grey[at]!;
      counts[shade]!++;
      if (shade === 255) continue;
      const kind = ruleAt(grey, at, width);
      if (kind === "ground") grounds[shade]!++;
      else if (kind === "rule") rules[shade]!++;
    }
  const all = (x1 - x0) * (y1 - y0);
  const paper = new Uint8Array(256);
  const ground = new Uint8Array(256);
  for (let shade = 0; shade < 256; shade++)
    for (let near = Math.max(0, shade - INK); near <= Math.min(255, shade + INK); near++) {
      if (shade === 255 || counts[shade]! > GROUND * all) paper[near] = 1;
      if (grounds[shade]! >= LEAST_OF_SHADE) ground[near] = 1;
    }
  const rule = rules.findIndex((count) => count >= LEAST_OF_SHADE);
  return { paper, ground, rule: rule < 0 ? Infinity : rule };
}

/** Part of a run of one shade that is longer than any stroke of a letter of running text, thin or not. */
export function ruleAt(grey: Uint8Array, at: number, width: number): "rule" | "ground" | undefined {
  const across = run(grey, at, 1, ACROSS);
  const up = run(grey, at, width, UP);
  if (across < ACROSS && up < UP) return undefined;
  return Math.min(across, up) <= THIN ? "rule" : "ground";
}

/** Pixels of the thin stroke that is part of a rule, or of a side of a small box to be ticked; 0 of all else. */
export function strokeAt(grey: Uint8Array, at: number, width: number): number {
  const [across, up] = [run(grey, at, 1, ACROSS), run(grey, at, width, ACROSS)];
  const long = Math.max(across, up);
  return long >= SIDE && Math.min(across, up) <= THIN ? long : 0;
}

/** Pixels of one shade on end in a direction, `most` at most. */
function run(grey: Uint8Array, at: number, step: number, most: number): number {
  const value = grey[at]!;
  let count = 1;
  for (const by of [step, -step])
    for (let k = at + by; count < most && Math.abs((grey[k] ?? -99) - value) <= INK; k += by)
      count++;
  return count;
}

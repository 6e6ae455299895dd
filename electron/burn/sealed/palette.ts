// Decides how a page's pixels are kept: as a few flat colours (each one becomes a Group 4 mask at
// full resolution) or as a photograph. A page of black text is the palette {white, black}.
// Counts only; every decision is a function of the burnt pixels, so twins agree (B1).
import { WHITE, blue, green, red } from "./pixels.ts";
import type { Pixels } from "./pixels.ts";

/** Colours a page may have beside white before it counts as a photograph. */
const MOST_COLOURS = 8;
/** A colour seen in fewer flat pixels than this is an edge or a speck. */
const FEWEST_PIXELS = 48;
/** Largest difference of a channel at which two colours are one to the eye. */
const SAME = 20;
/** A pixel this far from every colour, in a run of such pixels, is shading and not an edge. */
const NEAR = 44;
/** Share of shading pixels from which a page is a photograph. */
const SHADED = 0.0015;

export type Classes =
  | {
      readonly kind: "palette";
      /** colours[0] is white; the others by falling area. */
      readonly colours: readonly number[];
      /** Nearest colour by 15-bit index, see `cell`. */
      readonly nearest: Uint8Array;
    }
  | { readonly kind: "photograph"; readonly grey: boolean };

/** 15-bit index of a pixel's colour. */
export function cell(pixel: number): number {
  return ((pixel >>> 3) & 31) | ((pixel >>> 6) & 0x3e0) | ((pixel >>> 9) & 0x7c00);
}

export function classify(pixels: Pixels): Classes {
  const flat = flatColours(pixels);
  const colours = flat && palette(flat);
  if (colours) {
    const nearest = nearestTable(colours);
    if (shaded(pixels, colours) <= SHADED * pixels.data.length) {
      return { kind: "palette", colours, nearest };
    }
  }
  return { kind: "photograph", grey: isGrey(pixels) };
}

/** Counts of colours that fill at least three pixels in a row or column; null if there are too many. */
function flatColours(pixels: Pixels): Map<number, number> | null {
  const { data, width } = pixels;
  const counts = new Map<number, number>();
  const start = 2 * width;
  let last = WHITE;
  let run = 0;
  for (let i = start; i < data.length; i++) {
    const pixel = data[i]!;
    if (pixel === WHITE) continue;
    const row = pixel === data[i - 1] && pixel === data[i - 2];
    if (!row && !(pixel === data[i - width] && pixel === data[i - start])) continue;
    if (pixel === last) {
      run++;
      continue;
    }
    if (run > 0) counts.set(last, (counts.get(last) ?? 0) + run);
    last = pixel;
    run = 1;
    if (counts.size > 8192) return null;
  }
  if (run > 0) counts.set(last, (counts.get(last) ?? 0) + run);
  return counts;
}

function palette(flat: ReadonlyMap<number, number>): number[] | null {
  const sorted = [...flat].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const chosen: { colour: number; count: number }[] = [{ colour: WHITE, count: Infinity }];
  for (const [colour, count] of sorted) {
    const same = chosen.find((c) => distance(c.colour, colour) <= SAME);
    if (same) same.count += count;
    else if (count >= FEWEST_PIXELS) chosen.push({ colour, count });
    if (chosen.length > MOST_COLOURS + 1) return null;
  }
  return chosen.map((c) => c.colour);
}

/** Pixels that belong to no colour although both neighbours do not either: gradients, photographs. */
function shaded(pixels: Pixels, colours: readonly number[]): number {
  const far = new Uint8Array(32_768);
  for (let index = 0; index < far.length; index++) {
    const colour = colourOfCell(index);
    far[index] = colours.every((c) => distance(c, colour) > NEAR) ? 1 : 0;
  }
  const { data } = pixels;
  const enough = SHADED * data.length;
  let count = 0;
  for (let i = 1; i + 1 < data.length; i++) {
    const pixel = data[i]!;
    if (pixel === WHITE || far[cell(pixel)] === 0) continue;
    if (far[cell(data[i - 1]!)] === 1 && far[cell(data[i + 1]!)] === 1 && ++count > enough) break;
  }
  return count;
}

function isGrey(pixels: Pixels): boolean {
  let coloured = 0;
  for (const pixel of pixels.data) {
    if (pixel === WHITE) continue;
    const r = red(pixel);
    const g = green(pixel);
    const b = blue(pixel);
    if (Math.max(r, g, b) - Math.min(r, g, b) > 28) coloured++;
  }
  return coloured <= pixels.data.length * 0.0002;
}

function nearestTable(colours: readonly number[]): Uint8Array {
  const table = new Uint8Array(32_768);
  for (let index = 0; index < table.length; index++) {
    const colour = colourOfCell(index);
    let best = Infinity;
    for (let c = 0; c < colours.length; c++) {
      const other = colours[c]!;
      const away =
        (red(colour) - red(other)) ** 2 +
        (green(colour) - green(other)) ** 2 +
        (blue(colour) - blue(other)) ** 2;
      if (away < best) {
        best = away;
        table[index] = c;
      }
    }
  }
  return table;
}

function colourOfCell(index: number): number {
  const r = (index & 31) * 8 + 4;
  const g = ((index >>> 5) & 31) * 8 + 4;
  const b = ((index >>> 10) & 31) * 8 + 4;
  return ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;
}

/** Largest difference of a channel. */
function distance(a: number, b: number): number {
  return Math.max(
    Math.abs(red(a) - red(b)),
    Math.abs(green(a) - green(b)),
    Math.abs(blue(a) - blue(b)),
  );
}

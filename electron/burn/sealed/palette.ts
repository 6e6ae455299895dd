// Decides how a page's pixels are kept: as a few flat colours (each one becomes a Group 4 mask at
// full resolution) or as a photograph. A page of black text is the palette {white, black}.
// Counts only; every decision is a function of the burnt pixels, so twins agree (B1).
import { BLACK, WHITE, blue, green, red } from "./pixels.ts";
import type { Pixels } from "./pixels.ts";

/** Colours a page may have beside white before it counts as a photograph. */
const MOST_COLOURS = 8;
/** A colour seen in fewer flat pixels than this is an edge or a speck. */
const FEWEST_PIXELS = 100;
/** Largest difference of a channel at which two colours are one to the eye. */
const SAME = 20;
/** The same beside white, for areas: shaded rows of tables and words behind the text are pale. */
const PALE = 8;
const PALE_AREA = 1500;
/** A pixel this far from every colour, as are those around it, is shading and not an edge. */
const NEAR = 44;
/** Edges of letters are smoothed over fewer pixels than this. */
const REACH = 2;
/** Share of shading pixels from which a page is a photograph. */
const SHADED = 0.0008;

export type Classes =
  | {
      readonly kind: "palette";
      /** colours[0] is white; the others by falling area. */
      readonly colours: readonly number[];
      /** By 15-bit index (see `cell`) the colour that a pixel is, or UNSURE. */
      readonly exact: Uint8Array;
      /** By 15-bit index the colour of which a pixel on white is the smoothed edge, or white. */
      readonly edge: Uint8Array;
    }
  | { readonly kind: "photograph" };

/** 15-bit index of a pixel's colour. */
export function cell(pixel: number): number {
  return ((pixel >>> 3) & 31) | ((pixel >>> 6) & 0x3e0) | ((pixel >>> 9) & 0x7c00);
}

export function classify(pixels: Pixels, extents: Int32Array): Classes {
  const flat = flatColours(pixels, extents);
  const colours = flat && palette(flat);
  if (colours && !shaded(pixels, extents, colours)) {
    return { kind: "palette", colours, exact: exactTable(colours), edge: edgeTable(colours) };
  }
  return { kind: "photograph" };
}

/**
 * Counts of colours that fill areas or long thin lines. The smoothed edges of letters are level,
 * too, but short and one pixel high: they are not colours of the page.
 */
function flatColours(pixels: Pixels, extents: Int32Array): Map<number, number> | null {
  const { width, height, data } = pixels;
  // As numbers with a sign, which are quicker.
  const words = new Int32Array(data.buffer, data.byteOffset, data.length);
  const counts = new Map<number, number>();
  const columns = new Uint16Array(width);
  const add = (word: number, by: number) => {
    const pixel = word >>> 0;
    counts.set(pixel, (counts.get(pixel) ?? 0) + by);
  };
  for (let y = 2; y < height; y += STEP) {
    const row = y * width;
    const end = extents[2 * y + 1]!;
    let run = 0;
    let solid = 0;
    for (let x = Math.max(1, extents[2 * y]!); x < end; x++) {
      const pixel = words[row + x]!;
      const up = pixel === words[row + x - width];
      const down = up ? columns[x]! + STEP : 1;
      if (pixel === BLANK && words[row + x - 1] === BLANK) {
        columns[x] = down;
        continue;
      }
      columns[x] = down;
      if (pixel === words[row + x - 1]) {
        run++;
        if (down > 2 && run > 1) solid += STEP;
      } else {
        if (words[row + x - 1] !== BLANK) {
          if (run >= LINE) add(words[row + x - 1]!, run);
          else if (solid > 0) add(words[row + x - 1]!, solid);
        }
        run = 0;
        solid = 0;
      }
      if (down === LINE + 1 && pixel !== BLANK) add(pixel, LINE);
    }
    const last = end > 0 ? words[row + end - 1]! : BLANK;
    if (last !== BLANK) {
      if (run >= LINE) add(last, run);
      else if (solid > 0) add(last, solid);
    }
    if (counts.size > 8192) return null;
  }
  return counts;
}

const BLANK = WHITE | 0;
/** Only every second row is looked at. */
const STEP = 2;
/** A level stretch of this many pixels is a line that somebody drew. */
const LINE = 64;

function palette(flat: ReadonlyMap<number, number>): number[] | null {
  const sorted = [...flat].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  // Black is always there: a page may hold nothing but its number in fine print.
  const chosen: { colour: number; count: number }[] = [
    { colour: WHITE, count: Infinity },
    { colour: BLACK, count: 0 },
  ];
  for (const [colour, count] of sorted) {
    const reach = (other: number) => (other === WHITE && count >= PALE_AREA ? PALE : SAME);
    const same = chosen.find((c) => distance(c.colour, colour) <= reach(c.colour));
    if (same) same.count += count;
    else if (count >= FEWEST_PIXELS) chosen.push({ colour, count });
    if (chosen.length > MOST_COLOURS + 2) return null;
  }
  return [
    WHITE,
    ...chosen
      .slice(1)
      .sort((a, b) => b.count - a.count)
      .map((c) => c.colour),
  ];
}

/** Whether much of the page belongs to no colour, nor do its neighbours: gradients, photographs. */
function shaded(pixels: Pixels, extents: Int32Array, colours: readonly number[]): boolean {
  const far = new Uint8Array(32_768);
  for (let index = 0; index < far.length; index++) {
    const colour = colourOfCell(index);
    far[index] = colours.every((c) => distance(c, colour) > NEAR) ? 1 : 0;
  }
  const { data, width, height } = pixels;
  const down = REACH * width;
  const enough = (SHADED * data.length) / (STEP * STEP);
  let count = 0;
  for (let y = REACH; y < height - REACH; y += STEP) {
    const end = y * width + Math.min(width - REACH, extents[2 * y + 1]!);
    for (let i = y * width + Math.max(REACH, extents[2 * y]!); i < end; i += STEP) {
      const pixel = data[i]!;
      if (pixel === WHITE || pixel === BLACK || far[cell(pixel)] === 0) continue;
      if (far[cell(data[i - REACH]!)] === 0 || far[cell(data[i + REACH]!)] === 0) continue;
      if (far[cell(data[i - down]!)] === 0 || far[cell(data[i + down]!)] === 0) continue;
      if (++count > enough) return true;
    }
  }
  return false;
}

/** True of a photograph without colours. */
export function isGrey(pixels: Pixels, extents: Int32Array): boolean {
  const { data, width, height } = pixels;
  const enough = data.length * 0.0002;
  let coloured = 0;
  for (let y = 0; y < height; y++) {
    const end = y * width + extents[2 * y + 1]!;
    for (let i = y * width + extents[2 * y]!; i < end; i++) {
      const pixel = data[i]!;
      const r = pixel & 255;
      const g = (pixel >>> 8) & 255;
      const b = (pixel >>> 16) & 255;
      if (Math.abs(r - g) > COLOURED || Math.abs(g - b) > COLOURED || Math.abs(r - b) > COLOURED) {
        if (++coloured > enough) return false;
      }
    }
  }
  return true;
}

/** Difference of channels from which a pixel is coloured. */
const COLOURED = 28;

/** Marks a pixel between the colours. */
export const UNSURE = 255;

function exactTable(colours: readonly number[]): Uint8Array {
  const table = new Uint8Array(32_768).fill(UNSURE);
  for (let index = 0; index < table.length; index++) {
    const colour = colourOfCell(index);
    let best = SAME;
    colours.forEach((other, kind) => {
      const away = distance(other, colour);
      if (away > best || (away === best && table[index] !== UNSURE)) return;
      best = away;
      table[index] = kind;
    });
  }
  return table;
}

/** An edge lies on the straight way from white to its colour; of several such the larger area wins. */
function edgeTable(colours: readonly number[]): Uint8Array {
  const table = new Uint8Array(32_768);
  for (let index = 0; index < table.length; index++) {
    const pixel = colourOfCell(index);
    const away = [255 - red(pixel), 255 - green(pixel), 255 - blue(pixel)] as const;
    let least = Infinity;
    colours.forEach((colour, kind) => {
      if (kind === 0) return;
      const full = [255 - red(colour), 255 - green(colour), 255 - blue(colour)] as const;
      const length = full[0] ** 2 + full[1] ** 2 + full[2] ** 2;
      const share = (away[0] * full[0] + away[1] * full[1] + away[2] * full[2]) / length;
      const part = Math.min(1, Math.max(0, share));
      const beside =
        (away[0] - part * full[0]) ** 2 +
        (away[1] - part * full[1]) ** 2 +
        (away[2] - part * full[2]) ** 2;
      if (beside >= least - 1) return;
      least = beside;
      table[index] = part >= 0.5 ? kind : 0;
    });
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
export function distance(a: number, b: number): number {
  return Math.max(
    Math.abs(red(a) - red(b)),
    Math.abs(green(a) - green(b)),
    Math.abs(blue(a) - blue(b)),
  );
}

// Decides how a page's pixels are kept: as a few flat colours (each one becomes a Group 4 mask at
// full resolution) or as a photograph. A page of black text is the palette {white, black}.
// Counts only; every decision is a function of the burnt pixels, so twins agree (B1).
import { SAME, cell, distance, tablesOf } from "./colour-tables.ts";
import type { Tables } from "./colour-tables.ts";
import { BLACK, BLANK, WHITE } from "../pixels/pixels.ts";
import type { Pixels } from "../pixels/pixels.ts";

/** Colours a page may have beside white before it counts as a photograph. */
const MOST_COLOURS = 8;
/** A colour seen in fewer flat pixels than this is an edge or a speck. */
const FEWEST_PIXELS = 100;
/** Largest difference of a channel at which a colour is white, for areas: shaded rows of tables and words behind the text are pale. */
const PALE = 8;
const PALE_AREA = 1500;
/** Edges of letters are smoothed over fewer pixels than this. */
const REACH = 2;
/** Share of shading pixels from which a page is a photograph. */
const SHADED = 0.0008;

export type Classes =
  | ({
      readonly kind: "palette";
      /** colours[0] is white; the others by falling area. */
      readonly colours: readonly number[];
    } & Pick<Tables, "exact" | "edge">)
  | { readonly kind: "photograph" };

export function classify(pixels: Pixels, extents: Int32Array): Classes {
  const flat = flatColours(pixels, extents);
  const colours = flat && palette(flat);
  if (!colours) return { kind: "photograph" };
  const { far, exact, edge } = tablesOf(colours);
  if (shaded(pixels, extents, far)) return { kind: "photograph" };
  return { kind: "palette", colours, exact, edge };
}

/**
 * Counts of colours that fill areas or long thin lines. The smoothed edges of letters are level,
 * too, but short and one pixel high: they are not colours of the page.
 */
function flatColours(pixels: Pixels, extents: Int32Array): Map<number, number> | null {
  const { width, height, words } = pixels;
  const counts = new Map<number, number>();
  const columns = new Uint16Array((width + 1) & ~1);
  const pairs = new Int32Array(columns.buffer);
  // Most of what is counted is one colour: it is written down when another comes.
  let [counted, sum] = [BLANK, 0];
  const write = () => {
    if (sum > 0) counts.set(counted >>> 0, (counts.get(counted >>> 0) ?? 0) + sum);
    sum = 0;
  };
  const add = (word: number, by: number) => {
    if (word !== counted) {
      write();
      counted = word;
    }
    sum += by;
  };
  for (let y = 2; y < height; y += STEP) {
    const row = y * width;
    const end = extents[2 * y + 1]!;
    let run = 0;
    let solid = 0;
    const start = Math.max(1, extents[2 * y]!);
    let before = words[row + start - 1]!;
    for (let x = start; x < end; x++) {
      const pixel = words[row + x]!;
      if (pixel === BLANK) {
        if (before !== BLANK) {
          if (run >= LINE) add(before, run);
          else if (solid > 0) add(before, solid);
          before = BLANK;
        }
        x = passBlanks(words, columns, pairs, row, x, end, width) - 1;
        continue;
      }
      const down = pixel === words[row + x - width] ? columns[x]! + STEP : 1;
      columns[x] = down;
      if (pixel === before) {
        run++;
        if (down > 2 && run > 1) solid += STEP;
      } else {
        if (before !== BLANK) {
          if (run >= LINE) add(before, run);
          else if (solid > 0) add(before, solid);
        }
        before = pixel;
        run = 0;
        solid = 0;
      }
      if (down === LINE + 1) add(pixel, LINE);
    }
    const last = end > 0 ? words[row + end - 1]! : BLANK;
    if (last !== BLANK) {
      if (run >= LINE) add(last, run);
      else if (solid > 0) add(last, solid);
    }
    write();
    if (counts.size > 8192) return null;
  }
  return counts;
}

/**
 * Counts on how far blank pixels go down in their columns; four at a time, where those above are blank too.
 *
 * @param pairs the same columns, by twos
 * @returns where the stretch of blank pixels ends
 */
function passBlanks(
  words: Int32Array,
  columns: Uint16Array,
  pairs: Int32Array,
  row: number,
  from: number,
  end: number,
  width: number,
): number {
  let x = from;
  while (x < end && words[row + x] === BLANK) {
    if (
      (x & 3) === 0 &&
      x + 4 <= end &&
      isBlank(words, row + x) &&
      isBlank(words, row + x - width)
    ) {
      pairs[x >> 1] = pairs[x >> 1]! + STEP * 0x10001;
      pairs[(x >> 1) + 1] = pairs[(x >> 1) + 1]! + STEP * 0x10001;
      x += 4;
      continue;
    }
    columns[x] = words[row + x - width] === BLANK ? columns[x]! + STEP : 1;
    x++;
  }
  return x;
}

/** Four pixels from one on. */
function isBlank(words: Int32Array, at: number): boolean {
  return (words[at]! & words[at + 1]! & words[at + 2]! & words[at + 3]!) === BLANK;
}

/** Only every second row is looked at. */
const STEP = 2;
/** A level stretch of this many pixels is a line that somebody drew. */
export const LINE = 64;

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
function shaded(pixels: Pixels, extents: Int32Array, far: Uint8Array): boolean {
  const { words, width, height } = pixels;
  const down = REACH * width;
  const enough = (SHADED * words.length) / (STEP * STEP);
  let count = 0;
  for (let y = REACH; y < height - REACH; y += STEP) {
    const end = y * width + Math.min(width - REACH, extents[2 * y + 1]!);
    for (let i = y * width + Math.max(REACH, extents[2 * y]!); i < end; i += STEP) {
      const pixel = words[i]!;
      if (pixel === BLANK || pixel === INK || far[cell(pixel)] === 0) continue;
      if (far[cell(words[i - REACH]!)] === 0 || far[cell(words[i + REACH]!)] === 0) continue;
      if (far[cell(words[i - down]!)] === 0 || far[cell(words[i + down]!)] === 0) continue;
      if (++count > enough) return true;
    }
  }
  return false;
}

/** Black as a number with a sign. */
const INK = BLACK | 0;

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

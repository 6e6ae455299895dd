// What a page of few colours tells of each colour that a pixel may have, by 15 bits of it: which of the
// page's colours it is, the smoothed edge of which it is, and whether it is none of them. A function of
// the colours alone (B1).
import { blue, green, red } from "../pixels/pixels.ts";

/** Largest difference of a channel at which two colours are one to the eye. */
export const SAME = 20;
/** A pixel this far from every colour, as are those around it, is shading and not an edge. */
const NEAR = 44;

/** 15-bit index of a pixel's colour. */
export function cell(pixel: number): number {
  return ((pixel >>> 3) & 31) | ((pixel >>> 6) & 0x3e0) | ((pixel >>> 9) & 0x7c00);
}

/** What is told of a colour by its 15-bit index. */
export interface Tables {
  /** The colour that a pixel is, or UNSURE. */
  readonly exact: Uint8Array;
  /** The colour of which a pixel on white is the smoothed edge, or white. */
  readonly edge: Uint8Array;
  /** 1 where it is far from every colour of the page. */
  readonly far: Uint8Array;
}

/** Of the pages before: those of a document have the same few colours, some of them without a label's. */
const known = new Map<string, Tables>();
const MOST_KNOWN = 8;

export function tablesOf(colours: readonly number[]): Tables {
  const key = colours.join(" ");
  let tables = known.get(key);
  if (!tables) {
    tables = { far: farTable(colours), exact: exactTable(colours), edge: edgeTable(colours) };
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, tables);
  }
  return tables;
}

function farTable(colours: readonly number[]): Uint8Array {
  const far = new Uint8Array(32_768);
  for (let index = 0; index < far.length; index++) {
    const colour = colourOfCell(index);
    far[index] = colours.every((c) => distance(c, colour) > NEAR) ? 1 : 0;
  }
  return far;
}

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

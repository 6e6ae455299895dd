// Cuts a page of few colours into one Group 4 mask for each colour. A colour that lies on both
// sides of another in a row is painted through beneath it, so that no white hairline shows
// between text and its shading when a viewer scales the page down.
import { Group4Encoder } from "./ccitt.ts";
import { Fidelity } from "./fidelity.ts";
import { UNSURE, cell, distance } from "./colour-tables.ts";
import type { Classes } from "./palette.ts";
import { BLANK, firstInk } from "../pixels/pixels.ts";
import type { Pixels } from "../pixels/pixels.ts";

export interface Layer {
  readonly colour: number;
  /** Group 4 data; black bits are painted. */
  readonly mask: Uint8Array;
}

interface Track {
  readonly encoder: Group4Encoder;
  readonly changes: Int32Array;
  count: number;
  used: boolean;
}

/** Undefined where the page does not look like itself in these colours. */
export function layers(
  pixels: Pixels,
  { colours, exact, edge }: Extract<Classes, { kind: "palette" }>,
  extents: Int32Array,
): readonly Layer[] | undefined {
  const { width, height, words } = pixels;
  const fidelity = new Fidelity(width, height);
  const tracks: Track[] = colours.map(() => ({
    encoder: new Group4Encoder(width),
    changes: new Int32Array(width + 2),
    count: 0,
    used: false,
  }));
  const row = new Runs(width);
  const { starts, kinds } = row;
  const page = { width, words, inks: Int32Array.from(colours), exact, edge, fidelity };
  for (let y = 0; y < height; y++) {
    const first = extents[2 * y]!;
    const last = Math.max(first, extents[2 * y + 1]!);
    row.begin();
    if (last > first) sort(row, page, y * width, first, last);
    const runs = row.count;
    starts[runs] = last;
    for (let run = 0; run < runs; run++) {
      const kind = kinds[run]!;
      if (kind === 0) continue;
      paint(tracks[kind]!, starts[run]!, starts[run + 1]!);
      const under = run > 0 && run + 1 < runs ? kinds[run - 1]! : 0;
      if (under > 0 && under < kind && kinds[run + 1] === under) {
        paint(tracks[under]!, starts[run]!, starts[run + 1]!);
      }
    }
    for (let kind = 1; kind < tracks.length; kind++) endRow(tracks[kind]!, width);
  }
  if (!fidelity.faithful) return undefined;
  return tracks.flatMap((track, kind) =>
    kind > 0 && track.used ? [{ colour: colours[kind]!, mask: track.encoder.finish() }] : [],
  );
}

/** What the pixels of a page are told by; pixels and colours as numbers with a sign. */
interface Page {
  readonly width: number;
  readonly words: Int32Array;
  readonly inks: Int32Array;
  readonly exact: Uint8Array;
  readonly edge: Uint8Array;
  readonly fidelity: Fidelity;
}

/** Stretches of one colour in a row, from the left. */
class Runs {
  /** Where each begins, and its colour. */
  readonly starts: Int32Array;
  readonly kinds: Uint8Array;
  count = 0;
  /** Colour of the pixel that was told last; white before the first. */
  last = 0;

  constructor(width: number) {
    this.starts = new Int32Array(width + 2);
    this.kinds = new Uint8Array(width + 2);
  }

  begin(): void {
    this.count = 0;
    this.last = 0;
  }

  /** From a pixel on the row has a colour. */
  tell(x: number, kind: number): void {
    if (kind === this.last) return;
    this.starts[this.count] = x;
    this.kinds[this.count++] = kind;
    this.last = kind;
  }
}

/** Finds the colour of each pixel [first, last) of the row that begins at `from`. */
function sort(row: Runs, page: Page, from: number, first: number, last: number): void {
  const { width, words, exact } = page;
  const above = from >= width;
  const below = from + 2 * width <= words.length;
  let sure = first;
  for (let x = first; x < last; x++) {
    const i = from + x;
    const pixel = words[i]!;
    if (pixel === BLANK) {
      if (sure < x) settle(row, page, from, sure, x, 0);
      row.tell(x, 0);
      sure = firstInk(words, i, from + last) - from;
      x = sure - 1;
      continue;
    }
    const kind = exact[cell(pixel)]!;
    if (kind === UNSURE) continue;
    // What goes on above or below is no edge: most pixels of letters do.
    const up = above ? words[i - width]! : BLANK;
    const down = below ? words[i + width]! : BLANK;
    if (kind > 0 && pixel !== up && pixel !== down && between(up, down, exact, kind)) continue;
    if (sure < x) settle(row, page, from, sure, x, kind);
    row.tell(x, kind);
    sure = x + 1;
  }
  if (sure < last) settle(row, page, from, sure, last, 0);
}

/** True for a row of pixels that has a colour's shade by being the smoothed edge of another. */
function between(above: number, below: number, exact: Uint8Array, kind: number): boolean {
  const up = sureKind(above, exact);
  const down = sureKind(below, exact);
  return up !== kind && down !== kind && up !== down && (up > 0 || down > 0);
}

function sureKind(pixel: number, exact: Uint8Array): number {
  return pixel === BLANK ? 0 : exact[cell(pixel)]!;
}

/**
 * Gives the pixels [start, end) between two sure ones to the colours beside, above or below.
 *
 * @param right the colour of the sure one at their end
 */
function settle(
  row: Runs,
  { width, words, inks, exact, edge, fidelity }: Page,
  from: number,
  start: number,
  end: number,
  right: number,
): void {
  const y = (from / width) | 0;
  const left = row.last;
  for (let x = start; x < end; x++) {
    const i = from + x;
    const pixel = words[i]!;
    let other = right;
    if (left === right) {
      const up = sureKind(i >= width ? words[i - width]! : BLANK, exact);
      const down = sureKind(i + width < words.length ? words[i + width]! : BLANK, exact);
      if (up !== UNSURE && up !== left) other = up;
      else if (down !== UNSURE && down !== left) other = down;
    }
    let kind = left;
    if (other === left) kind = edge[cell(pixel)]! || left;
    else if (distance(pixel, inks[left]!) > distance(pixel, inks[other]!)) kind = other;
    row.tell(x, kind);
    fidelity.note(x, y, pixel, inks[kind]!);
  }
}

/** Adds a run; one that touches the run before it prolongs it. */
function paint(track: Track, start: number, end: number): void {
  const { changes } = track;
  track.used = true;
  if (track.count > 0 && changes[track.count - 1] === start) {
    changes[track.count - 1] = end;
    return;
  }
  changes[track.count++] = start;
  changes[track.count++] = end;
}

function endRow(track: Track, width: number): void {
  // A run that reaches the right edge ends with the row: no change is coded for it.
  if (track.count > 0 && track.changes[track.count - 1]! >= width) track.count--;
  track.encoder.row(track.changes, track.count);
  track.count = 0;
}

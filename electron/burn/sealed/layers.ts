// Cuts a page of few colours into one Group 4 mask for each colour. A colour that lies on both
// sides of another in a row is painted through beneath it, so that no white hairline shows
// between text and its shading when a viewer scales the page down.
import { Group4Encoder } from "./ccitt.ts";
import { UNSURE, cell, distance } from "./palette.ts";
import type { Classes } from "./palette.ts";
import { WHITE } from "./pixels.ts";
import type { Pixels } from "./pixels.ts";

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

export function layers(
  pixels: Pixels,
  { colours, exact, edge }: Extract<Classes, { kind: "palette" }>,
  extents: Int32Array,
): readonly Layer[] {
  const { width, height, data } = pixels;
  const tracks: Track[] = colours.map(() => ({
    encoder: new Group4Encoder(width),
    changes: new Int32Array(width + 2),
    count: 0,
    used: false,
  }));
  const starts = new Int32Array(width + 2);
  const kinds = new Uint8Array(width + 2);
  const row = new Uint8Array(width + 1);
  for (let y = 0; y < height; y++) {
    const first = extents[2 * y]!;
    const last = Math.max(first, extents[2 * y + 1]!);
    const from = y * width;
    let sure = 0;
    for (let x = first; x < last; x++) {
      const pixel = data[from + x]!;
      const kind = pixel === WHITE ? 0 : exact[cell(pixel)]!;
      if (kind === UNSURE || (kind > 0 && between(data, from + x, width, exact, kind))) continue;
      row[x] = kind;
      if (sure < x)
        settle(row, data, from, Math.max(first, sure), x, width, colours, exact, edge, first, last);
      sure = x + 1;
    }
    if (sure < last)
      settle(
        row,
        data,
        from,
        Math.max(first, sure),
        last,
        width,
        colours,
        exact,
        edge,
        first,
        last,
      );
    let runs = 0;
    let current = 0;
    for (let x = first; x < last; x++) {
      const kind = row[x]!;
      if (kind === current) continue;
      starts[runs] = x;
      kinds[runs++] = kind;
      current = kind;
    }
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
  return tracks.flatMap((track, kind) =>
    kind > 0 && track.used ? [{ colour: colours[kind]!, mask: track.encoder.finish() }] : [],
  );
}

/** True for a row of pixels that has a colour's shade by being the smoothed edge of another. */
function between(
  data: Uint32Array,
  i: number,
  width: number,
  exact: Uint8Array,
  kind: number,
): boolean {
  const up = sureKind(data, i - width, exact);
  const down = sureKind(data, i + width, exact);
  return up !== kind && down !== kind && up !== down && (up > 0 || down > 0);
}

function sureKind(data: Uint32Array, i: number, exact: Uint8Array): number {
  const pixel = data[i] ?? WHITE;
  return pixel === WHITE ? 0 : exact[cell(pixel)]!;
}

/** Gives the pixels [start, end) between two sure ones to the colours beside, above or below. */
function settle(
  row: Uint8Array,
  data: Uint32Array,
  from: number,
  start: number,
  end: number,
  width: number,
  colours: readonly number[],
  exact: Uint8Array,
  edge: Uint8Array,
  first: number,
  last: number,
): void {
  const left = start > first ? row[start - 1]! : 0;
  const right = end < last ? row[end]! : 0;
  for (let x = start; x < end; x++) {
    const pixel = data[from + x]!;
    let other = right;
    if (left === right) {
      const up = sureKind(data, from + x - width, exact);
      const down = sureKind(data, from + x + width, exact);
      if (up !== UNSURE && up !== left) other = up;
      else if (down !== UNSURE && down !== left) other = down;
    }
    if (other === left) {
      row[x] = edge[cell(pixel)]! || left;
    } else {
      row[x] = distance(pixel, colours[left]!) <= distance(pixel, colours[other]!) ? left : other;
    }
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

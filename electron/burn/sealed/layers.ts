// Cuts a page of few colours into one Group 4 mask for each colour. A colour that lies on both
// sides of another in a row is painted through beneath it, so that no white hairline shows
// between text and its shading when a viewer scales the page down.
import { Group4Encoder } from "./ccitt.ts";
import { cell } from "./palette.ts";
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
  colours: readonly number[],
  nearest: Uint8Array,
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
  for (let y = 0; y < height; y++) {
    const from = y * width;
    let runs = 0;
    let current = 0;
    const first = extents[2 * y]!;
    const last = Math.max(first, extents[2 * y + 1]!);
    for (let x = first; x < last; x++) {
      const pixel = data[from + x]!;
      const kind = pixel === WHITE ? 0 : nearest[cell(pixel)]!;
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

// Undoes the predictors that Flate and LZW data may have gone through: TIFF's and PNG's rows.
import { Undecodable } from "./undecodable.ts";
import type { Step } from "./undecodable.ts";
import { numberOf } from "./values.ts";
import type { Dict } from "./values.ts";

/** @throws Undecodable */
export function predicted(step: Step, params: Dict | undefined): Step {
  const predictor = numberOf(params?.entries.get("Predictor")) ?? 1;
  if (predictor === 1) return step;
  const colors = bounded(params, "Colors", 1, 32);
  const bits = bounded(params, "BitsPerComponent", 8, 16);
  const columns = bounded(params, "Columns", 1, 1_000_000);
  const pixel = Math.max(1, (colors * bits) >> 3);
  const row = Math.ceil((colors * bits * columns) / 8);
  if (predictor === 2) {
    if (bits !== 8) throw new Undecodable("has a predictor that is not known");
    const out = Uint8Array.from(step.bytes);
    for (let start = 0; start < out.length; start += row) {
      const end = Math.min(out.length, start + row);
      for (let i = start + pixel; i < end; i++) out[i] = out[i]! + out[i - pixel]!;
    }
    return { bytes: out, slack: step.slack };
  }
  if (predictor < 10 || predictor > 15) throw new Undecodable("has a predictor that is not known");
  return pngRows(step, row, pixel);
}

function bounded(params: Dict | undefined, key: string, otherwise: number, max: number): number {
  const value = numberOf(params?.entries.get(key)) ?? otherwise;
  if (!Number.isInteger(value) || value < 1 || value > max)
    throw new Undecodable("has a predictor out of range");
  return value;
}

function pngRows(step: Step, row: number, pixel: number): Step {
  const input = step.bytes;
  const rows = Math.floor(input.length / (row + 1));
  const left = input.length - rows * (row + 1);
  const out = new Uint8Array(rows * row);
  for (let r = 0; r < rows; r++) {
    const kind = input[r * (row + 1)]!;
    const from = r * (row + 1) + 1;
    const to = r * row;
    for (let i = 0; i < row; i++) {
      const a = i >= pixel ? out[to + i - pixel]! : 0;
      const b = r > 0 ? out[to + i - row]! : 0;
      const c = r > 0 && i >= pixel ? out[to + i - row - pixel]! : 0;
      out[to + i] = input[from + i]! + guess(kind, a, b, c);
    }
  }
  return { bytes: out, slack: step.slack + left };
}

function guess(kind: number, a: number, b: number, c: number): number {
  if (kind === 0) return 0;
  if (kind === 1) return a;
  if (kind === 2) return b;
  if (kind === 3) return (a + b) >> 1;
  if (kind !== 4) throw new Undecodable("has a row filter that is not known");
  const p = a + b - c;
  const pa = Math.abs(p - a);
  const pb = Math.abs(p - b);
  const pc = Math.abs(p - c);
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

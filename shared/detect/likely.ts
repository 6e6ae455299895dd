// The chance that each letter of a page leads to somebody, and the best of a stretch.
interface Chance {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** Raises each letter of the stretch to its score at least. */
export function raise(likely: Float32Array, { start, end, score }: Chance): void {
  for (let i = start; i < end; i++) if (likely[i]! < score) likely[i] = score;
}

/** 0 beyond the letters that are known. */
export function highest(likely: Float32Array, start: number, end: number): number {
  let top = 0;
  for (let i = start; i < end; i++) if (likely[i]! > top) top = likely[i]!;
  return top;
}

// What two texts are laid beside one another as: what is expected, what was found, what came of it.

/** One expected character or one slot for a label. */
export type Expected =
  | { readonly char: string; readonly optional: boolean; readonly source: number }
  | { readonly labels: readonly string[]; readonly slot: number };

export interface Found {
  readonly char: string;
  readonly source: number;
}

export interface Alignment {
  /** `source` of expected characters that are missing. */
  readonly lost: number[];
  /** `source` of characters that are new, as runs in reading order. */
  readonly extra: number[][];
  /** Slot → label that fills it, and the `source` of its first character. */
  readonly filled: Map<number, { readonly label: string; readonly source: number }>;
  /** Pairs of expected and found `source`. */
  readonly pairs: [number, number][];
}

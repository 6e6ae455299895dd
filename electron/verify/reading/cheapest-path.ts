// The cheapest way through two texts that are nearly alike, without filling the table of all pairs:
// states are opened in the order of their cost, so that two like pages cost a step a character.
// Exact wherever it answers; it gives up, and says so, where the texts are too far apart.

/** What one step does, from a state (expected, found) onwards. */
export const MATCH = 1;
export const SKIP = 2;
export const EXTRA = 3;
export const LABEL = 4;

export interface Texts {
  /** Expected characters as numbers, -1 for a slot. */
  readonly wanted: Int32Array;
  readonly given: Int32Array;
  /** Cost of leaving an expected item out. */
  readonly price: Uint8Array;
  /** Labels that may fill a slot; none where they cannot be sought. */
  readonly labels: (item: number) => readonly string[];
  /** All that was found, a unit a character. */
  readonly whole: string;
}

/**
 * The step to take at each state of the way: `MATCH`, `SKIP`, `EXTRA`, or `LABEL` + 8 × the label's
 * number. States are numbered `expected × (found length + 1) + found`.
 */
export type Path = ReadonlyMap<number, number>;

/** States that may be opened for each character before the search gives up. */
const PATIENCE = 48;
/** What a character too many costs. */
const EXTRA_PRICE = 2;

export function cheapestPath(texts: Texts): Path | undefined {
  const { wanted, given, price, labels, whole } = texts;
  const n = wanted.length;
  const m = given.length;
  const width = m + 1;
  const goal = n * width + m;
  const most = PATIENCE * (n + m + 16);
  /** Step that led to a state. */
  const cameBy = new Map<number, number>();
  /** For each cost the states that it opens, each with its step; the last is looked at first. */
  const opened: number[][] = [[0, 0]];
  const open = (cost: number, state: number, step: number): void => {
    while (opened.length <= cost) opened.push([]);
    opened[cost]!.push(state, step);
  };
  for (let cost = 0; cost < opened.length; cost++) {
    const stack = opened[cost]!;
    while (stack.length) {
      const step = stack.pop()!;
      const state = stack.pop()!;
      if (cameBy.has(state)) continue;
      cameBy.set(state, step);
      if (state === goal) return retraced(cameBy, goal, width, labels);
      if (cameBy.size > most) return undefined;
      const i = Math.floor(state / width);
      const j = state - i * width;
      // A match is opened last and so looked at before anything else of its cost.
      if (i < n) open(cost + price[i]!, state + width, SKIP);
      if (j < m) open(cost + EXTRA_PRICE, state + 1, EXTRA);
      if (i < n && wanted[i] === -1) {
        for (const [k, label] of labels(i).entries())
          if (label.length > 0 && whole.startsWith(label, j))
            open(cost, state + width + label.length, LABEL + 8 * k);
      } else if (i < n && j < m && wanted[i] === given[j]) open(cost, state + width + 1, MATCH);
    }
  }
  return undefined;
}

function retraced(
  cameBy: ReadonlyMap<number, number>,
  goal: number,
  width: number,
  labels: Texts["labels"],
): Path {
  const path = new Map<number, number>();
  for (let state = goal; state !== 0;) {
    const step = cameBy.get(state)!;
    const item = Math.floor(state / width) - 1;
    const across = step === MATCH ? 1 : step & LABEL ? labels(item)[step >> 3]!.length : 0;
    const from = step === EXTRA ? state - 1 : state - width - across;
    path.set(from, step);
    state = from;
  }
  return path;
}

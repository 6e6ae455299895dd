// Which pages a person has really had before their eyes: a page counts once every part of its
// height was on the screen for a moment. Pure; the clock and the screen are arguments.

/** A stretch of a page's height, as shares of it: 0 is the top, 1 the foot. */
export interface Shown {
  readonly page: number;
  readonly from: number;
  readonly to: number;
}

type Stretch = readonly [number, number];

/** Margins at the very top and foot of a page hold nothing to see. */
const ENOUGH = 0.97;

export class SeenPages {
  readonly #stretches = new Map<number, readonly Stretch[]>();

  /** Takes what was on the screen; gives the pages that are now seen in full by it. */
  look(shown: readonly Shown[]): readonly number[] {
    const full: number[] = [];
    for (const { page, from, to } of shown) {
      const before = this.#stretches.get(page) ?? [];
      const after = merged([...before, [Math.max(0, from), Math.min(1, to)]]);
      this.#stretches.set(page, after);
      if (lengthOf(before) < ENOUGH && lengthOf(after) >= ENOUGH) full.push(page);
    }
    return full;
  }

  /** Where the first part of a page begins that was never shown; null where all of it was. */
  gap(page: number): number | null {
    const stretches = this.#stretches.get(page) ?? [];
    if (lengthOf(stretches) >= ENOUGH) return null;
    const [first] = stretches;
    return !first || first[0] > 1 - ENOUGH ? 0 : first[1];
  }

  /** A page that changed has to be looked at anew. */
  forget(page: number): void {
    this.#stretches.delete(page);
  }
}

function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const sorted = stretches.filter(([a, b]) => b > a).sort((a, b) => a[0] - b[0]);
  const out: Stretch[] = [];
  for (const [from, to] of sorted) {
    const last = out.at(-1);
    if (last && from <= last[1]) out[out.length - 1] = [last[0], Math.max(last[1], to)];
    else out.push([from, to]);
  }
  return out;
}

const lengthOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, [from, to]) => sum + (to - from), 0);

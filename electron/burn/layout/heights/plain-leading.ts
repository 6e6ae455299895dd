// Whether lines on whole pixels show how far apart their maker set them. A browser sets lines apart by
// whole pixels or by a plain share of their letters; over few lines the one looks like the other, and in
// a twin whose paragraphs are longer it does not. Numbers in, numbers out.

/** Points of a browser's pixel. */
const PIXEL = 0.75;
/** Steps of the shares of a letter's size. */
const SHARE = 0.05;
/** Points by which two distances differ at the least that are not one. */
const APART = 0.005;
const SAME = 0.002;
/** So many running lines show their distance. */
const SHOWING = 8;

interface Running {
  /** Size of the letters. */
  readonly from: number;
  /** Rows over such distances. */
  readonly places: readonly number[];
}

/** So many running lines, or lines that stand on whole pixels, show in every twin how far apart they are. */
export function showsLeading(
  running: readonly Running[],
  rows: readonly { readonly at: number; readonly unsure?: boolean }[],
): boolean {
  return running.every(({ from, places: all }) => {
    const places = all.filter((i) => rows[i + 1]!.unsure !== true);
    const gaps = places.map((i) => rows[i + 1]!.at - rows[i]!.at);
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    if (mayBeAnother(from, mean, longestRun(places))) return false;
    const constant = Math.max(...gaps) - Math.min(...gaps) < SAME;
    return places.length >= SHOWING || (constant && places.length > 1);
  });
}

/** How many of them follow each other at most. */
function longestRun(places: readonly number[]): number {
  const sorted = places.toSorted((a, b) => a - b);
  let [most, run] = [0, 0];
  for (const [i, place] of sorted.entries()) {
    run = place - 1 === sorted[i - 1] ? run + 1 : 1;
    most = Math.max(most, run);
  }
  return most;
}

/**
 * @param gap points between lines, the mean of all
 * @param run how many such distances follow each other at most
 */
export function mayBeAnother(size: number, gap: number, run: number): boolean {
  const plain = [PIXEL, SHARE * size].flatMap((step) => {
    const near = Math.round(gap / step);
    return [near - 1, near, near + 1].map((times) => times * step);
  });
  const fitting = plain.filter((one) => Math.abs(one - gap) * run < PIXEL);
  return fitting.some((one) => Math.abs(one - fitting[0]!) > APART);
}

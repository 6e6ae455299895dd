// Whether lines on whole pixels show how far apart their maker set them. A browser sets lines apart by
// whole pixels or by a plain share of their letters; over few lines the one looks like the other, and in
// a twin whose paragraphs are longer it does not. Numbers in, numbers out.

/** Points of a browser's pixel. */
const PIXEL = 0.75;
/** Steps of the shares of a letter's size. */
const SHARE = 0.05;
/** Points by which two distances differ at the least that are not one. */
const APART = 0.005;

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

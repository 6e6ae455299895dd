// Letters of a page by the cells of a grid in which they stand, each cell one number, without a list for
// each of them: a page has thousands of letters, and hardly fewer cells.

export class LettersInCells {
  readonly #mask: number;
  /** One more than the first and the last letter of those that share an entry; 0 where there is none. */
  readonly #heads: Int32Array;
  readonly #tails: Int32Array;
  readonly #nexts: Int32Array;
  readonly #keys: Float64Array;

  /** @param letters so many at most: their numbers are below it */
  constructor(letters: number) {
    const size = 2 ** Math.ceil(Math.log2(2 * letters + 2));
    this.#mask = size - 1;
    this.#heads = new Int32Array(size);
    this.#tails = new Int32Array(size);
    this.#nexts = new Int32Array(letters);
    this.#keys = new Float64Array(letters);
  }

  add(letter: number, key: number): void {
    const at = this.#entry(key);
    const last = this.#tails[at]!;
    if (last > 0) this.#nexts[last - 1] = letter + 1;
    else this.#heads[at] = letter + 1;
    this.#tails[at] = letter + 1;
    this.#keys[letter] = key;
  }

  /** The first letter of a cell in the order in which they were added, or -1. */
  first(key: number): number {
    return this.#from(this.#heads[this.#entry(key)]! - 1, key);
  }

  next(letter: number, key: number): number {
    return this.#from(this.#nexts[letter]! - 1, key);
  }

  #from(letter: number, key: number): number {
    let at = letter;
    while (at >= 0 && this.#keys[at] !== key) at = this.#nexts[at]! - 1;
    return at;
  }

  #entry(key: number): number {
    return (Math.imul(key | 0, 0x9e3779b1) >>> 8) & this.#mask;
  }
}

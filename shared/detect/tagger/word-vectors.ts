// The vectors of words that the small network reads: each coded as three numbers that name rows of three books, which
// add up; the commonest words have one of their own. What a word's code is, the lexicon says.
export const VECTOR_DEPTH = 24;
export const BOOK_ROWS = 256;
/** Rows of each book; the last has fewer, so that every code fits three bytes. */
export const BOOKS: readonly number[] = [BOOK_ROWS, BOOK_ROWS, 240];
/** Codes from here on are words with a vector of their own. 0 is a word without one. */
export const OWN_CODES = BOOKS.reduce((all, rows) => all * rows, 1) + 1;

export interface WordVectors {
  /** VECTOR_DEPTH numbers a row, book after book. */
  readonly books: Float32Array;
  readonly own: Float32Array;
}

/** Adds the vector that `code` names; false where it names none. */
export function addVector(vectors: WordVectors, code: number, to: Float64Array): boolean {
  if (code === 0) return false;
  if (code >= OWN_CODES) {
    addRow(vectors.own, code - OWN_CODES, to);
    return true;
  }
  let rest = code - 1;
  for (let book = 0; book < BOOKS.length; book++) {
    addRow(vectors.books, book * BOOK_ROWS + (rest & (BOOK_ROWS - 1)), to);
    rest >>>= 8;
  }
  return true;
}

function addRow(rows: Float32Array, row: number, to: Float64Array): void {
  for (let d = 0, at = row * VECTOR_DEPTH; d < VECTOR_DEPTH; d++)
    to[d] = (to[d] as number) + (rows[at + d] as number);
}

// Codes for vectors: shares vectors out among a few middles (k-means), and finds the nearest middle of each.
// The same vectors and seed give the same middles.
import { generator } from "./learn.ts";

/** Which of the rows of `book` is nearest to each of `vectors`, both `depth` numbers a row. */
export function nearestOf(vectors: Float32Array, depth: number, book: Float32Array): Int32Array {
  const nearest = new Int32Array(vectors.length / depth);
  const rows = book.length / depth;
  const halves = new Float64Array(rows);
  for (let row = 0; row < rows; row++)
    for (let k = 0; k < depth; k++)
      halves[row] = (halves[row] as number) + (book[row * depth + k] as number) ** 2 / 2;
  const one = new Float64Array(depth);
  for (let i = 0; i < nearest.length; i++) {
    for (let k = 0; k < depth; k++) one[k] = vectors[i * depth + k] as number;
    let least = Infinity;
    for (let row = 0; row < rows; row++) {
      let away = halves[row] as number;
      for (let k = 0, at = row * depth; k < depth; k++)
        away -= (one[k] as number) * (book[at + k] as number);
      if (away < least) {
        least = away;
        nearest[i] = row;
      }
    }
  }
  return nearest;
}

/** `rows` middles of `vectors`. */
export function sharedOut(
  vectors: Float32Array,
  depth: number,
  rows: number,
  rounds: number,
  seed: number,
): Float32Array {
  const random = generator(seed);
  const count = vectors.length / depth;
  const book = new Float32Array(rows * depth);
  const draw = (row: number): void => {
    const one = Math.floor(random() * count) * depth;
    book.set(vectors.subarray(one, one + depth), row * depth);
  };
  for (let row = 0; row < rows; row++) draw(row);
  for (let round = 0; round < rounds; round++) {
    const sums = new Float64Array(book.length);
    const sizes = new Int32Array(rows);
    nearestOf(vectors, depth, book).forEach((row, i) => {
      sizes[row] = (sizes[row] as number) + 1;
      for (let k = 0; k < depth; k++)
        sums[row * depth + k] =
          (sums[row * depth + k] as number) + (vectors[i * depth + k] as number);
    });
    for (let row = 0; row < rows; row++) {
      const size = sizes[row] as number;
      if (size === 0) draw(row);
      else
        for (let k = 0; k < depth; k++)
          book[row * depth + k] = (sums[row * depth + k] as number) / size;
    }
  }
  return book;
}

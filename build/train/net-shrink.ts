// From the learnt network to what ships: numbers of one or two bytes, and every known word's vector as three rows of
// three books that add up, each book made for what those before it leave over. The words with a vector of their own
// keep it whole. What it loses is measured, never assumed.
import { TAG_TYPES } from "../../shared/detect/tagged-span.ts";
import { keyOf } from "../../shared/detect/tagger/lexicon.ts";
import type { LexiconTable } from "../../shared/detect/tagger/lexicon.ts";
import { DEPTH } from "../../shared/detect/tagger/net-words.ts";
import { NET_TABLES } from "../../shared/detect/tagger/net-file.ts";
import type { NetParts, NetTable, NetTableName } from "../../shared/detect/tagger/net-file.ts";
import { BOOK_ROWS, BOOKS, OWN_CODES } from "../../shared/detect/tagger/word-vectors.ts";
import { nearestOf, sharedOut } from "./books.ts";
import type { NetWeights } from "./net-weights.ts";
import { GIVEN_DEPTH } from "./vector-source.ts";
import type { GivenVectors } from "./vector-source.ts";

const ROUNDS = 10;

/** A name or number that is missed costs most: these labels are given so much more than was learnt. */
const NAMED = 0.8;
const NAMING = new Set((["PERSON", "CODE"] as const).map((type) => 1 + TAG_TYPES.indexOf(type)));

function table(values: ArrayLike<number>, bytes: 1 | 2): NetTable {
  let largest = 1e-9;
  for (let i = 0; i < values.length; i++)
    largest = Math.max(largest, Math.abs(values[i] as number));
  const scale = Math.fround(largest / (bytes === 1 ? 127 : 32_767));
  return { values: Int16Array.from(values, (value) => Math.round(value / scale)), scale };
}

/** All given vectors as the network reads them, DEPTH numbers a word. */
function projected(given: Float32Array, by: Float64Array): Float32Array {
  const count = given.length / GIVEN_DEPTH;
  const vectors = new Float32Array(count * DEPTH);
  const sum = new Float64Array(DEPTH);
  for (let i = 0; i < count; i++) {
    sum.fill(0);
    for (let k = 0; k < GIVEN_DEPTH; k++) {
      const value = given[i * GIVEN_DEPTH + k] as number;
      for (let d = 0; d < DEPTH; d++)
        sum[d] = (sum[d] as number) + value * (by[k * DEPTH + d] as number);
    }
    vectors.set(sum, i * DEPTH);
  }
  return vectors;
}

/** The network's tables, its scores times `share`, and the codes of the lexicon's words. */
export function shrunk(
  weights: NetWeights,
  own: readonly number[],
  given: GivenVectors,
  lexicon: LexiconTable,
  share: number,
): { parts: NetParts; vectors: Int32Array } {
  const vectors = projected(given.values, weights.given);
  const owned = new Float64Array(own.length * DEPTH);
  own.forEach((hash, i) => {
    const nth = given.nth.get(hash) ?? 0;
    for (let d = 0; d < DEPTH; d++)
      owned[i * DEPTH + d] =
        (vectors[nth * DEPTH + d] as number) + (weights.own[i * DEPTH + d] as number);
  });
  const left = Float32Array.from(vectors);
  const codes = new Int32Array(left.length / DEPTH).fill(1);
  const books: number[] = [];
  BOOKS.forEach((rows, n) => {
    const book = sharedOut(left, DEPTH, rows, ROUNDS, n + 1);
    for (const value of book) books.push(value);
    nearestOf(left, DEPTH, book).forEach((row, i) => {
      codes[i] = (codes[i] as number) + row * BOOK_ROWS ** n;
      for (let d = 0; d < DEPTH; d++)
        left[i * DEPTH + d] = (left[i * DEPTH + d] as number) - (book[row * DEPTH + d] as number);
    });
  });
  const byKey = new Map<number, number>();
  for (const [hash, nth] of given.nth) byKey.set(keyOf(hash), codes[nth] as number);
  own.forEach((hash, i) => byKey.set(keyOf(hash), OWN_CODES + i));
  const values: Readonly<Record<NetTableName, ArrayLike<number>>> = {
    ...weights,
    books,
    own: owned,
    out: weights.out.map((value) => value * share),
    base: weights.base.map((value, label) => value * share + (NAMING.has(label) ? NAMED : 0)),
  };
  const parts = Object.fromEntries(
    NET_TABLES.map(([name, , bytes]) => [name, table(values[name], bytes)]),
  ) as unknown as NetParts;
  return { parts, vectors: Int32Array.from(lexicon.keys, (key) => byKey.get(key) ?? 0) };
}

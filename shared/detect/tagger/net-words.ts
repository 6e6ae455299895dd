// What each distinct word of a text adds to the network's hidden units, in every place in which it can be seen: worked
// out when the word is first met and kept for a bounded number of words. It looks at a word by itself.
import { HIDDEN, MOST_NET_ROWS, NEAR, OUTSIDE, vectorRows } from "./net-features.ts";
import { MEAN_STEPS, MOST_MEAN, pack, PAIRS } from "./pairs.ts";
import { addVector, VECTOR_DEPTH } from "./word-vectors.ts";
import type { WordVectors } from "./word-vectors.ts";
import type { WordType } from "./word-type.ts";

/** Numbers in a word's vector. */
export const DEPTH = VECTOR_DEPTH;
/** Places in which a word is seen: NEAR before to NEAR after, and among the words around. */
export const SEEN = 2 * NEAR + 2;
export const MEAN = SEEN - 1;
export interface Net {
  /** DEPTH numbers a row of net-features' word rows. */
  readonly wordRows: Float32Array;
  /** What a vector's number d adds to hidden unit h in place p: [(d * SEEN + p) * HIDDEN + h]. */
  readonly places: Float32Array;
  /** HIDDEN numbers a row of net-features' place rows. */
  readonly placeRows: Float32Array;
  readonly bias: Float32Array;
  /** What hidden unit h says for label k: [h * LABELS + k]. */
  readonly out: Float32Array;
  readonly base: Float32Array;
}

/** Words kept in mind; a case of ordinary documents has fewer. */
export const HELD = 32_768;
const WIDTH = SEEN * HIDDEN;
/** Whole numbers that a word has for the places near. */
export const NEAR_WIDTH = MEAN * PAIRS;

/** Works out what one word adds. */
export class WordTeller {
  readonly #net: Net;
  readonly #vectors: WordVectors;
  readonly #places: Float64Array;
  readonly #vector = new Float64Array(DEPTH);
  readonly #told = new Float64Array(WIDTH);
  readonly #list = new Int32Array(MOST_NET_ROWS);

  constructor(net: Net, vectors: WordVectors) {
    this.#net = net;
    this.#vectors = vectors;
    this.#places = Float64Array.from(net.places);
  }

  /** Writes what a word, or null for the place beyond a text's ends, adds near to `near` and among many to `around`. */
  tell(word: WordType | null, slot: number, near: Int32Array, around: Int32Array): void {
    const vector = this.#vector.fill(0);
    const told = this.#told;
    if (word === null) this.#addRow(OUTSIDE, vector);
    else {
      const known = addVector(this.#vectors, word.vector, vector);
      const n = vectorRows(word, known, this.#list);
      for (let k = 0; k < n; k++) this.#addRow(this.#list[k] as number, vector);
    }
    this.#tell(vector, told);
    for (let p = 0; p < MEAN; p++) pack(told, p * HIDDEN, near, slot * NEAR_WIDTH + p * PAIRS);
    if (word !== null) pack(told, MEAN * HIDDEN, around, slot * PAIRS, MEAN_STEPS, MOST_MEAN);
  }

  #addRow(row: number, vector: Float64Array): void {
    const { wordRows } = this.#net;
    for (let d = 0, at = row * DEPTH; d < DEPTH; d++)
      vector[d] = (vector[d] as number) + (wordRows[at + d] as number);
  }

  /** What a vector adds in every place. */
  #tell(vector: Float64Array, told: Float64Array): void {
    const places = this.#places;
    told.fill(0);
    for (let d = 0; d < DEPTH; d += 4) {
      const a = vector[d] as number;
      const b = vector[d + 1] as number;
      const c = vector[d + 2] as number;
      const e = vector[d + 3] as number;
      const at = d * WIDTH;
      for (let j = 0; j < WIDTH; j++)
        told[j] =
          (told[j] as number) +
          a * (places[at + j] as number) +
          b * (places[at + WIDTH + j] as number) +
          c * (places[at + 2 * WIDTH + j] as number) +
          e * (places[at + 3 * WIDTH + j] as number);
    }
  }
}

/** The words of one text that are kept in mind. */
export class WordSums {
  readonly near: Int32Array;
  readonly around: Int32Array;
  /** Where each of the text's words is kept, -1 for one that is not. */
  readonly slots: Int32Array;
  readonly held: number;
  /** What stands beyond the ends of a text, and counts nothing among many. */
  readonly outside: number;
  readonly #teller: WordTeller;
  readonly #types: readonly WordType[];
  #count = 0;

  constructor(teller: WordTeller, types: readonly WordType[], held: number) {
    this.held = Math.min(types.length, held);
    this.outside = this.held;
    this.near = new Int32Array((this.held + 1) * NEAR_WIDTH);
    this.around = new Int32Array((this.held + 1) * PAIRS);
    this.slots = new Int32Array(types.length).fill(-1);
    this.#teller = teller;
    this.#types = types;
    teller.tell(null, this.outside, this.near, this.around);
  }

  /** False where there is no room for a word not yet met. */
  meet(type: number): boolean {
    if ((this.slots[type] as number) >= 0) return true;
    if (this.#count === this.held) return false;
    this.slots[type] = this.#count;
    this.#teller.tell(this.#types[type] as WordType, this.#count, this.near, this.around);
    this.#count += 1;
    return true;
  }

  forget(): void {
    this.slots.fill(-1);
    this.#count = 0;
  }
}

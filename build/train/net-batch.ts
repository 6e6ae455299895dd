// The words of one step of learning, each worked out once: its vector, and what that adds to the hidden units in every
// place; and backwards, what every place asks of the vector and of the weights behind it.
import { DEPTH, MEAN, SEEN } from "../../shared/detect/tagger/net-words.ts";
import { AROUND, HIDDEN, NEAR } from "../../shared/detect/tagger/net-features.ts";
import type { NetWeights } from "./net-weights.ts";
import type { NetWord } from "./net-texts.ts";
import { GIVEN_DEPTH } from "./vector-source.ts";

export const WIDTH = SEEN * HIDDEN;

/** Adds HIDDEN numbers of `from` at `at`, times `by`, to `to`. */
export function addUp(to: Float64Array, from: Float64Array, at: number, by: number): void {
  for (let h = 0; h < HIDDEN; h++) to[h] = (to[h] as number) + by * (from[at + h] as number);
}

export class Batch {
  /** WIDTH numbers a word met: what it adds, and what is asked of that. */
  told = new Float64Array(WIDTH * 2048);
  slope = new Float64Array(WIDTH * 2048);
  #vectors = new Float64Array(DEPTH * 2048);
  readonly #slots: Int32Array;
  /** Words met in this step, whether each is seen near a judged one, and whether its own vector is hidden. */
  #met: number[] = [];
  #near: boolean[] = [];
  #hidden: boolean[] = [];
  readonly #words: readonly NetWord[];
  readonly #given: Float32Array;
  readonly #weights: NetWeights;
  readonly #slopes: NetWeights;
  readonly #hide: number;
  readonly #random: () => number;

  constructor(
    words: readonly NetWord[],
    given: Float32Array,
    weights: NetWeights,
    slopes: NetWeights,
    hide: number,
    random: () => number,
  ) {
    this.#slots = new Int32Array(words.length).fill(-1);
    this.#words = words;
    this.#given = given;
    this.#weights = weights;
    this.#slopes = slopes;
    this.#hide = hide;
    this.#random = random;
  }

  begin(): void {
    for (const word of this.#met) this.#slots[word] = -1;
    this.#met = [];
    this.#near = [];
    this.#hidden = [];
    this.#add(0, true);
  }

  /** Where the numbers of a word begin. */
  at(word: number): number {
    return (this.#slots[word] as number) * WIDTH;
  }

  /** Works out all words that the tokens from `from` to `to` are judged by. */
  meet(words: Int32Array, from: number, to: number): void {
    const last = Math.min(words.length, to + AROUND);
    for (let i = Math.max(0, from - AROUND); i < last; i++)
      this.#add(words[i] as number, i >= from - NEAR && i < to + NEAR);
  }

  #add(word: number, near: boolean): void {
    let slot = this.#slots[word] as number;
    if (slot < 0) {
      slot = this.#met.length;
      this.#slots[word] = slot;
      this.#met.push(word);
      this.#near.push(false);
      this.#hidden.push(this.#random() < this.#hide);
      this.#read(word, slot);
      this.slope.fill(0, slot * WIDTH, (slot + 1) * WIDTH);
      this.#tell(slot, MEAN * HIDDEN);
    }
    if (!near || this.#near[slot] === true) return;
    this.#near[slot] = true;
    this.#tell(slot, 0);
  }

  #read(word: number, slot: number): void {
    const { given, own, rows } = this.#words[word] as NetWord;
    const vector = this.#vectors.fill(0, slot * DEPTH, (slot + 1) * DEPTH);
    const at = slot * DEPTH;
    const add = (table: Float64Array, row: number, by: number): void => {
      for (let d = 0; d < DEPTH; d++)
        vector[at + d] = (vector[at + d] as number) + by * (table[row * DEPTH + d] as number);
    };
    for (const row of rows) add(this.#weights.wordRows, row, 1);
    if (this.#hidden[slot] === true) return;
    if (given >= 0)
      for (let k = 0; k < GIVEN_DEPTH; k++)
        add(this.#weights.given, k, this.#given[given * GIVEN_DEPTH + k] as number);
    if (own >= 0) add(this.#weights.own, own, 1);
  }

  /** What a vector adds, in all places near (`from` 0) or in the mean. */
  #tell(slot: number, from: number): void {
    const { told } = this;
    const { places } = this.#weights;
    const to = from === 0 ? MEAN * HIDDEN : WIDTH;
    const at = slot * WIDTH;
    told.fill(0, at + from, at + to);
    for (let d = 0; d < DEPTH; d++) {
      const value = this.#vectors[slot * DEPTH + d] as number;
      for (let j = from; j < to; j++)
        told[at + j] = (told[at + j] as number) + value * (places[d * WIDTH + j] as number);
    }
  }

  addTo(to: Float64Array, at: number, from: Float64Array, fromAt: number, by: number): void {
    for (let h = 0; h < HIDDEN; h++)
      to[at + h] = (to[at + h] as number) + by * (from[fromAt + h] as number);
  }

  /** Carries what was asked of every place back to the weights. */
  end(): void {
    const { slope } = this;
    const { places } = this.#weights;
    const asked = new Float64Array(DEPTH);
    this.#met.forEach((word, slot) => {
      const at = slot * WIDTH;
      const from = this.#near[slot] === true ? 0 : MEAN * HIDDEN;
      for (let d = 0; d < DEPTH; d++) {
        const value = this.#vectors[slot * DEPTH + d] as number;
        const row = d * WIDTH;
        let sum = 0;
        for (let j = from; j < WIDTH; j++) {
          const s = slope[at + j] as number;
          sum += s * (places[row + j] as number);
          this.#slopes.places[row + j] = (this.#slopes.places[row + j] as number) + s * value;
        }
        asked[d] = sum;
      }
      const { given, own, rows } = this.#words[word] as NetWord;
      const add = (table: Float64Array, row: number, by: number): void => {
        for (let d = 0; d < DEPTH; d++)
          table[row * DEPTH + d] = (table[row * DEPTH + d] as number) + by * (asked[d] as number);
      };
      for (const row of rows) add(this.#slopes.wordRows, row, 1);
      if (this.#hidden[slot] === true) return;
      if (given >= 0)
        for (let k = 0; k < GIVEN_DEPTH; k++)
          add(this.#slopes.given, k, this.#given[given * GIVEN_DEPTH + k] as number);
      if (own >= 0) add(this.#slopes.own, own, 1);
    });
  }
}

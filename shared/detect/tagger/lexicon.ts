// A word list without words: for each known word or phrase, the hash of its plain form and the
// classes it belongs to (a given name, a town, an illness ...). The model file carries it. No
// string can be read back from it. It must never decide anything by itself; it only feeds features.
import { joined } from "./word-form.ts";

export const LEXICON_CLASSES = [
  "title", "kin", "occupation", "health", "offence", "religion", "ethnic", "organisation-head",
  "street", "time", "number", "measure", "field", "given-name", "family-name", "other-name",
  "town-near", "town-far", "country", "person-noun", "illness-noun", "crime-noun", "body-noun",
  "group-noun", "thing-noun", "act-noun", "state-noun", "abstract-noun", "people-noun", "common",
  "unit-noun", "phrase-start",
] as const; // prettier-ignore

export type LexiconClass = (typeof LEXICON_CLASSES)[number];
export const PHRASE_START = LEXICON_CLASSES.indexOf("phrase-start");

/** Families of words, the smallest; four lie in one of the next wider circle, and so on up. */
export const FAMILIES = 1024;
/** How many circles a word lies in. */
export const CIRCLES = 4;
/** The family a word's family lies in, `circle` steps out; both counted from 1. */
export const circleOf = (family: number, circle: number): number =>
  1 + ((family - 1) >> (2 * circle));

export interface LexiconTable {
  readonly keys: Uint32Array;
  readonly masks: Int32Array;
  readonly families: Uint16Array;
  /** Code of each word's vector (word-vectors.ts); 0 where it has none. */
  readonly vectors: Int32Array;
}

/** The longest phrase, in tokens. */
export const PHRASE_REACH = 6;

/** What is kept of a hash: fewer bits make a smaller file, and one unknown word in 800 a false friend. */
export const keyOf = (hash: number): number => hash >>> 5;

export class Lexicon {
  readonly #keys: Uint32Array;
  readonly #masks: Int32Array;
  /** A word's family, counted from 1; 0 where none is known. */
  readonly #families: Uint16Array;
  readonly #vectors: Int32Array;
  readonly #wrap: number;

  constructor({ keys, masks, families, vectors }: LexiconTable) {
    let size = 1024;
    while (size < keys.length * 2) size *= 2;
    this.#wrap = size - 1;
    this.#keys = new Uint32Array(size);
    this.#masks = new Int32Array(size);
    this.#families = new Uint16Array(size);
    this.#vectors = new Int32Array(size);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] ?? 0;
      let slot = key & this.#wrap;
      while (this.#taken(slot) && this.#keys[slot] !== key) slot = (slot + 1) & this.#wrap;
      this.#keys[slot] = key;
      this.#masks[slot] = (this.#masks[slot] ?? 0) | (masks[i] ?? 0);
      this.#families[slot] = families[i] ?? 0;
      this.#vectors[slot] = vectors[i] ?? 0;
    }
  }

  /** Bit i is set when the hash belongs to LEXICON_CLASSES[i]; 0 for an unknown word. */
  classes(hash: number): number {
    return this.#masks[this.#find(keyOf(hash))] ?? 0;
  }

  /** The family of words that keep the same company, counted from 1; 0 for a word nobody has counted. */
  family(hash: number): number {
    return this.#families[this.#find(keyOf(hash))] ?? 0;
  }

  /** The code of the word's vector; 0 for a word without one. */
  vector(hash: number): number {
    return this.#vectors[this.#find(keyOf(hash))] ?? 0;
  }

  #taken(slot: number): boolean {
    return this.#masks[slot] !== 0 || this.#families[slot] !== 0;
  }

  #find(key: number): number {
    let slot = key & this.#wrap;
    while (this.#taken(slot) && this.#keys[slot] !== key) slot = (slot + 1) & this.#wrap;
    return slot;
  }
}

/** The hash of a phrase, built word by word: start from PHRASE_SEED. */
export const PHRASE_SEED = 0x51ed270b;
export const phraseStep = (sofar: number, word: number): number => joined(sofar, word);

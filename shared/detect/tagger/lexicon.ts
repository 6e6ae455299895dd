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

/** What a slot of the table holds, side by side: the key and one (0 is an empty slot), classes, family, vector. */
const SLOT = 4;

export class Lexicon {
  readonly #slots: Int32Array;
  readonly #wrap: number;

  constructor({ keys, masks, families, vectors }: LexiconTable) {
    let size = 1024;
    while (size < keys.length * 1.5) size *= 2;
    const wrap = size - 1;
    const slots = new Int32Array(size * SLOT);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      let slot = key & wrap;
      while (slots[slot * SLOT] !== 0) slot = (slot + 1) & wrap;
      const at = slot * SLOT;
      slots[at] = key + 1;
      slots[at + 1] = masks[i] as number;
      slots[at + 2] = families[i] as number;
      slots[at + 3] = vectors[i] as number;
    }
    this.#slots = slots;
    this.#wrap = wrap;
  }

  /** Bit i is set when the hash belongs to LEXICON_CLASSES[i]; 0 for an unknown word. */
  classes(hash: number): number {
    return this.#slots[this.#find(keyOf(hash)) + 1] as number;
  }

  /** The family of words that keep the same company, counted from 1; 0 for a word nobody has counted. */
  family(hash: number): number {
    return this.#slots[this.#find(keyOf(hash)) + 2] as number;
  }

  /** The code of the word's vector; 0 for a word without one. */
  vector(hash: number): number {
    return this.#slots[this.#find(keyOf(hash)) + 3] as number;
  }

  /** Where the key's slot begins, or the empty one where the search ended. */
  #find(key: number): number {
    const slots = this.#slots;
    let slot = key & this.#wrap;
    for (;;) {
      const at = slot * SLOT;
      const held = slots[at] as number;
      if (held === 0 || held === key + 1) return at;
      slot = (slot + 1) & this.#wrap;
    }
  }
}

/** The hash of a phrase, built word by word: start from PHRASE_SEED. */
export const PHRASE_SEED = 0x51ed270b;
export const phraseStep = (sofar: number, word: number): number => joined(sofar, word);

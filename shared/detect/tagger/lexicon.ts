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

/** The longest phrase, in tokens. */
export const PHRASE_REACH = 6;

export class Lexicon {
  readonly #keys: Uint32Array;
  readonly #masks: Int32Array;
  readonly #wrap: number;

  constructor(keys: Uint32Array, masks: Int32Array) {
    let size = 1024;
    while (size < keys.length * 2) size *= 2;
    this.#wrap = size - 1;
    this.#keys = new Uint32Array(size);
    this.#masks = new Int32Array(size);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] ?? 0;
      let slot = key & this.#wrap;
      while (this.#masks[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & this.#wrap;
      this.#keys[slot] = key;
      this.#masks[slot] = (this.#masks[slot] ?? 0) | (masks[i] ?? 0);
    }
  }

  /** Bit i is set when the hash belongs to LEXICON_CLASSES[i]; 0 for an unknown word. */
  classes(hash: number): number {
    let slot = hash & this.#wrap;
    for (;;) {
      const mask = this.#masks[slot] ?? 0;
      if (mask === 0 || this.#keys[slot] === hash) return mask;
      slot = (slot + 1) & this.#wrap;
    }
  }
}

/** The hash of a phrase, built word by word: start from PHRASE_SEED. */
export const PHRASE_SEED = 0x51ed270b;
export const phraseStep = (sofar: number, word: number): number => joined(sofar, word);

// One distinct word of a text, looked at once: its hashes, how it is cased, and the classes that
// the lexicon gives it or its singular. It must never look at neighbours or at the text around.
import { LEXICON_CLASSES } from "./lexicon.ts";
import type { Lexicon } from "./lexicon.ts";
import { caseOf, hashText, shapeOf } from "./word-form.ts";

export interface WordType {
  /** The word as written, bare of dress. */
  readonly text: string;
  readonly plain: string;
  readonly hash: number;
  readonly exact: number;
  readonly casing: number;
  readonly shape: number;
  readonly suffix: number;
  readonly classes: number;
  /** The family it keeps company with, counted from 1; 0 where none is known. */
  readonly family: number;
  /** The code of its vector (word-vectors.ts); 0 where it has none. */
  readonly vector: number;
  /** One small number for the classes that matter together; feeds conjunctions. */
  readonly gist: number;
  /** Words that differ only in case share one group. */
  readonly group: number;
}

const bit = (name: (typeof LEXICON_CLASSES)[number]): number => 1 << LEXICON_CLASSES.indexOf(name);

export const TITLE_BIT = bit("title");
const NAME_BITS = bit("given-name") | bit("family-name") | bit("other-name");
// In order of what tells most; the first that a word has becomes its gist.
const GIST: readonly number[] = (
  ["title", "time", "number", "measure", "kin", "ethnic", "religion", "occupation", "health",
   "offence", "organisation-head", "street", "country", "town-near", "given-name", "family-name",
   "field", "illness-noun", "crime-noun", "person-noun", "people-noun", "town-far", "other-name",
   "body-noun", "group-noun", "thing-noun", "act-noun", "state-noun", "abstract-noun", "common"] as const
).map(bit); // prettier-ignore

function gistOf(classes: number): number {
  for (let i = 0; i < GIST.length; i++) if ((classes & (GIST[i] ?? 0)) !== 0) return i + 1;
  return 0;
}

function lookUp(lexicon: Lexicon, plain: string, hash: number): number {
  const direct = lexicon.classes(hash);
  if (direct !== 0 || plain.length < 4) return direct;
  const bare = plain.normalize("NFD").replace(/\p{M}/gu, "");
  if (bare !== plain) {
    const found = lexicon.classes(hashText(bare));
    if (found !== 0) return found;
  }
  if (plain.endsWith("s")) {
    const one = lexicon.classes(hashText(plain, 0, plain.length - 1));
    if (one !== 0) return one & ~NAME_BITS;
    if (plain.endsWith("ies")) return lexicon.classes(hashText(`${plain.slice(0, -3)}y`));
    if (plain.endsWith("es")) return lexicon.classes(hashText(plain, 0, plain.length - 2));
  }
  return 0;
}

/** The word, or the one it is the plural of, by which its company is known. */
function companion(lexicon: Lexicon, plain: string, hash: number): number {
  if (lexicon.family(hash) !== 0 || !plain.endsWith("s") || plain.length < 4) return hash;
  return hashText(plain, 0, plain.length - 1);
}

export function describe(text: string, lexicon: Lexicon): Omit<WordType, "group"> {
  const plain = text.toLowerCase();
  const hash = hashText(plain);
  const classes = lookUp(lexicon, plain, hash);
  const known = companion(lexicon, plain, hash);
  return {
    text,
    plain,
    hash,
    exact: hashText(text, 0, text.length, 0x1234567),
    casing: caseOf(text),
    shape: hashText(shapeOf(text, 2)),
    suffix: hashText(plain, Math.max(0, plain.length - 3), plain.length, 0x77),
    classes,
    family: lexicon.family(known),
    vector: lexicon.vector(known),
    gist: gistOf(classes),
  };
}

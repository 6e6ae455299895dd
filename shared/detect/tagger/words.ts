// The distinct words of one text, each looked at once: its hashes, case, lexicon classes, and
// what the text as a whole says about it (is it ever written small? does a title go before it?).
// Tokens point here by number. It must keep nothing once the text has been tagged.
import type { Lexicon } from "./lexicon.ts";
import { LEXICON_CLASSES, PHRASE_REACH, PHRASE_SEED, PHRASE_START, phraseStep } from "./lexicon.ts";
import type { Tokens } from "./tokens.ts";
import {
  caseOf,
  hashText,
  INITIAL,
  LOWER,
  mixed,
  shapeOf,
  TITLE,
  undressed,
  UPPER,
} from "./word-form.ts";

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
  /** One small number for the classes that matter together; feeds conjunctions. */
  readonly gist: number;
  /** Words that differ only in case share one group. */
  readonly group: number;
}

export interface DocumentWords {
  readonly types: readonly WordType[];
  /** Type of each token. */
  readonly typeOf: Int32Array;
  readonly groups: number;
  /** 1 where a sentence may begin, 2 where a line begins as well. */
  readonly opening: Uint8Array;
  /** What the whole text says of each group, as one small number. */
  readonly cue: Uint16Array;
  /** How often each group occurs. */
  readonly frequency: Int32Array;
  /** Classes of the phrase a token lies in, and 1 in `phraseFirst` where one begins. */
  readonly phrase: Int32Array;
  readonly phraseFirst: Uint8Array;
  /** 1 for a text written like a judgment, 0 for any other. */
  readonly genre: number;
  /** 0 written as usual, 1 mostly in capitals, 2 with hardly a capital. */
  readonly dress: number;
}

const bit = (name: (typeof LEXICON_CLASSES)[number]): number => 1 << LEXICON_CLASSES.indexOf(name);

// A judgment names its parties by their part in it; what counts as a detail differs there.
const COURTLY = new Set(
  ["applicant", "applicants", "court", "courts", "article", "articles", "convention", "government",
   "paragraph", "judgment", "appellant", "claimant", "defendant", "respondent", "appeal", "§"]
    .map((word) => hashText(word)),
); // prettier-ignore
const COURTLY_SHARE = 0.012;

const TITLE_BIT = bit("title");
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

export function describe(text: string, lexicon: Lexicon): Omit<WordType, "group"> {
  const plain = text.toLowerCase();
  const hash = hashText(plain);
  const classes = lookUp(lexicon, plain, hash);
  return {
    text,
    plain,
    hash,
    exact: hashText(text, 0, text.length, 0x1234567),
    casing: caseOf(text),
    shape: hashText(shapeOf(text, 2)),
    suffix: hashText(plain, Math.max(0, plain.length - 3), plain.length, 0x77),
    classes,
    gist: gistOf(classes),
  };
}

export function readWords(text: string, tokens: Tokens, lexicon: Lexicon): DocumentWords {
  const byText = new Map<string, number>();
  const byPlain = new Map<string, number>();
  const types: WordType[] = [];
  const typeOf = new Int32Array(tokens.count);
  for (let i = 0; i < tokens.count; i++) {
    const written = text.slice(tokens.start[i], tokens.end[i]);
    let type = byText.get(written);
    if (type === undefined) {
      type = types.length;
      byText.set(written, type);
      const word = describe(undressed(written), lexicon);
      let group = byPlain.get(word.plain);
      if (group === undefined) {
        group = byPlain.size;
        byPlain.set(word.plain, group);
      }
      types.push({ ...word, group });
    }
    typeOf[i] = type;
  }
  const opening = openings(tokens, types, typeOf);
  const frequency = new Int32Array(byPlain.size);
  const cue = cues(tokens, types, typeOf, opening, frequency);
  const phrase = new Int32Array(tokens.count);
  const phraseFirst = new Uint8Array(tokens.count);
  findPhrases(tokens.count, types, typeOf, lexicon, phrase, phraseFirst);
  const genre = genreOf(types, typeOf);
  return {
    types,
    typeOf,
    groups: byPlain.size,
    opening,
    cue,
    frequency,
    phrase,
    phraseFirst,
    genre,
    dress: dressOf(types, typeOf),
  };
}

function dressOf(types: readonly WordType[], typeOf: Int32Array): number {
  let upper = 0;
  let title = 0;
  let lower = 0;
  for (const type of typeOf) {
    const casing = types[type]?.casing;
    if (casing === LOWER) lower += 1;
    else if (casing === TITLE) title += 1;
    else if (casing === UPPER) upper += 1;
  }
  const all = upper + title + lower;
  if (upper * 2 > all) return 1;
  return title * 40 < all ? 2 : 0;
}

function genreOf(types: readonly WordType[], typeOf: Int32Array): number {
  const courtly = types.map((type) => COURTLY.has(type.hash));
  let met = 0;
  for (const type of typeOf) if (courtly[type] === true) met += 1;
  return met > typeOf.length * COURTLY_SHARE ? 1 : 0;
}

const OPENING_MARK = /^["“‘'([•*–-]$/;

function openings(tokens: Tokens, types: readonly WordType[], typeOf: Int32Array): Uint8Array {
  const opening = new Uint8Array(tokens.count);
  for (let i = 0; i < tokens.count; i++) {
    if ((tokens.breaks[i] ?? 0) > 0) {
      opening[i] = 2;
      continue;
    }
    const before = types[typeOf[i - 1] ?? 0]?.text ?? "";
    if (before === "." || before === "!" || before === "?" || before === ":") {
      const earlier = types[typeOf[i - 2] ?? 0];
      const abbreviated =
        before === "." &&
        earlier !== undefined &&
        (earlier.casing === INITIAL || (earlier.classes & TITLE_BIT) !== 0) &&
        (tokens.breaks[i - 1] ?? 0) === 0;
      if (!abbreviated) opening[i] = 1;
    } else if ((opening[i - 1] ?? 0) > 0 && OPENING_MARK.test(before)) opening[i] = 1;
  }
  return opening;
}

function cues(
  tokens: Tokens,
  types: readonly WordType[],
  typeOf: Int32Array,
  opening: Uint8Array,
  frequency: Int32Array,
): Uint16Array {
  const groups = frequency.length;
  const capital = new Int32Array(groups);
  const small = new Int32Array(groups);
  const titled = new Uint8Array(groups);
  const owning = new Uint8Array(groups);
  for (let i = 0; i < tokens.count; i++) {
    const type = types[typeOf[i] ?? 0];
    if (type === undefined) continue;
    const group = type.group;
    frequency[group] = (frequency[group] ?? 0) + 1;
    if (type.casing === LOWER) small[group] = (small[group] ?? 0) + 1;
    else if (type.casing === TITLE && opening[i] === 0) capital[group] = (capital[group] ?? 0) + 1;
    if (i > 0 && (type.casing === TITLE || type.casing === UPPER)) {
      let before = types[typeOf[i - 1] ?? 0];
      if (before?.text === "." && i > 1) before = types[typeOf[i - 2] ?? 0];
      if (before !== undefined && (before.classes & TITLE_BIT) !== 0 && before.casing !== LOWER)
        titled[group] = 1;
    }
    const next = types[typeOf[i + 1] ?? 0]?.text;
    if ((next === "'" || next === "’") && types[typeOf[i + 2] ?? 0]?.plain === "s")
      owning[group] = 1;
  }
  const cue = new Uint16Array(groups);
  for (let g = 0; g < groups; g++) {
    const big = capital[g] ?? 0;
    const low = small[g] ?? 0;
    let ratio = 0;
    if (big > 0) ratio = low === 0 ? 3 : big > low ? 2 : 1;
    else if (low > 0) ratio = 4;
    const n = frequency[g] ?? 0;
    const often = n === 1 ? 0 : n < 4 ? 1 : n < 12 ? 2 : 3;
    cue[g] = ratio | (often << 3) | ((titled[g] ?? 0) << 5) | ((owning[g] ?? 0) << 6);
  }
  return cue;
}

function findPhrases(
  count: number,
  types: readonly WordType[],
  typeOf: Int32Array,
  lexicon: Lexicon,
  phrase: Int32Array,
  first: Uint8Array,
): void {
  const starts = 1 << PHRASE_START;
  for (let i = 0; i < count; i++) {
    const type = types[typeOf[i] ?? 0];
    if (type === undefined || (type.classes & starts) === 0) continue;
    let hash = phraseStep(PHRASE_SEED, type.hash);
    let longest = 0;
    let classes = 0;
    for (let k = 1; k < PHRASE_REACH && i + k < count; k++) {
      hash = phraseStep(hash, types[typeOf[i + k] ?? 0]?.hash ?? mixed(k));
      const found = lexicon.classes(hash);
      if (found !== 0) {
        longest = k;
        classes = found;
      }
    }
    if (longest === 0) continue;
    first[i] = 1;
    for (let k = 0; k <= longest; k++) phrase[i + k] = (phrase[i + k] ?? 0) | classes;
  }
}

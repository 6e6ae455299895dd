// The distinct words of one text, each looked at once: its hashes, case, lexicon classes, and
// what the text as a whole says about it (is it ever written small? does a title go before it?).
// Tokens point here by number. It must keep nothing once the text has been tagged.
import type { Lexicon } from "./lexicon.ts";
import { PHRASE_REACH, PHRASE_SEED, PHRASE_START, phraseStep } from "./lexicon.ts";
import { passageCues } from "./passage-cues.ts";
import type { Levels, TellingTable } from "./telling-score.ts";
import { readLevels } from "./telling-score.ts";
import { cues, dressOf, genreOf, openings } from "./text-cues.ts";
import type { Tokens } from "./tokens.ts";
import { mixed, undressed } from "./word-form.ts";
import { describe } from "./word-type.ts";
import type { WordType } from "./word-type.ts";

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
  /** What the words around each token tell of, 0 to 80 (passage-cues.ts). */
  readonly passage: Uint8Array;
  /** How likely each token's sentence, and those around it, tell of somebody (telling-score.ts). */
  readonly levels: Levels;
  /** 1 for a text written like a judgment, 0 for any other. */
  readonly genre: number;
  /** 0 written as usual, 1 mostly in capitals, 2 with hardly a capital. */
  readonly dress: number;
}

export function readWords(
  text: string,
  tokens: Tokens,
  lexicon: Lexicon,
  telling: TellingTable,
): DocumentWords {
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
    passage: passageCues(tokens, types, typeOf),
    levels: readLevels(tokens, types, typeOf, telling),
    genre,
    dress: dressOf(types, typeOf),
  };
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

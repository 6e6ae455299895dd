// Lays labelled texts out for the small network: every distinct word once for all texts, and per token its word, its
// label, and the rows that speak of it and its place. It must use the tagger's own features; it may not add any.
import { readLines } from "../../shared/detect/tagger/line-cues.ts";
import type { Lexicon } from "../../shared/detect/tagger/lexicon.ts";
import {
  MOST_NET_ROWS,
  OUTSIDE,
  placeRows,
  standingRows,
  vectorRows,
} from "../../shared/detect/tagger/net-features.ts";
import type { TellingTable } from "../../shared/detect/tagger/telling-score.ts";
import { tokenise } from "../../shared/detect/tagger/tokens.ts";
import { readWords } from "../../shared/detect/tagger/words.ts";
import type { WordType } from "../../shared/detect/tagger/word-type.ts";
import { hashText } from "../../shared/detect/tagger/word-form.ts";
import type { LabelledText } from "./corpora.ts";
import { labelsOf } from "./encode.ts";
import type { GivenVectors } from "./vector-source.ts";

export interface NetWord {
  /** Number of its vector among the given ones, -1 without one. */
  readonly given: number;
  /** Number among the words with a vector of their own, -1 without one. */
  own: number;
  /** Word rows (net-features.ts). */
  readonly rows: Int32Array;
}

export interface NetText {
  readonly source: LabelledText;
  /** Number of each token's word. */
  readonly words: Int32Array;
  readonly labels: Uint8Array;
  /** Place rows of token i: rows[rowsAt[i]] to rows[rowsAt[i + 1] - 1]. */
  readonly rows: Uint16Array;
  readonly rowsAt: Uint32Array;
}

export interface NetTexts {
  /** The first stands for what lies beyond a text's ends. */
  readonly words: readonly NetWord[];
  readonly texts: readonly NetText[];
  /** Hashes of the words with a vector of their own, in order. */
  readonly own: readonly number[];
}

/** So many words at most have a vector of their own, and each is met in so many texts at least. */
const OWN_WORDS = 3000;
const OWN_TEXTS = 12;

export function netTexts(
  sources: readonly LabelledText[],
  copies: ReadonlySet<LabelledText>,
  lexicon: Lexicon,
  given: GivenVectors,
  tellingOf: (text: LabelledText) => TellingTable,
): NetTexts {
  const words: NetWord[] = [{ given: -1, own: -1, rows: Int32Array.of(OUTSIDE) }];
  const numbers = new Map<string, number>();
  const buffer = new Int32Array(MOST_NET_ROWS);
  const met = new Map<number, number>();
  const hashes = new Map<number, number>();
  const numberOf = (type: WordType): number => {
    let number = numbers.get(type.text);
    if (number === undefined) {
      number = words.length;
      numbers.set(type.text, number);
      const { plain } = type;
      let nth = given.nth.get(type.hash) ?? -1;
      if (nth >= 0) hashes.set(nth, type.hash);
      else if (plain.endsWith("s") && plain.length > 3)
        nth = given.nth.get(hashText(plain, 0, plain.length - 1)) ?? -1;
      const n = vectorRows(type, nth >= 0, buffer);
      words.push({ given: nth, own: -1, rows: buffer.slice(0, n) });
    }
    return number;
  };
  const texts = sources.map((source): NetText => {
    const tokens = tokenise(source.text);
    const read = readWords(source.text, tokens, lexicon, tellingOf(source));
    const lines = readLines(tokens, read);
    const of = read.types.map(numberOf);
    if (!copies.has(source))
      for (const nth of new Set(of.map((number) => (words[number] as NetWord).given)))
        met.set(nth, (met.get(nth) ?? 0) + 1);
    const rows: number[] = [];
    const rowsAt = new Uint32Array(tokens.count + 1);
    for (let i = 0; i < tokens.count; i++) {
      const type = read.types[read.typeOf[i] as number] as WordType;
      let n = standingRows(read, type, read.opening[i] as number, buffer);
      for (let k = 0; k < n; k++) rows.push(buffer[k] as number);
      n = placeRows(tokens, read, lines, i, buffer);
      for (let k = 0; k < n; k++) rows.push(buffer[k] as number);
      rowsAt[i + 1] = rows.length;
    }
    return {
      source,
      words: read.typeOf.map((type) => of[type] as number),
      labels: labelsOf(source, tokens, read),
      rows: Uint16Array.from(rows),
      rowsAt,
    };
  });
  const common = [...hashes.keys()]
    .filter((nth) => (met.get(nth) ?? 0) >= OWN_TEXTS)
    .sort((a, b) => (met.get(b) ?? 0) - (met.get(a) ?? 0) || a - b)
    .slice(0, OWN_WORDS);
  const owners = new Map(common.map((nth, i) => [nth, i]));
  for (const word of words) word.own = owners.get(word.given) ?? -1;
  return { words, texts, own: common.map((nth) => hashes.get(nth) as number) };
}

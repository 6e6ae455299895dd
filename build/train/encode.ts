// Lays a labelled text out for learning: the same words, lines and rows that the tagger will see,
// kept once per distinct word and place, and one label per token (255 where nothing is known).
// It must use the tagger's own features; it may not add any.
import {
  MOST_ROWS,
  REACH,
  formRows,
  OPENINGS,
  tokenRows,
  toldRows,
  wordRows,
} from "../../shared/detect/tagger/features.ts";
import { readLines } from "../../shared/detect/tagger/line-cues.ts";
import { LEXICON_CLASSES } from "../../shared/detect/tagger/lexicon.ts";
import type { Lexicon } from "../../shared/detect/tagger/lexicon.ts";
import { stretchesOf } from "../../shared/detect/tagger/stretches.ts";
import type { TellingTable } from "../../shared/detect/tagger/telling-score.ts";
import { tokenise } from "../../shared/detect/tagger/tokens.ts";
import type { Tokens } from "../../shared/detect/tagger/tokens.ts";
import { readWords } from "../../shared/detect/tagger/words.ts";
import type { DocumentWords } from "../../shared/detect/tagger/words.ts";
import type { WordType } from "../../shared/detect/tagger/word-type.ts";
import { TITLE, UPPER } from "../../shared/detect/tagger/word-form.ts";
import { TAG_TYPES } from "../../shared/detect/tagged-span.ts";
import type { LabelledText } from "./corpora.ts";

export const UNKNOWN = 255;

/** Many short lists of rows in one: list n goes from at[n] to at[n + 1]. An array for each would take ten times the room. */
interface Lists {
  readonly rows: Int32Array;
  readonly at: Int32Array;
}

export interface Encoded {
  readonly source: LabelledText;
  readonly tokens: Tokens;
  readonly words: DocumentWords;
  /** 0 nothing, 1.. TAG_TYPES, UNKNOWN. */
  readonly labels: Uint8Array;
  /** Rows of type t at offset o: list t * (2 * REACH + 1) + o + REACH. */
  readonly places: Lists;
  /** Rows of type t opening as o: list t * OPENINGS + o. */
  readonly forms: Lists;
  readonly own: Lists;
  /** Stretches judged together: first token and count, alternating. */
  readonly stretches: readonly (readonly [number, number])[];
}

const SPAN_PLACES = 2 * REACH + 1;

const SUSPECT = (["kin", "occupation", "health", "offence", "religion", "ethnic", "time", "number", "measure", "people-noun"] as const)
  .reduce((mask, name) => mask | (1 << LEXICON_CLASSES.indexOf(name)), 0); // prettier-ignore

export function labelsOf(text: LabelledText, tokens: Tokens, words: DocumentWords): Uint8Array {
  const labels = new Uint8Array(tokens.count);
  let span = 0;
  for (let i = 0; i < tokens.count; i++) {
    const start = tokens.start[i] ?? 0;
    const end = tokens.end[i] ?? 0;
    while (span < text.spans.length && (text.spans[span]?.end ?? 0) <= start) span += 1;
    const here = text.spans[span];
    if (here !== undefined && here.start < end) {
      labels[i] = 1 + TAG_TYPES.indexOf(here.type);
      continue;
    }
    if (text.unsure.some((one) => one.start < end && one.end > start)) labels[i] = UNKNOWN;
    else if (text.scope === "names") {
      const word = words.types[words.typeOf[i] ?? 0];
      if (word === undefined) continue;
      const named = word.casing === TITLE || word.casing === UPPER;
      if (/\d/.test(word.text) || ((word.classes | (words.phrase[i] ?? 0)) & SUSPECT) !== 0)
        labels[i] = UNKNOWN;
      else if (named && text.source === "litbank" && (words.opening[i] ?? 0) === 0)
        labels[i] = UNKNOWN;
    }
  }
  return labels;
}

/** `write` leaves the rows of one list in `buffer` and returns how many. */
function listsOf(count: number, write: (n: number) => number): Lists {
  const at = new Int32Array(count + 1);
  let rows = new Int32Array(Math.max(64, count * 24));
  for (let n = 0; n < count; n++) {
    const more = write(n);
    const from = at[n] as number;
    if (from + more > rows.length) {
      const bigger = new Int32Array(Math.max(rows.length * 2, from + more));
      bigger.set(rows);
      rows = bigger;
    }
    rows.set(buffer.subarray(0, more), from);
    at[n + 1] = from + more;
  }
  return { rows: rows.slice(0, at[count]), at };
}

const buffer = new Int32Array(MOST_ROWS);

export function encode(source: LabelledText, lexicon: Lexicon, telling: TellingTable): Encoded {
  const tokens = tokenise(source.text);
  const words = readWords(source.text, tokens, lexicon, telling);
  const lines = readLines(tokens, words);
  const places = listsOf(words.types.length * SPAN_PLACES, (n) =>
    wordRows(
      words.types[Math.floor(n / SPAN_PLACES)] as WordType,
      (n % SPAN_PLACES) - REACH,
      buffer,
    ),
  );
  const forms = listsOf(words.types.length * OPENINGS, (n) =>
    formRows(words, words.types[Math.floor(n / OPENINGS)] as WordType, n % OPENINGS, buffer),
  );
  const own = listsOf(tokens.count, (i) => tokenRows(words, lines, i, buffer));
  return {
    source,
    tokens,
    words,
    labels: labelsOf(source, tokens, words),
    places,
    forms,
    own,
    stretches: stretchesOf(tokens),
  };
}

/**
 * Writes every row of token `at` to `out` from `from` on and returns where they end. Rows that name the word
 * itself, or a neighbour, are left out wherever `hidden` says so.
 */
export function rowsOf(
  text: Encoded,
  at: number,
  out: Int32Array,
  from: number,
  hidden: () => boolean,
): number {
  const { typeOf } = text.words;
  const { places, forms, own } = text;
  let n = from;
  for (let o = -REACH; o <= REACH; o++) {
    const i = at + o;
    if (i < 0 || i >= text.tokens.count) continue;
    const list = (typeOf[i] as number) * SPAN_PLACES + o + REACH;
    const last = places.at[list + 1] as number;
    let k = places.at[list] as number;
    if (hidden()) k++;
    for (; k < last; k++) out[n++] = places.rows[k] as number;
  }
  const form = (typeOf[at] as number) * OPENINGS + (text.words.opening[at] as number);
  for (let k = forms.at[form] as number; k < (forms.at[form + 1] as number); k++)
    out[n++] = forms.rows[k] as number;
  const word = text.words.types[typeOf[at] as number] as WordType;
  const told = toldRows(word, text.words.levels.own[at] as number, room);
  for (let k = 0; k < told; k++) if (k !== TOLD_WORD || !hidden()) out[n++] = room[k] as number;
  const first = own.at[at] as number;
  const last = own.at[at + 1] as number;
  for (let k = first; k < last; k++)
    if (k - first >= PAIRS || !hidden()) out[n++] = own.rows[k] as number;
  return n;
}

/** This one of what a sentence makes of a word names the word. */
const TOLD_WORD = 3;
const room = new Int32Array(8);
/** The first of a token's own rows name it together with a neighbour. */
const PAIRS = 3;

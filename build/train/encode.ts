// Lays a labelled text out for learning: the same words, lines and rows that the tagger will see,
// kept once per distinct word and place, and one label per token (255 where nothing is known).
// It must use the tagger's own features; it may not add any.
import {
  MOST_ROWS,
  REACH,
  readLines,
  formRows,
  OPENINGS,
  tokenRows,
  wordRows,
} from "../../shared/detect/tagger/features.ts";
import { LEXICON_CLASSES } from "../../shared/detect/tagger/lexicon.ts";
import type { Lexicon } from "../../shared/detect/tagger/lexicon.ts";
import { stretchesOf } from "../../shared/detect/tagger/stretches.ts";
import { tokenise } from "../../shared/detect/tagger/tokens.ts";
import type { Tokens } from "../../shared/detect/tagger/tokens.ts";
import { readWords } from "../../shared/detect/tagger/words.ts";
import type { DocumentWords } from "../../shared/detect/tagger/words.ts";
import { TITLE, UPPER } from "../../shared/detect/tagger/word-form.ts";
import { TAG_TYPES } from "../../shared/detect/tagged-span.ts";
import type { LabelledText } from "./corpora.ts";

export const UNKNOWN = 255;

export interface Encoded {
  readonly source: LabelledText;
  readonly tokens: Tokens;
  readonly words: DocumentWords;
  /** 0 nothing, 1.. TAG_TYPES, UNKNOWN. */
  readonly labels: Uint8Array;
  /** Rows of type t at offset o: places[t * (2 * REACH + 1) + o + REACH]. */
  readonly places: readonly Int32Array[];
  /** Rows of type t opening as o: forms[t * OPENINGS + o]. */
  readonly forms: readonly Int32Array[];
  readonly own: Int32Array;
  readonly ownAt: Int32Array;
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

export function encode(source: LabelledText, lexicon: Lexicon): Encoded {
  const tokens = tokenise(source.text);
  const words = readWords(source.text, tokens, lexicon);
  const lines = readLines(tokens, words);
  const buffer = new Int32Array(MOST_ROWS);
  const places: Int32Array[] = [];
  for (const type of words.types)
    for (let o = -REACH; o <= REACH; o++) places.push(buffer.slice(0, wordRows(type, o, buffer)));
  const forms: Int32Array[] = [];
  for (const type of words.types)
    for (let o = 0; o < OPENINGS; o++)
      forms.push(buffer.slice(0, formRows(words, type, o, buffer)));
  const ownAt = new Int32Array(tokens.count + 1);
  const own: number[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const n = tokenRows(words, lines, i, buffer);
    for (let k = 0; k < n; k++) own.push(buffer[k] ?? 0);
    ownAt[i + 1] = own.length;
  }
  return {
    source,
    tokens,
    words,
    labels: labelsOf(source, tokens, words),
    places,
    forms,
    own: Int32Array.from(own),
    ownAt,
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
  let n = from;
  for (let o = -REACH; o <= REACH; o++) {
    const i = at + o;
    if (i < 0 || i >= text.tokens.count) continue;
    const rows = text.places[(typeOf[i] as number) * SPAN_PLACES + o + REACH] as Int32Array;
    if (!hidden()) out[n++] = rows[0] as number;
    for (let k = 1; k < rows.length; k++) out[n++] = rows[k] as number;
  }
  const forms = text.forms[(typeOf[at] as number) * OPENINGS + (text.words.opening[at] as number)];
  if (forms !== undefined) for (let k = 0; k < forms.length; k++) out[n++] = forms[k] as number;
  const first = text.ownAt[at] as number;
  const last = text.ownAt[at + 1] as number;
  for (let k = first; k < last; k++)
    if (k - first >= PAIRS || !hidden()) out[n++] = text.own[k] as number;
  return n;
}

/** The first of a token's own rows name it together with a neighbour. */
const PAIRS = 3;

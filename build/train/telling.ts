// Learns which sentences tell of somebody: logistic regression by AdaGrad over the rows of the tagger's telling.ts.
// The chain is to learn what that knowledge is worth, so it must be as good on its texts as on strange ones: each
// training text gets it from weights that were learnt without that text and its copies.
import type { Lexicon } from "../../shared/detect/tagger/lexicon.ts";
import { sentencesOf, TELLING_ROWS } from "../../shared/detect/tagger/telling.ts";
import {
  NOTHING_TOLD,
  rowsOfSentences,
  type TellingTable,
} from "../../shared/detect/tagger/telling-score.ts";
import { tokenise } from "../../shared/detect/tagger/tokens.ts";
import { readWords } from "../../shared/detect/tagger/words.ts";
import { hashText } from "../../shared/detect/tagger/word-form.ts";
import type { LabelledText } from "./corpora.ts";
import { labelsOf, UNKNOWN } from "./encode.ts";
import { generator, shuffled } from "./learn.ts";

interface Sentence {
  readonly rows: Int32Array;
  readonly tells: boolean;
  readonly weight: number;
}

/** The sentences of a text of which it is known whether they tell of somebody. */
function judgedSentences(
  text: LabelledText,
  lexicon: Lexicon,
  weight: number,
): readonly Sentence[] {
  const tokens = tokenise(text.text);
  const words = readWords(text.text, tokens, lexicon, NOTHING_TOLD);
  const labels = labelsOf(text, tokens, words);
  const starts = sentencesOf(tokens, words.types, words.typeOf);
  const rows = rowsOfSentences(starts, words.types, words.typeOf);
  return rows.flatMap((own, s) => {
    const said = labels.subarray(starts[s], starts[s + 1]);
    const tells = said.some((label) => label > 0 && label !== UNKNOWN);
    return tells || !said.includes(UNKNOWN) ? [{ rows: own, tells, weight }] : [];
  });
}

const ROUNDS = 8;
const RATE = 0.05;
/** Rows are hidden at random, so that no single word decides. */
const HIDE = 0.3;

function learnTelling(sentences: readonly Sentence[], seed: number): TellingTable {
  const random = generator(seed);
  const weights = new Float32Array(TELLING_ROWS);
  const squares = new Float32Array(TELLING_ROWS).fill(0.1);
  const sum = new Float32Array(TELLING_ROWS);
  const kept = new Int32Array(8192);
  let snapshots = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (const { rows, tells, weight } of shuffled(sentences, random)) {
      let odds = 0;
      let n = 0;
      for (let k = 0; k < rows.length; k++) {
        if (random() < HIDE) continue;
        kept[n++] = rows[k] as number;
        odds += weights[rows[k] as number] as number;
      }
      const gradient = (1 / (1 + Math.exp(-odds)) - (tells ? 1 : 0)) * weight;
      for (let k = 0; k < n; k++) {
        const row = kept[k] as number;
        const square = (squares[row] as number) + gradient * gradient;
        squares[row] = square;
        weights[row]! -= (RATE * gradient) / Math.sqrt(square);
      }
    }
    if (round * 2 < ROUNDS) continue;
    snapshots += 1;
    for (let row = 0; row < TELLING_ROWS; row++) sum[row]! += weights[row] as number;
  }
  return { weights: sum, scale: (1 - HIDE) / snapshots };
}

const FOLDS = 4;
/** Nearly every sentence of a judgment tells of somebody: what they teach of that counts little. */
const JUDGMENTS = 0.2;

export interface TellingTables {
  readonly whole: TellingTable;
  /** Learnt without the texts of one fold each. */
  readonly without: readonly TellingTable[];
}

/** A text's fold is that of its page: varied copies go with it ("a-01.txt#1~2"). Half-annotated texts have none. */
const foldOf = ({ name, scope }: LabelledText): number =>
  scope === "all" ? hashText(name.split("~")[0] ?? "") % FOLDS : -1;

/** What a text is to be read with in learning: weights that never saw it. */
export const tellingFor = (text: LabelledText, { whole, without }: TellingTables): TellingTable =>
  without[foldOf(text)] ?? whole;

export function learnTellingInFolds(
  texts: readonly LabelledText[],
  lexicon: Lexicon,
  weightOf: (text: LabelledText) => number,
): TellingTables {
  const byFold: Sentence[][] = Array.from({ length: FOLDS }, () => []);
  for (const text of texts) {
    const weight = weightOf(text) * (text.source === "tab" ? JUDGMENTS : 1);
    const fold = foldOf(text);
    if (fold >= 0 && weight > 0) byFold[fold]!.push(...judgedSentences(text, lexicon, weight));
  }
  const without = byFold.map((_, fold) =>
    learnTelling(
      byFold.flatMap((sentences, other) => (other === fold ? [] : sentences)),
      fold + 1,
    ),
  );
  return { whole: learnTelling(byFold.flat(), 9), without };
}

/** Signed bytes that say nearly the same. */
export function smallTable({ weights, scale }: TellingTable): {
  weights: Int8Array;
  scale: number;
} {
  const MOST = 1.6;
  const step = MOST / 127;
  const small = Int8Array.from(weights, (weight) =>
    Math.max(-127, Math.min(127, Math.round((weight * scale) / step))),
  );
  return { weights: small, scale: step };
}

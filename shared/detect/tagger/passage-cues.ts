// What the words around a word tell of: somebody ("she", names), days and sums, or what services should do. Half
// of the words of a review lead to nobody, and the same illness or stretch of time stands in both halves. Counted
// over a fixed stretch of words, not over paragraphs, since pages read from a PDF often have none.
// One small number a word; it only counts, what that is worth is learnt.
import { LEXICON_CLASSES } from "./lexicon.ts";
import type { Tokens } from "./tokens.ts";
import { hashText, TITLE } from "./word-form.ts";
import type { WordType } from "./word-type.ts";

const hashes = (words: string): ReadonlySet<number> =>
  new Set(words.split(" ").map((word) => hashText(word)));
const SHOULD = hashes("should must may might could would can will shall need needs ought");
const SOMEBODY = hashes("he she his her him hers himself herself");
const EVERYBODY = hashes(
  "professionals practitioners agencies services children families parents people adults carers staff practice " +
    "research guidance review panel evidence policy policies procedures learning recommendation recommendations " +
    "finding findings workers teams boards partners partnership organisations systems assessment assessments " +
    "information risk harm those these any all such",
);
const NAMES = (["given-name", "family-name", "other-name"] as const).reduce(
  (mask, name) => mask | (1 << LEXICON_CLASSES.indexOf(name)),
  0,
);

const KINDS = 4;
/** So many words of a kind in a hundred are many: of what should be, of somebody, of figures, of everybody. */
const MANY = [2.5, 5, 3.4, 3.4] as const;

/** Which of the four a word speaks of, from 0; KINDS where of none. */
function kindOf(word: WordType): number {
  // "May" and "Will" are a month and a man.
  if (SHOULD.has(word.hash) && word.casing !== TITLE) return 0;
  if (SOMEBODY.has(word.hash) || (word.casing === TITLE && (word.classes & NAMES) !== 0)) return 1;
  const first = word.plain.charCodeAt(0);
  if (first >= 48 && first <= 57) return 2;
  return EVERYBODY.has(word.hash) ? 3 : KINDS;
}

/** Words that are counted to either side. */
const STRETCH = 25;

/** As many numbers as there are. */
export const PASSAGES = 3 ** KINDS;

/** For every token a number under PASSAGES: of each kind none, some or many around it. */
export function passageCues(
  tokens: Tokens,
  types: readonly WordType[],
  typeOf: Int32Array,
): Uint8Array {
  const cues = new Uint8Array(tokens.count);
  const kinds = Uint8Array.from(types, kindOf);
  const kindAt = (i: number): number => kinds[typeOf[i] as number] as number;
  const counts = new Int32Array(KINDS + 1);
  let last = -1;
  for (let i = 0; i < tokens.count; i++) {
    while (last < Math.min(tokens.count - 1, i + STRETCH)) counts[kindAt(++last)]! += 1;
    if (i > STRETCH) counts[kindAt(i - STRETCH - 1)]! -= 1;
    const length = last - Math.max(0, i - STRETCH) + 1;
    let cue = 0;
    for (let k = 0; k < KINDS; k++) {
      const count = counts[k] as number;
      cue = cue * 3 + (count === 0 ? 0 : count * 100 < (MANY[k] as number) * length ? 1 : 2);
    }
    cues[i] = cue;
  }
  return cues;
}

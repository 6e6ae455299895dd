// A page whose words are mostly no words in any language: a font without codes ("7KH FKLOG ZDV"), a program's operators.
// Its letters tell nothing, and a list of them would hide what can be read elsewhere; the page is named once instead,
// to be looked at. What a rule recognises by its form (a number, a date, a known name) stays.
import type { Hit, PageScan } from "./hit.ts";
import { NUMBER } from "./text/tokens.ts";

const FEWEST_WORDS = 20;
/** Of all words so many are in no list; a page in another language passes this, and is told by its vowels. */
const UNKNOWN = 0.6;
const WITHOUT_VOWEL = 0.25;
/** Of all signs so many are neither letters, figures nor stops of a sentence. */
const OPERATORS = 0.25;
const VOWEL = /[aeiouyw]|[^ -~]/i;
const NO_SENTENCE = /[^\p{L}\p{N}\p{M}\s.,;:!?'"‘’“”()\-–—/£$€%&•|_…]/gu;

export function isUnreadable({ tokens }: PageScan): boolean {
  let words = 0;
  let unknown = 0;
  for (let i = 0; i < tokens.count; i++) {
    if ((tokens.shape[i]! & NUMBER) !== 0) continue;
    words++;
    if (tokens.known[i] === 0) unknown++;
  }
  if (words < FEWEST_WORDS || unknown < words * UNKNOWN) return false;
  let mute = 0;
  for (let i = 0; i < tokens.count; i++)
    if ((tokens.shape[i]! & NUMBER) === 0 && tokens.known[i] === 0 && !VOWEL.test(tokens.word(i)))
      mute++;
  if (mute >= words * WITHOUT_VOWEL) return true;
  const signs = tokens.text.match(NO_SENTENCE)?.length ?? 0;
  return signs >= tokens.text.replaceAll(/\s/g, "").length * OPERATORS;
}

/** What a page that cannot be read keeps of its hits: what was told by more than how it looks. */
export const isRecognised = ({ category, detector, score, tier }: Hit): boolean =>
  tier === "suggested" && detector !== "tagger" && (category !== "person" || score >= SURE_NAME);
const SURE_NAME = 0.9;

/** The one line about the page, at its first words that no hit covers. */
export function lookAtPage(
  { tokens }: PageScan,
  covered: (start: number, end: number) => boolean,
): Hit[] {
  let first = 0;
  while (first < tokens.count && covered(tokens.starts[first]!, tokens.ends[first]!)) first++;
  if (first === tokens.count) return [];
  return [
    {
      start: tokens.starts[first]!,
      end: tokens.ends[first]!,
      category: "unexplained",
      identifier: "quasi",
      score: 0.5,
      tier: "check",
      detector: "unreadable",
      version: "1",
      why: "The text of this page cannot be read (its words are no words): look at the page itself",
    },
  ];
}

// Whether a piece of a burnt phrase proves anything where it is read: "photograph of C" does not, when
// a page says "photograph of" unmarked and a label begins with a C; half of a name always does.
import { COMMON_WORDS } from "./common-words.ts";
import { foldTerm } from "./fold.ts";

interface Word {
  readonly from: number;
  readonly to: number;
  /** Everybody's word: a common one, or one of small letters that pages show unmarked. */
  readonly open: boolean;
}

/**
 * @param raw the phrase as it stood
 * @param open words that pages show unmarked, folded
 * @returns whether the folded letters from one place up to another tell something of the phrase
 */
export function tellingPieces(
  raw: string,
  open: ReadonlySet<string>,
): (from: number, to: number) => boolean {
  const words: Word[] = [];
  let at = 0;
  for (const word of raw.split(/[\s\p{Cc}]+/u)) {
    const { text } = foldTerm(word);
    if (text === "") continue;
    // The first of a phrase is written large whatever it is.
    const small = at === 0 || !/[\p{Lu}\p{N}]/u.test(word);
    words.push({
      from: at,
      to: at + text.length,
      open: COMMON_WORDS.has(text) || (small && open.has(text)),
    });
    at += text.length;
  }
  // One word tells by itself, and so does a phrase that folds otherwise than its words.
  if (words.length < 2 || at !== foldTerm(raw).text.length) return () => true;
  return (from, to) => {
    let everybodys = 0;
    for (const word of words) {
      const held = Math.min(to, word.to) - Math.max(from, word.from);
      if (held <= 0) continue;
      if (word.open) everybodys += held;
      else if (2 * held >= word.to - word.from) return true;
    }
    return 2 * everybodys <= to - from;
  };
}

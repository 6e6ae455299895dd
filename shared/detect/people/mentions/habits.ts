// How a case writes words that could be names: "Dawn" always with a capital in mid-sentence and never as
// "dawn" is a woman in this case, whatever a dictionary says. Counted once over all documents.
import { COUNTRY, NAME, NOT_NAME, WORD } from "../../lexicon/lexicon.ts";
import { CAPITAL, HEADING, LOWER, SENTENCE_START, type Tokens } from "../../text/tokens.ts";

/** Months and days bear a capital in every case: it says nothing. */
export const isOfCalendar = (word: string): boolean => CALENDAR.has(word);
const CALENDAR = new Set(
  "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday".split(
    " ",
  ),
);

/** Months that are women's names as often. */
export const isOfSpring = (word: string): boolean => /^(?:april|may|june)$/.test(word);

/** "April June (HR)": two such months side by side, where a post, a comma or a deed follows and no figure. */
export const twoMonths = (
  tokens: Tokens,
  { from, to }: { readonly from: number; readonly to: number },
): boolean =>
  to - from === 2 &&
  isOfSpring(tokens.lower(from)) &&
  isOfSpring(tokens.lower(to - 1)) &&
  /^(?:,? \(\p{L}|, \p{Lu}|['’]s? | (?:said|told|was|is|will)\b)/u.test(
    tokens.text.slice(tokens.ends[to - 1], tokens.ends[to - 1]! + 8),
  );

export interface Habits {
  /** Whether the case writes an ordinary word as a name throughout. */
  readonly always: (word: string) => boolean;
  /** Whether it writes the word in small letters anywhere. */
  readonly small: (word: string) => boolean;
}
export const NO_HABITS: Habits = { always: () => false, small: () => false };

/** @param unlisted words in small letters that no dictionary has */
export function readHabits(
  pages: readonly { readonly tokens: Tokens }[],
  unlisted: ReadonlySet<string> = new Set(),
): Habits {
  const counts = new Map<string, { capital: number; small: number }>();
  for (const { tokens } of pages)
    for (let i = 0; i < tokens.count; i++) {
      const known = tokens.known[i]!;
      if ((known & NAME) === 0 || (known & (WORD | NOT_NAME)) === 0) continue;
      if (isOfCalendar(tokens.lower(i))) continue;
      // So does "Ireland", though girls bear it; "Jordan" is not among the countries of every case.
      if ((known & COUNTRY) !== 0 && (known & NOT_NAME) !== 0) continue;
      const shape = tokens.shape[i]!;
      const small = (shape & LOWER) !== 0;
      const inside = (shape & CAPITAL) !== 0 && (shape & (SENTENCE_START | HEADING)) === 0;
      if (!small && !inside) continue;
      const word = tokens.lower(i);
      const count = counts.get(word) ?? { capital: 0, small: 0 };
      if (small) count.small++;
      else count.capital++;
      counts.set(word, count);
    }
  return {
    always(word) {
      const count = counts.get(word);
      return count !== undefined && count.capital >= 2 && count.small === 0;
    },
    small: (word) => unlisted.has(word) || (counts.get(word)?.small ?? 0) > 0,
  };
}

// The residual sweep: capitalised words and digit strings that no rule, list or lexicon explains, so that
// nothing proper is passed over in silence. Words that stand in every review (laws, months, headings,
// acronyms of services) and words the document also writes small are explained already.
import type { Hit, PageScan } from "./hit.ts";
import {
  ACRONYM,
  COUNTRY,
  GIVEN,
  NAME,
  NATIONALITY,
  NOT_NAME,
  PLACE,
  TITLE,
  WORD,
} from "./lexicon/lexicon.ts";
import {
  CAPITAL,
  HEADING,
  INITIAL,
  LOWER,
  MIXED,
  NUMBER,
  SENTENCE_START,
  UPPER,
} from "./text/tokens.ts";
import { isOfTheTrade } from "./lexicon/trade.ts";
import { isCited } from "./people/mentions/cited.ts";
import { isNationalBody } from "./places/national-bodies.ts";
import { isContraction, isGeneral } from "./people/mentions/name-words.ts";

const NAME_OF_SWEEP = "residual";
const VERSION = "1";

const EXPLAINED = WORD | ACRONYM | NOT_NAME | NATIONALITY | TITLE | COUNTRY;

/** Words that a document writes in small letters somewhere: capitals elsewhere are headings or habit. */
export function smallWords(scans: readonly PageScan[]): ReadonlySet<string> {
  const small = new Set<string>();
  for (const { tokens } of scans)
    for (let i = 0; i < tokens.count; i++)
      if ((tokens.shape[i]! & LOWER) !== 0 && (tokens.known[i]! & WORD) === 0)
        small.add(tokens.lower(i));
  return small;
}

export function sweep(
  scan: PageScan,
  covered: (start: number, end: number) => boolean,
  small: ReadonlySet<string>,
): Hit[] {
  const { tokens } = scan;
  const hits: Hit[] = [];
  const put = (from: number, to: number, score: number, why: string) => {
    // "Karma Nirvana" names a charity that every review names.
    if (isNationalBody(tokens.text.slice(tokens.starts[from], tokens.ends[to]))) return;
    hits.push({
      start: tokens.starts[from]!,
      end: tokens.ends[to]!,
      category: "unexplained",
      identifier: "quasi",
      score,
      tier: "check",
      detector: NAME_OF_SWEEP,
      version: VERSION,
      why,
    });
  };
  for (let i = 0; i < tokens.count; i++) {
    const shape = tokens.shape[i]!;
    if (covered(tokens.starts[i]!, tokens.ends[i]!)) continue;
    const length = tokens.ends[i]! - tokens.starts[i]!;
    if ((shape & NUMBER) !== 0 || (shape & MIXED) !== 0) {
      if (scan.publicNumbers !== null && scan.publicNumbers[tokens.starts[i]!] === 1) continue;
      const digits = tokens.word(i).replace(/\D/g, "").length;
      if (
        digits >= 6 ||
        (digits >= 4 && (shape & MIXED) !== 0) ||
        (digits === 5 && !grouped(tokens.text, tokens.starts[i]!))
      )
        put(i, i, 0.3, "Digits that no rule explains");
      continue;
    }
    if ((shape & (CAPITAL | UPPER)) === 0 || length < 3) continue;
    const known = tokens.known[i]!;
    if (ordinaryName(scan, i, covered)) {
      let last = i;
      while (ordinaryName(scan, last + 1, covered) && touches(tokens, last)) last++;
      if (last > i || vouched(tokens, i)) put(i, last, 0.25, "Capitals on ordinary words: a name?");
      i = last;
      continue;
    }
    if ((known & EXPLAINED) !== 0 || small.has(tokens.lower(i)) || isContraction(tokens, i))
      continue;
    if ((shape & UPPER) !== 0) {
      // An unknown acronym may be a body or initials; headings in capitals are no evidence.
      if ((shape & HEADING) === 0 && length <= 6 && (shape & SENTENCE_START) === 0)
        put(i, i, 0.2, "Capitals that no list explains");
      continue;
    }
    if ((shape & HEADING) !== 0 && (known & (NAME | PLACE)) === 0) continue;
    let to = i;
    while (
      to + 1 < tokens.count &&
      (tokens.shape[to + 1]! & (CAPITAL | INITIAL)) !== 0 &&
      (tokens.known[to + 1]! & EXPLAINED) === 0 &&
      tokens.text.slice(tokens.ends[to], tokens.starts[to + 1]) === " " &&
      !covered(tokens.starts[to + 1]!, tokens.ends[to + 1]!)
    )
      to++;
    const edge = (shape & SENTENCE_START) !== 0;
    const cited = isCited(tokens.text, tokens.starts[i]!, tokens.ends[to]!);
    if (!cited)
      put(
        i,
        to,
        edge ? 0.22 : (known & GIVEN) !== 0 ? 0.4 : 0.35,
        "Capitalised word that nothing explains",
      );
    i = to;
  }
  return hits;
}

/** An ordinary word that bears a capital in mid-sentence and belongs to no trade, form or service. */
function ordinaryName(
  { tokens }: PageScan,
  i: number,
  covered: (start: number, end: number) => boolean,
): boolean {
  if (i >= tokens.count || covered(tokens.starts[i]!, tokens.ends[i]!)) return false;
  const shape = tokens.shape[i]!;
  const known = tokens.known[i]!;
  if ((shape & CAPITAL) === 0 || (shape & (HEADING | SENTENCE_START | INITIAL)) !== 0) return false;
  if ((known & WORD) === 0 || (known & (NOT_NAME | TITLE | ACRONYM)) !== 0) return false;
  const word = tokens.lower(i);
  return word.length > 2 && !isGeneral(word) && !isOfTheTrade(word) && !isContraction(tokens, i);
}

function touches(tokens: PageScan["tokens"], i: number): boolean {
  return tokens.text.slice(tokens.ends[i], tokens.starts[i + 1]) === " ";
}

/** "at Acorns", "known as Taz": a word before that a name follows. */
function vouched(tokens: PageScan["tokens"], i: number): boolean {
  if (i === 0 || !touches(tokens, i - 1)) return false;
  return VOUCHES.has(tokens.lower(i - 1));
}

const VOUCHES = new Set(
  "auntie aunty aunt uncle nan nana nanny gran grandad grandma grandpa granny named called".split(
    " ",
  ),
);

/** "12,345" and "12 345" are counts. */
function grouped(text: string, start: number): boolean {
  return /[,.£$€]$/.test(text.slice(Math.max(0, start - 1), start));
}

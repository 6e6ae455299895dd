// Finds runs of tokens that could be a name: capitalised words, initials and particles side by side,
// with the ordinary words at either end cut off. What a run means is judged in mentions.ts.
import { GIVEN, NAME, NOT_NAME, SURNAME, TITLE, WORD } from "../../lexicon/lexicon.ts";
import { KIN } from "../../lexicon/kin.ts";
import { PLACE_ONLY } from "../../places/places.ts";
import {
  CAPITAL,
  HEADING,
  INITIAL,
  LINE_START,
  POSSESSIVE,
  SENTENCE_START,
  UPPER,
  type Tokens,
} from "../../text/tokens.ts";
import {
  isCapital,
  isGeneral,
  isOpening,
  isParticle,
  isSmallWord,
  isSpeaker,
  nameLike,
  surnameHere,
  tellsDeed,
  withoutWords,
} from "./name-words.ts";

/** Whether tokens i and i+1 can belong to one name: a space, a wrapped line, an initial's full stop. */
export function joined(tokens: Tokens, i: number): boolean {
  const from = tokens.ends[i]!;
  const to = tokens.starts[i + 1]!;
  const gap = tokens.text.slice(from, to);
  if (gap === " ") return true;
  if (gap.length > 6 || gap === "") return false;
  const initial = (tokens.shape[i]! & INITIAL) !== 0 || (gap.length <= 3 && DOTTED.has(tokens.lower(i))); // prettier-ignore
  if (initial && /^\. {0,2}$/.test(gap)) return true;
  if (/^-\n$/.test(gap)) return true;
  if (!/^[ \t]{0,3}\r?\n?[ \t]{0,3}$/.test(gap)) return false;
  if (!gap.includes("\n")) return gap.length <= 2 && !gap.includes("\t") && gap.trim() === "";
  // A name goes over a line break only where the line was full: a wrapped paragraph, not a table or a form.
  if (tokens.text[tokens.ends[i + 1]!] === ":") return false;
  // "Entered by: J. Oyelaran" over "T late again".
  if ((tokens.shape[i + 1]! & INITIAL) !== 0 && tokens.text[tokens.ends[i + 1]!] === " ") return false; // prettier-ignore
  const lineStart = tokens.text.lastIndexOf("\n", from - 1);
  return from - lineStart > 48 && (tokens.shape[i]! & HEADING) === 0;
}

/** "Mr V. She was", "D12. Blessing": after an initial's full stop an ordinary word starts a sentence. */
function startsAnew(tokens: Tokens, i: number): boolean {
  const known = tokens.known[i]!;
  // "He signs himself J.H. Kirsty rang": after two initials a given name is somebody else's.
  if (
    i > 1 &&
    (known & GIVEN) !== 0 &&
    (known & SURNAME) === 0 &&
    /\p{Lu}\.\p{Lu}\. $/u.test(
      tokens.text.slice(Math.max(0, tokens.starts[i]! - 5), tokens.starts[i]),
    )
  )
    return true;
  return (
    (tokens.shape[i - 1]! & INITIAL) !== 0 &&
    tokens.text[tokens.ends[i - 1]!] === "." &&
    (known & WORD) !== 0 &&
    (known & (SURNAME | TITLE)) === 0 &&
    (tokens.shape[i]! & INITIAL) === 0
  );
}

const DOTTED = new Set(
  "mr mrs ms dr prof rev revd sgt insp det supt cllr hon fr capt col lt sr md mohd".split(" "),
);

export interface NameRun {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** Index of a title standing before the run, or -1. */
  readonly title: number;
}

/** `taken` marks tokens that another rule (address, organisation, date) has explained. */
export function nameRuns(tokens: Tokens, taken: Uint8Array): NameRun[] {
  const runs: NameRun[] = [];
  const { shape, count } = tokens;
  let i = 0;
  while (i < count) {
    if (!isCapital(shape[i]!) || taken[i] !== 0) {
      i++;
      continue;
    }
    let to = i + 1;
    let last = to;
    while (
      to < count &&
      to - i < 9 &&
      joined(tokens, to - 1) &&
      (taken[to] === 0 || isInitialBefore(tokens, to, taken)) &&
      !startsAnew(tokens, to)
    ) {
      if (isCapital(shape[to]!)) last = ++to;
      else if (isParticle(tokens.lower(to)) && to > i) to++;
      else break;
    }
    split(tokens, i, last, runs);
    i = last;
  }
  return runs;
}

/** "T. Featherstone": what would be a town by itself is a surname behind an initial. */
const isInitialBefore = (tokens: Tokens, i: number, taken: Uint8Array): boolean =>
  taken[i] === PLACE_ONLY && taken[i - 1] === 0 && (tokens.shape[i - 1]! & INITIAL) !== 0;

/** One stretch of capitals may hold several names' worth: titles start a new one, ordinary words end one. */
function split(tokens: Tokens, from: number, to: number, runs: NameRun[]): void {
  const { known } = tokens;
  let start = from;
  let title = -1;
  const close = (end: number) => {
    for (let run = trimmed(tokens, start, end, title); run !== null;) {
      runs.push(run);
      // "JOANNE PIPER STATES THAT LEE PIPER HIT HER": one stretch of capitals tells of several.
      const shouted = run.to < end && (tokens.shape[run.to]! & UPPER) !== 0;
      run = shouted ? withoutWords(tokens, trimmed(tokens, run.to, end, -1)) : null;
    }
    title = -1;
  };
  for (let i = from; i < to; i++) {
    if ((known[i]! & TITLE) !== 0 && isTitleHere(tokens, i, to)) {
      if (i > start) close(i);
      title = i;
      start = i + 1;
    } else if (title < 0 && i > start + 1 && ownsKin(tokens, i)) {
      // "Ella Fenwick-Hughes | Stuart's daughter": cells that the page ran together.
      close(i);
      start = i;
    }
  }
  if (start < to) close(to);
}

function ownsKin(tokens: Tokens, i: number): boolean {
  if ((tokens.shape[i]! & POSSESSIVE) === 0 || i + 1 >= tokens.count) return false;
  if ((tokens.known[i]! & GIVEN) === 0 || (tokens.known[i - 1]! & GIVEN) !== 0) return false;
  return tokens.lower(i + 1) in KIN;
}

const PLAIN_TITLES = new Set(
  "capt col lt cpl maj brig ps det dsupt mr mrs ms miss mx dr doctor prof professor rev reverend revd rev'd pc pcso dc ds di dci wpc sgt insp cllr hhj mme dame sir".split(
    " ",
  ),
);
const STRICT_TITLES = new Set(
  "lord lady baroness baron judge justice nurse sr detective constable sergeant inspector superintendent supt councillor imam rabbi sheikh pastor father sister fr captain major colonel general lieutenant cpl corporal".split(
    " ",
  ),
);

function isTitleHere(tokens: Tokens, i: number, to: number): boolean {
  const word = tokens.lower(i);
  if (PLAIN_TITLES.has(word)) return true;
  if (!STRICT_TITLES.has(word) || i + 1 >= to) return false;
  const next = tokens.known[i + 1]!;
  return (next & NAME) !== 0 || (next & (WORD | NOT_NAME)) === 0 || (next & TITLE) !== 0;
}

function trimmed(tokens: Tokens, from: number, to: number, title: number): NameRun | null {
  if (from >= to) return null;
  let start = from;
  let end = to;
  if (title >= 0) {
    // After a title the first word is a name whatever it is; the run ends before an ordinary word.
    let stop = from + 1;
    while (
      stop < end &&
      !tellsDeed(tokens, stop) &&
      (nameLike(tokens, stop) ||
        isParticle(tokens.lower(stop)) ||
        (stop === from + 1 && surnameHere(tokens, start, stop)))
    )
      stop++;
    if (
      (tokens.known[from]! & NOT_NAME) !== 0 &&
      !nameLike(tokens, from) &&
      !addressed(tokens, title)
    )
      return null;
    // "Detective Superintendent" by itself, "Named Doctor" before "By the age of".
    if (isSmallWord(tokens.lower(from))) return null;
    if (stop === from + 1 && (tokens.known[from]! & (TITLE | NAME)) === TITLE) return null;
    return { from, to: lastName(tokens, from, stop), title };
  }
  while (start < end && (isOpening(tokens, start) || !opensName(tokens, start, end))) start++;
  if (start === end) return null;
  let stop = start + 1;
  while (stop < end && !tellsDeed(tokens, stop)) {
    if (
      nameLike(tokens, stop) ||
      isParticle(tokens.lower(stop)) ||
      surnameHere(tokens, start, stop)
    )
      stop++;
    else break;
  }
  end = lastName(tokens, start, stop);
  return end > start ? { from: start, to: end, title } : null;
}

/** "Mr Page", "Miss Street": after how one is addressed the next capital is a name, be it any word. */
function addressed(tokens: Tokens, title: number): boolean {
  const written = tokens.shape[title]! | tokens.shape[title + 1]!;
  return (
    ADDRESSES.has(tokens.lower(title)) &&
    (written & (UPPER | HEADING)) === 0 &&
    !isGeneral(tokens.lower(title + 1))
  );
}

const ADDRESSES = new Set("mr mrs ms miss mx".split(" "));

/** A run never ends in a particle. */
function lastName(tokens: Tokens, from: number, to: number): number {
  let end = to;
  while (
    end > from &&
    ((isParticle(tokens.lower(end - 1)) && !isCapital(tokens.shape[end - 1]!)) ||
      isSpeaker(tokens, end - 1) ||
      (end - from > 1 && isBorn(tokens, end - 1)))
  )
    end--;
  return end;
}

/** "LIAM PRYCE B 11.12.89": the letter before a day is no initial. */
const isBorn = (tokens: Tokens, i: number): boolean =>
  /^[Bb]$/.test(tokens.word(i)) &&
  /^\.?:? ?\d{1,2}[./-]\d{1,2}[./-]\d/.test(tokens.text.slice(tokens.ends[i], tokens.ends[i]! + 9));

function opensName(tokens: Tokens, i: number, to: number): boolean {
  const known = tokens.known[i]!;
  const shape = tokens.shape[i]!;
  const inside = (shape & (SENTENCE_START | LINE_START | HEADING)) === 0;
  const nextKnown = i + 1 < to ? tokens.known[i + 1]! : -1;
  if (!nameLike(tokens, i)) {
    // "Florin Stanescu": an ordinary word in mid-sentence before one that nothing explains.
    return (
      inside &&
      (shape & CAPITAL) !== 0 &&
      nextKnown === 0 &&
      (known & ~WORD) === 0 &&
      !isGeneral(tokens.lower(i))
    );
  }
  if ((known & WORD) === 0) return true;
  if ((known & NAME) === 0 || isGeneral(tokens.lower(i))) return false;
  // "Will", "Mark", "Grace" at the start of a sentence: only before something that is itself a name.
  if (inside) return true;
  return nextKnown >= 0 ? (nextKnown & (WORD | NOT_NAME)) === 0 : (known & GIVEN) !== 0;
}

// Finds runs of tokens that could be a name: capitalised words, initials and particles side by side,
// with the ordinary words at either end cut off. What a run means is judged in mentions.ts.
import { NAME, NOT_NAME, PLACE, TITLE, WORD, GIVEN, SURNAME, ACRONYM } from "../lexicon/lexicon.ts";
import { KIN } from "../lexicon/roles.ts";
import {
  CAPITAL,
  HEADING,
  INITIAL,
  INNER_CAPITAL,
  LINE_START,
  NUMBER,
  POSSESSIVE,
  SENTENCE_START,
  UPPER,
  type Tokens,
} from "../text/tokens.ts";

const PARTICLES = new Set(
  "de da del della di dos du la le van der den von bin binti ibn al el ul ur ap ab y e ter ten zu".split(
    " ",
  ),
);

/** Lower-case particles that may stand inside a name. */
export const isParticle = (word: string): boolean => PARTICLES.has(word);

export const isCapital = (shape: number): boolean => (shape & (CAPITAL | UPPER | INITIAL)) !== 0;

/** Whether tokens i and i+1 can belong to one name: a space, a wrapped line, an initial's full stop. */
export function joined(tokens: Tokens, i: number): boolean {
  const from = tokens.ends[i]!;
  const to = tokens.starts[i + 1]!;
  const gap = tokens.text.slice(from, to);
  if (gap === " ") return true;
  if (gap.length > 6 || gap === "") return false;
  const initial =
    (tokens.shape[i]! & INITIAL) !== 0 || (gap.length <= 3 && DOTTED.has(tokens.lower(i)));
  if (initial && /^\. {0,2}$/.test(gap)) return true;
  if (/^-\n$/.test(gap)) return true;
  if (!/^[ \t]{0,3}\r?\n?[ \t]{0,3}$/.test(gap)) return false;
  if (!gap.includes("\n")) return gap.trim() === "" && gap.length <= 2 && !gap.includes("\t");
  // A name goes over a line break only where the line was full: a wrapped paragraph, not a table or a form.
  if (tokens.text[tokens.ends[i + 1]!] === ":") return false;
  const lineStart = tokens.text.lastIndexOf("\n", from - 1);
  return from - lineStart > 48 && (tokens.shape[i]! & HEADING) === 0;
}

/** "Mr V. She was", "D12. Blessing": after an initial's full stop an ordinary word starts a sentence. */
function startsAnew(tokens: Tokens, i: number): boolean {
  const known = tokens.known[i]!;
  return (
    (tokens.shape[i - 1]! & INITIAL) !== 0 &&
    tokens.text[tokens.ends[i - 1]!] === "." &&
    (known & WORD) !== 0 &&
    (known & (SURNAME | TITLE)) === 0 &&
    (tokens.shape[i]! & INITIAL) === 0
  );
}

/** Titles that are written with a full stop. */
const DOTTED = new Set(
  "mr mrs ms dr prof rev revd sgt insp det supt cllr hon fr capt col lt sr".split(" "),
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
      taken[to] === 0 &&
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

/** One stretch of capitals may hold several names' worth: titles start a new one, ordinary words end one. */
function split(tokens: Tokens, from: number, to: number, runs: NameRun[]): void {
  const { known } = tokens;
  let start = from;
  let title = -1;
  const close = (end: number) => {
    const run = trimmed(tokens, start, end, title);
    if (run !== null) runs.push(run);
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

const DEEDS = new Set(
  "said says told states stated asked replied disclosed alleged admitted denied agreed refused felt thought wants wanted went goes came comes lived lives rang phoned called visited shouted screamed cried laughed smiled slept drank ate hit kicked punched slapped arrived left attended attending seen was is has had did does were been spoke ran walked woke explained described reported remains became seems looked appeared knew believed likes gets got gave tried stayed fell took takes missed texted returned began started died born aged and the to at in on with for".split(
    " ",
  ),
);

const PLAIN_TITLES = new Set(
  "ps det dsupt mr mrs ms miss mx dr doctor prof professor rev reverend revd pc pcso dc ds di dci wpc sgt insp cllr hhj mme dame sir".split(
    " ",
  ),
);
const STRICT_TITLES = new Set(
  "lord lady baroness baron judge justice nurse detective constable sergeant inspector superintendent supt councillor imam rabbi sheikh pastor father sister fr captain major colonel general lieutenant cpl corporal".split(
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

/** "I've", "He'd": capitals that start a clause, not a name. */
export function isContraction(tokens: Tokens, i: number): boolean {
  const end = tokens.ends[i]!;
  for (let k = 1; k <= 3; k++)
    if (tokens.text.charCodeAt(end - k) === 39)
      return /^(?:m|ve|d|ll|re|t)$/i.test(tokens.text.slice(end - k + 1, end));
  return false;
}

/** In a page of capitals the verb that follows a name looks like one: "MS JONES SAID". */
const tellsDeed = (tokens: Tokens, i: number): boolean =>
  (tokens.shape[i]! & UPPER) !== 0 && DEEDS.has(tokens.lower(i));

/** Could this word stand in a name at all? */
function nameLike(tokens: Tokens, i: number): boolean {
  const known = tokens.known[i]!;
  const shape = tokens.shape[i]!;
  if ((shape & NUMBER) !== 0 || isContraction(tokens, i)) return false;
  if ((shape & INITIAL) !== 0) return true;
  if ((known & NAME) !== 0) return (known & NOT_NAME) === 0 || (known & WORD) === 0;
  if ((shape & UPPER) !== 0 && tokens.ends[i]! - tokens.starts[i]! <= 5)
    return (known & (ACRONYM | WORD)) === 0 && (shape & HEADING) === 0;
  if ((known & (NOT_NAME | ACRONYM)) !== 0) return false;
  if ((known & WORD) === 0) return true;
  return (shape & INNER_CAPITAL) !== 0;
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
    return { from, to: lastName(tokens, from, stop), title };
  }
  while (start < end && (tellsDeed(tokens, start) || !opensName(tokens, start, end))) start++;
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
  while (end > from && isParticle(tokens.lower(end - 1)) && !isCapital(tokens.shape[end - 1]!))
    end--;
  return end;
}

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

const GENERAL = new Set(
  "law male female baby young unknown management sixth education reg tel hosp dob deputy assistant senior consultant newly independent designated named lead acting operation project dear re subject attendees present apologies minutes action actions police staff class contact early section article statement interview question answer date time address telephone mobile name names school hospital road street avenue lane close court council house centre act report review team service services police trust academy college nursery surgery clinic ward park plan order mother father child family worker visitor officer nurse manager teacher midwife doctor panel board group meeting conference assessment limited ltd partnership university church county city north south east west and or the of in on at to for with from by is was has had who when before after".split(
    " ",
  ),
);

/** Words of institutions and forms: capitals on them never make a person. */
export const isGeneral = (word: string): boolean => GENERAL.has(word);

/** An ordinary word right after a given or unknown name is its surname: "Sarah Brook", "Wayne PIKE". */
function surnameHere(tokens: Tokens, from: number, i: number): boolean {
  const shape = tokens.shape[i]!;
  if ((shape & (HEADING | INITIAL)) !== 0 || (shape & (CAPITAL | UPPER)) === 0) return false;
  if (isGeneral(tokens.lower(i)) || (tokens.known[i]! & ACRONYM) !== 0) return false;
  const previous = tokens.known[i - 1]!;
  const before = tokens.shape[i - 1]!;
  if (
    (before & (SENTENCE_START | HEADING)) !== 0 &&
    ((previous & GIVEN) === 0 || (previous & WORD) !== 0)
  )
    return false;
  if (previous !== 0 && (previous & GIVEN) === 0 && (previous & SURNAME) === 0) return false;
  if (previous === 0 && (before & UPPER) !== 0) return false;
  const known = tokens.known[i]!;
  // "Mia Derby": after a given name that is nothing else even a town that is a word is a surname.
  const given = (previous & GIVEN) !== 0 && (previous & (WORD | NOT_NAME | PLACE)) === 0;
  if ((known & SURNAME) === 0 && (known & (given ? NOT_NAME : NOT_NAME | PLACE)) !== 0)
    return false;
  return i - from <= 3;
}

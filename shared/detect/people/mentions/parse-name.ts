// Takes a run of words that names a person apart into title, given names, initials and surname, with the word that
// tells two generations apart and the newborn's "Baby". Who is meant is decided in register.ts.
import { GIVEN } from "../../lexicon/lexicon.ts";
import { INITIAL, UPPER, type Tokens } from "../../text/tokens.ts";
import { surnameInCapitals, type Judged } from "./judge-run.ts";
import { isNewborn } from "../register/kinds-of-title.ts";
import type { Mention } from "./mention.ts";
import type { NameRun } from "./name-run.ts";
import { isCapital, isParticle } from "./name-words.ts";

export function parse(tokens: Tokens, run: NameRun, scan: number, judged: Judged): Mention {
  const given: string[] = [];
  const initials: string[] = [];
  let surname: string | null = null;
  let single: string | null = null;
  let letter: string | null = null;
  let last = run.to - 1;
  const generation = run.to - run.from > 1 ? generationOf(tokens, last) : null;
  if (generation !== null) last--;
  // "JONES, Sarah" is met in tables as "JONES Sarah": capitals tell the surname wherever it stands.
  let surnameFrom = last;
  const title = run.title >= 0 ? tokens.lower(run.title) : null;
  // "Mr ap Dafydd" and "née van der Velde" have no given name, "El Barto" has one.
  const least = title === null && isCapital(tokens.shape[run.from]!) ? run.from + 1 : run.from;
  while (surnameFrom > least && isParticle(tokens.lower(surnameFrom - 1))) surnameFrom--;
  const words = last + 1 - run.from;
  if (words === 1 || surnameFrom === run.from) {
    const whole = Array.from({ length: words }, (_, k) => tokens.lower(run.from + k)).join(" ");
    if (title === null) single = whole;
    else surname = whole;
  } else {
    if (words === 2 && (tokens.shape[last]! & INITIAL) !== 0 && surnameInCapitals(tokens, run)) {
      return {
        scan,
        start: startOf(tokens, run),
        end: tokens.ends[last]!,
        title,
        given: [],
        initials: [tokens.lower(last)],
        surname: tokens.lower(run.from),
        single: null,
        score: judged.score,
        why: judged.why,
      };
    }
    if ((tokens.shape[last]! & INITIAL) !== 0 && words > 1) {
      // "Sarah J": the surname is only an initial.
      letter = tokens.lower(last);
      last--;
      surnameFrom = -1;
    }
    // A real hyphen at a line's end joins two tokens into one name: "Sarah-" over "Jane".
    const pieces = hyphenated(tokens, run.from, generation === null ? run.to : last + 1);
    for (const { from, word } of pieces) {
      if (from > last || (surnameFrom >= 0 && from >= surnameFrom)) continue;
      if (word.length === 1) initials.push(word);
      else given.push(word);
    }
    const parts = pieces
      .filter((w) => surnameFrom >= 0 && w.from >= surnameFrom)
      .map((w) => w.word);
    if (parts.length > 0) surname = parts.join(" ");
    else if (pieces.length === 1) single = given.pop() ?? null;
  }
  return {
    scan,
    start: startOf(tokens, run),
    end: tokens.ends[run.to - 1]!,
    title,
    given,
    initials,
    surname,
    single,
    ...(letter === null || surname !== null ? {} : { letter }),
    ...(generation === null ? {} : { generation }),
    ...(single !== null && isLetters(tokens, run.from) ? { capitals: true } : {}),
    score: judged.score,
    why: judged.why,
  };
}

/** "Mr and Mrs Pargeter", "Mrs Justice Lavery", "District Judge Amos" begin at the first title. */
function startOf(tokens: Tokens, run: NameRun): number {
  if (run.title < 0) return tokens.starts[run.from]!;
  const start = tokens.starts[run.title]!;
  const before = TITLES_BEFORE.exec(tokens.text.slice(Math.max(0, start - 24), start));
  return before === null ? start : start - before[0].length;
}
const TITLES_BEFORE =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Miss)\.? (?:and|&) |\b(?:Mr|Mrs|Ms|Miss|Lord|Lady|District|Staff|Det\.?|D|Chief|Acting|Detective|Right Reverend|Hon\.?|His Honour|Her Honour)[ /])+$/;

function hyphenated(tokens: Tokens, from: number, to: number): { from: number; word: string }[] {
  const words: { from: number; word: string }[] = [];
  for (let i = from; i < to; i++) {
    const gap = i > from ? tokens.text.slice(tokens.ends[i - 1], tokens.starts[i]) : "";
    const last = words[words.length - 1];
    if (last !== undefined && /^-\s*\n\s*$/.test(gap)) last.word += `-${tokens.lower(i)}`;
    else words.push({ from: i, word: tokens.lower(i) });
  }
  return words;
}

/** "John Doyle senior", "Mr Bytheway snr": the word that tells two apart belongs to the name. */
export function toGeneration(tokens: Tokens, run: NameRun): NameRun {
  const alone = run.title < 0 && run.to - run.from < 2;
  if (run.to >= tokens.count || (alone && (tokens.known[run.from]! & GIVEN) === 0)) return run;
  if (generationOf(tokens, run.to) === null || !tokens.adjacent(run.to - 1)) return run;
  // "Jane Ellis, Senior Practitioner": before a job it is part of that.
  const next = tokens.text.slice(tokens.ends[run.to], tokens.ends[run.to]! + 2);
  if (/^ \p{Lu}/u.test(next)) return run;
  return generationOf(tokens, run.to - 1) === null ? { ...run, to: run.to + 1 } : run;
}

/** "Baby Jones" is a child of that family, and nobody who is known by the surname already; whether it is one, all mentions tell. */
export function newborn(tokens: Tokens, run: NameRun, mention: Mention): Mention {
  const before = run.from - 1;
  if (before < 0 || run.title >= 0 || !isNewborn(tokens.lower(before))) return mention;
  if (!tokens.adjacent(before)) return mention;
  if (mention.single === null) return { ...mention, start: tokens.starts[before]! };
  return {
    ...mention,
    start: tokens.starts[before]!,
    title: tokens.lower(before),
    surname: mention.single,
    single: null,
  };
}

function generationOf(tokens: Tokens, i: number): "snr" | "jnr" | null {
  const word = tokens.lower(i);
  if (/^(?:snr|sr|senior|elder)$/.test(word)) return "snr";
  return /^(?:jnr|jr|junior)$/.test(word) ? "jnr" : null;
}

/** Two to four capitals that are no given name; two are letters even where a list of short forms has them ("AJ"). */
const isLetters = (tokens: Tokens, i: number): boolean =>
  (tokens.shape[i]! & UPPER) !== 0 &&
  tokens.ends[i]! - tokens.starts[i]! <= 4 &&
  (tokens.ends[i]! - tokens.starts[i]! < 3 || (tokens.known[i]! & GIVEN) === 0);

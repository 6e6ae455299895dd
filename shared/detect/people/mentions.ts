// The mentions of one page: runs of name-like words that were judged to name a person, taken apart into title,
// given names and surname; tables that put the surname first; text typed without care for capitals. Who is
// meant is decided over all documents in register.ts, never here.
import { ACRONYM, GIVEN, NAME, NOT_NAME, WORD, lexicon } from "../lexicon/lexicon.ts";
import { CAPITAL, INITIAL, POSSESSIVE, UPPER, tokenAt, type Tokens } from "../text/tokens.ts";
import type { TaggedSpan } from "../tagged-span.ts";
import { findCalled } from "./called.ts";
import { coupled } from "./coupled.ts";
import { findCareless } from "./careless.ts";
import type { Habits } from "./habits.ts";
import { judge, surnameInCapitals, type Judged } from "./judge-run.ts";
import { isNewborn } from "./kinds-of-title.ts";
import type { Mention } from "./mention.ts";
import { isContraction, isParticle, joined, nameRuns, type NameRun } from "./name-run.ts";

/** `tags` are what the tagger saw on this page: a person there is a mention the rules may lack. */
export function findMentions(
  tokens: Tokens,
  taken: Uint8Array,
  scan: number,
  tags: readonly TaggedSpan[] = [],
  named: Habits = () => false,
): Mention[] {
  const mentions: Mention[] = [];
  const people = tags.filter((tag) => tag.type === "PERSON" && tag.score >= 0.3);
  const located = tags.filter((tag) => tag.type === "LOC" && tag.score >= 0.5);
  let next = 0;
  let nextPlace = 0;
  for (const found of nameRuns(tokens, taken)) {
    const end = tokens.ends[found.to - 1]!;
    while (next < people.length && people[next]!.end <= tokens.starts[found.from]!) next++;
    const tag = people[next];
    const seen = tag !== undefined && tag.start < end ? tag.score : 0;
    const run = toGeneration(
      tokens,
      seen < BELIEVED ? found : fromGiven(tokens, found, tag!.start, taken),
    );
    const start = tokens.starts[run.from]!;
    if (run.to - run.from === 1 && isNoName(tokens, run.from)) continue;
    if (run.title < 0 && isSide(tokens, run)) continue;
    const judged = judge(tokens, run, named);
    if (judged === null && seen < (isService(tokens, run) ? 0.85 : 0.5)) continue;
    while (nextPlace < located.length && located[nextPlace]!.end <= start) nextPlace++;
    const placed = (located[nextPlace]?.start ?? end) <= start;
    if (placed && seen < UNLIKELY && run.title < 0 && saidToBeIn(tokens, run)) continue;
    mentions.push(
      newborn(
        tokens,
        run,
        parse(tokens, run, scan, {
          score: Math.max(judged?.score ?? 0, seen),
          why: judged?.why ?? "Reads like a person's name",
        }),
      ),
    );
  }
  surnameFirst(tokens.text, mentions);
  nicknameWithin(tokens.text, mentions);
  coupled(tokens.text, scan, mentions);
  const explained = covers(mentions);
  unknownGiven(tokens.text, mentions, explained);
  const starts = new Set(mentions.map((m) => m.start));
  const inside = covers(mentions);
  for (const one of findCareless(tokens, taken, scan, inside, people))
    if (!starts.has(one.start)) mentions.push(one);
  mentions.sort((a, b) => a.start - b.start);
  const called = findCalled(
    tokens.text,
    scan,
    mentions,
    (start) => taken[tokenAt(tokens, start)] === 0,
  );
  if (called.length === 0) return mentions;
  const within = covers(mentions);
  called.sort((a, b) => a.start - b.start);
  for (const one of called.filter((c) => !within(c.start))) mentions.push(one);
  return mentions.sort((a, b) => a.start - b.start);
}

/** From here on the tagger's edges of a name are believed. */
const BELIEVED = 0.5;

/** "Will Turner left.": a given name that opens the sentence as a word would, where the tagger sees the name begin. */
function fromGiven(tokens: Tokens, run: NameRun, start: number, taken: Uint8Array): NameRun {
  const before = run.from - 1;
  if (run.title >= 0 || before < 0 || taken[before] !== 0) return run;
  if (tokens.starts[before]! < start || !joined(tokens, before)) return run;
  const given = (tokens.known[before]! & GIVEN) !== 0 && !isNewborn(tokens.lower(before));
  if (!given || (tokens.shape[before]! & (CAPITAL | UPPER)) === 0) return run;
  return { ...run, from: before };
}

const NICKNAME = /^ ["'“‘(]([\p{L}][\p{L}'-]{1,14}(?: [\p{L}'-]{2,12})?)["'”’)] $/u;

/** Ryan "Smiler" Boyle: a given name, what he goes by, a surname. */
function nicknameWithin(text: string, mentions: Mention[]): void {
  for (let k = 0; k < mentions.length; k++) {
    const first = mentions[k]!;
    if (first.surname !== null || first.initials.length > 0) continue;
    // The nickname may have been found as somebody by itself.
    for (let j = k + 1; j <= k + 2 && j < mentions.length; j++) {
      const last = mentions[j]!;
      if (!NICKNAME.test(text.slice(first.end, last.start))) continue;
      const surname = last.single ?? (last.given.length === 0 ? last.surname : null);
      if (surname === null || last.title !== null) break;
      mentions.splice(k, j - k + 1, {
        ...first,
        end: last.end,
        given: first.single === null ? first.given : [first.single],
        surname,
        single: null,
        score: Math.max(first.score, last.score),
        why: "Given name, nickname and surname",
      });
      break;
    }
    const unlisted =
      first.single === null ? null : NICKNAMED.exec(text.slice(first.end, first.end + 44));
    if (unlisted === null || mentions[k] !== first) continue;
    if (((lexicon().bits.get(unlisted[1]!.toLowerCase()) ?? 0) & (WORD | NOT_NAME)) !== 0) continue;
    mentions[k] = {
      ...first,
      end: first.end + unlisted[0].length,
      given: [first.single!],
      surname: unlisted[1]!.toLowerCase(),
      single: null,
      why: "Given name, nickname and surname",
    };
  }
}
/** The same where no list knows the surname. */
const NICKNAMED = /^ ["'“‘][\p{L}][\p{L}'-]{1,14}["'”’] (\p{Lu}[\p{L}'-]{2,20})(?![\p{L}-])/u;

/** "PIP", "UC", "Insta": what every record names so is rarely a person, whatever the tagger sees. */
const isService = (tokens: Tokens, run: NameRun): boolean =>
  run.to - run.from === 1 && (tokens.known[run.from]! & (ACRONYM | NOT_NAME)) !== 0;

/** "Scar L", "R sole": left and right in a doctor's hand, where nothing beside is a name. */
function isSide(tokens: Tokens, run: NameRun): boolean {
  let side = false;
  for (let i = run.from; i < run.to; i++) {
    if ((tokens.known[i]! & NAME) !== 0 && tokens.ends[i]! - tokens.starts[i]! > 1) return false;
    side ||= /^[lr]$/.test(tokens.lower(i));
  }
  if (!side) return false;
  const after = run.to < tokens.count ? tokens.lower(run.to) : "";
  return run.to - run.from > 1 || BODY.test(after);
}
const BODY =
  /^(?:pinna|ear|eye|eyebrow|eyelid|cheek|jaw|lip|side|arm|upper|lower|inner|outer|forearm|elbow|wrist|hand|palm|thumb|finger|shoulder|clavicle|chest|breast|flank|loin|hip|buttock|groin|thigh|knee|calf|shin|leg|ankle|foot|heel|sole|toe|temple|parietal|occipital|frontal|femoral|femur|tibia|tibial|fibula|humerus|humeral|radius|ulna|ribs?|scapula|orbit|orbital|lung|kidney|ovary)$/;

/** "I'm", and "NOT" in capitals: words of speech, whatever the tagger sees. */
const isNoName = (tokens: Tokens, i: number): boolean =>
  isContraction(tokens, i) || ((tokens.shape[i]! & UPPER) !== 0 && NOBODY.has(tokens.lower(i)));
const NOBODY = new Set(
  "not no yes and but for with the his her who was all any one two now out off up down on in at to of as by if so or when then than".split(
    " ",
  ),
);

/** "a vet in Kirk Ellerton": where, not who, when the tagger sees a place as well. */
function saidToBeIn(tokens: Tokens, run: NameRun): boolean {
  const before = run.from - 1;
  if (before < 0 || !/^(?:in|near|at)$/.test(tokens.lower(before))) return false;
  if (tokens.starts[run.from]! - tokens.ends[before]! !== 1) return false;
  return (tokens.shape[run.to - 1]! & POSSESSIVE) === 0;
}
const UNLIKELY = 0.3;

/** "Mr and Mrs Pargeter", "Mrs Justice Lavery", "District Judge Amos" begin at the first title. */
function startOf(tokens: Tokens, run: NameRun): number {
  if (run.title < 0) return tokens.starts[run.from]!;
  const start = tokens.starts[run.title]!;
  const before = TITLES_BEFORE.exec(tokens.text.slice(Math.max(0, start - 24), start));
  return before === null ? start : start - before[0].length;
}
const TITLES_BEFORE =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Miss)\.? (?:and|&) |\b(?:Mr|Mrs|Ms|Miss|Lord|Lady|District|Staff|Det\.?|D|Chief|Acting|Detective|Right Reverend|Hon\.?|His Honour|Her Honour)[ /])+$/;

/** "HENSHAW, Ruby Mae": a surname, a comma, then given names, as tables write it. */
function surnameFirst(text: string, mentions: Mention[]): void {
  for (let k = 0; k + 1 < mentions.length; k++) {
    const surname = mentions[k]!;
    const given = mentions[k + 1]!;
    if (surname.single === null || surname.title !== null || given.title !== null) continue;
    if (text.slice(surname.end, given.start) !== ", ") continue;
    const upper = text.slice(surname.start, surname.end);
    if (
      upper !== upper.toUpperCase() &&
      !/(?:^|\n)\s*$/.test(text.slice(Math.max(0, surname.start - 6), surname.start))
    )
      continue;
    const names = [
      ...given.given,
      ...(given.surname === null ? [] : [given.surname]),
      ...(given.single === null ? [] : [given.single]),
    ];
    if (names.length === 0) continue;
    mentions.splice(k, 2, {
      ...given,
      start: surname.start,
      given: names,
      initials: [],
      surname: surname.single,
      single: null,
      score: 0.95,
      why: "Surname and given name",
    });
  }
}

const GIVEN_AFTER = /^, ([A-Z][a-z]+(?:['-][A-Z]?[a-z]+)?(?: [A-Z][a-z]+)?)(?=[\s,;:()[\]]|$)/;

const INITIAL_AFTER = /^, ([A-Z])(?=\.?(?:[\s;:()[\]]|$))/;

/** The same where the given name is one that no list knows: "PATEL, Anoushka". */
function unknownGiven(text: string, mentions: Mention[], taken: (at: number) => boolean): void {
  mentions.forEach((mention, k) => {
    if (mention.single === null || mention.title !== null || mention.score < 0.35) return;
    const upper = text.slice(mention.start, mention.end);
    if (upper.length < 3 || upper !== upper.toUpperCase()) return;
    const initial = INITIAL_AFTER.exec(text.slice(mention.end, mention.end + 6))?.[1];
    if (initial !== undefined && upper.length > 3) {
      mentions[k] = {
        ...mention,
        end: mention.end + 2 + initial.length,
        initials: [initial.toLowerCase()],
        surname: mention.single,
        single: null,
        score: 0.8,
        why: "A surname in capitals and an initial",
      };
      return;
    }
    if (mention.score < 0.5) return;
    const given = GIVEN_AFTER.exec(text.slice(mention.end, mention.end + 40));
    if (given === null || taken(mention.end + 2)) return;
    mentions[k] = {
      ...mention,
      end: mention.end + given[0].length,
      given: given[1]!.toLowerCase().split(" "),
      surname: mention.single,
      single: null,
      score: 0.9,
      why: "Surname and given name",
    };
  });
}

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

/** Whether an offset lies in a mention; asked with rising offsets. */
function covers(mentions: readonly Mention[]): (start: number) => boolean {
  const spans = mentions.toSorted((a, b) => a.start - b.start);
  let next = 0;
  return (start) => {
    while (next < spans.length && spans[next]!.end <= start) next++;
    return next < spans.length && spans[next]!.start <= start;
  };
}

function parse(tokens: Tokens, run: NameRun, scan: number, judged: Judged): Mention {
  const given: string[] = [];
  const initials: string[] = [];
  let surname: string | null = null;
  let single: string | null = null;
  let last = run.to - 1;
  const generation = run.to - run.from > 1 ? generationOf(tokens, last) : null;
  if (generation !== null) last--;
  // "JONES, Sarah" is met in tables as "JONES Sarah": capitals tell the surname wherever it stands.
  let surnameFrom = last;
  while (surnameFrom - 1 > run.from && isParticle(tokens.lower(surnameFrom - 1))) surnameFrom--;
  const title = run.title >= 0 ? tokens.lower(run.title) : null;
  const words = last + 1 - run.from;
  if (words === 1) {
    if (title === null) single = tokens.lower(run.from);
    else surname = tokens.lower(run.from);
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
    ...(generation === null ? {} : { generation }),
    ...(single !== null && isLetters(tokens, run.from) ? { capitals: true } : {}),
    score: judged.score,
    why: judged.why,
  };
}

/** "John Doyle senior", "Mr Bytheway snr": the word that tells two apart belongs to the name. */
function toGeneration(tokens: Tokens, run: NameRun): NameRun {
  if (run.to >= tokens.count || (run.title < 0 && run.to - run.from < 2)) return run;
  if (generationOf(tokens, run.to) === null || !tokens.adjacent(run.to - 1)) return run;
  // "Jane Ellis, Senior Practitioner": before a job it is part of that.
  const next = tokens.text.slice(tokens.ends[run.to], tokens.ends[run.to]! + 2);
  if (/^ \p{Lu}/u.test(next)) return run;
  return generationOf(tokens, run.to - 1) === null ? { ...run, to: run.to + 1 } : run;
}

/** "Baby Jones" is a child of that family, and nobody who is known by the surname already; whether it is one, all mentions tell. */
function newborn(tokens: Tokens, run: NameRun, mention: Mention): Mention {
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

/** Two to four capitals that are no given name. */
const isLetters = (tokens: Tokens, i: number): boolean =>
  (tokens.shape[i]! & UPPER) !== 0 &&
  tokens.ends[i]! - tokens.starts[i]! <= 4 &&
  (tokens.known[i]! & GIVEN) === 0;

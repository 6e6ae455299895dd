// The mentions of one page: runs of name-like words that were judged to name a person, tables that put the
// surname first, text typed without care for capitals, what the tagger sees beside them. Who is meant is decided
// over all documents in register.ts, never here.
import { ACRONYM, GIVEN, NAME, NOT_NAME, TITLE, WORD } from "../../lexicon/lexicon.ts";
import {
  CAPITAL,
  POSSESSIVE,
  SENTENCE_START,
  UPPER,
  tokenAt,
  type Tokens,
} from "../../text/tokens.ts";
import { KIN } from "../../lexicon/kin.ts";
import { isOffice } from "../../plain-words.ts";
import { isNationalBody } from "../../places/national-bodies.ts";
import type { TaggedSpan } from "../../tagged-span.ts";
import { isBeforeName } from "./before-name.ts";
import { findCalled } from "./called.ts";
import { isCited } from "./cited.ts";
import { coupled } from "./coupled.ts";
import { findCareless } from "./careless.ts";
import { NO_HABITS, type Habits } from "./habits.ts";
import { judge } from "./judge-run.ts";
import { isNewborn } from "../register/kinds-of-title.ts";
import type { Mention } from "./mention.ts";
import { joined, nameRuns, type NameRun } from "./name-run.ts";
import { isProduct } from "../../places/products.ts";
import { saysSex } from "./sex-letters.ts";
import { isContraction, isGeneral, isWelshPlace } from "./name-words.ts";
import { ordinaryNames } from "./ordinary-names.ts";
import { newborn, parse, toGeneration } from "./parse-name.ts";
import { isShort, postsOf } from "./posts.ts";
import { nicknameWithin, surnameFirst, unknownGiven } from "./written-order.ts";
import { withYouth } from "./young.ts";

/** `tags` are what the tagger saw on this page: a person there is a mention the rules may lack. */
export function findMentions(
  tokens: Tokens,
  taken: Uint8Array,
  scan: number,
  tags: readonly TaggedSpan[] = [],
  named: Habits = NO_HABITS,
  posts: ReadonlySet<string> = postsOf(tokens.text),
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
      seen < BELIEVED ? fromName(tokens, found) : seenWhole(tokens, found, tag!, taken),
    );
    const start = tokens.starts[run.from]!;
    if (run.to - run.from === 1 && isNoName(tokens, run.from)) continue;
    if (
      run.title < 0 &&
      (isSide(tokens, run) || (run.to - run.from === 1 && isShort(tokens, run.from, posts)))
    )
      continue;
    if (run.title < 0 && isWelshPlace(tokens.text.slice(start, tokens.ends[run.to - 1]))) continue;
    if (isCited(tokens.text, start, tokens.ends[run.to - 1]!)) continue;
    if (run.title < 0 && (isProduct(tokens.text, start, end) || isSex(tokens, run))) continue;
    const judged = isShortForm(tokens, run) ? null : judge(tokens, run, named);
    if (judged === null && seen < (isService(tokens, run) ? 0.85 : 0.4)) continue;
    if (run.title < 0 && isNational(tokens, run)) continue;
    if ((judged === null || run.title >= 0) && isOffice(tokens.text.slice(start, end))) continue;
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
  const found = covers(mentions);
  for (const { run, score } of ordinaryNames(tokens, people, taken, found))
    if (!isNational(tokens, run))
      mentions.push(parse(tokens, run, scan, { score, why: "Reads like a person's name" }));
  mentions.sort((a, b) => a.start - b.start);
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
  if (called.length === 0) return withYouth(tokens.text, mentions);
  const within = covers(mentions);
  called.sort((a, b) => a.start - b.start);
  for (const one of called.filter((c) => !within(c.start))) mentions.push(one);
  return withYouth(tokens.text, mentions).sort((a, b) => a.start - b.start);
}

/** From here on the tagger's edges of a name are believed. */
const BELIEVED = 0.5;

/** "appt Sandra": less the note's short forms before the name. */
function fromName(tokens: Tokens, run: NameRun): NameRun {
  let { from } = run;
  if (run.title < 0)
    while (from + 1 < run.to && isBeforeName(tokens.word(from), tokens.text)) from++;
  return from === run.from ? run : { ...run, from };
}

/** With the edges that the tagger sees: "Karen Ofori MRCPCH" ends before letters that are no name. */
function seenWhole(
  tokens: Tokens,
  run: NameRun,
  tag: { readonly start: number; readonly end: number },
  taken: Uint8Array,
): NameRun {
  let { to } = run;
  while (to - 1 > run.from && tokens.starts[to - 1]! >= tag.end && isTail(tokens, to - 1)) to--;
  if (to === run.to) while (goesOn(tokens, to, tag.end, taken)) to++;
  const whole = fromGiven(tokens, to === run.to ? run : { ...run, to }, tag.start, taken);
  return fromName(tokens, whole);
}

/** "From: Wendy Strong", "Mr A Bright": a word that the tagger takes into the name. */
function goesOn(tokens: Tokens, i: number, end: number, taken: Uint8Array): boolean {
  if (i >= tokens.count || tokens.ends[i]! > end || taken[i] !== 0) return false;
  if ((tokens.shape[i]! & (CAPITAL | SENTENCE_START)) !== CAPITAL || !joined(tokens, i - 1))
    return false;
  const word = tokens.lower(i);
  if ((tokens.known[i]! & (TITLE | ACRONYM | NOT_NAME)) !== 0) return false;
  return !isGeneral(word) && !(word in KIN) && !isContraction(tokens, i);
}

/** Capitals after a name in small letters, that no list knows for a name. */
const isTail = (tokens: Tokens, i: number): boolean =>
  (tokens.shape[i]! & UPPER) !== 0 &&
  (tokens.known[i]! & NAME) === 0 &&
  (tokens.shape[i - 1]! & UPPER) === 0;

/** "Will Turner left.": a given name that opens the sentence as a word would, where the tagger sees the name begin. */
function fromGiven(tokens: Tokens, run: NameRun, start: number, taken: Uint8Array): NameRun {
  const before = run.from - 1;
  if (run.title >= 0 || before < 0 || taken[before] !== 0) return run;
  if (isOffice(tokens.word(before))) return run;
  if (tokens.starts[before]! < start || !joined(tokens, before)) return run;
  if ((tokens.shape[before]! & (CAPITAL | UPPER)) === 0 || isNewborn(tokens.lower(before)))
    return run;
  const known = tokens.known[before]!;
  // "Rui" is no RUI: what only a list of short forms knows is somebody's name beside a surname.
  const unlisted = (tokens.shape[before]! & UPPER) === 0 && (known & (WORD | TITLE)) === 0;
  if ((known & GIVEN) === 0 && !unlisted) return run;
  return { ...run, from: before };
}

/** "Karma Nirvana", though the run begins behind a word that opens a sentence. */
function isNational(tokens: Tokens, { from, to }: NameRun): boolean {
  const before = from - 1;
  const opened =
    to - from === 1 &&
    before >= 0 &&
    (tokens.shape[before]! & CAPITAL) !== 0 &&
    joined(tokens, before);
  if (to - from > 2) return false;
  const named = (first: number): boolean =>
    isNationalBody(tokens.text.slice(tokens.starts[first], tokens.ends[to - 1]));
  return named(from) || (opened && named(before));
}

/** "Sex: M. F. A": a letter for a sex, and letters by themselves behind it. */
function isSex(tokens: Tokens, run: NameRun): boolean {
  if (!saysSex(tokens.text, tokens.starts[run.from]!)) return false;
  for (let i = run.from; i < run.to; i++) if (tokens.ends[i]! - tokens.starts[i]! > 1) return false;
  return true;
}

/** "PIP", "UC", "Insta": what every record names so is rarely a person, whatever the tagger sees. */
const isService = (tokens: Tokens, run: NameRun): boolean =>
  run.to - run.from === 1 && (tokens.known[run.from]! & (ACRONYM | NOT_NAME)) !== 0;

/** "ED", "HT" by themselves: what every record shortens so, though a list of names may hold it. */
const isShortForm = (tokens: Tokens, run: NameRun): boolean =>
  run.title < 0 &&
  run.to - run.from === 1 &&
  (tokens.known[run.from]! & ACRONYM) !== 0 &&
  (tokens.shape[run.from]! & UPPER) !== 0;

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

/** "I'm", "Mammy", and "NOT" in capitals: words of speech, whatever the tagger sees. */
const isNoName = (tokens: Tokens, i: number): boolean =>
  isContraction(tokens, i) ||
  (/^(?:Mo|Fa)ther$/.test(KIN[tokens.lower(i)] ?? "") && (tokens.known[i]! & NAME) === 0) ||
  ((tokens.shape[i]! & UPPER) !== 0 && NOBODY.has(tokens.lower(i)));
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

/** Whether an offset lies in a mention; asked with rising offsets. */
function covers(mentions: readonly Mention[]): (start: number) => boolean {
  const spans = mentions.toSorted((a, b) => a.start - b.start);
  let next = 0;
  return (start) => {
    while (next < spans.length && spans[next]!.end <= start) next++;
    return next < spans.length && spans[next]!.start <= start;
  };
}

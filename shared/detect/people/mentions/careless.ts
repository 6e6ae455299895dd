// Names in text typed without capitals or in capitals only: home visit notes, texts, police logs. There a
// capital says nothing, so only words that are names and nothing else count, or those beside a title or kin.
import {
  GIVEN,
  NAME,
  NOT_NAME,
  PLACE,
  SURNAME,
  TITLE,
  WORD,
  ACRONYM,
  lexicon,
} from "../../lexicon/lexicon.ts";
import { JOBS } from "../../lexicon/jobs.ts";
import { KIN } from "../../lexicon/kin.ts";
import { CAPITAL, INITIAL, LOWER, NUMBER, UPPER, type Tokens } from "../../text/tokens.ts";
import type { TaggedSpan } from "../../tagged-span.ts";
import type { Mention } from "./mention.ts";
import { isGeneral } from "./name-words.ts";

const KIN_WORDS = new Set(Object.keys(KIN).filter((k) => !/[ -]/.test(k)));
for (const word of "mam bro sis granny nanna nannie nanny gran granda grampa nain taid mamgu tadcu wife husband sister brother son daughter boyfriend girlfriend child worker supervisor visitor partner caller patient client mgm mgf pgm pgf sw hv".split(
  " ",
))
  KIN_WORDS.add(word);
const JOB_WORDS = new Set(Object.keys(JOBS).map((j) => j.split(" ").pop()!));
const SMALL_TITLES = new Set("mr mrs ms miss dr pc dc ds sgt prof".split(" "));

type Style = "plain" | "small" | "shouted";

/** How the text around token i is typed: counted over the forty tokens about it. */
function styles(tokens: Tokens): Uint8Array {
  const result = new Uint8Array(tokens.count);
  const reach = 20;
  let small = 0;
  let starts = 0;
  let shouted = 0;
  let words = 0;
  const startsSmall = (i: number): boolean => {
    if (i === 0) return false;
    const gap = tokens.text.slice(tokens.ends[i - 1], tokens.starts[i]);
    return gap.length < 12 && /[.?!]\s|\n/.test(gap);
  };
  const change = (i: number, by: number) => {
    const shape = tokens.shape[i]!;
    if ((shape & (NUMBER | INITIAL)) !== 0) return;
    if (startsSmall(i)) {
      starts += by;
      if ((shape & LOWER) !== 0) small += by;
    }
    words += by;
    if ((shape & UPPER) !== 0) shouted += by;
  };
  for (let i = 0; i < Math.min(reach, tokens.count); i++) change(i, 1);
  for (let i = 0; i < tokens.count; i++) {
    if (i + reach < tokens.count) change(i + reach, 1);
    if (i - reach - 1 >= 0) change(i - reach - 1, -1);
    if (shouted * 10 > words * 6 && words > 4) result[i] = 2;
    else if (starts > 1 && small * 2 >= starts) result[i] = 1;
  }
  return result;
}

const STYLE: readonly Style[] = ["plain", "small", "shouted"];

/** Mentions in careless text; spans in `taken` or already mentioned are left alone. */
export function findCareless(
  tokens: Tokens,
  taken: Uint8Array,
  scan: number,
  mentioned: (start: number) => boolean,
  people: readonly TaggedSpan[] = [],
): Mention[] {
  const found: Mention[] = [];
  const style = styles(tokens);
  let next = 0;
  for (let i = 0; i < tokens.count; i++) {
    while (next < people.length && people[next]!.end <= tokens.starts[i]!) next++;
    if (taken[i] !== 0 || mentioned(tokens.starts[i]!)) continue;
    const shape = tokens.shape[i]!;
    const kind = STYLE[style[i]!]!;
    const title = i > 0 && SMALL_TITLES.has(tokens.lower(i - 1)) && touches(tokens, i - 1);
    const numbered = afterCollar(tokens, i);
    const smallTitle = title && (tokens.shape[i - 1]! & LOWER) !== 0;
    if (kind === "plain" && !smallTitle) continue;
    if (kind === "small" && (shape & LOWER) === 0 && !smallTitle) continue;
    if (kind === "shouted" && (shape & UPPER) === 0) continue;
    const tag = people[next];
    const seen = tag !== undefined && tag.start <= tokens.starts[i]! ? tag.score : 0;
    const score =
      likely(tokens, i, title || numbered) || (kind === "small" ? unlisted(tokens, i, seen) : 0);
    if (score === 0) continue;
    let to = i + 1;
    while (to < tokens.count && to - i < 3 && touches(tokens, to - 1) && goesOn(tokens, to, shape))
      to++;
    if (to === i + 1 && kind === "small" && endsName(tokens, i)) to++;
    found.push(mention(tokens, title ? i - 1 : i, i, to, scan, score, title));
    i = to - 1;
  }
  return found;
}

const touches = (tokens: Tokens, i: number): boolean =>
  i + 1 < tokens.count && /^\.? $/.test(tokens.text.slice(tokens.ends[i], tokens.starts[i + 1]));

function likely(tokens: Tokens, i: number, title: boolean): number {
  const known = tokens.known[i]!;
  const word = tokens.lower(i);
  const length = word.length;
  if (isGeneral(word) || (known & (NOT_NAME | TITLE | ACRONYM)) !== 0 || length < 3) return 0;
  if (/'/.test(word) && !/^[a-z]'/.test(word)) return 0;
  if (title) return (known & WORD) === 0 || (known & NAME) !== 0 ? 0.9 : 0.6;
  const before = i > 0 ? tokens.lower(i - 1) : "";
  const beside =
    i > 0 && /^[ :(,-]{1,3}$/.test(tokens.text.slice(tokens.ends[i - 1], tokens.starts[i]));
  if (beside && KIN_WORDS.has(before) && (known & NAME) !== 0)
    return (known & WORD) === 0 ? 0.85 : 0.7;
  // "HIS WIFE RASA": after kin, in capitals, a word that no list has is a name.
  if (beside && KIN_WORDS.has(before) && known === 0 && length > 3 && shoutedAt(tokens, i))
    return 0.7;
  if (beside && JOB_WORDS.has(before) && (known & NAME) !== 0 && (known & WORD) === 0) return 0.8;
  if ((known & PLACE) === 0 && ofGiven(tokens, i)) return 0.7;
  if ((known & WORD) !== 0 || (known & PLACE) !== 0) return 0;
  if ((known & GIVEN) !== 0) return 0.62;
  return (known & SURNAME) !== 0 ? 0.5 : 0;
}

/** "kians mum", "in jades room": a given name that lost its apostrophe, before what people have. */
function ofGiven(tokens: Tokens, i: number): boolean {
  const word = tokens.lower(i);
  if (word.length < 5 || !word.endsWith("s") || !touches(tokens, i)) return false;
  const bits = lexicon().bits.get(word.slice(0, -1)) ?? 0;
  return (bits & GIVEN) !== 0 && (bits & (WORD | NOT_NAME)) === 0 && OWNS.has(tokens.lower(i + 1));
}
const OWNS = new Set(
  "mum mums dad mam mother father nan nana gran grandad aunt auntie uncle sister brother partner boyfriend girlfriend ex mate friend family house flat place room bedroom bed phone car school teacher dog life birthday arm face leg".split(
    " ",
  ),
);

/** "SGT 1190 PURKISS": rank and number, then the name. */
export function afterCollar(tokens: Tokens, i: number): boolean {
  if (i < 2 || (tokens.shape[i - 1]! & NUMBER) === 0 || !RANKS.has(tokens.lower(i - 2)))
    return false;
  return tokens.text.slice(tokens.ends[i - 1], tokens.starts[i]) === " ";
}
const RANKS = new Set("pc wpc pcso dc ds di dci ps sgt insp sc acting".split(" "));

const shoutedAt = (tokens: Tokens, i: number): boolean => (tokens.shape[i]! & UPPER) !== 0;

/** A word that no list has and that the tagger takes for a person: the case's other places follow it. */
function unlisted(tokens: Tokens, i: number, seen: number): number {
  const length = tokens.ends[i]! - tokens.starts[i]!;
  return tokens.known[i] === 0 && length > 3 && seen >= SEEN ? Math.max(0.8, seen) : 0;
}
const SEEN = 0.5;

function goesOn(tokens: Tokens, i: number, shape: number): boolean {
  const known = tokens.known[i]!;
  if ((tokens.shape[i]! & (LOWER | UPPER | CAPITAL)) !== (shape & (LOWER | UPPER | CAPITAL)))
    return false;
  if (isGeneral(tokens.lower(i)) || (known & (ACRONYM | TITLE)) !== 0) return false;
  return (known & NAME) !== 0 && (known & WORD) === 0;
}

/** "kyle hill)", "patricia hill, white lady": a surname that is also a word, where the name ends behind it. */
function endsName(tokens: Tokens, i: number): boolean {
  if (i + 1 >= tokens.count || !touches(tokens, i)) return false;
  const given = tokens.known[i]!;
  const family = tokens.known[i + 1]!;
  if ((given & GIVEN) === 0 || (given & WORD) !== 0) return false;
  if ((family & SURNAME) === 0 || (tokens.shape[i + 1]! & LOWER) === 0) return false;
  if (isGeneral(tokens.lower(i + 1)) || (family & (NOT_NAME | TITLE)) !== 0) return false;
  return /^(?:[),;:]|\.?\s*(?:\n|$)| (?:is|was|has|aged|born|dob)\b)/.test(
    tokens.text.slice(tokens.ends[i + 1], tokens.ends[i + 1]! + 6),
  );
}

function mention(
  tokens: Tokens,
  start: number,
  from: number,
  to: number,
  scan: number,
  score: number,
  titled: boolean,
): Mention {
  const words = Array.from({ length: to - from }, (_, k) => tokens.lower(from + k));
  const one = words.length === 1;
  if (one && !titled && ofGiven(tokens, from)) words[0] = words[0]!.slice(0, -1);
  return {
    scan,
    start: tokens.starts[start]!,
    end: tokens.ends[to - 1]!,
    title: titled ? tokens.lower(start) : null,
    given: one ? [] : words.slice(0, -1),
    initials: [],
    surname: one && !titled ? null : words[words.length - 1]!,
    single: one && !titled ? words[0]! : null,
    score,
    why: titled
      ? "A title stands before the name"
      : "A name, in text typed without care for capitals",
  };
}

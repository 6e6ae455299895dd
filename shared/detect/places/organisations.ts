// Named organisations: schools, nurseries, surgeries, hospitals, councils, courts, firms. One is recognised
// at its last word and read backwards over the capitalised words before it; a name made of general words
// only ("Children's Services", "Primary School") names nobody and is left alone.
import type { Hit, PageScan } from "../hit.ts";
import {
  GENERIC_HEADS,
  GENERIC_MODIFIERS,
  HEALTH_HEADS,
  ORGANISATION_HEADS,
  SCHOOL_HEADS,
} from "../lexicon/institutions.ts";
import {
  ACRONYM,
  GIVEN,
  NATIONALITY,
  NOT_NAME,
  PLACE,
  TITLE,
  WORD,
  lexicon,
  phrases,
} from "../lexicon/lexicon.ts";
import type { Category } from "../model.ts";
import { isNationalBody } from "./national-bodies.ts";
import {
  CAPITAL,
  HEADING,
  INITIAL,
  NUMBER,
  SENTENCE_START,
  UPPER,
  type Tokens,
} from "../text/tokens.ts";

export const ORGANISATIONS = "organisation";
export const ORGANISATIONS_VERSION = "1";

/** Whether a name is made of general words, heads and acronyms of services only. */
export function isGeneralBody(name: string): boolean {
  const { bits } = lexicon();
  return name
    .toLowerCase()
    .split(/[^\p{L}']+/u)
    .every(
      (word) =>
        word === "" ||
        GENERAL.has(word) ||
        LINKS.has(word) ||
        HEADS.has(word) ||
        GENERIC.has(word) ||
        ((bits.get(word) ?? 0) & ACRONYM) !== 0,
    );
}

interface Head {
  readonly words: readonly string[];
  readonly category: Category;
}

const HEADS = new Map<string, Head[]>();
for (const [list, category] of [
  [SCHOOL_HEADS, "school"],
  [HEALTH_HEADS, "health-provider"],
  [ORGANISATION_HEADS, "organisation"],
] as const)
  for (const phrase of phrases(list)) {
    const words = phrase.replace("& ", "").split(" ");
    const key = words[words.length - 1]!;
    const heads = HEADS.get(key);
    if (heads === undefined) HEADS.set(key, [{ words, category }]);
    else heads.push({ words, category });
  }
for (const heads of HEADS.values()) heads.sort((a, b) => b.words.length - a.words.length);

export const GENERAL = new Set(phrases(GENERIC_MODIFIERS));
const GENERIC = new Set([
  ...phrases(GENERIC_HEADS),
  "state",
  "registry",
  "chamber",
  "constitutional",
  "law",
  "bar",
]);
/** Small words inside a name: "St Mary's Church of England", "King's College for Girls". */
const LINKS = new Set("of and the for in upon on at & de la le under".split(" "));
const AUTHORITY = /\b(?:council|borough|partnership|board|children's trust|authority)$/;
/** Words that make a body general whatever stands before: they exist everywhere. */
const EVERYWHERE = new Set(
  "crown court|county court|family court|magistrates' court|magistrates court|youth court|high court|supreme court|district court|court|police|service|services|department|team|group|office|committee|commission|agency|authority|union|company|centre|bank|society|party|association|unit|trust|practice|ward|home|homes|housing|directorate|ministry|institute|foundation|partnership|board|council|federation|church|tribunal|prison|clinic|charity|club|hotel|times|post|echo|guardian|observer|mirror|sun|chronicle|mercury|herald|gazette|arms|inn|hostel|refuge|restaurant".split(
    "|",
  ),
);

export function findOrganisations(scan: PageScan): Hit[] {
  const { tokens } = scan;
  const hits: Hit[] = [];
  let floor = 0;
  for (let i = 0; i < tokens.count; i++) {
    const shape = tokens.shape[i]!;
    if ((shape & (CAPITAL | UPPER)) === 0) continue;
    const heads = HEADS.get(tokens.lower(i));
    if (heads === undefined) continue;
    // The longest head wins; a head may go on to the right ("Hospital NHS Foundation Trust").
    let end = i;
    while (end + 1 < tokens.count && end - i < 4 && near(tokens, end)) {
      const next = tokens.lower(end + 1);
      const capital = (tokens.shape[end + 1]! & (CAPITAL | UPPER)) !== 0;
      if (capital && (HEADS.has(next) || next === "nhs" || next === "foundation")) end++;
      else break;
    }
    const head = (HEADS.get(tokens.lower(end)) ?? heads).find((h) =>
      endsWith(tokens, end, h.words),
    );
    if (head === undefined) continue;
    const from = backwards(tokens, end - head.words.length + 1, end, floor);
    const to = forwards(tokens, end);
    const named =
      to > end ||
      (BARE.has(head.words.join(" "))
        ? barelyNamed(tokens, from, end)
        : specific(tokens, from, end - head.words.length + 1, head));
    if (!named) continue;
    if (isNationalBody(tokens.text.slice(tokens.starts[from], tokens.ends[to]))) {
      i = to;
      continue;
    }
    hits.push(hitOf(tokens, from, to, head));
    floor = to + 1;
    i = to;
  }
  return hits;
}

function near(tokens: Tokens, i: number): boolean {
  const gap = tokens.text.slice(tokens.ends[i], tokens.starts[i + 1]);
  return /^(?:'s|')?(?: & | |\n|, | - |-)$/.test(gap) && !/[,]\n/.test(gap);
}

function endsWith(tokens: Tokens, end: number, words: readonly string[]): boolean {
  for (let k = 0; k < words.length; k++) {
    const i = end - words.length + 1 + k;
    if (i < 0) return false;
    const word = tokens.lower(i);
    const wanted = words[k]!;
    if (word !== wanted && word !== wanted.replace(/'s?$/, "")) return false;
    if (k < words.length - 1 && !near(tokens, i)) return false;
  }
  return true;
}

const SHOUTED_STOPS = new Set(
  "in at on to from by with is was has and or for called rang says said left near".split(" "),
);

/** First token of the name whose head begins at `head`. */
function backwards(tokens: Tokens, head: number, end: number, floor: number): number {
  let from = head;
  const ofDistricts = DISTRICT_BODIES.has(tokens.lower(end));
  while (from - 1 >= floor && head - from < 8) {
    const gap = tokens.text.slice(tokens.ends[from - 1], tokens.starts[from]);
    if (!/^(?:'s|')?(?:[ ]|\n|\. | & |-)$/.test(gap)) break;
    if (gap.startsWith(".") && tokens.ends[from - 1]! - tokens.starts[from - 1]! > 2) break;
    if (SHOUTED_STOPS.has(tokens.lower(from - 1)) && (tokens.shape[from - 1]! & UPPER) !== 0) break;
    if (gap.startsWith("\n") && (tokens.shape[from - 1]! & HEADING) !== 0) break;
    const shape = tokens.shape[from - 1]!;
    if ((shape & (CAPITAL | UPPER | INITIAL)) !== 0) {
      from--;
      if ((shape & SENTENCE_START) !== 0) break;
      continue;
    }
    // A small word only inside: another capital must stand before it.
    const word = tokens.lower(from - 1);
    if (
      LINKS.has(word) &&
      from - 2 >= floor &&
      (tokens.shape[from - 2]! & (CAPITAL | UPPER | INITIAL)) !== 0
    ) {
      if (
        word === "and" ||
        word === "at" ||
        word === "in" ||
        word === "on" ||
        word === "the" ||
        word === "for"
      ) {
        // "Leeds and Bradford Hospitals" is one name; "Sarah and Oakfield School" is not ours to join.
        // So are "Rushmere and Blything Community Safety Partnership" and other bodies of two districts.
        const joins = word === "and" && (tokens.known[from - 2]! & PLACE) !== 0;
        if (!joins && !(word === "and" && ofDistricts && mayBeDistrict(tokens, from - 2))) break;
      }
      from -= 2;
      continue;
    }
    break;
  }
  return dropSmall(tokens, from, head);
}

/** Bodies that are called after the districts they serve, often two. */
const DISTRICT_BODIES = new Set(
  "board partnership committee council trust authority constabulary police hospitals service".split(
    " ",
  ),
);

/** Neither somebody's name nor a general word: the first of two districts. */
function mayBeDistrict(tokens: Tokens, i: number): boolean {
  const known = tokens.known[i]!;
  if ((tokens.shape[i]! & (CAPITAL | UPPER)) === 0 || GENERAL.has(tokens.lower(i))) return false;
  return (known & (GIVEN | WORD | NOT_NAME | ACRONYM | TITLE)) === 0;
}

/** "The", "At", "When" at the head of a sentence are not part of the name. */
function dropSmall(tokens: Tokens, from: number, head: number): number {
  let start = from;
  while (start < head) {
    const word = tokens.lower(start);
    const opening =
      LINKS.has(word) ||
      GENERAL_OPENERS.has(word) ||
      ((tokens.shape[start]! & SENTENCE_START) !== 0 && GENERAL.has(word));
    if (!opening) break;
    start++;
  }
  return start;
}
const GENERAL_OPENERS = new Set(
  "the a an this that his her their at in on when while after before if as both from to by with for since during following although however staff mr mrs ms miss dr".split(
    " ",
  ),
);

/** "of X": "University of Leeds", "Ministry of Justice", "London Borough of Southwark". */
function forwards(tokens: Tokens, end: number): number {
  const seat = seatOf(tokens, end);
  if (seat > end) return seat;
  if (end + 2 >= tokens.count || !near(tokens, end) || tokens.lower(end + 1) !== "of") return end;
  const head = tokens.lower(end);
  if (
    !/^(?:university|borough|church|diocese|college|school|parish|royal borough|council)$/.test(
      head,
    )
  )
    return end;
  let to = end + 1;
  let last = end;
  while (to + 1 < tokens.count && to - end < 5) {
    if (!near(tokens, to)) break;
    to++;
    if ((tokens.shape[to]! & (CAPITAL | UPPER)) !== 0) last = to;
    else if (!LINKS.has(tokens.lower(to))) break;
  }
  return last;
}

/** "the High Court at Inverness", "the Family Court sitting at Truro". */
function seatOf(tokens: Tokens, end: number): number {
  if (tokens.lower(end) !== "court") return end;
  let at = end + 1;
  if (at < tokens.count && near(tokens, end) && tokens.lower(at) === "sitting") at++;
  if (at + 1 >= tokens.count || !near(tokens, at - 1) || !near(tokens, at)) return end;
  const shape = tokens.shape[at + 1]!;
  const town =
    (shape & (CAPITAL | UPPER)) !== 0 && (tokens.known[at + 1]! & (WORD | NOT_NAME)) === 0;
  return /^(?:at|in)$/.test(tokens.lower(at)) && town ? at + 1 : end;
}

/** Whether anything before the head singles the organisation out. */
function specific(tokens: Tokens, from: number, head: number, of: Head): boolean {
  const everywhere = EVERYWHERE.has(of.words.join(" "));
  for (let i = from; i < head; i++) {
    const word = tokens.lower(i);
    if (LINKS.has(word) || GENERAL.has(word) || (tokens.shape[i]! & NUMBER) !== 0) continue;
    const known = tokens.known[i]!;
    if ((known & ACRONYM) !== 0 || word.length < 2) continue;
    if ((known & NOT_NAME) !== 0 && (known & PLACE) === 0) continue;
    if ((known & NATIONALITY) !== 0) continue;
    // "Joint Committee", "Quality Team": ordinary words name no one unless the head is a school or surgery.
    if (everywhere && (known & WORD) !== 0 && (known & PLACE) === 0) continue;
    if ((tokens.shape[i]! & HEADING) !== 0 && (known & WORD) !== 0) continue;
    return true;
  }
  return false;
}

/** Heads that are ordinary adjectives: "Hindley High", "Peartree Primary", never "Very High". */
const BARE = new Set([
  "primary",
  "infants",
  "juniors",
  "high",
  "grammar",
  "comprehensive",
  "royal",
]);

function barelyNamed(tokens: Tokens, from: number, head: number): boolean {
  if ((tokens.shape[head]! & HEADING) !== 0) return false;
  for (let i = from; i < head; i++) {
    const known = tokens.known[i]!;
    if ((known & (WORD | NOT_NAME | ACRONYM | NATIONALITY)) === 0 && !LINKS.has(tokens.lower(i)))
      return (tokens.shape[i]! & NUMBER) === 0;
  }
  return false;
}

function hitOf(tokens: Tokens, from: number, to: number, head: Head): Hit {
  const start = tokens.starts[from]!;
  const end = tokens.ends[to]!;
  const text = tokens.text.slice(start, end).toLowerCase();
  const authority = head.category === "organisation" && AUTHORITY.test(text);
  return {
    start,
    end,
    category: head.category,
    identifier: "quasi",
    score: authority ? 0.6 : head.category === "organisation" ? 0.8 : 0.93,
    tier: authority ? "check" : "suggested",
    detector: ORGANISATIONS,
    version: ORGANISATIONS_VERSION,
    why: authority
      ? "The authority: naming it is a decision to record"
      : head.category === "school"
        ? "Named school, nursery or college"
        : head.category === "health-provider"
          ? "Named hospital, surgery or ward"
          : "Named organisation",
  };
}

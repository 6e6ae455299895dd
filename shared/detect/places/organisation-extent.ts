// How far the name of a body reaches from its last word: backwards over capitals and the small words between them,
// onwards over "of" and the town where a court sits.
import { ACRONYM, GIVEN, NOT_NAME, PLACE, TITLE, WORD } from "../lexicon/lexicon.ts";
import {
  CAPITAL,
  HEADING,
  INITIAL,
  POSSESSIVE,
  SENTENCE_START,
  UPPER,
  type Tokens,
} from "../text/tokens.ts";
import { GENERAL, LINKS } from "./organisation-heads.ts";

/** Whether tokens i and i+1 may belong to one name. */
export function near(tokens: Tokens, i: number): boolean {
  const gap = tokens.text.slice(tokens.ends[i], tokens.starts[i + 1]);
  return /^(?:'s|')?(?: & | |\n|, | - |-)$/.test(gap) && !/[,]\n/.test(gap);
}

const SHOUTED_STOPS = new Set(
  "in at on to from by with is was has and or for called rang says said left near outside inside opposite behind into via before after".split(
    " ",
  ),
);

/** First token of the name whose head begins at `head`. */
export function backwards(tokens: Tokens, head: number, end: number, floor: number): number {
  let from = head;
  const ofDistricts = DISTRICT_BODIES.has(tokens.lower(end));
  while (from - 1 >= floor && head - from < 8) {
    const gap = tokens.text.slice(tokens.ends[from - 1], tokens.starts[from]);
    if (!/^(?:'s|')?(?:[ ]|\n|\. | & |-)$/.test(gap)) break;
    if (gap.startsWith(".") && tokens.ends[from - 1]! - tokens.starts[from - 1]! > 2) break;
    if (SHOUTED_STOPS.has(tokens.lower(from - 1)) && (tokens.shape[from - 1]! & UPPER) !== 0) {
      // "NORTHFLEET AND MARSH NHS FOUNDATION TRUST"
      const two = tokens.lower(from - 1) === "and" && ofDistricts && from - 2 >= floor;
      if (!two || !mayBeDistrict(tokens, from - 2)) break;
      from -= 2;
      continue;
    }
    if (gap.startsWith("\n") && (tokens.shape[from - 1]! & HEADING) !== 0) break;
    if (gap.startsWith("\n") && from < head && endsInName(tokens, from - 1)) break;
    // "Known as: Minh" over "Home Office": what fills a form's field is whole.
    if (gap.startsWith("\n") && /:[ \t]{1,12}$/.test(tokens.text.slice(Math.max(0, tokens.starts[from - 1]! - 13), tokens.starts[from - 1]))) break; // prettier-ignore
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

/** "Dr H. Fairclough" over "Mill Surgery": a letter's head, where who wrote it has a line of their own. */
function endsInName(tokens: Tokens, i: number): boolean {
  if (i < 1 || !/^\.? $/.test(tokens.text.slice(tokens.ends[i - 1], tokens.starts[i])))
    return false;
  const known = tokens.known[i - 1]!;
  if ((tokens.shape[i - 1]! & INITIAL) !== 0 || (known & TITLE) !== 0) return true;
  return (known & GIVEN) !== 0 && (known & (WORD | NOT_NAME | PLACE)) === 0;
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
    // "under Dr Farquharson Western Isles Hospital": whoever the title is of stands before the name.
    if (ADDRESSED.has(word) && start + 2 < head && !owns(tokens, start + 1)) {
      start += 2;
      continue;
    }
    const opening =
      LINKS.has(word) ||
      GENERAL_OPENERS.has(word) ||
      ((tokens.shape[start]! & SENTENCE_START) !== 0 && GENERAL.has(word));
    if (!opening) break;
    start++;
  }
  return start;
}
const ADDRESSED = new Set("mr mrs ms miss dr".split(" "));
const owns = (tokens: Tokens, i: number): boolean => (tokens.shape[i]! & POSSESSIVE) !== 0;
const GENERAL_OPENERS = new Set(
  "the a an this that his her their at in on when while after before if as both from to by with for since during following although however staff mr mrs ms miss dr".split(
    " ",
  ),
);

/** "of X": "University of Leeds", "Ministry of Justice", "London Borough of Southwark". */
export function forwards(tokens: Tokens, end: number): number {
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

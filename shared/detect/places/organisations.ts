// Named organisations: schools, nurseries, surgeries, hospitals, councils, courts, firms. One is recognised
// at its last word and read backwards over the capitalised words before it; a name made of general words
// only ("Children's Services", "Primary School") names nobody and is left alone.
import type { Hit, PageScan } from "../hit.ts";
import { ACRONYM, GIVEN, NATIONALITY, NOT_NAME, PLACE, SURNAME, WORD } from "../lexicon/lexicon.ts";
import { KIN } from "../lexicon/kin.ts";
import { CAPITAL, HEADING, NUMBER, UPPER, type Tokens } from "../text/tokens.ts";
import { isNationalBody } from "./national-bodies.ts";
import { backwards, forwards, near } from "./organisation-extent.ts";
import { AUTHORITY, EVERYWHERE, GENERAL, HEADS, LINKS, type Head } from "./organisation-heads.ts";

export const ORGANISATIONS = "organisation";
export const ORGANISATIONS_VERSION = "1";

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
    if (!named || isSomebody(tokens, from, end)) continue;
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

/** "Teresa Ward rang": a given name before a surname; a body only where the page says once that one is there. */
function isSomebody(tokens: Tokens, from: number, end: number): boolean {
  if (end - from !== 1 || (tokens.known[end]! & SURNAME) === 0) return false;
  const known = tokens.known[from]!;
  if ((known & GIVEN) === 0 || (known & (WORD | NOT_NAME | PLACE)) !== 0) return false;
  if ((tokens.shape[from]! & tokens.shape[end]! & UPPER) !== 0) return false;
  const name = tokens.text.slice(tokens.starts[from], tokens.ends[end]);
  if (!/^[\p{L}'’-]+ \p{L}+$/u.test(name)) return false;
  const told = from > 0 && tokens.adjacent(from - 1) && tokens.lower(from - 1) in KIN;
  return told || !new RegExp(`${THERE.source}${name}(?!\\p{L})`, "iu").test(tokens.text);
}
const THERE =
  /\b(?:on|onto|in|at|near|outside|inside|via|the|a|(?:admitted|transferred|moved|went|go|taken|walked|came|back|returned|discharged) (?:to|from)) /;

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

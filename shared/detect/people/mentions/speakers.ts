// Who writes in a log of messages: "16:02 mumzi: where r u", "[12/04/23, 22:08] kz: yh". A handle there is as good as a
// name, whatever word it is, so it is told of wherever the page has it before a colon, and in the text once it is no
// ordinary word.
import type { Hit, PageScan } from "../../hit.ts";
import { JOBS } from "../../lexicon/jobs.ts";
import { KIN } from "../../lexicon/kin.ts";
import { NOT_NAME, WORD, lexicon } from "../../lexicon/lexicon.ts";

const LINE =
  /(?:^|\n)[ \t>]*\[?(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? {0,2})?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]m)?\]?[ \t]{0,3}(?:[-–] )?([\p{L}\p{N}_][\p{L}\p{N}_.'’-]{0,18}(?: [\p{L}][\p{L}'’-]{0,14})?): (?=\S)/gu;
/** Fewer messages than these may be the times of something else. */
const MESSAGES = 3;
const ROLES = new Set([
  ...Object.keys(KIN),
  ...Object.keys(JOBS),
  ..."me you caller operator call police officer control staff nurse mum dad mam child yp hv sw gp school home ref log note re message text reply action update entry time location incident".split(
    " ",
  ),
]);

/** "R: What did you feel?" and "H: Proud." at heads of lines; questions and answers are nobody. */
const TURN = /(?:^|\n|[.?!"”] )([A-Z]{1,3}): (?=\S)/g;
const TURNS = 4;
const NO_SPEAKER = /^(?:Q|A|NB|PS|RE|FW|CC|NHS|DOB|TEL|REF|SW|HV|GP|MGM|MGF|PGM|PGF|TBC|FAO)$/;

/** Letters that take turns in a record of a conversation: whose they are, the page may say. */
function turns(text: string): Hit[] {
  const all = [...text.matchAll(TURN)].filter((turn) => !NO_SPEAKER.test(turn[1]!));
  const times = new Map<string, number>();
  for (const [, who] of all) times.set(who!, (times.get(who!) ?? 0) + 1);
  const often = new Set([...times].filter(([, n]) => n > 1).map(([who]) => who));
  if (all.length < TURNS || often.size < 2) return [];
  return all
    .filter((turn) => often.has(turn[1]!))
    .map((turn) => {
      const start = turn.index + turn[0].length - 2 - turn[1]!.length;
      const hit = hitOf(start, start + turn[1]!.length);
      return { ...hit, score: 0.5, tier: "check", why: "A letter that speaks in a conversation" };
    });
}

export function findSpeakers(scan: PageScan): Hit[] {
  return [...writers(scan.clean.text), ...turns(scan.clean.text)];
}

function writers(text: string): Hit[] {
  const lines = [...text.matchAll(LINE)];
  if (lines.length < MESSAGES) return [];
  const names = new Map<string, number>();
  for (const [, name] of lines) {
    const key = name!.toLowerCase();
    if (!ROLES.has(key)) names.set(key, (names.get(key) ?? 0) + 1);
  }
  // A conversation: somebody writes more than once.
  if (names.size === 0 || Math.max(...names.values()) < 2) return [];
  const hits: Hit[] = [];
  for (const line of lines) {
    const name = line[1]!;
    if (!names.has(name.toLowerCase())) continue;
    const start = line.index + line[0].length - 2 - name.length;
    hits.push(hitOf(start, start + name.length));
  }
  const seen = new Set(hits.map((hit) => hit.start));
  for (const word of text.matchAll(/[\p{L}\p{N}_][\p{L}\p{N}_.'’-]{1,18}/gu)) {
    const key = word[0].replace(/['’.]s?$|[.'’-]+$/u, "");
    if (key.length < 3 || seen.has(word.index) || !names.has(key.toLowerCase())) continue;
    if (((lexicon().bits.get(key.toLowerCase()) ?? 0) & (WORD | NOT_NAME)) !== 0) continue;
    hits.push(hitOf(word.index, word.index + key.length));
  }
  return hits;
}

const hitOf = (start: number, end: number): Hit => ({
  start,
  end,
  category: "person",
  identifier: "direct",
  score: 0.8,
  tier: "suggested",
  detector: "people/speaker",
  version: "1",
  why: "Who writes in a log of messages",
});

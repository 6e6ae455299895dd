// Words that describe rather than name, found in one pass over the tokens: nationality, ethnicity, religion,
// language, immigration status, occupation, illness. Alone each is learning; together they single out.
import type { Hit, PageScan } from "../hit.ts";
import {
  ETHNICITIES,
  LANGUAGES,
  NATIONALITIES,
  OCCUPATIONS,
  RELIGIONS,
  STATUS,
} from "../lexicon/demographics.ts";
import { MORE_EVENTS, MORE_HEALTH, MORE_OCCUPATIONS } from "../lexicon/describing-more.ts";
import { EVENTS } from "../lexicon/events.ts";
import { HEALTH } from "../lexicon/health.ts";
import { phrases } from "../lexicon/lexicon.ts";
import type { Category } from "../model.ts";
import { automaton } from "../people/linking/automaton.ts";
import { CAPITAL, LOWER, NUMBER, UPPER, type Tokens } from "../text/tokens.ts";

const NAME = "clue";
const VERSION = "1";

interface Clue {
  readonly category: Category;
  readonly score: number;
  readonly why: string;
  readonly kind: string;
}

const clues: Clue[] = [];
const entries: [string, number][] = [];
function take(list: string, clue: Clue): void {
  clues.push(clue);
  for (const phrase of phrases(list)) entries.push([phrase, clues.length - 1]);
}
const clue = (kind: string, score: number, why: string): Clue => ({
  category: kind === "health" || kind === "event" ? "misc" : "demographic",
  score,
  why,
  kind,
});
take(NATIONALITIES, clue("nationality", 0.6, "Nationality or origin: it adds to the jigsaw"));
take(ETHNICITIES, clue("ethnicity", 0.6, "Ethnicity: it adds to the jigsaw"));
take(RELIGIONS, clue("religion", 0.6, "Religion: it adds to the jigsaw"));
take(LANGUAGES, clue("language", 0.55, "Language: it adds to the jigsaw"));
take(STATUS, clue("status", 0.55, "Immigration status: it adds to the jigsaw"));
take(OCCUPATIONS, clue("occupation", 0.4, "Occupation: with an area it has named a family before"));
take(
  EVENTS,
  clue("event", 0.35, "Offence, injury, substance or event: it was recorded elsewhere too"),
);
take(
  HEALTH,
  clue("health", 0.45, "Illness, disability or treatment: the rarer, the more it tells"),
);
take(
  MORE_OCCUPATIONS,
  clue("occupation", 0.38, "Occupation: with an area it has named a family before"),
);
take(MORE_EVENTS, clue("event", 0.35, "Offence, injury or event: it was recorded elsewhere too"));
take(
  MORE_HEALTH,
  clue("health", 0.42, "Illness, disability or treatment: the rarer, the more it tells"),
);

const machine = automaton(entries);
/** Kinds that are proper adjectives: in small letters they are another word ("polish", "thai" as typed). */
const CAPITALISED = new Set(["nationality", "religion", "language"]);
/** A professional's job is a role to label, not a clue about the family. */
const BELONGING =
  /\b(?:a|an|as|was|is|were|been|worked as|employed as|trained as|job as|former|retired|qualified|self-employed|unemployed|his|her|their|father|mother|partner|stepfather|he|she) (?:\w+ )?$|(?:year|month)s?-old $/i;

export function findClues(scan: PageScan): Hit[] {
  const { tokens } = scan;
  const hits: Hit[] = [];
  machine.scan(
    tokens.count,
    (i) => ((tokens.shape[i]! & NUMBER) !== 0 ? null : wordOf(tokens, i)),
    (i) => /^[ \n-]{1,2}$/.test(tokens.text.slice(tokens.ends[i], tokens.starts[i + 1])),
    (payload, from, to) => {
      const found = clues[payload]!;
      const start = tokens.starts[from]!;
      const end = tokens.ends[to - 1]!;
      const capital = (tokens.shape[from]! & (CAPITAL | UPPER)) !== 0;
      if (CAPITALISED.has(found.kind) && !capital && to - from === 1) return;
      // "English" is mostly a language or a subject; a person is English before a noun or with a verb.
      if (
        found.kind === "nationality" &&
        /^(?:english|welsh|french|spanish|german|latin)$/i.test(tokens.text.slice(start, end)) &&
        !/^ (?:national|man|woman|boy|girl|family|father|mother|origin|descent|heritage|born|parents)/.test(
          tokens.text.slice(end, end + 10),
        )
      )
        return;
      if (found.kind === "occupation") {
        if (capital || !BELONGING.test(tokens.text.slice(Math.max(0, start - 40), start))) return;
      }
      if (
        found.kind === "health" &&
        capital &&
        to - from === 1 &&
        tokens.ends[from]! - start > 5 &&
        (tokens.shape[from]! & UPPER) === 0 &&
        from > 0 &&
        !/[.\n]\s*$/.test(tokens.text.slice(Math.max(0, start - 3), start))
      )
        return;
      hits.push({
        start,
        end,
        category: found.category,
        identifier: "quasi",
        score: found.score,
        tier:
          found.kind === "occupation" ||
          found.kind === "health" ||
          found.kind === "status" ||
          found.kind === "event"
            ? "check"
            : "suggested",
        detector: `${NAME}/${found.kind}`,
        version: VERSION,
        why: found.why,
      });
    },
  );
  return longestOnly([...hits, ...medical(tokens)]);
}

/** How medicine makes its words; what no list has is told by its ending. */
const ILLNESS =
  /^(?!sympath|apath|empath|telepath|diagnos|prognos|hypnos|osmos|metamorph|symbios|utop|dystop|diplom|arom|stigma|idiom|genom|naturopath|homeopath|osteopath|psychopathy$)[a-z-]{3,}(?:itis|osis|oses|opia|opic|aemia|emia|ectomy|ectomies|plegia|plegic|opathy|opathic|algia|trophy|plasia|iasis|omata|carcinoma|sarcoma|lymphoma|melanoma|blastoma|glaucoma|haematoma|hematoma|haematomas|granuloma|ostomy|otomy|oplasty|oscopy|paresis|aphasia|praxia|lepsy|epilepsies|oedema|sclerosis|stenosis|thrombosis|fibrosis|schisis|dactyly|cephaly|cephalus|megaly|rrhoea|rrhagia|uria|pnoea|cardia|phobia|somnia|lexia|calculia|urysm|embolism|ischaemic|ischemic)$/;
const MEDICINE =
  /^[a-z]{3,}(?:azepam|zolam|statin|dipine|olol|idone|apine|azole|cillin|mycin|cycline|oxetine|traline|triptyline|morphine|codone|adone|barbital|barbitone|profen|caine|tidine|sartan|gliptin|formin|thyroxine|pramine|peridol|promazine|azine|clopram|faxine|setron|terol|asone|isolone|parin|mab|tinib|vir|lukast|triptan|zepine|gabalin|bapentin|afinil|phenidate|amfetamine|amphetamine|norphine|loxone|trexone|zodone|zapine|tiapine|piprazole)$/;

function medical(tokens: Tokens): Hit[] {
  const hits: Hit[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.known[i] !== 0 || tokens.ends[i]! - tokens.starts[i]! < 6) continue;
    if ((tokens.shape[i]! & (LOWER | CAPITAL)) === 0) continue;
    const word = tokens.lower(i);
    const illness = ILLNESS.test(word);
    if (!illness && !MEDICINE.test(word)) continue;
    hits.push({
      start: tokens.starts[i]!,
      end: tokens.ends[i]!,
      category: "misc",
      identifier: "quasi",
      score: 0.42,
      tier: "check",
      detector: `${NAME}/health`,
      version: VERSION,
      why: illness
        ? "Made like the name of an illness or an operation"
        : "Made like the name of a medicine",
    });
  }
  return hits;
}

/** The tokeniser drops a possessive; illnesses keep theirs ("Crohn's disease"). */
function wordOf(tokens: Tokens, i: number): string {
  const word = tokens.lower(i);
  const tail = tokens.text.slice(tokens.ends[i], tokens.ends[i]! + 2);
  return tail === "'s" ? `${word}'s` : word;
}

function longestOnly(hits: Hit[]): Hit[] {
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Hit[] = [];
  for (const hit of hits) {
    const last = kept[kept.length - 1];
    if (last === undefined || hit.start >= last.end) kept.push(hit);
    else if (hit.end - hit.start > last.end - last.start) kept[kept.length - 1] = hit;
  }
  return kept;
}

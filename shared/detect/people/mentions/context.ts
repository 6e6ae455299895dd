// Does what stands around a run of words tell that a person is named there? It weighs kinship and job words
// before, verbs and brackets after.
import { JOBS } from "../../lexicon/jobs.ts";
import { KIN } from "../../lexicon/kin.ts";
import { POSSESSIVE, type Tokens } from "../../text/tokens.ts";
import { afterCollar } from "./careless.ts";
import type { NameRun } from "./name-run.ts";

const ROLE_WORDS = new Set<string>();
for (const phrase of [...Object.keys(KIN), ...Object.keys(JOBS)])
  ROLE_WORDS.add(phrase.split(/[ ]/).pop()!);
for (const word of "applicant defendant claimant respondent witness victim perpetrator suspect driver pupil student patient client resident tenant named called aged author chair ma'am".split(
  " ",
))
  ROLE_WORDS.add(word);

const SPEAKING = new Set(
  "said says told stated reported asked replied added explained described disclosed alleged admitted denied confirmed informed agreed refused claimed recalled remembered felt thought wanted believed knew was is had has did does went came lived lives moved started began died attended presented appeared became made took left returned telephoned phoned rang called visited saw met who whom whose".split(
    " ",
  ),
);
const HUMAN = new Set(
  "said says told stated asked replied disclosed alleged admitted denied agreed refused recalled remembered felt thought wanted believed knew went came lives lived moved telephoned phoned rang visited shouted cried laughed smiled slept drank smiles says thinks wants knows".split(
    " ",
  ),
);
const BEFORE_NAME = new Set(
  "with by to for from and of about told asked saw met visited between that named called contacted phoned telephoned rang informed advised interviewed than when while because whether if but as where".split(
    " ",
  ),
);

const GREETED =
  /(?:^|\n)[ \t>]{0,4}(?:Dear|Hi|Hiya|Hello|Hey|Thanks|Thank you|Morning|Afternoon)(?: all)?,? (?:[A-Z][\p{L}'-]{1,14} (?:and|&) )?$/u;

/** 0 nothing, 1 a hint, 2 or more clear: a kinship or job word before, a verb of speaking after. */
export function contextOf(tokens: Tokens, run: NameRun): number {
  let weight = 0;
  const after = run.to < tokens.count ? tokens.lower(run.to) : "";
  if (
    /^(?:family|household|children|siblings|brothers|sisters|parents|twins|boys|girls)$/.test(after)
  )
    weight += 2;
  const { text } = tokens;
  const start = tokens.starts[run.from]!;
  const before = run.from - 1;
  if (before >= 0) {
    const gap = text.slice(tokens.ends[before]!, start);
    const word = tokens.lower(before);
    if (/^[\s,:("']{1,4}$/.test(gap) && ROLE_WORDS.has(word)) weight += 2;
    else if (/^['s]{0,2}\s$/.test(gap) && BEFORE_NAME.has(word)) weight += 1;
    else if (
      /^:\s{1,4}$/.test(gap) &&
      /^(?:name|names|present|apologies|from|to|re|cc|signed|author|chair|subject|mother|father|child|partner|carer|worker)$/.test(
        word,
      )
    )
      weight += 2;
  }
  if (afterCollar(tokens, run.from)) weight += 3;
  // "Hi Dec," and "Dear Harpreet and Luke,": whoever is greeted is a person.
  if (GREETED.test(text.slice(Math.max(0, start - 34), start))) weight += 3;
  const lastEnd = tokens.ends[run.to - 1]!;
  if ((tokens.shape[run.to - 1]! & POSSESSIVE) !== 0) weight += 1;
  const tail = text.slice(lastEnd, lastEnd + 24);
  if (
    /^,? ?\(?(?:then |now )?aged? \d|^,? \(\d{1,2}(?: years| months|\))|^,? \((?:m|f|mother|father|child|mgm|mgf|pgm|pgf|sw|hv|gp)\b/i.test(
      tail,
    )
  )
    weight += 2;
  if (run.to < tokens.count && /^(?:'s)? $/.test(text.slice(lastEnd, tokens.starts[run.to]))) {
    const verb = tokens.lower(run.to);
    if (SPEAKING.has(verb)) weight += 1;
    // What only people do tells more: "Besnik came from Tirana".
    if (HUMAN.has(verb)) weight += 1;
  } else if (
    /^,? (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten) (?:years?|months?|weeks?|days?)/.test(
      tail,
    )
  ) {
    weight += 2;
  } else if (
    run.to < tokens.count &&
    /^, ?(?:who|his|her|a|an|the|whose|then|aged|mother|father)\b/.test(tail)
  ) {
    weight += 1;
  }
  return weight;
}

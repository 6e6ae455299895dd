// Where initials stand in a text, and whether a place by itself says that they are somebody's: a deed told of
// them, a signature, an action they own, kin they are said to have. Two or three capitals are mostly a service
// or a form, so a place without such a sign proves nothing. Who is meant is decided in bare-initials.ts.
import type { PageScan } from "../../hit.ts";
import { WORD } from "../../lexicon/lexicon.ts";
import { JOBS } from "../../lexicon/jobs.ts";
import { KIN } from "../../lexicon/kin.ts";
import { saysSex } from "../mentions/sex-letters.ts";
import { INITIAL, LOWER, POSSESSIVE, UPPER, type Tokens } from "../../text/tokens.ts";

/** What people do in records; a service is seldom the one who does it. */
const DOES = new Set(
  "found finds noticed heard hears rings cries brought brings signed said says told tells stated asked asks replied disclosed disclosing alleged admitted denied denies agreed refused recalled felt thought thinks wanted wants went goes came comes lived lives moved telephoned phoned rang visited shouted screamed cried laughed smiled slept sleeps drank drinks drew hid ate eats hit hits bit kicked punched slapped threw threatened arrived left presented appeared attended seen spoke played plays sat ran walked woke explained explains described reported reports remains became seems looked looks knew knows believes believed likes liked loves hates hated needs needed gets got gave keeps kept tried tries stayed stays fell took takes wore missed met texted messaged hugged swore returned was is has had did does will can".split(
    " ",
  ),
);
/** What stands after the initials of somebody in notes, though it is no verb of prose. */
const NOTED = new Set(
  "covering covers informed updated advised emailed spoke contacted discussed chased wrote noted queried confirmed raised offered gave feels thinks texted crying upset asleep tearful absent late unwell poorly hungry quiet distressed angry".split(
    " ",
  ),
);
/** Of those, what a form or a service may do as well. */
const WEAK = new Set(
  "was is has had did does will can remains reported reports agreed seen needs needed takes took keeps kept gets got gave met missed comes goes came went returned described".split(
    " ",
  ),
);

/** Letters that stand where initials might and are nobody's, beside the services that the lexicon knows. */
const NOBODY = new Set(
  "fw loc upn yp prf srn rgn rmn role aob apt asap aka am cc cm ct dna ed eg ext fao fyi ie kg km max min mins mm na nb nfa nil no nos nr ok pa pm pp ps re ref rta sec tbc tba tel uk us usa utd vs xr yr yrs ecg mri cxr bp hr rr gcs epds bmi".split(
    " ",
  ),
);

export interface Place {
  readonly scan: number;
  readonly start: number;
  readonly end: number;
  /** By itself it says that somebody is meant. */
  evident: boolean;
  /** A lone letter after an ordinary word within a sentence: "he had L in 2014". */
  readonly within?: boolean;
}

export function* placesOf(scan: PageScan, s: number): Generator<Place> {
  const { tokens } = scan;
  for (let i = 0; i < tokens.count; i++) {
    const shape = tokens.shape[i]!;
    const start = tokens.starts[i]!;
    const end = tokens.ends[i]!;
    const length = end - start;
    if (length === 1) {
      if ((shape & (INITIAL | UPPER)) === 0 || /[IA]/.test(tokens.text[start]!)) continue;
      if (!mayBeOne(tokens, i)) continue;
      const within =
        i > 0 &&
        (tokens.shape[i - 1]! & LOWER) !== 0 &&
        tokens.ends[i - 1]! - tokens.starts[i - 1]! > 1 &&
        tokens.text.slice(tokens.ends[i - 1], start) === " ";
      yield { scan: s, start, end, evident: loneLetter(tokens, i), within };
    } else if (length <= 3 && (shape & UPPER) !== 0 && unknown(tokens, i)) {
      if (!NOBODY.has(tokens.lower(i)) && !scan.posts.has(tokens.word(i)))
        yield { scan: s, start, end, evident: standsForSomebody(tokens, i) };
    }
  }
}

/** Words of two letters; the dictionary's other pairs ("ks", "ts") are no words in capitals. */
const SHORT_WORDS = new Set(
  "ah am an as at be by do eh ex go ha he hi if in is it me my no of oh ok on or ox so to up us we".split(
    " ",
  ),
);

/** Letters that spell neither a word nor a service. */
export function unknown(tokens: Tokens, i: number): boolean {
  const known = tokens.known[i]!;
  if (known === 0) return true;
  const length = tokens.ends[i]! - tokens.starts[i]!;
  return known === WORD && length === 2 && !SHORT_WORDS.has(tokens.lower(i));
}

const LETTERED =
  /^(?:section|sections|part|parts|appendix|annex|group|class|form|schedule|category|grade|option|type|vitamin|hepatitis|hep|plan|figure|table|block|unit|level|child|family|baby|mr|mrs|ms|miss|dr|mother|father|adult|sibling|wing|flat|room|band|tier|point|item|exhibit|bundle|tab|stage|phase|site|gate|door|team|person|subject|professional|agency|brother|sister|witness|letter|blood|strep|year|size|route|zone|company|house|court|judge)$/;
/** After these only a deed makes a letter somebody. */
const JOINING = /^(?:and|or|to|no|set|lead|line|number)$/;

/** A letter by itself that is no part of a name, a list, a section or a unit. */
function mayBeOne(tokens: Tokens, i: number): boolean {
  const { text } = tokens;
  const start = tokens.starts[i]!;
  const end = tokens.ends[i]!;
  if (!/(?:^|[\s("'>])$/.test(text.slice(Math.max(0, start - 1), start))) return false;
  if (saysSex(text, start)) return false;
  const after = text.slice(end, end + 2);
  // "to have R. and Skye": where the sentence goes on in small letters it is no initial of the next word.
  if (after === ". " && i + 1 < tokens.count && (tokens.shape[i + 1]! & LOWER) !== 0) return true;
  if (after === ". " && TOLD.test(text.slice(Math.max(0, start - 10), start)))
    return i + 1 < tokens.count && (tokens.known[i + 1]! & WORD) !== 0;
  if (/^(?:[.&/)\]-]|\d| ?[=+])/.test(after)) return signs(text, start, end);
  if (i > 0 && LETTERED.test(tokens.lower(i - 1))) return false;
  if (i > 0 && JOINING.test(tokens.lower(i - 1))) return followedByDeed(tokens, i, true);
  // Capitals to either side make it the initial of a name, or a list of letters.
  const next = i + 1 < tokens.count ? tokens.shape[i + 1]! : LOWER;
  return (next & INITIAL) === 0;
}

/** A letter after these ends its sentence as a person, not as an initial of the next word. */
const TOLD =
  /\b(?:asked|told|informed|with|saw|met|visited|rang|phoned|called|from|for|to|by|of) $/;

const signs = (text: string, start: number, end: number): boolean =>
  /^\.?[ \t]*(?:\n|$)/.test(text.slice(end, end + 4)) &&
  /^[>\s]*$/.test(text.slice(text.lastIndexOf("\n", start - 1) + 1, start));

/** "T drew", "K's mother", "asked whether K knows", or a letter that signs a message on a line of its own. */
function loneLetter(tokens: Tokens, i: number): boolean {
  const { text } = tokens;
  const start = tokens.starts[i]!;
  const end = tokens.ends[i]!;
  if (signs(text, start, end) && !/^\.?\s*\d/.test(text.slice(end, end + 4)))
    return (
      i > 0 &&
      /[.,!?xX]$/.test(
        text
          .slice(0, start)
          .replace(/[>\s]+$/, "")
          .slice(-1),
      )
    );
  if ((tokens.shape[i]! & POSSESSIVE) !== 0) return ofKin(tokens, i);
  return followedByDeed(tokens, i, false);
}

const TOLD_OF = new RegExp(
  "(?:[Ss]igned|[Ww]orker|[Aa]uthor|[Ii]nitials|[Oo]wner|[Ll]ead|[Aa]ction|[Bb]y whom)(?::| –| -)? $|" +
    "(?:^|\\n)[ \\t]*(?:(?:Subject|Re|RE|Child|Pupil|Patient|Client|Student|Name|Adult|Service user|Young person|Initials): ?(?:(?:RE|Re|FW|FWD|Fwd): ?)*)$|" +
    "\\b(?:recorded|completed|written|entered|taken|noted|signed|seen|visited|assessed|examined|checked|covered|chaired|reported) by:? $|" +
    "\\b(?:spoke (?:to|with)|speak (?:to|with)|d/w|[Tt]/?c (?:from|to|with)|call(?:ed)? (?:from|by)|message from|email(?:ed)? (?:from|to)|handed over to|told|informed|asked|discussed with|meeting with|supervision with|records? of) $",
);

const PEOPLE_BEFORE = new RegExp(
  `\\b(?:${[
    ...Object.keys(KIN),
    ...Object.keys(JOBS),
    "mum's partner",
    "worker",
    "carer",
    "partner",
    "boyfriend",
    "girlfriend",
  ]
    .filter((word) => word.length > 2)
    .map((word) => word.replace(/[.*+?^$()|[\]\\]/g, "\\$&"))
    .join("|")})(?: at \\w+)?,? ?\\($`,
  "i",
);

function standsForSomebody(tokens: Tokens, i: number): boolean {
  const { text } = tokens;
  const start = tokens.starts[i]!;
  const end = tokens.ends[i]!;
  const before = text.slice(Math.max(0, start - 28), start);
  const after = text.slice(end, end + 28);
  const closes = /^[ \t]*(?:\n|$)/.test(after);
  // "... nothing seen. LH" at the end of an entry; "| MQ |" as the owner of an action.
  if (closes && /[.!?)"'][ \t]{1,4}$/.test(before)) return true;
  if (/^ ?(?:\t|\||\n|$)/.test(after) && /(?:\t|\|) ?$/.test(before) && end - start === 2)
    return true;
  const opens = /(?:^|\n)[ \t•*\d.)-]{0,8}$/.test(before);
  if (opens && /^(?::|\. ?:| (?:to|will) [a-z]{3,}| [–-] [A-Z])/.test(after)) return true;
  // 'KS: "fell on the toy"', "mum (CW)", "told DN".
  if (/^: ?["“']/.test(after)) return true;
  if (after.startsWith(")") && PEOPLE_BEFORE.test(before)) return true;
  if (TOLD_OF.test(before) && /^(?:[\s.,;:)]|$)/.test(after)) return true;
  if ((tokens.shape[i]! & POSSESSIVE) !== 0) return ofKin(tokens, i);
  return followedByDeed(tokens, i, true);
}

const OWNED = new Set(
  "mother mum mam mummy father dad daddy parents parent brother brothers sister sisters sibling siblings partner boyfriend girlfriend husband wife nan nana gran granny grandmother grandad grandfather aunt auntie uncle cousin foster stepfather stepdad stepmother carer carers family teacher attendance behaviour bedroom room bag coat phone bed arm face leg birthday weight speech school wishes voice home key".split(
    " ",
  ),
);

function ofKin(tokens: Tokens, i: number): boolean {
  if (i + 1 >= tokens.count) return false;
  const gap = tokens.starts[i + 1]! - tokens.ends[i]!;
  return gap === 3 && OWNED.has(tokens.lower(i + 1));
}

/** Whether what stands next is told of people. */
export function followedByDeed(tokens: Tokens, i: number, strict: boolean): boolean {
  if (i + 1 >= tokens.count) return false;
  const gap = tokens.text.slice(tokens.ends[i], tokens.starts[i + 1]);
  // "T. seen by the nurse": a letter's full stop ends no sentence.
  if (gap !== " " && !(gap === ". " && (tokens.shape[i]! & INITIAL) !== 0)) return false;
  const next = tokens.lower(i + 1);
  return NOTED.has(next) || (DOES.has(next) && !(strict && WEAK.has(next)));
}

// Whether a word could stand in a name at all, by its letters, its neighbours and what the word lists say of it.
import {
  ACRONYM,
  GIVEN,
  lexicon,
  NAME,
  NOT_NAME,
  PLACE,
  SURNAME,
  WORD,
} from "../../lexicon/lexicon.ts";
import { KIN } from "../../lexicon/kin.ts";
import {
  CAPITAL,
  HEADING,
  INITIAL,
  INNER_CAPITAL,
  LOWER,
  NUMBER,
  SENTENCE_START,
  UPPER,
  type Tokens,
} from "../../text/tokens.ts";

const PARTICLES = new Set(
  "de da del della di dos du la le van der den von bin binti ibn al el ul ur ap ab y e ter ten zu ó ní nic uí bint ferch".split(
    " ",
  ),
);

/** Lower-case particles that may stand inside a name. */
export const isParticle = (word: string): boolean => PARTICLES.has(word);

export const isCapital = (shape: number): boolean => (shape & (CAPITAL | UPPER | INITIAL)) !== 0;

const DEEDS = new Set(
  "said says told states stated asked replied disclosed alleged admitted denied agreed refused felt thought wants wanted went goes came comes lived lives rang phoned called visited shouted screamed cried laughed smiled slept drank ate hit kicked punched slapped arrived left attended attending seen was is has had did does were been spoke ran walked woke explained described reported remains became seems looked appeared knew believed likes gets got gave tried stayed fell took takes missed texted returned began started died born aged and the to at in on with for or but if that this from by not no who because so about when while up out into off over after before her him his she he it they them their my me we us you your of as are be been done do an sees arrives attends gives shows reports rings calls leaves makes tells asks meets drives".split(
    " ",
  ),
);

/** "I've", "He'd": capitals that start a clause, not a name. */
export function isContraction(tokens: Tokens, i: number): boolean {
  const end = tokens.ends[i]!;
  for (let k = 1; k <= 3; k++)
    if (tokens.text.charCodeAt(end - k) === 39)
      return /^(?:m|ve|d|ll|re|t)$/i.test(tokens.text.slice(end - k + 1, end));
  return false;
}

/** "Named Doctor | By her third birthday": after a title no name. */
export const isSmallWord = (word: string): boolean => SMALL_WORDS.has(word);
const SMALL_WORDS = new Set(
  "by in on at of for to and or from with as is was has had the an who that this when her his".split(
    " ",
  ),
);

/** "called Mandy I think": the one who speaks, no initial. */
export function isSpeaker(tokens: Tokens, i: number): boolean {
  if (tokens.word(i) !== "I" || i + 1 >= tokens.count) return false;
  return tokens.text[tokens.ends[i]!] === " " && (tokens.shape[i + 1]! & LOWER) !== 0;
}

/** What people do, and the small words of a sentence. */
const isDeed = (word: string): boolean => DEEDS.has(word);

/** In a page of capitals the verb that follows a name looks like one: "MS JONES SAID". */
export const tellsDeed = (tokens: Tokens, i: number): boolean =>
  (tokens.shape[i]! & UPPER) !== 0 && isDeed(tokens.lower(i));

/**
 * "LOGAN MCKENZIE FELL": how many letters at the end of a name in capitals tell what somebody does.
 * @param least letters that are the name whatever they say
 */
export function deedsAfter(name: string, least: number): number {
  if (/\p{Ll}/u.test(name)) return 0;
  let end = name.length;
  for (;;) {
    const last = /\s+(\p{L}{3,})$/u.exec(name.slice(0, end));
    if (last === null || last.index < least || !isDeed(last[1]!.toLowerCase())) break;
    end = last.index;
  }
  return name.length - end;
}

/** "KAYDEN HIDES": less the ordinary words that a run of capitals ends in. */
export function withoutWords<Run extends { readonly from: number; readonly to: number }>(
  tokens: Tokens,
  run: Run | null,
): Run | null {
  if (run === null) return null;
  const { bits } = lexicon();
  const ordinary = (i: number): boolean => {
    const word = tokens.lower(i);
    const stem = word.endsWith("s") ? (bits.get(word.slice(0, -1)) ?? 0) : 0;
    return (tokens.known[i]! & NAME) === 0 && ((tokens.known[i]! | stem) & WORD) !== 0;
  };
  let { to } = run;
  while (to - 1 > run.from && ordinary(to - 1)) to--;
  return to === run.to ? run : { ...run, to };
}

/** The same before a name, and what greets or thanks: "Hi Rory", "Ta Adele". */
export const isOpening = (tokens: Tokens, i: number): boolean =>
  tellsDeed(tokens, i) || GREETINGS.has(tokens.lower(i));
const GREETINGS = new Set("hi hiya hey hello thanks cheers ta dear".split(" "));

/** "Half-sister", "Great-aunt": kin with a capital, as the cells of a table have it. */
function isKinCompound(word: string): boolean {
  const hyphen = word.lastIndexOf("-");
  return hyphen > 0 && (word in KIN || (word.slice(hyphen + 1) in KIN && BEFORE_KIN.test(word)));
}
const BEFORE_KIN =
  /^(?:half|step|great|grand|foster|adoptive|god|ex|birth|maternal|paternal|older|younger|elder|twin)-/;

/** Could this word stand in a name at all? */
export function nameLike(tokens: Tokens, i: number): boolean {
  const known = tokens.known[i]!;
  const shape = tokens.shape[i]!;
  if ((shape & NUMBER) !== 0 || isContraction(tokens, i)) return false;
  if (isKinCompound(tokens.lower(i))) return false;
  // "A&E", "S.39"
  if ((shape & INITIAL) !== 0)
    return tokens.text[tokens.starts[i]! - 1] !== "&" && !/^(?:&|\.\d)/.test(tokens.text.slice(tokens.ends[i], tokens.ends[i]! + 2)); // prettier-ignore
  if ((known & NAME) !== 0) return (known & NOT_NAME) === 0 || (known & WORD) === 0;
  if ((shape & UPPER) !== 0 && tokens.ends[i]! - tokens.starts[i]! <= 5)
    return (known & (ACRONYM | WORD)) === 0 && (shape & HEADING) === 0;
  if ((known & (NOT_NAME | ACRONYM)) !== 0) return false;
  if ((known & WORD) === 0) return true;
  return (shape & INNER_CAPITAL) !== 0;
}

const GENERAL = new Set(
  "law case male female baby young unknown management sixth education reg tel hosp dob deputy assistant senior consultant newly independent designated named lead acting operation project dear re subject attendees present apologies minutes action actions police staff class contact early section article statement interview question answer date time address telephone mobile name names school hospital road street avenue lane close court council house centre act report review team service services police trust academy college nursery surgery clinic ward park plan order mother father child family worker visitor officer nurse manager teacher midwife doctor panel board group meeting conference assessment limited ltd partnership university church county city north south east west and or the of in on at to for with from by is was has had who when before after".split(
    " ",
  ),
);

/** Words of institutions and forms: capitals on them never make a person. */
export const isGeneral = (word: string): boolean => GENERAL.has(word);

/** "Llyn Arian", "Ty Gwyn": what lakes, roads and houses are called in Welsh. */
export const isWelshPlace = (name: string): boolean => WELSH.test(name);
const WELSH =
  /^(?:(?:llyn|heol|plas|nant|afon|coed|cwm|ysgol|maes|ffordd|stryd|traeth|mynydd|eglwys|capel) \p{L}|(?:ty|tŷ|pen|pont|bryn|allt) (?:gwyn|mawr|bach|coch|newydd|isaf|uchaf|hen|glas|canol|gwyrdd)$)/iu;

/** An ordinary word right after a given or unknown name is its surname: "Sarah Brook", "Wayne PIKE". */
export function surnameHere(tokens: Tokens, from: number, i: number): boolean {
  const shape = tokens.shape[i]!;
  if ((shape & (HEADING | INITIAL)) !== 0 || (shape & (CAPITAL | UPPER)) === 0) return false;
  const word = tokens.lower(i);
  if (isGeneral(word) || isKinCompound(word) || (tokens.known[i]! & ACRONYM) !== 0) return false;
  const previous = tokens.known[i - 1]!;
  const before = tokens.shape[i - 1]!;
  if (
    (before & (SENTENCE_START | HEADING)) !== 0 &&
    ((previous & GIVEN) === 0 || (previous & WORD) !== 0)
  )
    return false;
  if (previous !== 0 && (previous & GIVEN) === 0 && (previous & SURNAME) === 0) return false;
  if (previous === 0 && (before & UPPER) !== 0) return false;
  const known = tokens.known[i]!;
  // "LOGAN TAKEN TO": among capitals an ordinary word is no surname.
  if ((shape & before & UPPER) !== 0 && (known & (WORD | SURNAME)) === WORD) return false;
  // "Mia Derby": after a given name that is nothing else even a town that is a word is a surname.
  const given = (previous & GIVEN) !== 0 && (previous & (WORD | NOT_NAME | PLACE)) === 0;
  if ((known & SURNAME) === 0 && (known & (given ? NOT_NAME : NOT_NAME | PLACE)) !== 0)
    return false;
  return i - from <= 3;
}

/** Two to five capitals that no list of names has. */
export const isServiceLike = ({ shape, known, starts, ends }: Tokens, i: number): boolean =>
  (shape[i]! & UPPER) !== 0 && (known[i]! & NAME) === 0 && ends[i]! - starts[i]! <= 5;

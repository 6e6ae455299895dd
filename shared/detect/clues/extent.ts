// How far a describing phrase reaches: the words that qualify it before ("retired", "severe") and what it
// is said of after ("of the left tibia", "national", "heritage"). A mark over half of such a phrase leaves
// the telling half to be read. It widens claims that others made; it never makes one.
import type { Hit } from "../hit.ts";

/** Before a trade, an illness or an injury. */
const QUALIFIED =
  /(?:^|[\s("'])((?:(?:retired|former|ex|trainee|student|apprentice|deputy|acting|assistant|associate|senior|junior|head|chief|qualified|newly qualified|part-time|full-time|self-employed|freelance|unemployed|agency|professional|practising|vocational|primary school|secondary school|university|military|medical|non-commissioned|warrant|private|licensed|volunteer|voluntary|severe|moderate|mild|acute|chronic|bilateral|unilateral|congenital|profound|partial|total|permanent|terminal|degenerative|progressive|recurrent|long-standing|longstanding|early-onset|late-onset|untreated|undiagnosed|healing|healed|displaced|undisplaced|depressed|linear|spiral|multiple|extensive|deep|infected|strong|lateral|posterior|anterior|upper|lower|left|right|left-sided|right-sided|grade \d|stage \d|type \d|\d+(?:st|nd|rd|th)|old|fresh|new|fading|yellowing|small|large|facial|internal|newly diagnosed|suspected|possible|unexplained)[ -]){1,4})$/i;

const SIDE =
  "(?:left|right|upper|lower|both|inner|outer|back of the|side of the|top of the|lower right|lower left|upper right|upper left|\\d+(?:st|nd|rd|th))";
const BODY =
  "(?:head|skull|face|forehead|cheeks?|chin|jaw|lips?|mouth|nose|eyes?|eyebrow|ears?|neck|throat|shoulders?|collarbone|clavicle|arms?|upper arm|forearms?|elbows?|wrists?|hands?|palms?|thumbs?|fingers?|chest|ribs?|breasts?|back|spine|abdomen|stomach|hips?|pelvis|buttocks?|groin|genitals|legs?|thighs?|knees?|kneecaps?|patella|shins?|calf|calves|ankles?|feet|foot|toes?|tibia|fibula|femur|humerus|ulna|radius|vertebrae?|scalp|brain|liver|spleen|kidneys?|lungs?|heart|bowel|bladder|womb|frenulum|eardrums?|teeth|tongue|sacrum|heels?|orbital area)";
/** After an illness or an injury: where it is. */
const PLACED = new RegExp(
  `^(?: (?:of|to|on|in|above|below|behind|around|over|affecting|across) (?:(?:the|his|her|their|its|one|each|a) )?(?:${SIDE} )*${BODY}(?:(?:,| and) (?:(?:the|his|her|their) )?(?:${SIDE} )*${BODY}){0,3})(?![\\w-])`,
  "i",
);
/** What an illness is, in brackets behind it; never a reference. */
const EXPLAINED = /^ \((?!see|para|sections?|article|\d)[^()\n\d]{3,140}\)/i;
/** After a people or a creed: what it says of somebody. */
const OF_ORIGIN =
  /^(?:[ -](?:nationals?|nationality|citizens?|citizenship|origins?|descent|heritage|background|ethnicity|extraction|ancestry|roots|parentage|speakers?|speaking|born|faith|religion|community))(?![\w-])/i;
const PEOPLES = /^clue\/(?:nationality|ethnicity|religion|language)$/;
const ILLS = /^clue\/(?:health|event)$/;
/** "S.39 Common Assault": the section that an offence is charged under. */
const CHARGED = /(?:^|[\s("'])([Ss](?:ection|ec\.?|\.)? ?\d{1,3}[A-Z]?(?:\(\d\))? )$/;
const TRADES = /^clue\/occupation$/;

/** "LCS 1189024", "CAD 8123": the system that gave a number is written as part of it. */
const SYSTEM = /(?:^|[\s(])([A-Z]{3,6}(?: (?:no|ref|Ref|No|ID)\.?)?:? )$/;
const SYSTEMS =
  /^(?:LCS|CAD|SWIFT|CRN|PNC|CRO|NOMIS|SSID|WCCIS|URN|HRN|ICS|STORM|NICHE|RIO|EMIS|COP|LAC|UPRN|MRN|PAS)\b/;

function withSystem(hit: Hit, text: string): Hit {
  const before = SYSTEM.exec(text.slice(Math.max(0, hit.start - 16), hit.start));
  return before !== null && SYSTEMS.test(before[1]!)
    ? { ...hit, start: hit.start - before[1]!.length }
    : hit;
}

export function extended(hit: Hit, text: string): Hit {
  if (hit.category === "reference" || hit.category === "crime-reference")
    return withSystem(hit, text);
  if (hit.category !== "demographic" && hit.category !== "misc") return hit;
  const told = hit.detector === "tagger";
  let { start, end } = hit;
  const after = text.slice(end, end + 90);
  const behind = PEOPLES.test(hit.detector)
    ? OF_ORIGIN.exec(after)
    : ILLS.test(hit.detector) || told
      ? (PLACED.exec(after) ?? (told ? OF_ORIGIN.exec(after) : null))
      : null;
  if (behind !== null) end += behind[0].length;
  if (ILLS.test(hit.detector)) {
    const told = EXPLAINED.exec(text.slice(end, end + 160));
    if (told !== null) {
      end += told[0].length;
      end += PLACED.exec(text.slice(end, end + 90))?.[0].length ?? 0;
    }
  }
  if (told || ILLS.test(hit.detector) || TRADES.test(hit.detector)) {
    const before = QUALIFIED.exec(text.slice(Math.max(0, start - 60), start));
    if (before !== null) start -= before[1]!.length;
  }
  if (hit.detector === "clue/event")
    start -= CHARGED.exec(text.slice(Math.max(0, start - 18), start))?.[1]!.length ?? 0;
  // "a fracture of the tibia" is marked from its article on, as the tagger learnt it.
  if (hit.category === "misc")
    start -=
      /(?:^|[\s("'])(an? )$/i.exec(text.slice(Math.max(0, start - 4), start))?.[1]!.length ?? 0;
  return start === hit.start && end === hit.end ? hit : { ...hit, start, end };
}

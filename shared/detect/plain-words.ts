// Words that stand in every record and lead to nobody, however sure the tagger is: plain roles, the names of fields,
// the words of a page's layout, the heads of a rota's columns.

/** What stands in every record and identifies nobody: plain roles, form fields, words of a page's layout. */
const PLAIN = new Set(
  "genogram genograms ta hi hiya hello dear thanks cheers al hv tc cc fao attn comms née aka nb nhs mr mrs ms miss dr hm det supt god matron principal bleep mam mams mgps pgps allah jesus santa lord look pc wpc ps dc ds di sgt insp sw hv oic opened assigned units arrested violent weapons foot breathing states neighbour occupier morning early room staff details hearing before until via voicemail restricted presented methodology caseloads seen male female man woman boy girl child children baby sibling siblings brother sister brothers sisters son daughter mother father mum dad parents parent mummy daddy eldest youngest adult patient page pages dob reg tel ref no nos number name names date time informant inft summary attended present apologies contact visit visited home school class hospital surgery ward police officer social worker health visitor gp midwife nurse paediatrician named nurse doctor teacher headteacher manager team reviewing chair author panel coroner applicant agency agencies services service children's safeguard safeguarding participants following inbox since since then fax email letter phone text case file notes note record records lunch coded general something safe views later criteria executive experienced returning minister laws work death courts court council state tax years month late night hour day weekends off tenant tenancy tutor keyworker duty rota admin depot music inc llc ltd plc twitter instagram dch".split(
    " ",
  ),
);
/** Posts: "Mr Chairman", "District Judge", "(Headteacher)" tell of no name. */
const OFFICES = new Set(
  "mr mrs madam ms dr the his her honour chairman chairwoman chairperson judge district headteacher principal president commander chief vice counsel squadron cadet cadets governor ambassador excellency appellant respondent claimant defendant plaintiff deputy secretary clerk attorney commissioner officer inspector superintendent".split(
    " ",
  ),
);
/** Whether these words are a post, or dotted letters of a place or an office. */
export function isOffice(words: string): boolean {
  const first = FIRST_WORD.exec(words)?.[0];
  if (first === undefined) return false;
  // Hardly anything gets farther than its first word.
  if (!OFFICES.has(first.toLowerCase())) return words.includes(".") && DOTTED.test(words);
  return words.split(/[^\p{L}]+/u).every((word) => word === "" || OFFICES.has(word.toLowerCase()));
}
const FIRST_WORD = /^\p{L}+/u;

/** A page's number, a numbered heading: digits that are no one's. */
const LAYOUT_BEFORE =
  /(?:\b(?:page|pages|pp?\.|section|sections|para|paras|paragraph|paragraphs|chapter|appendix|annex|figure|fig\.|table|part|finding|findings|recommendation|recommendations|theme|question|item|rule|article|articles|no\.) ?|\n[ \t]*|^)$/i;
/** "(1) the mother (2) the father", "... the tibia. 2. The father is": items numbered within a line. */
const IN_LINE = (words: string, before: string, after: string): boolean =>
  /^\d{1,2}$/.test(words) &&
  ((/(?:^|[\s:;,])\($/.test(before) &&
    !/\p{Lu}\p{L}+ \($/u.test(before) &&
    /^\) (?:the|a|an|his|her|their|my|our|that|to|and|or)\b/i.test(after)) ||
    (/[.:;?!)][ \t]$/.test(before) && /^\. \p{Lu}/u.test(after)));
/** "P.O. Box", "Washington, D.C.", "M.D.", "U.S.C.": dotted letters that are nobody's. */
const DOTTED =
  /^(?:P\. ?O\.?(?: Box)?|[DB]\.C\.?|N\.Y\.?|U\.S\.?(?:C\.?|A\.?)?|M\.D\.?|Ph\. ?D\.?|U\.N\.?)$/i;
const LAYOUT_NUMBER = /^(?:\d{1,3}(?:\.\d{1,3}){0,3}\.?|[ivx]{1,5})$/;

export function plainWords(words: string, text: string, start: number): boolean {
  const parts = words.split(/[^\p{L}\p{N}']+/u).filter((part) => part !== "");
  if (
    parts.every(
      (part) =>
        PLAIN.has(part.toLowerCase()) || SMALL_WORD.test(part) || /^(?:page|s)$/i.test(part),
    )
  )
    return true;
  if (isOffice(words)) return true;
  if (!LAYOUT_NUMBER.test(words)) return false;
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(start + words.length, start + words.length + 8);
  if (IN_LINE(words, before, after)) return true;
  // The last thing on a line of contents, or what a line or a reference begins with.
  const ends = /^[ \t]*(?:\n|$)/.test(after) && /(?:[.…_ ]{3}|\t)$/.test(before);
  return ends || (LAYOUT_BEFORE.test(before) && !/^\d{4}$/.test(words));
}

export const SMALL_WORD =
  /^(?:the|a|an|of|and|or|in|on|at|to|by|for|from|with|as|is|was|he|she|it|they|his|her|their|me|you|we|that|this|not|no|be|had|has|who|which|but|if|so|than|then)$/i;

/** What stands before a number in a form, and is none. */
const FIELD =
  "ref|fax|tel|mob|id|chi|hcpc|nmc|gmc|username|callsign|call sign|incident|inc|no|nos|number|urn|crn|mosaic(?: id)?|file|ack|notes";
export const FIELD_ALONE = new RegExp(`^(?:${FIELD})\\.?$`, "i");

const DAY_NAME = "(?:Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun)(?:day|nesday|rsday|urday)?";
const DAYS_BEFORE = new RegExp(`((?:${DAY_NAME}[ \\t|]+)*)$`, "i");
const DAYS_FROM = new RegExp(`^(?:${DAY_NAME}(?:[ \\t|]+|$|\\n))+`, "i");

/** "Mon Tue Wed Thu": the heads of a rota's columns, three days and more in a row. */
export function isColumnHead(text: string, start: number, end: number): boolean {
  if (!/^[MTWFS]/i.test(text[start] ?? "") || end - start > 40) return false;
  const before = DAYS_BEFORE.exec(text.slice(Math.max(0, start - 60), start))?.[1] ?? "";
  const from = DAYS_FROM.exec(text.slice(start, start + 80))?.[0] ?? "";
  if (from.length < end - start) return false;
  return (before + from).trim().split(/[ \t|]+/).length >= 3;
}

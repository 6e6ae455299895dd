// Numbers that stand in every review and lead to nobody: sections of laws, paragraphs and pages, numbers of
// books, papers and standards, help lines, ratios and counts. A claim by the look of a number alone is
// not made over them; a rule with a reason of its own (a key word, a check digit) still is.

const NUMBER = "\\(?[\\dIVX][\\w.:/()-]{0,16}";
const LIST = `${NUMBER}(?:(?:,| and| to| or| ?[-–&]) ?${NUMBER}){0,8}`;

const PATTERNS: readonly RegExp[] = [
  // Parts of laws and of papers.
  new RegExp(
    `\\b(?:sections?|ss?\\.|s\\.?(?=\\d)|subsections?|regulations?|regs?\\.?|rules?|articles?|art\\.|schedules?|sch\\.|paragraphs?|paras?\\.?|clauses?|chapters?|parts?|tables?|figures?|figs?\\.|append(?:ix|ices)|annex(?:es|e)?|footnotes?|notes?|recommendations?|findings?|standards?|themes?|objectives?|priorit(?:y|ies)|questions?|steps?|stages?|phases?|levels?|tiers?|pages?|pp?\\.|volumes?|vol\\.|issues?|resolutions?|protocol|circular|directive|version|v\\.?(?=\\d)|quoted at|working together)[ \\u00a0]?${LIST}`,
    "gi",
  ),
  new RegExp(`\\b(?:Cmnd|Cmd|Cm|HC|HL|SI|S\\.I\\.|ISO|IEC|BS|EN|EC|EU|UN|UK) ?${NUMBER}`, "g"),
  // A book's number has its own beginning, whatever stands before it.
  /(?<![\w-])97[89][ -]\d{1,5}[ -]\d{1,7}[ -]\d{1,6}[ -][\dX](?![\w-])/g,
  /\bIS[BS]N(?:-1[03])?:? ?[\dX][\dX -]{6,18}/gi,
  /\bdoi:? ?\S{6,60}|\b10\.\d{4,6}\/\S{3,60}/gi,
  /\bet al\.?,? \(?\d{4}[a-z]?\)?(?:,? pp?\. ?\d[\d\s,–-]{0,14})?/gi,
  // Reports of the Royal Colleges; "12(3), 211-230", "HSG(92)42", "Regulation (EU) 2016/679".
  /(?<![\w.])\d{1,3} ?\(\d{1,2}\)(?:,|:) ?(?:pp?\.? ?)?\d{1,4}(?:[-–]\d{1,4})?(?![\w/])/g,
  /\b[A-Z]{2,5} ?\((?:\d{2}|\d{4})\) ?\d{1,3}(?![\w/])/g,
  /\((?:EU|EC|EEC)\) (?:No )?\d{2,4}\/\d{2,4}(?!\d)/g,
  /\bCR ?\d{2,3}(?![\w/])/g,
  /\bForm [A-Z]{1,5}\d{1,4}[A-Z]?\b/g,
  // Pages of a court's bundle: "pages B14 to B16", the last cell of a chronology's row.
  /(?<!\bBundle )\b(?:pages?|pp?\.?|tab) [A-J]\d{1,3}(?: ?(?:to|and|[-–,]) ?[A-J]?\d{1,3})?(?!\w)/g,
  /\t[A-J]\d{1,3}(?=[ \t]*(?:\n|$))/g,
  // Help lines and emergency numbers.
  /(?<![\d-])(?:0800 ?1111|116 ?\d{3}|0808 ?\d{3} ?\d{3,4}|0800 ?\d{3,4} ?\d{3,4}|0808 ?\d{4} ?\d{3}|0300 ?\d{3} ?\d{4}|0345 ?\d{3} ?\d{4}|08457 ?\d{2} ?\d{2} ?\d{2})(?!\d)/g,
  // Ratios, shares, spans, round-the-clock services.
  /(?<![\d.])1:\d{1,4}(?:,\d{3})?(?![\d:])/g,
  /\b(?:24\/7|9-5|360|50\/50)\b/g,
  /\b\d{1,3}(?:,?\d{3})*(?:\.\d+)? (?:of|out of|in every|in|per|by) (?:the |every )?\d{1,3}(?:,?\d{3})*(?![\d/])/g,
  /(?<![\d/-])\d{1,3}(?:,\d{3})+(?![\d/-])/g,
  /(?<![\d.,/-])\d{1,6}(?:\.\d+)?(?= (?:per cent|percent|basis points|referrals|checks|staff|cases|children|families|visits|authorities|agencies|people|pupils|places|words|pages|posts|hours|days|weeks|months|years|miles|records|documents|responses|interviews|recommendations|contacts|assessments|meetings|conferences|beds|units)\b)/g,
];

/** One byte a letter: 1 where a number is nobody's. Null where there is none. */
export function publicNumbers(
  text: string,
  zones: readonly (readonly [number, number])[],
): Uint8Array | null {
  let covered: Uint8Array | null = null;
  for (const [from, to] of zones) {
    const zone = text.slice(from, to);
    for (const pattern of PATTERNS) {
      pattern.lastIndex = 0;
      for (let match = pattern.exec(zone); match !== null; match = pattern.exec(zone)) {
        covered ??= new Uint8Array(text.length);
        covered.fill(1, from + match.index, from + match.index + match[0].length);
      }
    }
  }
  return covered;
}

/** Whether all figures of a span are nobody's. */
export function isPublic(
  span: { readonly start: number; readonly end: number },
  scan: { readonly clean: { readonly text: string }; readonly publicNumbers: Uint8Array | null },
): boolean {
  const { publicNumbers: covered } = scan;
  const words = scan.clean.text.slice(span.start, span.end);
  return covered !== null && /\d/.test(words) && allDigitsIn(words, span.start, covered);
}

/** What must stand before a short bare number for it to be a person's or a record's. */
const KEYED =
  /(?:\b(?:PC|WPC|PCSO|DC|DS|DI|PS|SGT|SERGEANT|CONSTABLE|OFFICER|COLLAR|CREW|CALL ?SIGN|BADGE|REF|REFERENCE|NUMBER|NUM|EXT|EXTENSION|LOG|INCIDENT|INC|CAD|CASE|ORDER|PLOT|FLAT|ROOM|UNIT|HOUSE|BLOCK|FILE|ACCOUNT|ID|PIN|CODE|WARD|CELL|BED|LOT|BUS|FLIGHT|OP|PATIENT|CLIENT|FORM NO)|\bNO\.?|[#@])[ :#.(]{0,3}$/i;

/** A number of so few digits is a count unless a word says what it numbers. */
const FEW_DIGITS = 4;

/** Whether a claim that rests on a number's look alone should be made. */
export function isTelling(
  text: string,
  start: number,
  end: number,
  covered: Uint8Array | null,
): boolean {
  const words = text.slice(start, end);
  if (!/\d/.test(words)) return true;
  if (covered !== null && allDigitsIn(words, start, covered)) return false;
  if (!/^[\d\s.,/-]+$/.test(words)) return true;
  if (isRowOfCounts(words)) return false;
  const digits = words.replace(/\D/g, "").length;
  return digits > FEW_DIGITS || KEYED.test(text.slice(Math.max(0, start - 24), start));
}

/** "2014/15 212 2015/16 240": years and counts of a table that the page ran together. */
function isRowOfCounts(words: string): boolean {
  const parts = words.split(/\s+/);
  return (
    parts.length > 2 &&
    parts.every((part) => /^(?:\d{1,3}|\d{1,3},\d{3}|(?:(?:19|20)?\d{2}[/-])?\d{2})$/.test(part)) &&
    parts.some((part) => /^(?:19|20)\d{2}[/-]\d{2}$/.test(part))
  );
}

function allDigitsIn(words: string, start: number, covered: Uint8Array): boolean {
  for (let i = 0; i < words.length; i++)
    if (words.charCodeAt(i) >= 48 && words.charCodeAt(i) <= 57 && covered[start + i] !== 1)
      return false;
  return true;
}

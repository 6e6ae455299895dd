// Whether a name is one that every reader of reviews may read: the author of a study, the case or the campaign a law
// is called after. Such people are of the literature, not of the case, and telling of them wears the list out.

/** "research by Braye, Orr and", "a term owed to". */
const BY_AUTHORS =
  /\b(?:(?:[Rr]esearch|[Ss]tud(?:y|ies)|[Ww]ritings?|[Mm]eta-analysis|[Tt]ypology|[Tt]hesis)(?: (?:published|carried out|undertaken|led))? (?:by|of|from)|owed to|[Cc]oined by) (?:\p{Lu}[\p{L}'’-]+,? (?:and |& )?){0,5}$/u;
const COLLEAGUES =
  /^(?: and (?:his|her|their) (?:colleagues|co-authors)|,? et al\b|,? and others \(?(?:19|20)\d\d)/;
const LAW = /^['’]s?\s(?:Law|Rule|Clause|Principle)\b/;
/** Names that stand for a judgment, an inquiry or a test. */
const STANDING =
  /^(?:Lord Laming|Laming|Eileen Munro|Professor (?:Eileen )?Munro|Munro|Gillick|Kilbrandon|Bichard|Climbi[eé])$/;
const STANDING_AFTER =
  /^(?:'s|’s)? (?:who |has )?(?:report|review|inquiry|judgment|competen\w+|guidelines?|direction|committee|recommendations?|wrote|pointed|found|argued)\b/i;

const SURNAME = "\\p{Lu}[\\p{L}'’-]{1,24}";
const YEAR = "(?:19|20)\\d\\d[a-z]?";
/** "Webb and Bostock", "Carpenter, Webb and Bostock": what may follow the first of several authors. */
const OTHERS = `(?:(?:,? (?:and|&)|,) ${SURNAME}){1,3}`;
const TELLS =
  "(?:add|argue|call|describe|define|break|distinguish|identif|suggest|note|observe|propose|conclude|show|find|write|warn|report|remind|recommend)(?:s|es|ies|y)?\\b";
/** What an author's work is called; "Sarah's review" is a child's, so a plain word asks for a second author. */
const WORK =
  "(?:systematic|seminal|landmark|classic|influential|scoping|rapid|thematic|ecological) (?:review|study|work|paper|analysis|model)";
/** "Howe (2005) adds", "George and Gilbert (2018)". */
const DATED = new RegExp(
  `^(?:${OTHERS} \\(${YEAR}[),;:]|(?:${OTHERS})?['’]s? ${WORK}| \\(${YEAR}\\) ${TELLS})`,
  "u",
);
const DATED_LAST = new RegExp(`^(?:['’]s? ${WORK}| \\(${YEAR}[),;:])`, "u");
/** "(Bernard and Greenwood, 2019)", "(see Howe 2005; Horwath and Platt, 2018)". */
const IN_BRACKETS = new RegExp(`^${OTHERS},? ${YEAR}[),;:]`, "u");
const IN_BRACKETS_LAST = new RegExp(`^,? ${YEAR}[),;:]`, "u");
const OPENS = /\((?:see |e\.g\.,? |cf\. |after |from )?(?:[^()\n]{4,80}(?:19|20)\d\d[a-z]?; )?$/u;
/** The same behind the authors before the one that is asked for. */
const FIRST_OF = new RegExp(`(?:^|[\\s(;])(?:${SURNAME}, ){0,2}${SURNAME},? (?:and|&) $`, "u");
const MIDDLE_OF = new RegExp(`(?:^|[\\s(;])(?:${SURNAME}, ){1,2}$`, "u");
const OPENS_WITH_OTHERS = new RegExp(
  `\\((?:see |e\\.g\\.,? |cf\\. |after |from )?(?:[^()\\n]{4,80}(?:19|20)\\d\\d[a-z]?; )?(?:${SURNAME}, ){0,2}${SURNAME},? (?:and|&) $`,
  "u",
);

/** "(Siddiqui, 2018; Monckton Smith, 2019)": two works in one bracket. */
const ONE_OF_TWO = new RegExp(`^(?: ${SURNAME})?,? ${YEAR}; ${SURNAME}`, "u");
const OTHER_OF_TWO = new RegExp(`^(?: ${SURNAME})?,? ${YEAR}[);]`, "u");
const OPENS_BRACKET = /\((?:see |e\.g\.,? |cf\. )?$/;
const AFTER_OTHER = /\([^()\n]{3,80}(?:19|20)\d\d[a-z]?; $/;

/** "Brandon, M., Bailey, S. and Belderson, P. (2012)": an entry of a list of works, from its line's beginning on. */
const ENTRY = new RegExp(
  `^[ \\t\\d.•·-]{0,6}(?:${SURNAME},? (?:\\p{Lu}[.,]{0,2}[ -]?){1,3}(?:(?:and|&) )?){1,10}(?:\\(eds?\\.?\\),? )?\\(${YEAR}[),]`,
  "u",
);
const LONGEST_ENTRY = 200;
const YEAR_IN_BRACKETS = /\((?:19|20)\d\d/;
function inEntry(text: string, start: number): boolean {
  const line = text.lastIndexOf("\n", start - 1) + 1;
  if (start - line > LONGEST_ENTRY) return false;
  const said = text.slice(line, line + LONGEST_ENTRY);
  if (!YEAR_IN_BRACKETS.test(said)) return false;
  const entry = ENTRY.exec(said);
  return entry !== null && start - line < entry[0].length;
}

/** Without a year or an author's work nearby nothing is cited: most names are done with here. */
const SIGN =
  /^[^.\n(]{0,60}(?:\(?(?:19|20)\d\d|['’]s? (?:syst|semin|landm|class|influ|scop|rapid|them|ecolog))/;

/** An author and a year, or an author among others. A given name with a year alone may be a child's. */
function isDated(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 110);
  if (!SIGN.test(after)) return false;
  const before = text.slice(Math.max(0, start - 110), start);
  if (ONE_OF_TWO.test(after) && OPENS_BRACKET.test(before)) return true;
  if (OTHER_OF_TWO.test(after) && AFTER_OTHER.test(before)) return true;
  if (DATED.test(after) || (IN_BRACKETS.test(after) && OPENS.test(before))) return true;
  if (FIRST_OF.test(before) && DATED_LAST.test(after)) return true;
  if (MIDDLE_OF.test(before) && DATED.test(after)) return true;
  return OPENS_WITH_OTHERS.test(before) && IN_BRACKETS_LAST.test(after);
}

/** `start` and `end` bound a name in `text`, UTF-16. */
export function isCited(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 48);
  if (LAW.test(after) || COLLEAGUES.test(after) || isDated(text, start, end)) return true;
  if (/^[,.]|^ \p{Lu}[., ]/u.test(after) && inEntry(text, start)) return true;
  if (BY_AUTHORS.test(text.slice(Math.max(0, start - 110), start))) return true;
  return STANDING.test(text.slice(start, end)) && STANDING_AFTER.test(after);
}

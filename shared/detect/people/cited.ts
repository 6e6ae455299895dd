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

/** `start` and `end` bound a name in `text`, UTF-16. */
export function isCited(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 48);
  if (LAW.test(after) || COLLEAGUES.test(after)) return true;
  if (BY_AUTHORS.test(text.slice(Math.max(0, start - 110), start))) return true;
  return STANDING.test(text.slice(start, end)) && STANDING_AFTER.test(after);
}

// How the law cites its cases: "Williams v Hackney [2018] UKSC 37". What a judgment or a review cites in its course is
// public, parties and all; only what its own heading cites is the case itself.

/** UTF-16 units at the head of a text within which a citation may be the document's own. */
const HEADING = 500;

/** What stands between the year and the number: courts and series of reports. */
const SERIES =
  "(?:EWCA|EWHC|EWFC|EWCOP|UKSC|UKHL|UKPC|UKUT|UKFTT|CSIH|CSOH|HCJAC|NICA|NIQB|NIFam|NICh|EAT|ECHR|AC|QB|KB|Ch|Fam|FLR|FCR|WLR|All ER|Cr App R|EHRR)";
const PARTY = "(?:(?:\\p{Lu}[\\p{L}'’&.-]*|\\((?:[^()\\n]{1,30})\\)|of|and|the|on|for) ){1,9}";
const PARTIES = new RegExp(`(?:${PARTY}v\\.?|(?<!\\p{L})(?:[Ii]n )?[Rr]e) [^\\n[\\]]{1,90}$`, "u");
const CITATION = new RegExp(
  `[[(](?:19|20)\\d{2}[\\])] {0,2}(?:\\d{1,2} )?${SERIES}(?: \\(D\\))?(?: (?:Civ|Crim|Fam|Admin))? ?\\d{1,5}(?: \\((?:Admin|Fam|QB|KB|Ch|Civ|Crim|Comm|TCC|B)\\))?`,
  "g",
);
/** UTF-16 units that the parties of a case are written in, at most. */
const REACH = 200;

/** Where a text cites other cases, [start, end) in UTF-16, in order. */
export function precedents(text: string): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const citation of text.matchAll(CITATION)) {
    // Whatever lies before the last citation belongs to it.
    const from = Math.max(found.at(-1)?.end ?? 0, citation.index - REACH);
    const parties = PARTIES.exec(text.slice(from, citation.index));
    const start = from + (parties?.index ?? 0);
    if (parties !== null && start >= HEADING)
      found.push({ start, end: citation.index + citation[0].length });
  }
  return found;
}

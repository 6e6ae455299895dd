// Ages in tables: a column headed "Age" tells them as bare numbers, mostly beside the date of birth.
// It finds where they stand; what they are worth is said in ages.ts.

const UNIT = "(?:years?|yrs?|months?|mths?|weeks?|wks?|days?)";
const HEAD = /(?:^|\n)[^\n]*(?:\t|\| ?)ages?\b[^\n]*/gi;
/** Letters of a table that are read on after its head. */
const REACH = 4_000;
const CELL = new RegExp(
  `(?:\\d{4}|\\bn/k|[Uu]nknown|[Nn]ot known|${UNIT}|[a-z])(?:\\t| ?\\| ?)(\\d{1,2}(?:[ -]?${UNIT})?(?:,? (?:and )?\\d{1,2}[ -]?${UNIT})?)(?=\\t| ?\\||\\n|$| [A-Z0-9])`,
  "g",
);

export function ageColumns(text: string): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  let read = 0;
  for (const head of text.matchAll(HEAD)) {
    const from = Math.max(read, head.index + head[0].length);
    const to = endOfTable(text, from);
    for (const cell of text.slice(from, to).matchAll(CELL)) {
      const end = from + cell.index + cell[0].length;
      found.push({ start: end - cell[1]!.length, end });
    }
    read = to;
  }
  return found;
}

/** Lines without a second cell that a table's row may be wrapped into, blank ones included. */
const WRAPPED = 6;

/** The table goes on while lines with several cells keep coming. */
function endOfTable(text: string, from: number): number {
  const last = Math.min(text.length, from + REACH);
  let end = from;
  let plain = 0;
  for (let at = from + 1; at <= last && plain <= WRAPPED;) {
    const next = text.indexOf("\n", at);
    const to = next < 0 ? last : Math.min(next, last);
    if (/[\t|]/.test(text.slice(at, to))) {
      end = to;
      plain = 0;
    } else plain++;
    at = to + 1;
  }
  return end;
}

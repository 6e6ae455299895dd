// Days of a log told by figures alone down the margin: "4.9", "18.9", "2.10". A page numbers its paragraphs so as
// well, so a column counts only where it runs through days as a calendar does and no outline could.

const MARGIN = /(?:^|\n)[ \t]{0,4}(\d{1,2})[./](\d{1,2})(?=[ \t:–-]|\n|$)(?![ \t]*%)/g;
/** Fewer lines than these prove nothing. */
const LINES = 3;

export function dayColumns(text: string): { readonly start: number; readonly end: number }[] {
  const lines: { start: number; end: number; day: number; month: number }[] = [];
  for (const match of text.matchAll(MARGIN)) {
    const day = Number(match[1]);
    const month = Number(match[2]);
    const end = match.index + match[0].length;
    lines.push({ start: end - match[1]!.length - 1 - match[2]!.length, end, day, month });
  }
  if (lines.length < LINES) return [];
  const calendar = lines.every(({ day, month }) => day > 0 && day < 32 && month > 0 && month < 13);
  return calendar && runsLikeDays(lines) ? lines : [];
}

/** Days leap within a month and start anew with the next; an outline counts on under one number. */
function runsLikeDays(lines: readonly { readonly day: number; readonly month: number }[]): boolean {
  let leaps = 0;
  for (let i = 1; i < lines.length; i++) {
    const [before, here] = [lines[i - 1]!, lines[i]!];
    const next = here.month === (before.month % 12) + 1;
    if (here.month === before.month ? here.day < before.day : !next) return false;
    if (here.month === before.month && here.day > before.day) leaps++;
    else if (next && here.day !== before.day) leaps++;
  }
  return leaps >= LINES - 1;
}

// "M" and "F" that say somebody's sex in a form or behind an age: "Sex: M", "(F, 12)", "34 yo F", "M/F". Nobody is
// called by them there. Elsewhere a letter may be a person, and bare-initials.ts decides.

const BEFORE =
  /(?:\b(?:sex|gender)[ \t]{0,2}[:|=-]?[ \t]{0,2}|\b[MF]\/|\bage:? \d{1,3},? |\b\d{1,3} ?(?:yo|y\/o|yrs?|year[- ]olds?|years old)?,? ?\(?)$/i;
const AFTER = /^(?:\/[MF](?!\w)|, ?(?:aged? )?\d{1,2}(?!\d)| ?\d{1,2}(?:\)|,| ?(?:yo|yrs?|years)))/;

/** Whether the letter at `start` says a sex. */
export function saysSex(text: string, start: number): boolean {
  const letter = text[start];
  if (letter !== "M" && letter !== "F") return false;
  if (AFTER.test(text.slice(start + 1, start + 12))) return true;
  return BEFORE.test(text.slice(Math.max(0, start - 16), start));
}

const FIELD = /^((?:(?:sex|gender)[: ]{1,2})?)[MF](?:\s{2,}\S+)?$/i;

/** Whether a span is such a letter, with or without the names of fields beside it: "Gender F", "F   DOB". */
export function isSexField(text: string, start: number, end: number): boolean {
  const field = FIELD.exec(text.slice(start, end));
  return field !== null && saysSex(text, start + field[1]!.length);
}

// Where the tagger runs the name that ends a sentence together with the one that begins the next: "Cara Reed. Cara is
// fifteen" holds two mentions, "They are not kin. Mhairi left" one. Reads one span in time that grows with it.
import type { TaggedSpan } from "../../tagged-span.ts";

const NEXT_SENTENCE =
  /(?<=\p{L}{3})(?:[.!?]["\u201D]?\s{1,6}|["\u201D]\s{0,3}\n\s{0,3})(?=\p{Lu})/gu;
/** "(pron. Keeva)", "ya. Jaz: is he home": what has no capital ends what stands before. */
const SMALL_LEAD = /^\p{Ll}[^\p{Lu}.!?]{0,40}[.!?]["\u201D]?\s{1,6}(?=\p{Lu}\p{L}{2})/u;
/** Titles that bear a full stop. */
const TITLED = /\b(?:mrs?|ms|dr|prof|insp|supt|capt|cllr|revd?|hon|sgt|det|col)\.?$/i;
/** "Owen fell": small words behind a name at the end of its sentence. */
const TOLD = /(?<=\p{Lu}[\p{L}'\u2019-]{0,24})(?:\s\p{Ll}[\p{L}'\u2019]{0,24}){1,8}$/u;
const TITLE_REACH = 8;
const TOLD_REACH = 120;

/** @param text that the span's offsets count in */
export function sentencesOf(span: TaggedSpan, text: string): TaggedSpan[] {
  if (span.type !== "PERSON") return [span];
  const words = text.slice(span.start, span.end);
  const lead = SMALL_LEAD.exec(words)?.[0] ?? "";
  let from = TITLED.test(lead.trimEnd()) ? 0 : lead.length;
  const parts: TaggedSpan[] = [];
  for (const stop of words.matchAll(NEXT_SENTENCE)) {
    const at = stop.index;
    if (at <= from || TITLED.test(words.slice(Math.max(from, at - TITLE_REACH), at + 1))) continue;
    const end = words.slice(Math.max(from, at - TOLD_REACH), at);
    const to = at - (TOLD.exec(end)?.[0].length ?? 0);
    if (/\p{Lu}/u.test(words.slice(from, to)))
      parts.push({ ...span, start: span.start + from, end: span.start + to });
    from = at + stop[0].length;
  }
  return [...parts, { ...span, start: span.start + from }];
}

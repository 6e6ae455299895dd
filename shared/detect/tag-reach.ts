// Where a claim of the tagger begins and ends: without a paragraph's number, without small words at its
// ends, with the whole of a word and the sign of a sum.
import { deedsAfter } from "./people/mentions/name-words.ts";
import type { TaggedSpan, TagType } from "./tagged-span.ts";

/** "6.10 Three injuries": a paragraph's number at the head of its line, or the rest of it, is no time. */
export function afterNumber(tag: TaggedSpan, text: string): TaggedSpan | null {
  const whole = /^\d{1,2}(?:\.\d{1,3}){1,3}\.?[ \t]+(?=\p{Lu}\p{Ll})/u.exec(
    text.slice(tag.start, tag.end),
  );
  if (whole !== null && /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, tag.start - 8), tag.start)))
    return { ...tag, start: tag.start + whole[0].length };
  if (!/(?:^|\n)[ \t]*(?:\d{1,2}\.){1,3}$/.test(text.slice(Math.max(0, tag.start - 16), tag.start)))
    return tag;
  const [number] = /^\d{1,3}(?![\d./:-])[ \t]*/.exec(text.slice(tag.start, tag.end)) ?? [""];
  const start = tag.start + number.length;
  return start < tag.end ? { ...tag, start } : null;
}

/** Small words that a claim of a kind may neither begin nor end with. */
const SMALL_FIRST: Readonly<Partial<Record<TagType, RegExp>>> = {
  ORG: /^(?:a|an|at|of|in|and|by|from|to|with) /i,
  LOC: /^(?:a|an|at|of|in|and|from|to|near) /i,
  DEM: /^(?:the|a|an|as|who|his|her) /i,
  MISC: /^(?:and|of|for|with|had|has|to|by) /i,
  PERSON: /^(?:and|with|by|of|to|from|the|said|that|n[ée]e|hi|hello|dear|thanks) /i,
  DATETIME: /^(?:born|dated|dob:?|and|on|in|at|of|from|for|to|with|until|since|by) /i,
  QUANTITY: /^(?:and|of|for|a|the|about) /i,
};
const SMALL_LAST = / (?:of|and|the|a|an|that|to|in|at|for|with|was|is|his|her|or|by|on|off|from)$/i;

export function withoutSmallEnds(tag: TaggedSpan, text: string): TaggedSpan {
  let { start, end } = tag;
  const first = SMALL_FIRST[tag.type];
  for (let n = 0; n < 3; n++) {
    const words = text.slice(start, end);
    const small = first?.exec(words)?.[0].length ?? 0;
    const last = SMALL_LAST.exec(words)?.[0].length ?? 0;
    if (small + last === 0 || small + last >= words.length) break;
    start += small;
    end -= last;
  }
  if (tag.type === "PERSON") end -= deedsAfter(text.slice(start, end), 1);
  return start === tag.start && end === tag.end ? tag : { ...tag, start, end };
}

/** "two half-siblings", "£14,300": a claim takes in the whole of a word with hyphens, and the sign of a sum. */
export function wholeWords(tag: TaggedSpan, text: string): TaggedSpan {
  if (tag.type === "CODE") {
    const rest = /^[/-](?:[A-Z]{1,3}|\d{1,4})(?![\p{L}\p{N}])/u.exec(
      text.slice(tag.end, tag.end + 6),
    );
    return rest === null ? tag : { ...tag, end: tag.end + rest[0].length };
  }
  if (!PARTED_BY_HYPHENS.has(tag.type)) return tag;
  const end =
    tag.end + (/^(?:-\p{L}{2,})+/u.exec(text.slice(tag.end, tag.end + 40))?.[0].length ?? 0);
  const before = text.slice(Math.max(0, tag.start - 40), tag.start);
  const start =
    tag.start - (/(?:[£$€]|(?<![\p{L}\p{N}])(?:\p{L}{2,}-)+)$/u.exec(before)?.[0].length ?? 0);
  return start === tag.start && end === tag.end ? tag : { ...tag, start, end };
}
const PARTED_BY_HYPHENS = new Set<TagType>(["DEM", "MISC", "QUANTITY", "DATETIME"]);

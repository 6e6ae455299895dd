// A name that the register knows in part and the tagger sees whole is one place: "GOODALL D" where only Goodall
// is known, "Det Supt Robert Kinsella" around Robert Kinsella. What the tagger adds joins the person's own place,
// so that the list shows one line and one label; two people side by side are left apart.
import type { Hit } from "../../hit.ts";
import type { TaggedSpan } from "../../tagged-span.ts";
import { deedsAfter } from "./name-words.ts";

/** From here on the tagger's edges of a name are believed. */
const BELIEVED = 0.5;

/** `tags` in order of start. */
export function wholeNames(hits: readonly Hit[], tags: readonly TaggedSpan[], text: string): Hit[] {
  const seen = tags.filter((tag) => tag.type === "PERSON" && tag.score >= BELIEVED);
  if (seen.length === 0) return [...hits];
  const people = hits.filter(ofRegister).sort((a, b) => a.start - b.start);
  const result = hits.filter((hit) => !ofRegister(hit));
  let tag = 0;
  for (let i = 0; i < people.length; i++) {
    const first = people[i]!;
    while (tag < seen.length && seen[tag]!.end <= first.start) tag++;
    const span = seen[tag];
    if (span === undefined || span.start >= first.end) {
      result.push(first);
      continue;
    }
    let last = i;
    while (last + 1 < people.length && people[last + 1]!.start < span.end) last++;
    const within = people.slice(i, last + 1);
    const apart = within.some((hit, k) => k > 0 && areTwo(within[k - 1]!, hit, text));
    if (apart || within.some((hit) => hit.group !== first.group))
      for (const hit of within) result.push(hit);
    else
      result.push({
        ...within.reduce((best, hit) => (hit.score > best.score ? hit : best)),
        ...withinItem(text, first.start, within[within.length - 1]!.end, span),
      });
    i = last;
  }
  return result;
}

/** "CRAIG SURNAME POSS DEVEREAUX": words between two places are no part of either; nor is one name twice one. */
function areTwo(first: Hit, second: Hit, text: string): boolean {
  if (/\p{L}\P{L}+\p{L}/u.test(text.slice(first.end, second.start))) return true;
  return text.slice(first.start, first.end) === text.slice(second.start, second.end);
}

/** The tagger's edges, but never into the next item of a list or the next cell of a table. */
function withinItem(
  text: string,
  from: number,
  to: number,
  span: TaggedSpan,
): { start: number; end: number } {
  let start = Math.min(from, span.start);
  let end = Math.max(to, span.end);
  const before = /^(?:[^]*[;|\t]|n[ée]e\b|formerly|aka)\s*/i.exec(text.slice(start, from));
  if (before !== null) start += before[0].length;
  // "signs himself J.H. Kirsty rang": the letters that end a sentence are somebody else's.
  if (/\p{Lu}\.\p{Lu}\. $/u.test(text.slice(start, from))) start = from;
  const after = text.slice(to, end).search(/[;|\t]/);
  if (after >= 0) end = to + after;
  // "LOGAN MCKENZIE FELL": what he did is no name of his.
  end -= deedsAfter(text.slice(from, end), to - from);
  return { start, end };
}
const ofRegister = (hit: Hit): boolean =>
  hit.category === "person" && hit.detector.startsWith("people/") && hit.group !== undefined;

// What the tagger takes along with a name where family trees and forms set names above dates: the year on the line
// before, the "b." and "d." of born and died behind it. Neither is a part of the name.
import type { TaggedSpan } from "../../tagged-span.ts";
import { afterNotes } from "./before-name.ts";

/** "b. 30.09.55", "d 1984": born and died, no initials. */
const LIFE = /,?\s+[bd]\.?$/;
const YEAR = /^\.?\s*(?:c\.?\s*)?\d/;
const FIGURES_BEFORE = /^[\d\s.,/–-]+\n\s*/;

/** @param text that the span's offsets count in */
export function withoutLife(span: TaggedSpan, text: string): TaggedSpan {
  if (span.type !== "PERSON") return span;
  const words = text.slice(span.start, span.end);
  const figures = FIGURES_BEFORE.exec(words)?.[0].length ?? 0;
  const before = figures + afterNotes(words.slice(figures), text);
  const life = LIFE.exec(words);
  const behind = life && YEAR.test(text.slice(span.end, span.end + 12)) ? life[0].length : 0;
  const [start, end] = [span.start + before, span.end - behind];
  return start < end ? { ...span, start, end } : span;
}

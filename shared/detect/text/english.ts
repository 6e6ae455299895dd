// Whether a page is written in English prose, told by its small words. The tagger reads no other language: where it
// finds nothing in English, nothing is there; elsewhere it has no say.
import type { Tokens } from "./tokens.ts";

const SMALL = new Set(
  "the of and to in a is that for with was on by be or as not are it from at this have has had will should must an which were been their they who can may".split(
    " ",
  ),
);
const FEW = 30;
const SHARE = 0.2;

/** False as well of a page of few words, or of hardly any sentences. */
export function isEnglish(tokens: Tokens): boolean {
  if (tokens.count < FEW) return false;
  let small = 0;
  for (let i = 0; i < tokens.count; i++) if (SMALL.has(tokens.lower(i))) small++;
  return small > tokens.count * SHARE;
}

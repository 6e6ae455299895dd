// Whether a page is written in English, told by how many of its words an English dictionary has: prose, notes, a
// glossary, an action plan alike. The tagger reads no other language: where it finds nothing in English, nothing is
// there; elsewhere it has no say.
import { WORD } from "../lexicon/lexicon.ts";
import { NUMBER, type Tokens } from "./tokens.ts";

const FEW = 30;
/** English notes full of names and short forms have three words in five, Welsh or Polish prose one in four. */
const SHARE = 0.5;

/** False as well of a page of few words. */
export function isEnglish(tokens: Tokens): boolean {
  let words = 0;
  let english = 0;
  for (let i = 0; i < tokens.count; i++) {
    if ((tokens.shape[i]! & NUMBER) !== 0) continue;
    words++;
    if ((tokens.known[i]! & WORD) !== 0) english++;
  }
  return words >= FEW && english > words * SHARE;
}

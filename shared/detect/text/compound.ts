// What a word that no list has is made of: "Non-Mobile", "Trauma-Informed", "Anti-Bullying" are ordinary words joined,
// whatever capitals they bear; "Smith-Jones" and "Ella-Rae" are not.
import { NAME, WORD } from "../lexicon/lexicon.ts";

const PREFIXES = new Set(
  "non anti pre post multi inter intra co ex sub self semi pro re un mid cross".split(" "),
);

/** "Utilization", "Authorized", "Endoscopy": what nobody is called. */
const ENDING =
  /^[a-z]{3,}(?:i[sz]ations?|i[sz]ing|i[sz]ed|ations?|oscop(?:y|ies|es?|ic)|tional|ibility|ability)$/;

/** WORD where every part of a hyphened word is one and none of them a name, and where its ending tells, else nothing. */
export function compoundBits(word: string, bits: ReadonlyMap<string, number>): number {
  if (!word.includes("-")) return word.length > 7 && ENDING.test(word) ? WORD : 0;
  const ordinary = word.split("-").every((part) => {
    const known = bits.get(part) ?? 0;
    return PREFIXES.has(part) || ((known & WORD) !== 0 && (known & NAME) === 0);
  });
  return ordinary ? WORD : 0;
}

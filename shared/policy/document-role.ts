// What a document of the case is, guessed from its file name so that the analyst only has to correct
// it. Pure. Never guesses "earlier version": such a document is not published and not signed, and
// that is a person's decision.
import type { DocumentRole } from "../model/document-role.ts";

const WORDS: readonly (readonly [RegExp, DocumentRole])[] = [
  [/exec(?:utive)?[\s_-]*summ|(?:^|[\s_-])summary/iu, "executive-summary"],
  [/action[\s_-]*plan|recommendations/iu, "action-plan"],
  [
    /overview|(?:^|[\s_-])(?:scr|lcspr|dhr|sar|cspr)(?![a-z])|(?:practice|case|homicide|adults?)[\s_-]*review/iu,
    "overview-report",
  ],
];

/** @param taken roles that other documents of the case have already */
export function guessRole(name: string, taken: readonly DocumentRole[]): DocumentRole {
  const found = WORDS.find(([words]) => words.test(name))?.[1] ?? "other";
  return taken.includes(found) ? "other" : found;
}

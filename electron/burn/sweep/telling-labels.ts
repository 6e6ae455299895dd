// Labels that say what they stand for. One that is the text of its own mark would publish it: such a plan
// is refused. One that holds a burnt word ("Academy A" for "the Academy") or real initials is the analyst's
// choice, told in a note. Pure.
import { Refusal } from "../../../shared/model/refusal.ts";
import { givenAway } from "../../../shared/policy/register.ts";
import { COMMON_WORDS } from "./common-words.ts";
import { foldedText } from "./fold.ts";
import { placesOf } from "./sweep.ts";
import { termsOf } from "./terms.ts";
import type { MarkedText, Term } from "./terms.ts";

const SAID = "A label tells of what is burnt:";
/** Words of a person's name, at most. */
const LONGEST_NAME = 4;

/** True for a note of this file: a certificate must not carry it, it points at what was burnt. */
export const tellsOfLabels = (note: string): boolean => note.startsWith(SAID);

/**
 * @param marked what stood under the marks, each with its label
 * @param terms of the whole document
 * @returns notes, without a text
 * @throws Refusal not-allowed
 */
export function tellingLabels(
  marked: readonly MarkedText[],
  terms: readonly Term[],
): readonly string[] {
  const labelled = marked.flatMap(({ text, label }) => (label ? [{ text, label }] : []));
  const open = labelled.find(
    ({ text, label }) => tells(text) && foldedText(label) === foldedText(text),
  );
  if (open)
    throw new Refusal(
      "not-allowed",
      "A label says the very text that its mark burns. Please choose another.",
    );
  const labels = [...new Set(labelled.map(({ label }) => label))];
  const telling = new Set(
    termsOf(marked.filter(({ text }) => tells(text))).map(({ text }) => text),
  );
  // Generalised dates are full of years.
  const words = terms.filter(({ text }) => /\p{L}/u.test(text) && telling.has(text));
  const holding = labels.filter((label) => placesOf(label, words).length > 0);
  const initials = labelled.filter(
    ({ text, label }) => isName(text) && givenAway(label, [text]) !== undefined,
  );
  return [
    ...told(holding.length, "a word that is burnt"),
    ...told(new Set(initials.map(({ label }) => label)).size, "a real initial"),
  ];
}

const told = (labels: number, what: string): readonly string[] =>
  labels === 0
    ? []
    : [`${SAID} ${labels === 1 ? "one holds" : `${labels} hold`} ${what}. Look at the labels.`];

/** A role ("Mother", "Social Worker") says nothing that its label may not say. */
function tells(text: string): boolean {
  const words = text.split(/[\s\p{Cc}]+/u).map((word) => foldedText(word));
  return /[\p{Lu}\p{N}]/u.test(text) && !words.every((word) => COMMON_WORDS.has(word));
}

function isName(text: string): boolean {
  const words = text.trim().split(/\s+/u);
  return words.length <= LONGEST_NAME && words.every((word) => /^\p{Lu}\p{L}/u.test(word));
}

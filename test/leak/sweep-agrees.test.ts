// Burner and verifier have lists and rules of their own for which burnt words are sought beside the
// pages (V1). Whatever the verifier would find in a title, the burner must have swept, or an honest
// export is refused. Only here do the two meet.
import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { COMMON_WORDS } from "../../electron/burn/sweep/common-words.ts";
import { sweepText } from "../../electron/burn/sweep/sweep.ts";
import { termsOf } from "../../electron/burn/sweep/terms.ts";
import { COMMON_WORDS as PASSED } from "../../electron/verify/reading/common-words.ts";
import { foldTerm } from "../../electron/verify/reading/fold.ts";
import { collectTerms, TermIndex } from "../../electron/verify/reading/terms.ts";

const WORDS = [
  "Tom Rose Ann Green Caleb Whitlock O’Sullivan Grace-Hope McKay Hill Trust School document This the",
  "of responsibilities Mother 12/05/2010 07700900123 TH7 2LB 9991274405 NHS Saltbeck young",
].flatMap((line) => line.split(" "));
const phrase = array(constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((words) =>
  words.join(" "),
);

/** True where the verifier would refuse a title for what was burnt. */
function isRefused(
  title: string,
  burnt: readonly string[],
  unmarked: ReadonlySet<string>,
): boolean {
  const terms = collectTerms(
    burnt.map((text) => ({ page: 1, text })),
    unmarked,
  );
  const index = new TermIndex(terms.map(({ folded }) => folded));
  const rest = title.replaceAll("[Child A]", " \uE000 ");
  return index.find(foldTerm(rest)).some(({ term }) => !terms[term]!.ordinary);
}

describe("what is swept and what is sought", () => {
  it("B2 V2 a swept title is never refused", () => {
    assert(
      property(array(phrase, { minLength: 1, maxLength: 3 }), phrase, (burnt, title) => {
        const terms = termsOf(
          burnt.map((text) => ({ text, label: "Child A" })),
          [],
        );
        const { text } = sweepText(title, terms);
        expect([title, text, isRefused(text, burnt, new Set())]).toEqual([title, text, false]);
      }),
      { numRuns: 3000, seed: 42 },
    );
  });

  it("every word that the burner lets stand the verifier lets stand", () => {
    expect([...COMMON_WORDS].filter((word) => !PASSED.has(word))).toEqual([]);
  });

  it("V3 an unswept name is found", () => {
    for (const name of ["Rose", "Tom Whitlock", "Mrs Green", "12/05/2010"])
      expect(isRefused(`Report on ${name}`, [name], new Set())).toBe(true);
  });
});

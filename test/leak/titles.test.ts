// Titles and bookmarks: what the burner leaves in one, the verifier must let stand. Where the two
// disagreed on which words are everyday, an export was refused for good, with nothing left to decide.
import { describe, expect, it } from "vitest";
import { COMMON_WORDS } from "../../electron/burn/sweep/common-words.ts";
import { sweepText } from "../../electron/burn/sweep/sweep.ts";
import { termsOf } from "../../electron/burn/sweep/terms.ts";
import { foldTerm } from "../../electron/verify/reading/fold.ts";
import { collectTerms, TermIndex } from "../../electron/verify/reading/terms.ts";

const LABEL = "Child A";

/** What the verifier would still find in the title after it was swept. */
function refused(title: string, marked: readonly string[], unmarked = ""): readonly string[] {
  const texts = marked.map((text) => ({ text, label: LABEL }));
  const swept = sweepText(title, termsOf(texts, [unmarked])).text.replaceAll(LABEL, "\uE000");
  const words = new Set(unmarked.split(" ").map((word) => foldTerm(word).text));
  const terms = collectTerms(
    marked.map((text) => ({ page: 1, text })),
    words,
  );
  return new TermIndex(terms.map((t) => t.folded))
    .find(foldTerm(swept))
    .filter(({ term }) => !terms[term]!.ordinary)
    .map(({ term }) => terms[term]!.raw);
}

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

describe("titles that are swept and then verified", () => {
  it("V2 every everyday word of the burner is one of the verifier", () => {
    const disputed = [...COMMON_WORDS].filter(
      (word) => refused(`${capital(word)} and others`, [capital(word)]).length > 0,
    );
    expect(disputed).toEqual([]);
  });

  it.each([
    ["Grandparents and wider family", ["Grandparents"], "Grandparents and wider family"],
    ["7 Grace", ["Grace"], "what grace there was"],
    ["Hope for the future", ["Hope"], ""],
    ["Rose", ["Rose Lily Barker"], ""],
    ["The Hall family", ["Mrs Hall"], ""],
    ["Tom", ["Tom Barker"], ""],
    ["Mrs", ["Mrs Barker"], ""],
    ["Ann's words", ["Ann-Marie Dale"], ""],
    ["May to June", ["May Dale"], "In May and June"],
  ])("V2 the verifier finds nothing in: %s", (title, marked, unmarked) => {
    expect(refused(title, marked, unmarked)).toEqual([]);
  });

  it("B3 a name that is a word is swept, a word that is no name stays", () => {
    const swept = (title: string, text: string) =>
      sweepText(title, termsOf([{ text, label: LABEL }], [])).text;
    expect(swept("7 Grace", "Grace")).toBe("7 [Child A]");
    expect(swept("Grandparents and wider family", "Grandparents")).toBe(
      "Grandparents and wider family",
    );
  });
});

// The index finds what a plain search finds, whatever letters terms share, and folding keeps words apart.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CUT, foldTerm } from "./fold.ts";
import { headOf, TermIndex } from "./terms.ts";

/** Two letters, so that heads recur, and ones of which several have one number. */
const letter = fc.constantFrom("a", "b", "é", "\u0431", "\u4e2d", "\u{1d49c}", CUT);
const word = fc.string({ unit: letter, minLength: 1, maxLength: 9 });

describe("terms in folded texts", () => {
  it("V3 are found where a plain search finds them", () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 12 }), fc.array(word), (terms, words) => {
        const text = words.join("");
        const starts = new Uint8Array(text.length);
        for (let at = 0, i = 0; i < words.length; at += words[i++]!.length) starts[at] = 1;
        const index = new TermIndex(terms);
        const bounds = (at: number): boolean => at === text.length || starts[at] === 1;
        const wanted = terms.flatMap((term, i) =>
          Array.from({ length: text.length }, (_, at) => at).flatMap((at) => {
            const there = term.length >= 3 && text.startsWith(term, at);
            const whole = bounds(at) && bounds(at + term.length);
            return there && (term.length >= 7 || whole) ? [`${i} ${at}`] : [];
          }),
        );
        const found = index.find({ text, starts }).map(({ term, start }) => `${term} ${start}`);
        expect(found.toSorted()).toEqual([...new Set(wanted)].toSorted());
        const within = new Set<number>();
        index.within(text, within);
        const held = terms.flatMap((term, i) =>
          term.length >= 3 && text.includes(term) ? [i] : [],
        );
        expect([...within].toSorted((a, b) => a - b)).toEqual(held);
      }),
      { numRuns: 2000 },
    );
  });

  it("V3 may share the number of their head with others", () => {
    const heads = new Map<number, string>();
    let twins: readonly [string, string] | undefined;
    for (let code = 0x4e00; code < 0x9f00 && !twins; code++) {
      const text = String.fromCharCode(code, code + 7, code + 3);
      const other = heads.get(headOf(text, 0));
      if (other) twins = [other, text];
      heads.set(headOf(text, 0), text);
    }
    const [one, other] = twins!;
    const starts = Uint8Array.of(1, 0, 0);
    expect(new TermIndex([one]).find({ text: other, starts })).toEqual([]);
    expect(new TermIndex([one, other]).find({ text: other, starts })).toHaveLength(1);
  });
});

describe("folding", () => {
  it.each([
    ["Anna-Marie Nowak", "annamarienowak", [0, 9]],
    ["ﬁne Straße", "finestraße", [0, 4]],
    ["ΟΔΟΣ 7", "oδoς7", [0, 4]],
    [`x${CUT}y`, `x${CUT}y`, [0, 2]],
    ["\u{1d538}b \u{20000}c", "ab\u{20000}c", [0, 2]],
    ["N\u0301o\u200d\u00adwak", "nowak", [0]],
    ["", "", []],
  ])("V3 of %j", (text, folded, words) => {
    const { text: told, starts } = foldTerm(text);
    expect(told).toBe(folded);
    expect([...starts].flatMap((start, at) => (start === 1 ? [at] : []))).toEqual(words);
    expect(starts).toHaveLength(folded.length);
  });
});

import { describe, expect, it } from "vitest";
import { assert as holds, property, string } from "fast-check";
import { eitherZones, zonesAround } from "./digit-zones.ts";
import { tokenise } from "./tokens.ts";

/** The words as a pattern tells them: what the hand-written cutter must agree with. */
const WORDS = /[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*|[\p{L}\p{N}]+/gu;
const byPattern = (text: string): string[] =>
  [...text.matchAll(WORDS)].map(([word]) => word.replace(/'[sS]$/, ""));
const byCutter = (text: string): string[] => {
  const tokens = tokenise(text);
  return Array.from({ length: tokens.count }, (_, i) => tokens.word(i));
};

describe("words of a page", () => {
  it.each([
    "Sarah-Jane O'Neil's mum, 12B Acacia Road; rang 07700 900123.",
    "n\u0303o \u{1F600} \u{10400}\u{10428} e\u0301 \u0663\u0664 AB12 12AB rock'n'roll- 'tis",
    "\uD800 broken \uDC00 pairs",
  ])("are cut as the pattern says: %s", (text) => {
    expect(byCutter(text)).toEqual(byPattern(text));
  });
  it("are cut so whatever the text", () => {
    holds(
      property(string({ unit: "binary", maxLength: 60 }), string({ maxLength: 60 }), (a, b) => {
        const text = `${a} ${b}'s-${a}'${b}`;
        expect(byCutter(text)).toEqual(byPattern(text));
      }),
      { numRuns: 200 },
    );
  });
});

describe("zones", () => {
  it("lie about each trigger, begin and end at blanks, and never overlap", () => {
    const text = "one plain word and then on Monday he came; long after that, on Friday, she left";
    const zones = zonesAround(text, /day/g, 6);
    expect(zones.map(([from, to]) => text.slice(from, to))).toEqual([
      "on Monday he came;",
      "on Friday, she left",
    ]);
  });
  it("are joined where they meet", () => {
    expect(
      eitherZones(
        [
          [0, 5],
          [20, 30],
        ],
        [
          [4, 9],
          [31, 40],
        ],
      ),
    ).toEqual([
      [0, 9],
      [20, 30],
      [31, 40],
    ]);
  });
});

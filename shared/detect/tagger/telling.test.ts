import { describe, expect, it } from "vitest";
import { EMPTY } from "./testing.ts";
import { sentencesOf, TELLING_ROWS } from "./telling.ts";
import { LEVELS, levelsOf, NOTHING_TOLD, rowsOfSentences, tellSentences } from "./telling-score.ts";
import { tokenise } from "./tokens.ts";
import { readWords } from "./words.ts";

const read = (text: string) => {
  const tokens = tokenise(text);
  const { types, typeOf } = readWords(text, tokens, EMPTY, NOTHING_TOLD);
  return { tokens, types, typeOf, starts: sentencesOf(tokens, types, typeOf) };
};

const said = (text: string): string[] => {
  const { tokens, starts } = read(text);
  return Array.from({ length: starts.length - 1 }, (_, s) =>
    text.slice(tokens.start[starts[s]!], tokens.end[starts[s + 1]! - 1]).replace(/\s+/g, " "),
  );
};

describe("sentences", () => {
  it("end at their stops, at blank lines and at the ends of short lines", () => {
    expect(said("She left. He stayed!\n\nSeen\nNot seen: no answer")).toEqual([
      "She left.",
      "He stayed!",
      "Seen",
      "Not seen: no answer",
    ]);
  });

  it("go on over the end of a long line that breaks within them", () => {
    const line = "The health visitor called at the house again that afternoon and was told";
    expect(said(`${line}\nthat nobody was at home`)).toHaveLength(1);
    expect(said(`${line}\nNobody was at home`)).toHaveLength(2);
  });

  it("without an end are cut, so that a text without stops costs no more than another", () => {
    const { starts } = read("word ".repeat(1000));
    expect(starts.length).toBeGreaterThan(10);
  });
});

describe("what a sentence is worth", () => {
  const text =
    "Leah was seen with a bruise. The Act of 2004 says so. Staff should ask. She cried twice.";

  it("is the sum of its rows, in learning and in tagging", () => {
    const { starts, types, typeOf } = read(text);
    const weights = Float32Array.from({ length: TELLING_ROWS }, (_, i) => Math.sin(i));
    const told = tellSentences(starts, types, typeOf, { weights, scale: 0.5 });
    const sentences = rowsOfSentences(starts, types, typeOf);
    expect(sentences).toHaveLength(4);
    sentences.forEach((rows, s) => {
      const sum = rows.reduce((total, row) => total + weights[row]!, 0);
      expect(told[s]).toBeCloseTo(sum * 0.5, 5);
    });
  });

  it("becomes a level of its own and one of a page around, whatever the odds", () => {
    const starts = Int32Array.from([0, 2, 4, 6]);
    const { own, around } = levelsOf(starts, Float64Array.from([-1e9, 0, 1e9]));
    expect([own[0], own[5]]).toEqual([0, LEVELS - 1]);
    expect(around[2]).toBe(LEVELS / 2);
    expect(levelsOf(Int32Array.from([0, 3]), Float64Array.from([0])).around[0]).toBe(LEVELS / 2);
  });
});

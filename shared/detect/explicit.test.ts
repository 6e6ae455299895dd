import { describe, expect, it } from "vitest";
import { findingsOf } from "./testing.ts";

const flagged = (text: string): string[] =>
  findingsOf(text)
    .filter(({ category }) => category === "explicit")
    .map((f) => f.text);

describe("passages to abridge", () => {
  it("in a child's own words", () => {
    for (const said of [
      "She said that he put his fingers in her knickers at night.",
      "He slid a hand down my pyjamas.",
      "He made her touch him.",
      "“He rubbed my privates,” she said.",
      "Uncle touched me down there.",
      "He pulled her pants down.",
    ])
      expect(flagged(`It was late. ${said} Nobody came.`)).toHaveLength(1);
  });
  it("sentence by sentence, for a look alone", () => {
    const text = "He came in. He put his hand up her skirt. She wept.";
    const [found] = findingsOf(text).filter(({ category }) => category === "explicit");
    expect([found?.text, found?.tier]).toEqual(["He put his hand up her skirt.", "check"]);
  });
  it("not what carers and nurses do", () => {
    for (const said of [
      "She put her hand on the child's shoulder.",
      "He put his head in his hands.",
      "The nurse put a plaster on his chest wall and pulled down the blind.",
      "He kissed her on the cheek and took off his coat.",
    ])
      expect(flagged(said)).toEqual([]);
  });
});

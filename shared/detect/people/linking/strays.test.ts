import { describe, expect, it } from "vitest";
import { detect } from "../../detect.ts";
import type { TaggedSpan } from "../../tagged-span.ts";

/** The places of each person; `seen` are words that the tagger takes for a person. */
function groups(text: string, ...seen: string[]): string[][] {
  const tagger = (plain: string): TaggedSpan[] =>
    seen
      .flatMap((word) => [...plain.matchAll(new RegExp(`(?<!\\w)${word}(?!\\w)`, "g"))])
      .map(({ index, 0: word }) => ({
        start: index,
        end: index + word.length,
        type: "PERSON" as const,
        score: 0.9,
      }))
      .sort((a, b) => a.start - b.start);
  const found = detect([{ id: "d", name: "d", pages: [{ page: 1, text }] }], { tagger });
  const byGroup = new Map<string, string[]>();
  for (const f of found.get("d")!.filter((one) => one.category === "person"))
    byGroup.set(f.group, [...(byGroup.get(f.group) ?? []), f.text]);
  return [...byGroup.values()];
}

describe("places that tie to nobody at first sight", () => {
  it("short forms that no list has", () => {
    const said = "Tarquan Bevan was seen. Tarq cried.";
    expect(groups(said, "Tarquan Bevan", "Tarq")).toEqual([["Tarquan Bevan", "Tarq"]]);
    const before = "Pav was bathed. His name is Pavlo.";
    expect(groups(before, "Pav", "Pavlo")).toEqual([["Pav", "Pavlo"]]);
  });
  it("not where two could be meant, nor where the short form is a name of its own", () => {
    const two = groups("Tarquan Bevan and Tarquella Rees met. Tarq cried.", "Tarquan Bevan", "Tarquella Rees", "Tarq"); // prettier-ignore
    expect(two).toContainEqual(["Tarq"]);
    const own = groups("Joanne Bevan met Joan. Joan cried.", "Joanne Bevan", "Joan");
    expect(own).toContainEqual(["Joan", "Joan"]);
  });
  it("letters that shorten a service, where they are somebody's", () => {
    const said = "Tegan Moss rang. TM said no.";
    expect(groups(said, "Tegan Moss", "TM")).toEqual([["Tegan Moss", "TM"]]);
  });
  it("one letter of a given name, and of a surname after a title", () => {
    const said = "Reuben Tasker came. R was pleased. Mrs Adela Krasniqi rang. Mrs K was not.";
    expect(groups(said, "Reuben Tasker", "R", "Mrs Adela Krasniqi", "Mrs K")).toEqual([
      ["Reuben Tasker", "R"],
      ["Mrs Adela Krasniqi", "Mrs K"],
    ]);
    const men = "Mr Ivan Kett and Mr Olaf Kray came. Mr K left.";
    expect(groups(men, "Mr Ivan Kett", "Mr Olaf Kray", "Mr K")).toContainEqual(["Mr K"]);
  });
});

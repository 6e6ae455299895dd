import { describe, expect, it } from "vitest";
import { detect } from "../../detect.ts";
import { chosenNames } from "./chosen-names.ts";

describe("names chosen for publishing", () => {
  it.each([
    ["a baby whom we call Wren. It was commissioned", ["wren"]],
    ["The eldest, whom the review will call Amos, died", ["amos"]],
    ["two brothers, to be known as Fionn and Oisín, who were", ["fionn", "oisín"]],
    ["9.2 Zarmina (a pseudonym) came to Nelson", ["zarmina"]],
    ["Those who knew Gary (a name chosen by his sister) speak", ["gary"]],
    ['SAFEGUARDING ADULTS REVIEW IN RESPECT OF "ROSIE"', ["rosie"]],
    ["She is referred to in this report as Dilys.", ["dilys"]],
    ["7.2 Case study: “Beatrix”. Beatrix is a consultant", ["beatrix"]],
    ['LEARNING REVIEW CONCERNING "MOLLY" AND "PAIGE"', ["molly", "paige"]],
    ['EXECUTIVE SUMMARY, SAR "MARGARET"', ["margaret"]],
    ["The name Tobi was chosen by his mother.", ["tobi"]],
  ])("%s", (text, names) => expect([...chosenNames(text)]).toEqual(names));

  it.each([
    "Kelly-Anne Whitlock, known as KW to her friends",
    "a lad called Ghost",
    "He wants to be called Charlie at school.",
    "We call Sarah every Monday.",
    "The child is called Amos at home and Moss at school.",
    'REVIEW OF ACTIONS "done"',
    "Nathan (not his father's name) Pell",
  ])("not: %s", (text) => expect([...chosenNames(text)]).toEqual([]));

  const found = (text: string) =>
    (detect([{ id: "d", name: "d.pdf", pages: [{ page: 1, text }] }], {}).get("d") ?? []).filter(
      ({ category }) => category === "person",
    );

  it("are for a look, each of their places", () => {
    const text =
      "The review concerns a boy of nine whom the review will call Amos. Amos lived with his aunt Brenda Caddick. His teacher told Amos to wait.";
    const amos = found(text).filter(({ start, end }) => text.slice(start, end) === "Amos");
    expect(amos.length).toBe(3);
    for (const one of amos) {
      expect(one.tier).toBe("check");
      expect(one.why).toContain("chosen");
    }
    const brenda = found(text).find(({ start }) => text.slice(start).startsWith("Brenda"));
    expect(brenda?.tier).toBe("suggested");
  });

  it("are suggested where somebody with a surname bears them", () => {
    const text =
      "Two children, to be known as Amos and Wren, were seen. Amos Caddick was told by his teacher. Amos ran.";
    const amos = found(text).filter(({ start }) => text.slice(start).startsWith("Amos"));
    expect(amos.map(({ tier }) => tier)).toEqual(["suggested", "suggested", "suggested"]);
  });
});

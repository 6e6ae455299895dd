import { describe, expect, it } from "vitest";
import { findingsOf } from "../../testing.ts";

const people = (text: string): string[] =>
  findingsOf(text)
    .filter((f) => f.category === "person")
    .map((f) => f.text);

describe("who writes and who speaks", () => {
  it("handles in a log of messages, and where else they stand", () => {
    const text =
      "16:02 mumzi: where r u\n16:40 kz: libary\n16:41 mumzi: closed since spring\n\nShe is mumzi in his phone.";
    expect(people(text)).toEqual(["mumzi", "kz", "mumzi", "mumzi"]);
  });
  it("roles and the times of a chronology are nobody", () => {
    const text = "16:02 Police: attended\n16:40 School: rang\n16:41 Police: left again";
    expect(people(text)).toEqual([]);
  });
  it("letters that take turns", () => {
    const text = "R: What did you feel?\nH: Proud of him.\nR: Why?\nH: He tried.";
    expect(people(text)).toEqual(["R", "H", "R", "H"]);
  });
  it("questions and answers are nobody", () => {
    expect(people("Q: Were you there?\nA: Yes.\nQ: When?\nA: Later.")).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { FIELD_ALONE, isColumnHead, plainWords } from "./plain-words.ts";

describe("words of every record", () => {
  it("the heads of a rota's columns are no days of the case", () => {
    const text = "ROTA\nMon Tue Wed Thu Fri\nAnge OFF E";
    for (const day of ["Mon", "Wed", "Fri"])
      expect(isColumnHead(text, text.indexOf(day), text.indexOf(day) + 3)).toBe(true);
  });

  it.each(["seen Mon and Tue", "Mon: rang. Tue: seen", "closed Sat Sun"])(
    "days that are told: %s",
    (text) => {
      const at = text.search(/Mon|Sat/);
      expect(isColumnHead(text, at, at + 3)).toBe(false);
    },
  );

  it("the name of a field by itself is no number; with its number it is", () => {
    expect(["ref", "Mosaic ID", "FAX"].every((words) => FIELD_ALONE.test(words))).toBe(true);
    expect(["log 1192", "refuge", "ID4471"].some((words) => FIELD_ALONE.test(words))).toBe(false);
  });

  it.each([
    ["(1) the mother (2) the father", "2", true],
    ["Her tibia was broken. 2. The father", "2", true],
    ["seen at 2. The father", "2", false],
    ["Callum (2) the younger", "2", false],
    ["Callum (2), the younger", "2", false],
    ["She has 3. He", "3", false],
  ])("an item's number within a line: %j", (text, number, open) => {
    expect(plainWords(number, text, text.indexOf(number))).toBe(open);
  });

  it("plain roles are nobody", () => {
    expect(plainWords("Social Worker", "the Social Worker rang", 4)).toBe(true);
    expect(plainWords("Sarah", "Sarah rang", 0)).toBe(false);
  });
});

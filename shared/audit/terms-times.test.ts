import { describe, expect, test } from "vitest";
import { TermIndex } from "./terms.ts";

const index = new TermIndex([{ text: "June Ashgrove", name: true }]);

describe("A3 names that are also months", () => {
  test.each(["late June 2010", "early June", "June 2010", "12 June", "in June"])(
    "“%s” tells a time",
    (label) => {
      expect(index.find(label)).toBeUndefined();
    },
  );

  test.each(["seen with June", "June Ashgrove", "Ashgrove"])("“%s” tells a person", (label) => {
    expect(index.find(label)).toBeDefined();
  });

  test("a year is no detail on its own, a long number is", () => {
    const numbers = new TermIndex([
      { text: "1987", name: false },
      { text: "999 127 4405", name: false },
    ]);
    expect(numbers.find("spring 1987")).toBeUndefined();
    expect(numbers.find("number 999 127 4405")).toBeDefined();
  });
});

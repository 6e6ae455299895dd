import { describe, expect, it } from "vitest";
import { boxMoved } from "../pages/box-steps.ts";
import { generalisations } from "./generalise.ts";
import { aroundSpan } from "../list/around.ts";

describe("saying it more generally", () => {
  it("turns a date into its part of the month, its month, its season, its year", () => {
    expect(generalisations("9th January 2015", "date", null)).toEqual([
      "early January 2015",
      "January 2015",
      "winter 2015",
      "2015",
    ]);
    expect(generalisations("17/03/2009", "date", null)[0]).toBe("mid-March 2009");
    expect(generalisations("28 November", "date", null)).toEqual([
      "late November",
      "November",
      "that autumn",
    ]);
  });
  it("keeps the detector's proposal first and says nothing twice", () => {
    expect(generalisations("9 January", "date", "January")).toEqual([
      "January",
      "early January",
      "that winter",
    ]);
  });
  it("turns an age into a stage of life", () => {
    expect(generalisations("eleven months", "age", null)[0]).toBe("a baby");
    expect(generalisations("7 years", "age", null)[0]).toBe("of primary school age");
    expect(generalisations("42-year-old", "age", null)[0]).toBe("an adult");
  });
  it("offers nothing where it cannot read the text", () => {
    expect(generalisations("last Tuesday week", "date", null)).toEqual([]);
    expect(generalisations("999 014 2266", "nhs-number", null)).toEqual([]);
  });
});

describe("the sentence around a place", () => {
  const page = "It was late. The nurse rang Sarah Jones at\nhome. She told a colleague.";
  const start = page.indexOf("Sarah");

  it("is cut at the sentence, and joins lines", () => {
    const around = aroundSpan(page, { start, end: start + 11 });
    expect(around).toEqual({
      before: "The nurse rang ",
      text: "Sarah Jones",
      after: " at home.",
    });
  });
  it("joins a word that a line break cut", () => {
    const cut = "met O’Sulli\u00AD\nvan there.";
    expect(aroundSpan(cut, { start: 4, end: 16 }).text).toBe("O’Sullivan");
  });
});

describe("moving a box", () => {
  const box = { left: 10, top: 10, width: 40, height: 20 };

  it("moves as a whole", () => {
    expect(boxMoved(box, null, 5, -5)).toEqual({ left: 15, top: 5, width: 40, height: 20 });
  });
  it("holds the opposite corner", () => {
    expect(boxMoved(box, "top-left", 5, 5)).toEqual({ left: 15, top: 15, width: 35, height: 15 });
    expect(boxMoved(box, "bottom-right", 5, 5)).toEqual({ ...box, width: 45, height: 25 });
  });
  it("never turns inside out", () => {
    expect(boxMoved(box, "top-left", 100, 100)).toEqual({ left: 46, top: 26, width: 4, height: 4 });
  });
});

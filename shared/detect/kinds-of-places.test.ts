import { describe, expect, it } from "vitest";
import { briefly, findingsOf } from "./testing.ts";

const seen = (text: string, words: string, type: string) => ({
  tagger: (whole: string) => {
    const start = whole.indexOf(words);
    return start < 0 ? [] : [{ start, end: start + words.length, type, score: 0.99 }];
  },
  text,
});

describe("numbers", () => {
  it("known as somebody's are theirs wherever they stand", () => {
    const found = briefly("PC 2291 ADEYEMI attended. In the summary the OIC 2291 is named.");
    expect(found.filter((one) => one === "collar-number: 2291")).toHaveLength(1);
  });
  it("that are a date, a standard or a zip code are no record's", () => {
    expect(briefly("Date of incident: 01/09/2015.").join()).not.toContain("crime-reference");
    expect(briefly("certified to ISO14001 and FSSC22000").join()).not.toContain("reference");
    expect(briefly("Washington, DC 20548").join()).not.toContain("collar-number");
  });
  it("of a bundle's pages are nobody's", () => {
    const { text, ...options } = seen("12.01.18\tM came\tF22\n", "F22", "DATETIME");
    expect(findingsOf(text, options as never).map((f) => f.text)).not.toContain("F22");
  });
});

describe("days", () => {
  it("of a week's beginning and in the cells of a table", () => {
    expect(briefly("to be interviewed w/c 13th at home")).toContain("date: w/c 13th");
    expect(briefly("1 | ABE | WT | 17/3\n2 | Letter | AJ | 9/3\n")).toEqual(
      expect.arrayContaining(["date: 17/3", "date: 9/3"]),
    );
  });
});

describe("streets and bodies", () => {
  it("of a handbook's title are none", () => {
    const text = "The Highways Road Safety Audit Guide and the Rural Road Association.";
    expect(briefly(text).join()).not.toContain("address");
    expect(briefly("the boy, 18 sees him growing close to her").join()).not.toContain("address");
    expect(briefly("lives at 18 copper close with mum").join()).toContain("18 copper close");
  });
  it("of two districts in capitals are one", () => {
    expect(briefly("by NORTHFLEET AND MARSH NHS FOUNDATION TRUST today").join()).toContain(
      "NORTHFLEET AND MARSH NHS FOUNDATION TRUST",
    );
  });
  it("New York is no York", () => {
    expect(briefly("She moved to New York in May.")).toContain("place: New York");
  });
  it("a line in capitals ends what it tells", () => {
    const { text, ...options } = seen(
      "the death of Simran BAINS\nSafer Wolverton Partnership met",
      "BAINS\nSafer Wolverton Partnership",
      "ORG",
    );
    const texts = findingsOf(text, options as never).map((f) => f.text);
    expect(texts.some((one) => one.includes("BAINS\n"))).toBe(false);
  });
});

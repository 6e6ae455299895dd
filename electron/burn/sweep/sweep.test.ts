import { describe, expect, it } from "vitest";
import { stillReadable } from "./still-readable.ts";
import { sweepText } from "./sweep.ts";
import { distinctiveWords, termsOf } from "./terms.ts";

const terms = (text: string, unmarked: readonly string[] = []) =>
  termsOf([{ text, label: "Child A" }], unmarked);
const swept = (title: string, text: string, unmarked?: readonly string[]) =>
  sweepText(title, terms(text, unmarked)).text;

describe("sweeping titles", () => {
  it.each([
    ["Review of Thistlewood", "Thistlewood"],
    ["Review of THISTLEWOOD", "Thistlewood"],
    ["Review of T h i s t l e w o o d", "Thistlewood"],
    ["Review of Thistle\u00adwood", "Thistlewood"],
    ["Review of Thistle-wood", "Thistlewood"],
    ["Review of Th\u200bistlewood", "Thistlewood"],
    ["Review of Thіstlewооd", "Thistlewood"], // Cyrillic і and о
    ["Review of O\u2019Sullivan", "O'Sullivan"],
    ["Review of OSULLIVAN", "O'Sullivan"],
    ["Review of Zoë", "Zoe"],
    ["Review of Griﬃn", "Griffin"],
    ["Review of Ann Smith", "Ann  Smith"],
    ["Review of Ann_Smith", "Ann Smith"],
  ])("finds a name in another dress: %s", (title, name) => {
    expect(swept(title, name)).toBe("Review of [Child A]");
  });

  it("finds a forename of three letters alone, where the whole name was burnt", () => {
    expect(swept("Review of Ida", "Ida Roe")).toBe("Review of [Child A]");
    expect(swept("Review of Zoe\u0308", "Zoë Quirk")).toBe("Review of [Child A]");
    expect(swept("NHS report", "NHS 999 123 4567")).toBe("NHS report");
  });

  it("finds a name from right to left, which stands on its page from left to right", () => {
    const onPage = [..."\u05de\u05e8\u05d9\u05dd"].toReversed().join("");
    expect(swept("Review of \u05de\u05e8\u05d9\u05dd", onPage)).toBe("Review of [Child A]");
  });

  it("finds a number however it is parted", () => {
    expect(swept("Case 07700 900 123", "07700900123")).toBe("Case [Child A]");
  });

  it("B3 leaves words that merely hold a short name", () => {
    expect(swept("An insult to Ann", "Ann")).toBe("An insult to [Child A]");
    expect(swept("Annual report", "Ann")).toBe("Annual report");
  });

  it.each([
    ["The Zevs' home", "The [Child A]s' home"],
    ["The Ashes of Bath", "The [Child A]es of Bath", "Ash"],
    ["ZevReport", "[Child A]Report"],
    ["reviewOfZev2", "reviewOf[Child A]2"],
    ["sour ashes", "sour ashes", "Ash"],
    ["Zevsky", "Zevsky"],
    ["Ray MacDonald", "Ray MacDonald", "Donald"],
  ])("finds a short name of a family and in joined words: %s", (title, said, name = "Zev") => {
    expect(swept(title, name)).toBe(said);
  });

  it("finds a long name inside a file name", () => {
    expect(swept("thistlewoodreview2010", "Thistlewood")).toBe("[Child A]review2010");
  });

  it("finds a name in writing without spaces between its words", () => {
    expect(swept("关于王小明的报告", "王小明")).toBe("关于[Child A]的报告");
    expect(swept("第一章 Ann简介", "Ann")).toBe("第一章 [Child A]简介");
  });

  it("sweeps the telling words of a phrase on their own, and not its everyday ones", () => {
    expect(swept("The Whitlock family", "Caleb Whitlock")).toBe("The [Child A] family");
    expect(swept("The school", "Saltbeck School")).toBe("The school");
    expect(distinctiveWords("Saltbeck School, Mrs O\u2019Dowd's class 4B2019")).toEqual([
      "Saltbeck",
      "O\u2019Dowd",
      "4B2019",
    ]);
  });

  it("sweeps half of a date", () => {
    expect(swept("Events of November 2010", "27 November 2010")).toBe("Events of [Child A]");
  });

  it("leaves a word that stays to be read elsewhere, but never the whole phrase", () => {
    const open = ["The Thornmere board met."];
    expect(swept("Thornmere services", "Thornmere Hospital", open)).toBe("Thornmere services");
    expect(swept("Thornmere Hospital", "Thornmere Hospital", open)).toBe("[Child A]");
  });

  it("does not take page numbers for a burnt age", () => {
    expect(swept("12", "12")).toBe("12");
  });

  it("says it once where first and last name stand together", () => {
    expect(swept("About Whitlock Caleb", "Caleb Whitlock")).toBe("About [Child A]");
  });
});

describe("texts that stay", () => {
  it("names the pages and never the text", () => {
    const notes = stillReadable(["nothing", "here is Thistlewood again"], terms("Thistlewood"));
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain("page 2");
    expect(notes[0]).not.toMatch(/thistlewood/i);
    expect(stillReadable(["nothing"], terms("Thistlewood"))).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { inEveryFile, sameInEveryFile } from "./format-words.ts";

describe("words of the format", () => {
  it("knows what every export is written in, and no name", () => {
    for (const word of ["description", "language", "script", "identity"])
      expect(inEveryFile(word)).toBe(true);
    for (const name of ["thistlewood", "marian", "descriptions", "0775090012"])
      expect(inEveryFile(name)).toBe(false);
  });

  it("believes a text only whole and in its place", () => {
    expect(sameInEveryFile("a document information (Title)", "Redacted document")).toBe(true);
    expect(sameInEveryFile("a document information (Title)", "Redacted document 2")).toBe(false);
    expect(sameInEveryFile("a bookmark (Title)", "Redacted document")).toBe(false);
    expect(sameInEveryFile("a tag (Alt)", "Identity")).toBe(false);
    expect(sameInEveryFile("a tag (Alt)", "Picture")).toBe(true);
    expect(sameInEveryFile("a tag (Alt)", "Picture of Marian")).toBe(false);
    expect(sameInEveryFile("a bookmark (Title)", "Picture")).toBe(false);
  });
});

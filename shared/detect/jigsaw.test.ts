import { describe, expect, it } from "vitest";
import { detect } from "./detect.ts";
import { clueKind, jigsaw, type Fate } from "./jigsaw.ts";

const text = [
  "Sarah Jones, a 23-year-old taxi driver from Todmorden, is Polish. She has epilepsy.",
  "",
  "Nothing at all is told here about anybody, and the meeting simply went on for a very long time without any decision whatever being written down in the minutes, which is itself a finding of this review and not the first time that it was made by such a panel.",
  "",
  "Daniel Price was seen.",
].join("\n");
const documents = [...detect([{ id: "a", name: "a", pages: [{ page: 1, text }] }])].map(
  ([id, findings]) => ({ id, findings }),
);
const picture = (fate: Fate) => jigsaw(documents, () => fate);

describe("the kind of a detail that the tagger alone found", () => {
  const kindOf = (text: string, category: "demographic" | "misc") =>
    clueKind({ ...documents[0]!.findings[0]!, detector: "tagger", category, text });
  it.each([
    ["glassblower", "demographic", "occupation"],
    ["works at the tannery", "demographic", "occupation"],
    ["her younger half-brother", "demographic", "siblings"],
    ["step-grandfather", "demographic", "siblings"],
    ["White British", "demographic", "ethnicity"],
    ["of Somali heritage", "demographic", "ethnicity"],
    ["a practising Muslim", "demographic", "religion or language"],
    ["asylum seeker", "demographic", "status"],
    ["type 1 diabetes", "misc", "illness"],
    ["fell through the ice", "misc", "event"],
  ] as const)("%s", (text, category, kind) => {
    expect(kindOf(text, category)).toBe(kind);
  });
});

describe("jigsaw: what is kept about each person", () => {
  it("turns amber from three kinds of kept facts on", () => {
    const sarah = picture("kept").find((p) => p.name === "Sarah Jones");
    expect(sarah?.level).toBe("amber");
    expect(sarah?.kinds).toEqual(
      expect.arrayContaining(["age", "area", "ethnicity", "illness", "occupation"]),
    );
  });
  it("counts nothing that is removed, and keeps open what is undecided", () => {
    const removed = picture("removed");
    expect(removed.map((p) => p.name)).toContain("Sarah Jones");
    expect(removed.every((p) => p.kept.length === 0 && p.open.length === 0)).toBe(true);
    const open = picture("open").find((p) => p.name === "Sarah Jones");
    expect(open?.level).toBe("clear");
    expect(open?.open.length).toBeGreaterThanOrEqual(5);
  });
  it("does not give one person's facts to another far away", () => {
    const daniel = picture("kept").find((p) => p.name === "Daniel Price");
    expect(daniel?.kept).toEqual([]);
  });
});

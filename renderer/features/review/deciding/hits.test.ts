import { describe, expect, it } from "vitest";
import type { Suggestion } from "../../../../shared/detect/model.ts";
import type { DocumentId, SuggestionId } from "../../../../shared/model/ids.ts";
import { project } from "../../../../shared/review/project.ts";
import { knownLabel, uncovered } from "./hits.ts";
import { indexOf } from "./places.ts";

const LIST: Suggestion[] = ["Sarah Jones", "Theo"].map((text, i) => ({
  id: String(i) as SuggestionId,
  documentId: "d" as DocumentId,
  page: 1,
  start: i * 100,
  end: i * 100 + text.length,
  text,
  category: "person",
  identifier: "direct",
  score: 1,
  tier: "suggested",
  detector: "test",
  version: "1",
  why: "",
  group: text,
  groupName: text,
  rects: [[0, 0, 1, 1]],
}));
const index = indexOf(
  LIST,
  project(LIST, [
    {
      seq: 1,
      at: "t",
      by: "amira",
      event: { type: "accepted", suggestions: ["0"], label: "Mother", reason: "family-name" },
    },
  ]),
);

describe("places that were missed", () => {
  it("are those that no mark covers entirely", () => {
    const inside = { page: 1, start: 0, end: 5 };
    const across = { page: 1, start: 6, end: 20 };
    const undecided = { page: 1, start: 100, end: 104 };
    const elsewhere = { page: 2, start: 0, end: 5 };
    expect(uncovered([inside, across, undecided, elsewhere], index)).toEqual([
      across,
      undecided,
      elsewhere,
    ]);
  });
  it("take the label that the same words have, or words that hold them", () => {
    expect(knownLabel(index, "sarah jones")?.label).toBe("Mother");
    expect(knownLabel(index, "Sarah")).toEqual({ label: "Mother", reason: "family-name" });
    expect(knownLabel(index, "Theo")).toBeNull();
  });
});

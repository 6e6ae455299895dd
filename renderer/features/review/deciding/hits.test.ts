import { describe, expect, it } from "vitest";
import type { Suggestion } from "../../../../shared/detect/model.ts";
import type { DocumentId, SuggestionId } from "../../../../shared/model/ids.ts";
import { couldAlsoMean } from "../../../../shared/detect/doubt.ts";
import { project } from "../../../../shared/review/project.ts";
import { hitsToMark, knownLabel, uncovered } from "./hits.ts";
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
  it("are marked as whose they are where that is known, and left where they were refused", () => {
    const names = ["Caleb Whitlock", "Darren Whitlock", "Whitlock Road"];
    const family: Suggestion[] = names.map((text, i) => ({
      ...LIST[0]!,
      id: String(i) as SuggestionId,
      start: i * 100,
      end: i * 100 + text.length,
      text,
      group: text,
      groupName: text,
    }));
    family.push({
      ...family[0]!,
      id: "3" as SuggestionId,
      start: 300,
      end: 311,
      why: couldAlsoMean(["Noah Whitlock"]),
    });
    const refused = { type: "refused" as const, suggestions: ["2"] };
    const stored = [{ seq: 1, at: "t", by: "amira", event: refused }];
    const read = indexOf(family, project(family, stored));
    const loose = { page: 1, start: 400, end: 408 };
    const hits = [6, 107, 200, 303].map((start) => ({ page: 1, start, end: start + 8 }));
    const toMark = hitsToMark([...hits, loose], read);
    expect(toMark.places.map((p) => p.text)).toEqual(["Caleb Whitlock", "Darren Whitlock"]);
    expect(toMark.loose).toEqual([loose]);
    expect(toMark.doubtful).toBe(1);
  });

  it("get no label of one where several share the words", () => {
    const two: Suggestion[] = ["Sarah Jones", "Theo Jones"].map((text, i) => ({
      ...LIST[0]!,
      id: String(i) as SuggestionId,
      text,
      group: text,
      groupName: text,
    }));
    const taken = ["Mother", "Child A"].map((label, i) => ({
      seq: i + 1,
      at: "t",
      by: "amira",
      event: {
        type: "accepted" as const,
        suggestions: [String(i)],
        label,
        reason: "family-name" as const,
      },
    }));
    const shared = indexOf(two, project(two, taken));
    expect(knownLabel(shared, "Jones")).toBeNull();
    expect(knownLabel(shared, "Theo")?.label).toBe("Child A");
  });

  it("take the label that the same words have, or words that hold them", () => {
    expect(knownLabel(index, "sarah jones")?.label).toBe("Mother");
    expect(knownLabel(index, "Sarah")).toEqual({ label: "Mother", reason: "family-name" });
    expect(knownLabel(index, "Theo")).toBeNull();
  });
});

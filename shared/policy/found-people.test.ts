import { describe, expect, it } from "vitest";
import type { Suggestion } from "../detect/model.ts";
import type { ReviewEvent } from "../review/events.ts";
import { project } from "../review/project.ts";
import { foundPeople } from "./found-people.ts";

const said = (id: string, text: string, group: string, over: Partial<Suggestion> = {}) =>
  ({
    id,
    documentId: "d",
    page: 2,
    start: 0,
    end: text.length,
    text,
    category: "person",
    identifier: "direct",
    score: 0.9,
    tier: "suggested",
    detector: "people/name",
    version: "1",
    why: "",
    group,
    groupName: "Tansy Quill",
    rects: [],
    ...over,
  }) as unknown as Suggestion;

const source = (suggestions: Suggestion[], events: ReviewEvent[] = []) => ({
  id: "d",
  suggestions,
  state: project(
    suggestions,
    events.map((event, i) => ({ seq: i + 1, at: "", by: "ada", event })),
  ),
});

describe("people found in the documents", () => {
  const all = [
    said("1", "Tansy Quill", "g", { label: "Child A" }),
    said("2", "Tansy’s", "g"),
    said("3", "TANSY\nQUILL", "g"),
    said("4", "Orla Venn", "h", { groupName: "Orla Venn" }),
    said("6", "January", "j", { groupName: "January", tier: "check" }),
    said("5", "Leeds", "p", { category: "place" }),
  ];
  it("come once each, with every way they are called and the proposed label, the commonest first", () => {
    expect(foundPeople([], [source(all)])).toEqual([
      {
        names: ["Tansy Quill", "Tansy"],
        label: "Child A",
        places: 3,
        first: { document: "d", page: 2 },
      },
      { names: ["Orla Venn"], label: null, places: 1, first: { document: "d", page: 2 } },
    ]);
  });
  it("carry the label that was decided rather than the proposed one", () => {
    const decided = source(all, [
      { type: "accepted", suggestions: ["1", "2", "3"], label: "Child B", reason: "child-name" },
    ]);
    expect(foundPeople([], [decided])[0]!.label).toBe("Child B");
  });
  it("are not called by a title alone, nor once more by a hyphen that ended a line", () => {
    const [person] = foundPeople(
      [],
      [
        source([
          said("1", "PC Ann-Marie Quill", "g", { groupName: "Ann-Marie Quill" }),
          said("2", "PC", "g", { groupName: "Ann-Marie Quill" }),
          said("3", "Ann\u00AD\nMarie Quill", "g", { groupName: "Ann-Marie Quill" }),
          said("4", "Qu\u00AD\nill", "g", { groupName: "Ann-Marie Quill" }),
        ]),
      ],
    );
    expect(person!.names).toEqual(["Ann-Marie Quill", "PC Ann-Marie Quill", "Quill"]);
  });
  it("leave out who is in the register under any name, and who was left readable", () => {
    const refused = source(all, [{ type: "refused", suggestions: ["4"] }]);
    expect(foundPeople([{ names: ["tansy"] }], [refused])).toEqual([]);
  });
});

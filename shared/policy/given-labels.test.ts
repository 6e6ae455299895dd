import { describe, expect, it } from "vitest";
import type { Category, Finding } from "../detect/model.ts";
import { keepGivenLabels, type CaseFindings } from "./given-labels.ts";
import type { RegisteredPerson } from "./register.ts";

const finding = (
  group: string,
  text: string,
  label?: string,
  category: Category = "person",
): Finding => ({
  page: 1,
  start: 0,
  end: text.length,
  text,
  category,
  identifier: "direct",
  score: 0.9,
  tier: "suggested",
  detector: "test",
  version: "1",
  why: "",
  group,
  groupName: text,
  ...(label === undefined ? {} : { label }),
});

const labelsOf = (found: CaseFindings) =>
  found.map(([, list]) => list.map((f) => [f.text, f.label ?? null]));

function keep(
  found: CaseFindings,
  given: Record<string, string>,
  registered: readonly RegisteredPerson[] = [],
) {
  return labelsOf(
    keepGivenLabels(found, (document, f) => given[`${document}:${f.text}`], registered),
  );
}

describe("a label once given", () => {
  it("stays whose it is, in every document, and no other person is proposed it", () => {
    const found: CaseFindings = [
      ["new", [finding("p:1", "Orla Venn", "Person 1"), finding("p:2", "Tansy Quill", "Person 2")]],
      ["old", [finding("p:2", "Tansy", "Person 2"), finding("p:3", "Wren Ash", "Person 3")]],
    ];
    expect(keep(found, { "old:Tansy": "Person 1" })).toEqual([
      [
        ["Orla Venn", "Person 2"],
        ["Tansy Quill", "Person 1"],
      ],
      [
        ["Tansy", "Person 1"],
        ["Wren Ash", "Person 3"],
      ],
    ]);
  });

  it("follows most of the places where they differ", () => {
    const found: CaseFindings = [
      ["a", [finding("p:1", "Tansy", "Person 1"), finding("p:1", "Quill", "Person 1")]],
      ["b", [finding("p:1", "Tansy Quill", "Person 1"), finding("p:1", "T Quill", "Person 1")]],
    ];
    const given = { "a:Tansy": "Child D", "a:Quill": "Mother", "b:Tansy Quill": "Mother" };
    expect(keep(found, given).flat()).toEqual(
      ["Tansy", "Quill", "Tansy Quill", "T Quill"].map((text) => [text, "Mother"]),
    );
  });

  it("moves a child to a free letter that is none of its own, and a second mother to a number", () => {
    const found: CaseFindings = [
      [
        "a",
        [
          finding("p:1", "Ada Quill", "Child B"),
          finding("p:2", "Bea Dunn", "Child C"),
          finding("p:3", "Ida Moss", "Mother"),
        ],
      ],
    ];
    const given = { "a:Bea Dunn": "Child B" };
    const mother = { id: "9", names: ["Una Reed"], label: "Mother" };
    expect(keep(found, given, [mother])[0]).toEqual([
      ["Ada Quill", "Child C"],
      ["Bea Dunn", "Child B"],
      ["Ida Moss", "Mother 2"],
    ]);
    const school = [finding("o:1", "Elm School", "School 1", "school")];
    const one = { id: "x", names: ["Una Reed"], label: "School 1" };
    expect(keep([["a", school]], {}, [one])[0]).toEqual([["Elm School", "School 2"]]);
  });

  it("is proposed for whoever was registered a moment ago, before anything is looked for again", () => {
    const found: CaseFindings = [
      ["a", [finding("p:1", "Tansy Quill", "Child A"), finding("p:2", "Ida Moss", "Mother")]],
      ["b", [finding("p:1", "Tansy", "Child A"), finding("p:3", "Ida Moss", "Mother 2")]],
    ];
    const registered = [
      { id: "1", names: ["Tansy Quill", "Tansy"], label: "Child A" },
      { id: "2", names: ["Ida Moss"], label: "Mother" },
    ];
    expect(keep(found, {}, registered)).toEqual([
      [
        ["Tansy Quill", "Child A"],
        ["Ida Moss", "Mother"],
      ],
      [
        ["Tansy", "Child A"],
        ["Ida Moss", "Mother"],
      ],
    ]);
  });

  it("leaves general labels, dates and places without a proposal alone", () => {
    const found: CaseFindings = [
      [
        "a",
        [
          finding("o:1", "Elm Board", "organisation removed", "organisation"),
          finding("o:2", "Oak Board", "organisation removed", "organisation"),
          finding("d:1", "1 May 2009", "May 2009", "date"),
          finding("p:1", "Mr Quill"),
        ],
      ],
    ];
    const given = { "a:Elm Board": "organisation removed", "a:Mr Quill": "Father" };
    expect(keep(found, given)).toEqual(labelsOf(found));
  });
});

import { describe, expect, test } from "vitest";
import { TermIndex } from "./terms.ts";
import { pageRanges } from "./page-ranges.ts";

const index = new TermIndex([
  { text: "Tansy Quill", name: true },
  { text: "Séan O’Sullivan", name: true },
  { text: "Grace Marsh-Holt", name: true },
  { text: "14 Harrow Lane", name: false },
  { text: "999 123 4567", name: false },
  { text: "Mother", name: true },
  { text: "Li", name: true },
  { text: "2008\nTobias Fenn", name: true },
]);

describe("A3: terms in typed words", () => {
  for (const [typed, term] of [
    ["about Tansy Quill", "Tansy Quill"],
    ["about TANSY", "TANSY"],
    ["tansy's aunt", "tansy's"],
    ["Ms Quill", "Quill"],
    ["Tan\u00ADsy", "Tan\u00ADsy"],
    ["Sean O'Sullivan", "Sean O'Sullivan"],
    ["OSullivan wrote", "OSullivan"],
    ["then Grace came", "Grace"],
    ["at 14, Harrow Lane", "14, Harrow Lane"],
    ["number 9991234567", "999 123 4567"],
    ["T a n s y Q u i l l", "Tansy Quill"],
    ["Marsh", "Marsh"],
    ["Mr Fenn", "Fenn"],
  ] as const)
    test(`“${typed}” holds one`, () => expect(index.find(typed)).toBe(term));

  for (const typed of [
    "Child A",
    "the mother of the child",
    "Social Worker 1",
    "with grace",
    "Grace period ended",
    "a lane of 14 houses",
    "author of the report",
    "a quilling class",
    "late 2008",
    "",
  ])
    test(`“${typed}” holds none`, () => expect(index.find(typed)).toBeUndefined());
});

test("pages in words", () => {
  expect(pageRanges([9, 3, 4, 5, 4])).toBe("3–5, 9");
  expect(pageRanges([])).toBe("");
  expect(pageRanges([2])).toBe("2");
});

test("a label that says half-sibling is no secret because a table's row was read as a name", () => {
  const rows = new TermIndex([{ text: "Maisie Tindale Half-sister", name: true }]);
  expect(rows.find("half-sibling")).toBeUndefined();
  expect(rows.find("step-daughter of Mother")).toBeUndefined();
  expect(rows.find("Maisie's half-sibling")).toBe("Maisie's");
});

import { describe, expect, it, test } from "vitest";
import { labelsOf, saysNoMore } from "./off-page.ts";

const LABELS = ["[Child A]", "[redacted]"];

test.each([
  ["The visit", "The visit"],
  ["The visit ", "The  visit"],
  ["Visit to [Child A]", "Visit to Thistlewood"],
  ["[Child A] and [redacted] in May", "Thistlewood and 07700 900123 in May"],
  ["[Child A]", "Thistlewood"],
  ["Review of [Child A]", "Review of Ann Thistlewood Ann"],
  ["Zo\u00eb\u2019s visit", "Zoe\u0308\u2019s visit"],
])("V2 %s says no more than %s", (said, own) => {
  expect(saysNoMore(said, own, LABELS)).toBe(true);
});

test.each([
  ["The vis\u0456t", "The visit"],
  ["the visit", "The visit"],
  ["The visit to [Child B]", "The visit to Thistlewood"],
  ["Visit to [Child A], aged 7", "Visit to Thistlewood"],
  ["Visit [Child A] again [Child A]", "Visit Thistlewood"],
  ["In May [Child A]", "Thistlewood in May"],
  ["", "The visit"],
])("V3 %s says something else than %s", (said, own) => {
  expect(saysNoMore(said, own, LABELS)).toBe(false);
});

describe("what may stand in brackets", () => {
  it("is the mark's own label, its reason's, or the plain word", () => {
    const mark = { page: 1, rect: [0, 0, 9, 9] as const };
    const labels = labelsOf([
      { ...mark, label: "Child A", reason: "child-name" },
      { ...mark, reason: "date" },
      { ...mark, reason: "other" },
      { ...mark, reason: "date" },
    ]);
    expect(labels).toEqual(["[Child A]", "[date removed]", "[redacted]"]);
  });
});

import { describe, expect, it } from "vitest";
import { acceptance } from "./acceptance.ts";
import type { Place } from "./places.ts";

const place = (
  id: string,
  label: string | null,
  reason: Place["reason"] = "family-name",
): Place => ({
  id,
  page: 1,
  rects: [],
  standing: "undecided",
  group: id,
  text: id,
  span: null,
  category: "person",
  tier: "suggested",
  why: null,
  label,
  reason,
  note: null,
});

describe("taking places as they are proposed", () => {
  it("is one event, however many labels there are, with every place under its own", () => {
    const places = [
      place("a", "Mother"),
      place("b", "Father"),
      place("c", "Mother"),
      place("d", null, "date"),
    ];
    expect(acceptance(places)).toEqual([
      {
        type: "accepted-together",
        parts: [
          { suggestions: ["a", "c"], label: "Mother", reason: "family-name" },
          { suggestions: ["b"], label: "Father", reason: "family-name" },
          { suggestions: ["d"], label: null, reason: "date" },
        ],
      },
    ]);
  });
  it("stays the plain event where there is one label", () => {
    expect(acceptance([place("a", "Mother")])).toEqual([
      { type: "accepted", suggestions: ["a"], label: "Mother", reason: "family-name" },
    ]);
  });
  it("is nothing for no place", () => {
    expect(acceptance([])).toEqual([]);
  });
});

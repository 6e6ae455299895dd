import { describe, expect, it } from "vitest";
import { nextUndecided, pagesAhead } from "./follow.ts";
import type { Index, Place } from "./places.ts";

const place = (id: string, page: number, standing: Place["standing"] = "undecided"): Place => ({
  id,
  page,
  rects: [],
  standing,
  group: id,
  text: id,
  span: null,
  category: "person",
  tier: "suggested",
  why: null,
  label: null,
  reason: "family-name",
  note: null,
});

const indexOf = (places: readonly Place[]): Index => ({
  places,
  byId: new Map(places.map((p) => [p.id, p])),
  byPage: new Map(),
  groups: [],
  groupById: new Map(),
});

describe("where the review goes next", () => {
  const index = indexOf([
    place("a", 1),
    place("b", 1, "accepted"),
    place("c", 4),
    place("d", 9, "refused"),
    place("e", 12),
    place("f", 30),
  ]);
  it("goes over decided places and round the end", () => {
    expect(nextUndecided(index, "a", 1)?.id).toBe("c");
    expect(nextUndecided(index, "f", 1)?.id).toBe("a");
    expect(nextUndecided(index, "a", -1)?.id).toBe("f");
  });
  it("knows the pages of the next two steps and of the step back, to be drawn beforehand", () => {
    expect(pagesAhead(index, "c")).toEqual([12, 30, 1]);
    expect(pagesAhead(index, "a")).toEqual([4, 12, 30]);
  });
  it("names no page twice, and none where everything is decided", () => {
    expect(pagesAhead(indexOf([place("a", 2), place("b", 2)]), "a")).toEqual([2]);
    expect(pagesAhead(indexOf([place("a", 2, "accepted")]), null)).toEqual([]);
  });
});

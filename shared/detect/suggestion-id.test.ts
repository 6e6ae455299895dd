import { describe, expect, it } from "vitest";
import { suggestionId, type Placed } from "./suggestion-id.ts";

const place = (page: number, start: number, end: number): Placed => ({
  page,
  start,
  end,
  category: "person",
});

describe("A3 a suggestion's id tells where, never what", () => {
  it("is the same for the same place on a re-run", () => {
    expect(suggestionId(place(3, 10, 20))).toBe(suggestionId({ ...place(3, 10, 20) }));
  });
  it("differs between two hundred thousand places", () => {
    const ids = new Set<string>();
    for (let page = 1; page <= 200; page++)
      for (let start = 0; start < 1000; start++)
        ids.add(suggestionId(place(page, start, start + 7)));
    expect(ids.size).toBe(200_000);
  });
  it("differs by category", () => {
    expect(suggestionId(place(1, 1, 2))).not.toBe(
      suggestionId({ ...place(1, 1, 2), category: "date" }),
    );
  });
});

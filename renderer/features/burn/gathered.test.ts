import { describe, expect, it } from "vitest";
import { gathered } from "./gathered.ts";

describe("sentences about pages", () => {
  it("are told once with all their pages, in order and counted", () => {
    const list = [
      { message: "Still readable.", page: 9 },
      { message: "Page 8: a paragraph is narrower." },
      { message: "Still readable.", page: 3 },
      { message: "Page 17: a paragraph is narrower." },
      { message: "Still readable.", page: 3 },
      { message: "Nothing is marked." },
    ];
    expect(gathered(list)).toEqual([
      { message: "Still readable.", pages: [3, 9], times: 3 },
      { message: "A paragraph is narrower.", pages: [8, 17], times: 2 },
      { message: "Nothing is marked.", pages: [], times: 1 },
    ]);
  });

  it("keep different reasons apart", () => {
    const list = [
      { message: "Page 4: one", page: 4 },
      { message: "Page 4: two", page: 4 },
    ];
    expect(gathered(list).map((g) => g.message)).toEqual(["One", "Two"]);
  });
});

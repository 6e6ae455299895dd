import { describe, expect, it } from "vitest";
import { gathered, inOneLine } from "./gathered.ts";

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

  it("stand on paper in one line each, with the pages they do not name themselves", () => {
    const lines = gathered([
      { message: "Page 3: a table may be wide." },
      { message: "Page 4: a table may be wide." },
      { message: "Page 4: a table may be wide." },
      { message: "Text of page 9 can be read.", page: 2 },
      { message: "Something is left on page 5." },
      { message: "Told of no page." },
    ]).map(inOneLine);
    expect(lines).toEqual([
      "A table may be wide. (3 places, pages 3–4)",
      "Text of page 9 can be read. (page 2)",
      "Something is left on page 5.",
      "Told of no page.",
    ]);
  });
});

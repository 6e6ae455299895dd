import { describe, expect, it } from "vitest";
import type { PairFinding } from "../../../shared/policy/pair-check.ts";
import { gathered } from "./pairs.ts";

const finding = (term: string, page: number, document = "summary"): PairFinding => ({
  term,
  document,
  page,
  start: 0,
  end: term.length,
  burntIn: "report",
  burntOnPage: 6,
  blocks: true,
});

describe("pairs gathered for reading", () => {
  it("give one line a text and document, the commonest first, with its first page", () => {
    const pairs = gathered([
      finding("Theo", 4),
      finding("Thornmere", 9),
      finding("THORNMERE", 2),
      finding("Thornmere", 2, "report"),
    ]);
    expect(pairs.map((p) => [p.term, p.document, p.places, p.page])).toEqual([
      ["Thornmere", "summary", 2, 2],
      ["Theo", "summary", 1, 4],
      ["Thornmere", "report", 1, 2],
    ]);
  });
  it("keep what is on no page apart from what is", () => {
    expect(gathered([finding("Theo", 0), finding("Theo", 3)])).toHaveLength(2);
  });
});

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
  undecided: false,
});

describe("pairs gathered for reading", () => {
  it("give one line a text, the commonest first, with each document's first page", () => {
    const pairs = gathered([
      finding("Theo", 4),
      finding("Thornmere", 9),
      finding("THORNMERE", 2),
      finding("Thornmere’s", 2, "report"),
      finding("Thornmere", 2, "report"),
    ]);
    expect(pairs.map((p) => [p.term, p.places])).toEqual([
      ["Thornmere", 4],
      ["Theo", 1],
    ]);
    expect(pairs[0]!.where).toEqual([
      { document: "summary", page: 2, places: 2 },
      { document: "report", page: 2, places: 2 },
    ]);
  });
  it("are no oversight while every place of theirs is undecided", () => {
    const open = { ...finding("Theo", 4), undecided: true };
    expect(gathered([open, { ...open, page: 5 }])[0]!.undecided).toBe(true);
    expect(gathered([open, finding("Theo", 5)])[0]!.undecided).toBe(false);
  });
  it("keep what is on no page apart from what is, and what stops apart from what does not", () => {
    const [pair] = gathered([finding("Theo", 0), finding("Theo", 3)]);
    expect(pair!.where.map((w) => w.page)).toEqual([0, 3]);
    expect(gathered([finding("Theo", 1), { ...finding("Theo", 2), blocks: false }])).toHaveLength(
      2,
    );
  });
});

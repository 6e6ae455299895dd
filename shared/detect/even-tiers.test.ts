import { describe, expect, it } from "vitest";
import { evenTiers } from "./even-tiers.ts";
import type { Hit } from "./hit.ts";

const text = "Hale Moor Board met. Then hale moor\nboard wrote.";
const hit = (start: number, end: number, tier: Hit["tier"], category: Hit["category"]): Hit => ({
  start,
  end,
  category,
  identifier: "quasi",
  score: 0.9,
  tier,
  detector: "test",
  version: "1",
  why: "test",
});

describe("one decision for one name", () => {
  const pages = (category: Hit["category"]) =>
    evenTiers(
      [[hit(0, 15, "suggested", category)], [hit(26, 41, "check", category)]],
      [text, text],
    ).map((hits) => hits.map(({ tier }) => tier));
  it("a body that is suggested on one page is suggested on all", () => {
    expect(pages("organisation")).toEqual([["suggested"], ["suggested"]]);
  });
  it("details are told place by place", () => {
    expect(pages("misc")).toEqual([["suggested"], ["check"]]);
  });
});

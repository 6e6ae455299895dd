import { describe, expect, it } from "vitest";
import { publicationDecisionSchema } from "../../../shared/policy/publication.ts";
import { blankDecision, dayOn, requestOf } from "./draft.ts";

const now = new Date(2026, 2, 5, 0, 30);

describe("a decision on publication while it is filled in", () => {
  it("begins with today as this person's calendar says", () => {
    expect(dayOn(now)).toBe("2026-03-05");
  });
  it("is complete from the start for the ordinary kind", () => {
    const request = requestOf(blankDecision(now, "Safeguarding board"));
    expect(publicationDecisionSchema.safeParse(request).success).toBe(true);
  });
  it("does not carry a ground over to a kind that has none", () => {
    const draft = {
      ...blankDecision(now, "Board"),
      ground: "typed before",
      reviewOn: "2026-09-01",
    };
    expect(requestOf(draft)).toMatchObject({ ground: null, reviewOn: null });
  });
  it("asks for ground, evidence and a day to look again where it is withheld", () => {
    const request = requestOf({ ...blankDecision(now, "Board"), kind: "withhold-or-delay" });
    const parsed = publicationDecisionSchema.safeParse(request);
    expect(parsed.error?.issues.map((i) => i.path[0])).toEqual(["ground", "evidence", "reviewOn"]);
  });
});

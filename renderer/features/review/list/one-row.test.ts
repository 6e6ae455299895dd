import { describe, expect, it } from "vitest";
import { GAP, inRow } from "./one-row.ts";

const IDS = ["undecided", "check", "accepted", "refused", "pictures"] as const;
const WIDTHS = [80, 70, 70, 60, 60];
const ALL = 340 + 4 * GAP;

describe("the row of filters", () => {
  it("holds all of them where they fit to a pixel", () => {
    expect(inRow(IDS, WIDTHS, ALL, 50, "undecided")).toEqual(IDS);
  });
  it("else holds the first ones, with room for what opens the rest", () => {
    expect(inRow(IDS, WIDTHS, ALL - 1, 50, "undecided")).toEqual(IDS.slice(0, 4));
    expect(inRow(IDS, WIDTHS, 150 + 2 * GAP + 50, 50, "check")).toEqual(IDS.slice(0, 2));
    expect(inRow(IDS, WIDTHS, 150 + 2 * GAP + 49, 50, "undecided")).toEqual(["undecided"]);
  });
  it("never hides the one in force", () => {
    expect(inRow(IDS, WIDTHS, ALL - 1, 50, "pictures")).toEqual([...IDS.slice(0, 3), "pictures"]);
    expect(inRow(IDS, WIDTHS, 10, 50, "refused")).toEqual(["refused"]);
  });
});

import { describe, expect, it } from "vitest";
import { findingsOf } from "./testing.ts";

const swept = (text: string): string[] =>
  findingsOf(text)
    .filter((f) => f.category === "unexplained")
    .map((f) => f.text);

describe("the residual sweep", () => {
  it("queues ordinary words that bear capitals together, or after a word of kinship", () => {
    expect(swept("He goes to Little Acorns every day.")).toEqual(["Little Acorns"]);
    expect(swept("Grandad Bill smoked and Nanny Star cooked.")).toContain("Bill");
  });

  it("passes over what reviews write with capitals anyway", () => {
    expect(
      swept("The Core Group met; the Health Visitor and the Early Help team sent a Strategy Note."),
    ).toEqual([]);
  });

  it("queues long digits that no rule explains, and no page numbers", () => {
    expect(swept("The key was 88412297 and page 4 says so.")).toEqual(["88412297"]);
  });
});

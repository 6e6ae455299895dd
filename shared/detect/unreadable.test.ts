import { describe, expect, it } from "vitest";
import { findingsOf } from "./testing.ts";

/** Every letter three places on, as a font without codes gives them. */
const moved = (text: string): string =>
  [...text].map((c) => (c === " " ? c : String.fromCharCode(c.charCodeAt(0) - 29))).join("");
const STORY =
  "The child was seen at home by the social worker on Monday and the mother said that she had rung the surgery. The father came later and left.";

describe("a page that cannot be read", () => {
  it("is named once, to be looked at, and keeps what is told by its form", () => {
    const found = findingsOf(`${moved(STORY)} NHS number 999 000 0018 ${moved(STORY)}`);
    expect(found.map((f) => f.category)).toEqual(["unexplained", "nhs-number"]);
    expect(found[0]).toMatchObject({ tier: "check" });
    expect(found[0]!.why).toContain("cannot be read");
  });

  it("a program's operators are none", () => {
    const operators = "BT Tf Td Tj ET << >> == != BDC EMC @@ ~~ ".repeat(8);
    expect(findingsOf(operators)).toHaveLength(1);
  });

  it("a page in another language is read, and so is plain English", () => {
    const welsh =
      "Gwelwyd y plentyn gartref gan Mrs Siân Morgan ar ddydd Llun. Dywedodd y fam ei bod wedi ffonio'r meddyg a bod rhaid aros tan y bore. Daeth y tad yn hwyrach gyda'i frawd.";
    expect(findingsOf(welsh).map((f) => f.text)).toContain("Mrs Siân Morgan");
    for (const text of [welsh, STORY])
      expect(findingsOf(text).filter((f) => f.why.includes("cannot be read"))).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { detect } from "./detect.ts";

/** What is found of `name`, by a tagger that sees a person in `seen`, or nothing but the first word of the text. */
function tiers(text: string, name: string, seen?: string): string[] {
  const start = text.indexOf(seen ?? "");
  const end = start + (seen?.length ?? 3);
  const tag = { start, end, type: "PERSON", score: seen === undefined ? 0.02 : 0.9 } as const;
  const tagger = () => [tag];
  const found = detect([{ id: "d", name: "d", pages: [{ page: 1, text }] }], { tagger }).get("d")!;
  return found.filter((f) => f.text === name).map((f) => f.tier);
}

describe("what the tagger is asked", () => {
  it("takes no place from somebody whose whole name is known", () => {
    const text =
      "She is called Kelly-Anne Whitlock.\n\nNeglect made all that agencies asked of Kelly-Anne harder to do.";
    expect(tiers(text, "Kelly-Anne", "Kelly-Anne Whitlock")).toEqual(["suggested"]);
  });

  it("takes no place from a school or a town that the case names for certain elsewhere", () => {
    const school = "Hale Moor Primary School";
    const page = (text: string, page: number) => ({ page, text });
    const first = `On Monday Kyle's mother rang ${school} in Leeds.`;
    const foot = `Each agency in Leeds should report every year to ${school}.`;
    const tagger = (text: string) =>
      (
        [
          [school, "ORG", 0.95],
          ["Leeds", "LOC", 0.95],
          ["Each", "MISC", 0.02],
        ] as const
      ).map(([name, type, score]) => {
        const start = text.indexOf(name);
        return { start, end: start + name.length, type, score };
      });
    const pages = [page(first, 1), page(foot, 2)];
    const found = detect([{ id: "d", name: "d", pages }], { tagger }).get("d")!;
    const second = found.filter((f) => f.page === 2 && f.tier === "suggested").map((f) => f.text);
    expect(second).toEqual(["Leeds", school]);
    const alone = detect([{ id: "d", name: "d", pages: [page(foot, 2)] }], {
      tagger: () => [{ start: 0, end: 4, type: "MISC", score: 0.02 }],
    }).get("d")!;
    expect(alone.filter((f) => f.text === "Leeds")).toEqual([]);
  });

  it("asks hardly anything of the authority, whose name is a decision for the case", () => {
    const council = "Thornmere County Council";
    const text = `Each partner of ${council} should report every year.`;
    const at = text.indexOf(council);
    const seen = (score: number): string[] =>
      detect([{ id: "d", name: "d", pages: [{ page: 1, text }] }], {
        tagger: () => [{ start: at, end: at + council.length, type: "ORG", score }],
      })
        .get("d")!
        .filter((f) => f.text === council)
        .map((f) => f.tier);
    expect(seen(0.05)).toEqual(["check"]);
    expect(seen(0.03)).toEqual([]);
  });

  it("drops what only its form makes a secret", () => {
    expect(tiers("The Act came into force on 3 May 2014 in England.", "3 May 2014")).toEqual([]);
    expect(tiers("The duty has been in force since 2009 in all areas.", "2009")).toEqual([]);
    expect(tiers("Escalation | Letters reviewed | 31/10/2024 | Red", "31/10/2024")).toEqual([]);
    expect(tiers("The guidance says at 1.4.13 what to ask.", "1.4.13")).toEqual([]);
    expect(tiers("The quality markers (18) may be used.", "18")).toEqual([]);
    expect(tiers("All of this rests on work by Prof Odile Marchbank.", "Prof Odile Marchbank")).toEqual([]); // prettier-ignore
  });

  it("leaves a day of birth in figures to whoever bears it, where the tagger sees one", () => {
    const text = "Kyle Brannock (31/10/2014) was seen.";
    expect(tiers(text, "31/10/2014", "31/10/2014")).toEqual(["suggested"]);
  });

  it("leaves numbers and what was asked for by the case alone", () => {
    expect(tiers("The child's NHS number is 999 123 4568 there.", "999 123 4568")).toEqual([
      "suggested",
    ]);
  });
});

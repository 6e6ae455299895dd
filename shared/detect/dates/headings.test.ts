import { describe, expect, it } from "vitest";
import { detect } from "../detect.ts";
import type { TaggedSpan } from "../tagged-span.ts";

const PROSE =
  "On Friday he was brought to the emergency department with a scald which was held to be plausible.";

/** Dates found where the tagger finds nothing likely but the first word of the prose. */
function dates(text: string): string[] {
  const at = text.indexOf("Friday");
  const span: TaggedSpan = { start: at, end: at + 6, type: "DATETIME", score: 0.9 };
  const tagger = (): TaggedSpan[] => (at < 0 ? [{ ...span, start: 0, end: 1 }] : [span]);
  const found = detect([{ id: "d", name: "d", pages: [{ page: 1, text }] }], { tagger }).get("d");
  return (found ?? [])
    .filter((one) => one.category === "date" && one.text.length > 3 && !/Fri/.test(one.text))
    .map((one) => `${one.tier} ${one.text}`);
}

describe("part dates that head a section", () => {
  it.each([
    ["Summer and autumn 2010", "suggested"],
    ["October and November 2010", "suggested"],
    ["June 2010", "suggested"],
    ["2008", "check"],
  ])("%s stays over prose, though the tagger doubts it", (heading, tier) => {
    expect(dates(`What was found\n${heading}\n${PROSE}`)).toEqual([`${tier} ${heading}`]);
    expect(dates(`## ${heading}\n\n${PROSE}`)).toEqual([`${tier} ${heading}`]);
  });
  it("stays over the first entry of a chronology", () => {
    const found = dates("2008\nDate Agency Seen\n12/03/2008 Police n/a\nOn Friday nobody called.");
    expect(found).toContain("check 2008");
  });
  it("falls within a line, over a form's next field and in a table of versions", () => {
    expect(dates(`The form of June 2010 was used.\n${PROSE}`)).toEqual([]);
    expect(dates(`Issued\nJune 2010\nReview date\nJune 2012\nClass\nFriday`)).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { codeSpans, codeText } from "../text/code-text.ts";
import { findingsOf } from "./testing.ts";

const judged = (kind: string, content: string): (string | undefined)[] => {
  const [found] = findingsOf(`Cover sheet.\n${codeText(kind, content)}`).filter(
    (f) => f.category === "code",
  );
  return [found?.tier, found?.identifier, found?.why];
};

describe("what codes say", () => {
  it.each([
    ["qr code", "https://example.org/?n=999 127 4405", "suggested", "direct"],
    ["qr code", "BEGIN:VCARD\nFN:Sarah Jones\nEND:VCARD", "suggested", "direct"],
    ["bar code", "4471920", "suggested", "direct"],
    ["bar code", "9780306406157", "check", "quasi"],
    ["qr code", "https://www.gov.uk/report-child-abuse", "check", "quasi"],
  ])("%s: %s", (kind, content, tier, identifier) => {
    expect(judged(kind, content).slice(0, 2)).toEqual([tier, identifier]);
  });
  it("tells in plain words what a telephone would read", () => {
    expect(judged("qr code", "Sarah Jones, born 3 May 2009")[2]).toMatch(
      /any telephone reads in it/,
    );
  });
  it("content that holds the marks themselves ends where it ends", () => {
    const text = codeText("qr code", "a\uFFFBb\uFFF9c");
    expect(codeSpans(text).map(({ start, end }) => text.slice(start, end))).toEqual(["a b c"]);
    expect(codeSpans("\uFFF9qr code\uFFFAnever closed")).toEqual([]);
  });
});

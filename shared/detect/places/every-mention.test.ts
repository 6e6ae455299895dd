import { expect, it } from "vitest";
import { detect } from "../detect.ts";
import type { TaggedSpan, Tagger } from "../tagged-span.ts";

/** Sees a name only in the sentences that are given, as a tagger that goes by a sentence's words does. */
const seesIn =
  (name: string, type: TaggedSpan["type"], sentences: readonly string[]): Tagger =>
  (text) =>
    sentences.flatMap((sentence) => {
      const at = text.indexOf(sentence);
      if (at < 0) return [];
      const start = at + sentence.indexOf(name);
      return [{ start, end: start + name.length, type, score: 0.98 }];
    });

const mentions = (name: string, pages: readonly string[], tagger: Tagger): string[] => {
  const document = {
    id: "d",
    name: "d.txt",
    pages: pages.map((text, i) => ({ page: i + 1, text })),
  };
  const found = detect([document], { tagger }).get("d") ?? [];
  return found
    .filter((f) => f.text.includes(name) && f.category !== "unexplained")
    .map((f) => `${f.page} ${f.category} ${f.tier}`);
};

it("a town that two sentences tell of is suggested in a third that tells of nobody", () => {
  const pages = [
    "The family had come from Wrenmoor, where they were not known.",
    "They went back to Wrenmoor after the second birth.",
    "The partners will agree an arrangement with Wrenmoor for adults who move.",
  ];
  expect(mentions("Wrenmoor", pages, seesIn("Wrenmoor", "LOC", pages.slice(0, 2)))).toEqual([
    "1 place suggested",
    "2 place suggested",
    "3 place suggested",
  ]);
});

it("one sure mention of a body with a name of its own carries over; ordinary words do not", () => {
  const pages = [
    "He was taken to Tolvaddon for respite.",
    "Partners should learn from Tolvaddon and share the learning.",
  ];
  expect(mentions("Tolvaddon", pages, seesIn("Tolvaddon", "ORG", [pages[0]!]))).toEqual([
    "1 organisation suggested",
    "2 organisation suggested",
  ]);
  const plain = ["She stayed at The Willows then.", "The Willows were planted along the drive."];
  expect(mentions("Willows", plain, seesIn("Willows", "LOC", [plain[0]!]))).toHaveLength(1);
});

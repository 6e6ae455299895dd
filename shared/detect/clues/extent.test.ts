import { describe, expect, it } from "vitest";
import type { Hit } from "../hit.ts";
import { findingsOf } from "../testing.ts";
import { extended } from "./extent.ts";

function reach(text: string, words: string, detector: string): string {
  const start = text.indexOf(words);
  const category = /reference/.test(detector)
    ? "reference"
    : /health|event/.test(detector)
      ? "misc"
      : "demographic";
  const hit: Hit = {
    start,
    end: start + words.length,
    category,
    identifier: "quasi",
    score: 0.5,
    tier: "check",
    detector,
    version: "1",
    why: "a test",
  };
  const wide = extended(hit, text);
  return text.slice(wide.start, wide.end);
}

it("a make of vehicle is no part of a word", () => {
  const misc = (text: string) =>
    findingsOf(text).flatMap((f) => (f.why.startsWith("Make of") ? [f.text] : []));
  expect(misc("He drives a grey Audi A3. The Audit of 12 cases; Minister; Fiats.")).toEqual([
    "grey Audi A3",
    "Fiats",
  ]);
});

describe("how far a describing phrase reaches", () => {
  it.each([
    ["he is a Turkish national of", "Turkish", "clue/nationality", "Turkish national"],
    ["of mixed Romany heritage and", "Romany", "clue/ethnicity", "Romany heritage"],
    ["a retired bus driver from", "bus driver", "clue/occupation", "retired bus driver"],
    [
      "had a healing spiral fracture of the left tibia and",
      "fracture",
      "clue/event",
      "a healing spiral fracture of the left tibia",
    ],
    [
      "his amblyopia (reduced sight of an eye) on",
      "amblyopia",
      "clue/health",
      "amblyopia (reduced sight of an eye)",
    ],
    ["epilepsy (see paragraph 4)", "epilepsy", "clue/health", "epilepsy"],
    ["had asthma and left", "asthma", "clue/health", "asthma"],
  ])("%s", (text, words, detector, whole) => {
    expect(reach(text, words, detector)).toBe(whole);
  });
  it.each([
    ["Police log CAD 8123 closed", "8123", "CAD 8123"],
    ["record: Noah, LCS no. 1189024", "1189024", "LCS no. 1189024"],
    ["the file FAQ 1189024", "1189024", "1189024"],
  ])("a number with the system that gave it: %s", (text, number, wanted) => {
    expect(reach(text, number, "identifier/case-reference")).toBe(wanted);
  });

  it("leaves other classes as they are", () => {
    const hit = { start: 2, end: 6, category: "person", detector: "people/name" } as Hit;
    expect(extended(hit, "a Mary of the left hand")).toBe(hit);
  });
});

it.each([
  ["Offence: S.39 Common Assault, at home.", "Common Assault", "S.39 Common Assault"],
  ["charged with Section 20 GBH today", "GBH", "Section 20 GBH"],
  ["He told us. Common Assault was recorded.", "Common Assault", "Common Assault"],
])("%s: an offence goes with its section", (text, words, whole) => {
  expect(reach(text, words, "clue/event")).toBe(whole);
});

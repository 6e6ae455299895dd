import { describe, expect, it } from "vitest";
import type { Hit } from "./hit.ts";
import { settle } from "./settle.ts";

const hit = (text: string, part: string, category: Hit["category"], score: number): Hit => ({
  start: text.indexOf(part),
  end: text.indexOf(part) + part.length,
  category,
  identifier: "direct",
  score,
  tier: "suggested",
  detector: "test",
  version: "1",
  why: "test",
});

describe("overlapping claims", () => {
  it("never cut a word that one of them has whole", () => {
    const text = "Joanne D\u2019Arcy came.";
    const kept = settle(
      [hit(text, "Joanne D\u2019Arcy", "person", 0.9), hit(text, "Arcy", "organisation", 0.95)],
      text,
    );
    expect(kept.map((h) => text.slice(h.start, h.end))).toEqual(["Joanne D\u2019Arcy"]);
  });

  it("keep what the loser alone covered", () => {
    const text = "Ann Lee of Hale School";
    const kept = settle(
      [hit(text, "Lee of Hale School", "person", 0.9), hit(text, "Hale School", "school", 0.9)],
      text,
    );
    expect(kept.map((h) => text.slice(h.start, h.end))).toEqual(["Lee of", "Hale School"]);
  });

  it("leave a person of the case their name, above a body that the tagger begins with it", () => {
    const text = "Joan Hartley\nBarrow Surgery";
    const body = {
      ...hit(text, "Hartley\nBarrow Surgery", "organisation", 0.99),
      detector: "tagger",
    };
    const kept = settle([hit(text, "Joan Hartley", "person", 0.9), body], text);
    expect(kept.map((h) => text.slice(h.start, h.end))).toEqual(["Joan Hartley", "Barrow Surgery"]);
  });

  it("leave a sure rule what the tagger would only have looked at", () => {
    const text = "PATEL, Anoushka  NHS";
    const guess = hit(text, "Anoushka  NHS", "organisation", 0.75);
    const kept = settle(
      [
        hit(text, "PATEL, Anoushka", "person", 0.9),
        { ...guess, detector: "tagger", tier: "check" },
      ],
      text,
    );
    expect(kept.map((h) => text.slice(h.start, h.end))).toEqual(["PATEL, Anoushka", "NHS"]);
  });
});

describe("what a claim that was cut leaves", () => {
  it("gives a rank to the collar number it stands before, and is no person", () => {
    const text = "PC 4471 Hargreaves attended.";
    const kept = settle(
      [hit(text, "PC 4471 Hargreaves", "person", 0.9), hit(text, "4471", "collar-number", 0.92)],
      text,
    );
    expect(kept.map((h) => text.slice(h.start, h.end))).toEqual(["PC 4471", "Hargreaves"]);
  });

  it("keeps initials that look like a rank where nothing follows that could own it", () => {
    const text = "DS, 4471 was seen.";
    const kept = settle(
      [hit(text, "DS", "person", 0.9), hit(text, "4471", "collar-number", 0.9)],
      text,
    );
    expect(kept.map((h) => text.slice(h.start, h.end))).toEqual(["DS", "4471"]);
  });

  it("does not keep the small word that joined a place to the rest", () => {
    const text = "at Lidl on Aldcliffe Rd today";
    const kept = settle(
      [hit(text, "Lidl on Aldcliffe Rd", "place", 0.9), hit(text, "Aldcliffe Rd", "address", 0.9)],
      text,
    );
    expect(kept.map((h) => text.slice(h.start, h.end))).toEqual(["Lidl", "Aldcliffe Rd"]);
  });
});

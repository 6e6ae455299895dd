import { NOTHING_TOLD } from "./telling-score.ts";
import { describe, expect, it } from "vitest";
import { TAG_TYPES } from "../tagged-span.ts";
import type { TagType } from "../tagged-span.ts";
import { LABELS } from "./chain.ts";
import { EMPTY } from "./testing.ts";
import { LOOKED_STEP, spansOf } from "./spans.ts";
import { tokenise } from "./tokens.ts";
import { readWords } from "./words.ts";

/** Spans of `text` where every word has its chance, by its place, of being `type`; marks have none. */
function spans(
  text: string,
  type: TagType,
  chances: Readonly<Record<string, number>>,
  step?: number,
): string[] {
  const tokens = tokenise(text);
  const likely = new Float32Array(tokens.count * LABELS);
  for (let i = 0; i < tokens.count; i++) {
    const chance = chances[text.slice(tokens.start[i], tokens.end[i])] ?? 0;
    likely[i * LABELS] = 1 - chance;
    likely[i * LABELS + 1 + TAG_TYPES.indexOf(type)] = chance;
  }
  const words = readWords(text, tokens, EMPTY, NOTHING_TOLD);
  return spansOf(text, tokens, words, likely, 0.01, step).map((span) =>
    text.slice(span.start, span.end),
  );
}

describe("spans", () => {
  it("go on over small words that are a little likely, and over what is owned", () => {
    const court = { High: 0.9, Court: 0.95, at: 0.1, Stirling: 0.9 };
    expect(spans("The High Court at Stirling sat.", "ORG", court)).toEqual([
      "High Court at Stirling",
    ]);
    const coroner = { Guy: 0.9, Hospital: 0.8 };
    expect(spans("at Guy's Hospital today", "ORG", coroner)).toEqual(["Guy's Hospital"]);
    const maiden = { Bridie: 0.99, Doherty: 0.99, née: 0.01, Cash: 0.86 };
    expect(spans("m. Bridie Doherty née Cash b.", "PERSON", maiden)).toEqual([
      "Bridie Doherty née Cash",
    ]);
    const age = { six: 0.97, years: 0.97, and: 0.06, ten: 0.9, months: 0.9 };
    expect(spans("six years and ten months", "DATETIME", age)).toEqual([
      "six years and ten months",
    ]);
  });
  it("end at small words that are unlikely, at other words and where nothing follows", () => {
    const court = { High: 0.9, Court: 0.95, at: 0.02, Stirling: 0.9 };
    expect(spans("High Court at Stirling", "ORG", court)).toEqual(["High Court", "at", "Stirling"]);
    expect(spans("Court sat at Leeds", "ORG", { Court: 0.9, Leeds: 0.9 })).toEqual([
      "Court",
      "Leeds",
    ]);
    expect(spans("the Court of law", "ORG", { Court: 0.9, of: 0.2 })[0]).toBe("Court");
  });
  it("of telling details begin with a likely word once looked at again", () => {
    const chances = { so: 0.12, that: 0.2, he: 0.24, limped: 0.6, badly: 0.5 };
    const text = "so that he limped badly";
    expect(spans(text, "MISC", chances, LOOKED_STEP)).toEqual(["limped badly"]);
    expect(spans(text, "MISC", chances)[0]).toContain("he limped badly");
    expect(spans(text, "DATETIME", chances, LOOKED_STEP)[0]).toContain("that he limped badly");
  });
  it("are cut at what is unlikelier after a second look, but for names and numbers", () => {
    const chances = { Jolyon: 0.95, St: 0.9, fell: 0.27 };
    const text = "Jolyon St fell";
    expect(spans(text, "MISC", chances)).toEqual([text]);
    expect(spans(text, "MISC", chances, LOOKED_STEP)).toEqual(["Jolyon St", "fell"]);
    expect(spans(text, "PERSON", chances, LOOKED_STEP)).toEqual([text]);
    expect(spans(text, "PERSON", { ...chances, fell: 0.05 }, LOOKED_STEP)).toEqual([
      "Jolyon St",
      "fell",
    ]);
  });
});

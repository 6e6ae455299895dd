import { describe, expect, it } from "vitest";
import { withoutLife } from "./tagged-edges.ts";
import { findingsOf } from "../../testing.ts";
import type { TaggedSpan } from "../../tagged-span.ts";

/** People of `text` where the tagger takes exactly `seen` for names. */
function people(text: string, ...seen: string[]): string[] {
  const tagger = (whole: string): TaggedSpan[] =>
    seen.map((name) => {
      const start = whole.indexOf(name);
      return { start, end: start + name.length, type: "PERSON", score: 0.99 };
    });
  return findingsOf(text, { tagger })
    .filter(({ category }) => category === "person")
    .map((f) => f.text);
}

describe("the tagger's edges of a name", () => {
  it("are believed where they add an initial", () => {
    expect(people("Spoke to Goodall D at the desk.", "Goodall D")).toEqual(["Goodall D"]);
    expect(people("spoke to Sarah Jones b at home", "Sarah Jones b")).toEqual(["Sarah Jones b"]);
  });
  it.each([
    ["Tegan Marsh\nb. 03.06.04\n", "Tegan Marsh\nb", "Tegan Marsh"],
    ["Terence Marsh d. 1984 in hospital.", "Terence Marsh d.", "Terence Marsh"],
    ["Sarah Jones, b 1951, was seen.", "Sarah Jones, b", "Sarah Jones"],
    ["1951–2008\nMaureen Marsh\nb. 30.09.55", "2008\nMaureen Marsh\nb", "Maureen Marsh"],
  ])("never take in that somebody was born or died: %j", (text, seen, name) => {
    expect(people(text, seen)).toEqual([name]);
  });
  it.each([
    ["Missed appt Sandra Oyelowo on Friday.", "appt Sandra Oyelowo", "Sandra Oyelowo"],
    ["Sib Kacey in class.", "Sib Kacey", "Kacey"],
    ["Seen with ex-partner, ptnr Lorna M there.", "ptnr Lorna M", "Lorna M"],
    ["Fwd: Caio rang.", "Fwd: Caio", "Caio"],
    ["TC to mo Chelsea at noon.", "mo Chelsea", "Chelsea"],
    ["HV and GP say DNA, T/C, SW told. Mo Stacey rang.", "Mo Stacey", "Stacey"],
    ["Yours sincerely\nKaren Ofori MRCPCH\n", "Karen Ofori", "Karen Ofori"],
  ])("leave out a note's short forms: %j", (text, seen, name) => {
    expect(people(text, seen)).toEqual([name]);
  });
  it("keep what somebody may be called", () => {
    expect(people("He cheered for Mo Farouk and ran.", "Mo Farouk")).toEqual(["Mo Farouk"]);
  });
  it("stay where nothing else would be left", () => {
    const span: TaggedSpan = { start: 0, end: 4, type: "PERSON", score: 0.9 };
    expect(withoutLife(span, "12\nd 1984")).toEqual(span);
  });
});

import { NOTHING_TOLD } from "./telling-score.ts";
import { describe, expect, it } from "vitest";
import { EMPTY } from "./testing.ts";
import { passageCues } from "./passage-cues.ts";
import { tokenise } from "./tokens.ts";
import { readWords } from "./words.ts";

function cues(text: string): number[] {
  const tokens = tokenise(text);
  const { types, typeOf } = readWords(text, tokens, EMPTY, NOTHING_TOLD);
  return [...passageCues(tokens, types, typeOf)];
}
/** Levels of what should be, of somebody, of figures and of everybody. */
const levels = (cue: number): number[] => [27, 9, 3, 1].map((n) => Math.floor(cue / n) % 3);
const FILL = "and so on ".repeat(20);

describe("what a passage tells of", () => {
  it("is somebody, or what services should do", () => {
    expect(levels(cues("She told him that her flat was cold.")[3]!)).toEqual([0, 2, 0, 0]);
    expect(levels(cues("Agencies should share information.")[1]!)).toEqual([2, 0, 0, 2]);
    expect(levels(cues(`On 3 May ${FILL}`)[26]!)).toEqual([0, 0, 1, 0]);
  });
  it("reaches so many words and no further", () => {
    const text = `Agencies should act. ${FILL}${FILL}She wept.`;
    const all = cues(text);
    expect(levels(all[20]!)).toEqual([1, 0, 0, 1]);
    expect(levels(all[60]!)).toEqual([0, 0, 0, 0]);
    expect(levels(all[all.length - 1]!)).toEqual([0, 1, 0, 0]);
  });
  it("is the same with and without blank lines", () => {
    const text = "She fell on 3 May.\n\nAgencies should share.\n\nHe left.";
    expect(cues(text.replaceAll("\n\n", "\n"))).toEqual(cues(text));
  });
});

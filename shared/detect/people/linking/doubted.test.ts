import { describe, expect, it } from "vitest";
import { detect } from "../../detect.ts";
import type { TaggedSpan } from "../../tagged-span.ts";

const PRACTICE =
  "The partnership must say what the Long Term Plan asks of it, and the theory of Firmin's work is to be taught to all who have a part in it. ";

function tiers(text: string, words: string, spans: readonly TaggedSpan[], known = false) {
  const options = {
    tagger: () => [...spans],
    ...(known ? { known: [{ id: "f", names: ["Firmin"], label: null }] } : {}),
  };
  return (detect([{ id: "d", name: "d", pages: [{ page: 1, text }] }], options as never).get("d") ?? []) // prettier-ignore
    .filter(({ start, end }) => text.slice(start, end).startsWith(words))
    .map(({ tier }) => tier);
}

describe("people whom rules alone believe in", () => {
  it("are nobody where the tagger sees nobody in English", () => {
    expect(tiers(PRACTICE, "Long Term", [])).toEqual([]);
    expect(tiers(PRACTICE, "Firmin", [])).toEqual([]);
  });

  it("are somebody where the tagger sees them in one place", () => {
    const text = `${PRACTICE}Firmin told the nurse.`;
    const start = text.lastIndexOf("Firmin");
    const spans: TaggedSpan[] = [{ start, end: start + 6, type: "PERSON", score: 0.6 }];
    expect(tiers(text, "Firmin", spans)).toEqual(["suggested", "suggested"]);
  });

  it("stay where the page is in no language that the tagger reads", () => {
    const welsh =
      "Yna aeth y bachgen, a Mr Firmin oedd yno, at y nyrs nad oedd yn gwybod. Aeth Firmin adref wedyn i weld ei fam, a daeth yr heddlu i'r tŷ gyda'r gweithiwr cymdeithasol cyn i neb arall ddod yno.";
    expect(tiers(welsh, "Mr Firmin", [])).toEqual(["suggested"]);
  });

  it("a whole name is believed by itself", () => {
    expect(tiers(`${PRACTICE}Oliver Caddick was told.`, "Oliver Caddick", [])).toEqual([
      "suggested",
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { readMarked } from "../../test/bench/detection-data.ts";
import { parseInline } from "./corpora.ts";
import { readMarkedPage } from "./marked-page.ts";

const PAGE =
  "[[PERSON#kw:Kelly Whitlock]], a [[DEM~#t:roofer]] and [[DEM#m?:mother]], left on [[DATETIME:3 March]].";

describe("marked pages", () => {
  it("are read without their marks, whichever of mark and id stands first", () => {
    const { text, spans } = readMarkedPage("a", PAGE);
    expect(text).toBe("Kelly Whitlock, a roofer and mother, left on 3 March.");
    expect(spans.map((s) => [text.slice(s.start, s.end), s.type, s.id, s.need])).toEqual([
      ["Kelly Whitlock", "PERSON", "kw", "must"],
      ["roofer", "DEM", "t", "may"],
      ["mother", "DEM", "m", "either"],
      ["3 March", "DATETIME", null, "must"],
    ]);
  });
  it("say the same to the trainer and to whoever measures", () => {
    const taught = parseInline("a", PAGE);
    const gold = readMarked("a", PAGE);
    expect(taught.text).toBe(gold.text);
    const places = (list: readonly { start: number; end: number }[]) =>
      list.map(({ start, end }) => [start, end]).sort((a, b) => a[0]! - b[0]!);
    expect(places([...taught.spans, ...taught.unsure])).toEqual(places(gold.mentions));
    expect(gold.mentions.map((m) => m.need)).toEqual(["DIRECT", "NO_MASK", "NO_MASK", "QUASI"]);
  });
  it("are refused where a label is broken, with the line", () => {
    expect(() => readMarkedPage("a", "well\n[[PERSON:Sarah] left")).toThrow("a, line 2");
    expect(() => readMarkedPage("a", "[[PERSON:Sarah [[LOC:Leeds]]]] left")).toThrow("a, line 1");
    expect(() => readMarkedPage("a", "[[NAME:Sarah]]")).toThrow("NAME");
    expect(() => readMarkedPage("a", "nothing ]] here")).toThrow("cannot be read");
  });
});

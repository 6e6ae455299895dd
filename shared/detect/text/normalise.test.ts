import { describe, expect, it } from "vitest";
import { assert as holds, property, string } from "fast-check";
import { normalise, originalSpan } from "./normalise.ts";

const found = (original: string, wanted: string) => {
  const clean = normalise(original);
  const at = clean.text.indexOf(wanted);
  if (at < 0) return null;
  const [start, end] = originalSpan(clean, at, at + wanted.length);
  return original.slice(start, end);
};

describe("a plain spelling with the way back", () => {
  it("joins a word that a line break cut", () => {
    expect(found("Mrs Whit\u00AD\nlock came", "Whitlock")).toBe("Whit\u00AD\nlock");
  });
  it("drops zero-width characters and opens ligatures", () => {
    expect(found("Sa\u200Brah Gri\uFB03ths", "Sarah Griffiths")).toBe("Sa\u200Brah Gri\uFB03ths");
  });
  it("reads look-alike letters as Latin inside a Latin word only", () => {
    expect(normalise("S\u0430rah").text).toBe("Sarah");
    expect(normalise("\u0421\u0430\u0448\u0430").text).toBe("\u0421\u0430\u0448\u0430");
  });
  it("makes one kind of apostrophe and dash and keeps the tagger's text as it was", () => {
    const clean = normalise("O\u2019Sullivan\u00A0\u2013 x");
    expect(clean.text).toBe("O'Sullivan - x");
    expect(clean.plain).toBe("O\u2019Sullivan \u2013 x");
  });
  it("composes a separate accent", () => {
    expect(found("Zoe\u0308 left", "Zo\u00EB")).toBe("Zoe\u0308");
  });
  it("never gives an offset outside the original, whatever the text", () => {
    holds(
      property(string({ unit: "binary", maxLength: 80 }), (original) => {
        const clean = normalise(original);
        expect(clean.plain.length).toBe(clean.text.length);
        for (let i = 0; i < clean.text.length; i++) {
          const [start, end] = originalSpan(clean, i, i + 1);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(original.length);
        }
      }),
    );
  });
});

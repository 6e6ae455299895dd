import { describe, expect, it } from "vitest";
import { assert as holds, property, string } from "fast-check";
import { digitZones } from "./digit-zones.ts";

describe("zones of digits", () => {
  it("hold every digit once, in order, inside the text", () => {
    holds(
      property(string({ maxLength: 900 }), (text) => {
        const zones = digitZones(text);
        let last = -1;
        for (const [start, end] of zones) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
        for (let i = 0; i < text.length; i++)
          if (/\d/.test(text[i]!)) expect(zones.some(([a, b]) => a <= i && i < b)).toBe(true);
      }),
    );
  });
  it("never begin or end inside a word of ordinary length", () => {
    const text = `${"word ".repeat(40)}number 07700 900123 here ${"word ".repeat(40)}`;
    const [[start, end] = [0, 0]] = digitZones(text);
    expect(text[start - 1]).toBe(" ");
    expect(text[end]).toBe(" ");
  });
});

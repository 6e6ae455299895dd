// Questions that end early give the answers of those that look at everything.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isEven } from "./even.ts";
import { addTo } from "./mask.ts";
import { extremes, varies } from "./raster.ts";
import type { PixelBox } from "./raster.ts";

const WIDE = 9;
const HIGH = 7;

describe("pixels", () => {
  it("V3 vary in a box exactly where its darkest and lightest are apart", () => {
    const shades = fc.array(fc.constantFrom(0, 100, 101, 103, 250, 255), {
      minLength: WIDE * HIGH,
      maxLength: WIDE * HIGH,
    });
    const edge = (end: number) => fc.integer({ min: 0, max: end });
    const boxes = fc.tuple(edge(WIDE), edge(HIGH), edge(WIDE), edge(HIGH));
    fc.assert(
      fc.property(shades, boxes, fc.integer({ min: 0, max: 160 }), (grey, [a, b, c, d], by) => {
        const raster = { width: WIDE, height: HIGH, grey: Uint8Array.from(grey) };
        const box: PixelBox = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
        const { dark, light } = extremes(raster, box);
        expect(varies(raster, box, by)).toBe(light - dark > by);
      }),
      { numRuns: 1000 },
    );
  });

  it("V3 are even in a box where each of its rows is, or each of its columns", () => {
    const shade = fc.constantFrom(0, 30, 41, 42);
    const shades = fc.array(shade, { minLength: WIDE * HIGH, maxLength: WIDE * HIGH });
    const edge = (end: number) => fc.integer({ min: 0, max: end });
    const boxes = fc.tuple(edge(WIDE - 1), edge(HIGH - 1), edge(3), edge(3));
    fc.assert(
      fc.property(shades, boxes, (grey, [x, y, wide, high]) => {
        const raster = { width: WIDE, height: HIGH, grey: Uint8Array.from(grey) };
        const [right, low] = [Math.min(WIDE, x + 1 + wide), Math.min(HIGH, y + 1 + high)];
        const one = (box: PixelBox): boolean => {
          const { dark, light } = extremes(raster, box);
          return light - dark <= 40;
        };
        const rows = Array.from(
          { length: low - y },
          (_, i) => [x, y + i, right, y + i + 1] as const,
        );
        const columns = Array.from(
          { length: right - x },
          (_, i) => [x + i, y, x + i + 1, low] as const,
        );
        expect(isEven(raster, [x, y, right, low], 40)).toBe(rows.every(one) || columns.every(one));
      }),
      { numRuns: 1000 },
    );
  });

  it("V3 masks are added pixel by pixel, wherever they lie in memory", () => {
    const bits = fc.array(fc.integer({ min: 0, max: 1 }), { maxLength: 30 });
    fc.assert(
      fc.property(
        bits,
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 0, max: 3 }),
        (one, i, k) => {
          const other = one.map((bit, at) => (at % 3 === 0 ? 1 - bit : bit));
          const at = (values: readonly number[], offset: number): Uint8Array => {
            const taken = new Uint8Array(values.length + offset).subarray(offset);
            taken.set(values);
            return taken;
          };
          const sum = addTo(at(one, i), at(other, k));
          expect([...sum]).toEqual(one.map((bit, n) => bit | other[n]!));
        },
      ),
    );
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { setLine } from "./reset-line.ts";
import type { LineItem, LineRoom } from "./reset-line.ts";

const word = (width: number, spaced = true): LineItem => ({
  kind: "word",
  advances: [width],
  spaced,
});
const box = (width: number, spaced = true): LineItem => ({ kind: "box", width, spaced });
const room = (change: Partial<LineRoom> = {}): LineRoom => ({
  alignment: "left",
  anchor: 100,
  least: 100,
  most: 400,
  em: 10,
  gap: 3,
  ...change,
});

describe("setting a line anew", () => {
  it("B1 sets words at nominal width with one gap, whatever the gap was", () => {
    expect(setLine([word(50), box(30), word(40)], room())).toEqual({
      starts: [100, 153, 186],
      end: 226,
      scale: 1,
      fits: true,
    });
  });

  it("keeps punctuation at its box with a hair between", () => {
    const { starts } = setLine([box(30), word(3, false), word(40)], room());
    expect(starts[1]).toBeCloseTo(130.6, 9);
    expect(starts[2]).toBeCloseTo(136.6, 9);
  });

  it("holds right-aligned and centred lines where they were held", () => {
    expect(setLine([word(60), box(30)], room({ alignment: "right", anchor: 400 })).end).toBe(400);
    const { starts, end } = setLine(
      [word(60), box(30)],
      room({ alignment: "centre", anchor: 250 }),
    );
    expect((starts[0]! + end) / 2).toBe(250);
  });

  it("tightens gaps first, then narrows letters, then says that it does not fit", () => {
    const items = [word(90), box(30), word(90), word(90)];
    const tight = setLine(items, room({ most: 407 }));
    expect(tight).toMatchObject({ scale: 1, fits: true });
    const narrow = setLine(items, room({ most: 360 }));
    expect(narrow.fits).toBe(true);
    expect(narrow.scale).toBeLessThan(1);
    expect(setLine(items, room({ most: 200 })).fits).toBe(false);
  });

  it("never lets items overlap, nor leave a room in which they fit", () => {
    const item = fc.record({
      kind: fc.constantFrom("word", "box"),
      width: fc.double({ min: 0.5, max: 80, noNaN: true }),
      spaced: fc.boolean(),
    });
    const any = fc.record({
      items: fc.array(item, { minLength: 1, maxLength: 12 }),
      alignment: fc.constantFrom("left", "centre", "right"),
      most: fc.double({ min: 150, max: 700, noNaN: true }),
    });
    fc.assert(
      fc.property(any, ({ items, alignment, most }) => {
        const list = items.map((i) =>
          i.kind === "word" ? word(i.width, i.spaced) : box(i.width, i.spaced),
        );
        const anchor = alignment === "left" ? 100 : alignment === "right" ? most : (100 + most) / 2;
        const set = setLine(list, room({ alignment, anchor, most } as Partial<LineRoom>));
        list.forEach((entry, i) => {
          const own = entry.kind === "word" ? entry.advances[0]! * set.scale : entry.width;
          const next = set.starts[i + 1] ?? set.end;
          expect(next - set.starts[i]!).toBeGreaterThanOrEqual(own - 1e-9);
        });
        if (set.fits) {
          expect(set.starts[0]!).toBeGreaterThanOrEqual(100 - 1e-6);
          expect(set.end).toBeLessThanOrEqual(most + 1e-6);
        }
      }),
      { seed: 11 },
    );
  });
});

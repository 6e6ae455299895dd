import { describe, expect, it } from "vitest";
import { Pixels } from "./pixels.ts";
import { back, backRect, upright, uprightRect } from "./turn.ts";
import type { Quarter } from "./turn.ts";

describe("turning by quarters", () => {
  const page = new Pixels(
    7,
    4,
    Uint32Array.from({ length: 28 }, (_, i) => i),
  );
  for (const quarter of [0, 1, 2, 3] as const satisfies readonly Quarter[]) {
    it(`comes back after ${quarter}`, () => {
      expect(back(upright(page, quarter), quarter)).toEqual(page);
    });

    it(`finds the same pixels through the rectangle after ${quarter}`, () => {
      const rect = { x0: 1, y0: 2, x1: 5, y1: 4 };
      const there = uprightRect(rect, 7, 4, quarter);
      const part = upright(page, quarter).crop(there);
      expect(back(part, quarter)).toEqual(page.crop(rect));
      expect(backRect(there, 7, 4, quarter)).toEqual(rect);
    });
  }

  it("makes text that runs up the page read from left to right", () => {
    // A word "abc" written upwards: a lowest.
    const column = new Pixels(1, 3, Uint32Array.from([3, 2, 1]));
    expect([...upright(column, 1).data]).toEqual([1, 2, 3]);
  });
});

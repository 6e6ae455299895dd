import { describe, expect, it } from "vitest";
import { BLACK, Pixels } from "./pixels.ts";
import { droppedRect, levelled, levelledRect, reachOf, skewOf, slanted } from "./skew.ts";

/** Dashes in lines that fall by `slope`. */
function written(slope: number, word = 30): Pixels {
  const page = new Pixels(900, 700);
  for (let line = 0; line < 12; line++)
    for (let x = 80; x < 780; x++) {
      if (x % (word + 12) >= word) continue;
      const y = Math.round(80 + line * 45 + slope * (x - 450));
      page.paint({ x0: x, y0: y, x1: x + 1, y1: y + 14 }, BLACK);
    }
  return page;
}

describe("a scan that lies askew", () => {
  it("B3 comes back pixel for pixel", () => {
    const page = written(0.01);
    for (const slope of [0.01, -0.02]) {
      const back = slanted(levelled(page, { slope }), page.height, { slope });
      expect(Buffer.from(back.data.buffer).equals(Buffer.from(page.data.buffer))).toBe(true);
    }
  });

  it("measures the slope of its lines in coarse steps", () => {
    expect(skewOf(written(0), [])).toEqual({ slope: 0 });
    for (const slope of [0.0105, -0.0175]) {
      expect(skewOf(written(slope), []).slope).toBeCloseTo(slope, 2.5);
    }
  });

  it("B1 does not look under the marks", () => {
    const page = written(0.0105);
    const mark = { x0: 100, y0: 60, x1: 400, y1: 200 };
    const one = skewOf(page, [mark]);
    page.paint(mark, BLACK);
    expect(skewOf(page, [mark])).toEqual(one);
  });

  it("knows where a rectangle went and all that it may touch afterwards", () => {
    const skew = { slope: 0.01 };
    const level = levelled(new Pixels(900, 700), skew);
    const from = { x0: 100, y0: 300, x1: 300, y1: 340 };
    const box = levelledRect(from, 900, skew);
    expect(droppedRect(box, 900, skew)).toEqual(from);
    level.paint(box, BLACK);
    const after = slanted(level, 700, skew);
    const reach = reachOf(box, 900, skew);
    let outside = 0;
    for (let y = 0; y < 700; y++)
      for (let x = 0; x < 900; x++) {
        const within = x >= reach.x0 && x < reach.x1 && y >= reach.y0 && y < reach.y1;
        if (after.at(x, y) === BLACK && !within) outside++;
      }
    expect(outside).toBe(0);
  });
});

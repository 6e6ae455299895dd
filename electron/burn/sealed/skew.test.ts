import { describe, expect, it } from "vitest";
import { BLACK, Pixels } from "./pixels.ts";
import { levelled, levelledRect, skewOf, slanted, slantedRect } from "./skew.ts";

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

  it("knows where a rectangle went and what surely lies in it afterwards", () => {
    const skew = { slope: 0.01 };
    const page = new Pixels(900, 700);
    const level = levelled(page, skew);
    const box = levelledRect({ x0: 100, y0: 300, x1: 300, y1: 340 }, 900, skew);
    level.paint(box, BLACK);
    const after = slanted(level, 700, skew);
    const sure = slantedRect(box, 900, skew);
    expect(sure.y1 - sure.y0).toBeGreaterThan(35);
    for (let y = sure.y0; y < sure.y1; y++)
      for (let x = sure.x0; x < sure.x1; x++) expect(after.at(x, y)).toBe(BLACK);
  });
});

import { describe, expect, it } from "vitest";
import type { Segment } from "../model.ts";
import { missesEdge, ownEnds } from "./stretched.ts";

const EDGE = 500;

/** A line of ten words of 40 points that ends here, each blank so much wider than its font's. */
function line(right: number, wider: number): Segment {
  const glyphs = Array.from({ length: 19 }, (_, i) => {
    const blank = i % 2 === 1;
    const u = right - 10 * 40 - 9 * (3 + wider) + Math.ceil(i / 2) * 40 + (i >> 1) * (3 + wider);
    return { u, advance: blank ? 3 : 40, blank, mark: -1, size: 11 };
  });
  return { glyphs, right, size: 11 } as unknown as Segment;
}

describe("whether lines were set to an edge", () => {
  it("B1 a ragged line that ends near the edge by chance is not taken for a justified one", () => {
    expect(ownEnds([line(EDGE - 0.3, 0), line(200, 0)], EDGE)).toBe("ragged");
    expect(ownEnds([line(EDGE, 0.4), line(200, 0)], EDGE)).toBe("even");
    expect(missesEdge(line(EDGE - 0.3, 0), EDGE)).toBe(true);
    expect(missesEdge(line(EDGE, 0.4), EDGE)).toBe(false);
  });

  it("B1 a ragged line near the edge whose letters stand on twentieths of a point was not stretched to it", () => {
    expect(ownEnds([line(EDGE - 1.5, 0.05), line(200, 0)], EDGE)).toBeUndefined();
    expect(ownEnds([line(EDGE - 20, 0.05), line(200, 0)], EDGE)).toBe("ragged");
    expect(ownEnds([line(EDGE, 0.05), line(200, 0)], EDGE)).toBe("even");
    expect(ownEnds([line(EDGE - 1.5, 0.4), line(200, 0)], EDGE)).toBe("even");
  });

  it("B1 a line that was squeezed to the edge shows nothing by itself", () => {
    expect(ownEnds([line(EDGE, -0.1), line(200, 0)], EDGE)).toBeUndefined();
    expect(missesEdge(line(EDGE, -0.1), EDGE)).toBe(true);
  });

  it("B1 one squeezed line among stretched ones does not hide that they were stretched", () => {
    expect(ownEnds([line(EDGE, 0.4), line(EDGE, -0.1), line(200, 0)], EDGE)).toBe("even");
  });
});

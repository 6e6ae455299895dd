import { assert, constantFrom, double, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import type { PageGeometry, Rotation } from "../../shared/model/page.ts";
import { boxOf, PIXELS_A_POINT, rectOf, toPage, toView, viewSize } from "./page-space.ts";

const page = (rotation: Rotation): PageGeometry => ({
  page: 1,
  mediaBox: [0, 0, 700, 900],
  cropBox: [50, 100, 650, 800],
  rotation,
  userUnit: 1,
});

describe("page space", () => {
  it("swaps the sides of a page turned a quarter", () => {
    expect(viewSize(page(0), 1)).toEqual({
      width: 600 * PIXELS_A_POINT,
      height: 700 * PIXELS_A_POINT,
    });
    expect(viewSize(page(90), 1).width).toBeCloseTo(700 * PIXELS_A_POINT);
  });
  it("puts the page's corners where a reader sees them", () => {
    // Turned a quarter clockwise, the bottom left corner of the page is seen at the top left.
    expect(toView(page(90), 1, 50, 100)).toEqual({ x: 0, y: 0 });
    expect(toView(page(0), 1, 50, 800)).toEqual({ x: 0, y: 0 });
    expect(toView(page(180), 1, 650, 100)).toEqual({ x: 0, y: 0 });
    expect(toView(page(270), 1, 650, 800)).toEqual({ x: 0, y: 0 });
  });
  it("comes back to the same rectangle in every rotation, zoom and user unit", () => {
    assert(
      property(
        constantFrom<Rotation>(0, 90, 180, 270),
        double({ min: 0.2, max: 6, noNaN: true }),
        integer({ min: 50, max: 600 }),
        integer({ min: 100, max: 750 }),
        integer({ min: 1, max: 3 }),
        (rotation, zoom, x, y, userUnit) => {
          const geometry = { ...page(rotation), userUnit };
          const back = rectOf(geometry, zoom, boxOf(geometry, zoom, [x, y, x + 40, y + 12]));
          [x, y, x + 40, y + 12].forEach((n, i) => expect(back[i]).toBeCloseTo(n, 4));
          const point = toPage(geometry, zoom, toView(geometry, zoom, x, y));
          expect(point.x).toBeCloseTo(x, 4);
          expect(point.y).toBeCloseTo(y, 4);
        },
      ),
    );
  });
  it("cuts a box drawn over the edge to the visible area", () => {
    const rect = rectOf(page(0), 1, { left: -50, top: -50, width: 5000, height: 5000 });
    expect(rect).toEqual([50, 100, 650, 800]);
  });
});

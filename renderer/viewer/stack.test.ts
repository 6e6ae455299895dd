import { describe, expect, it } from "vitest";
import type { PageGeometry } from "../../shared/model/page.ts";
import { fitZoom, GAP, PAD, pageInSight, placeAt, stackOf, visibleIn } from "./stack.ts";

const page = (number: number, width = 600, height = 900): PageGeometry => ({
  page: number,
  mediaBox: [0, 0, width, height],
  cropBox: [0, 0, width, height],
  rotation: 0,
  userUnit: 1,
});

describe("the column of pages", () => {
  const stack = stackOf([page(1), page(2, 900, 600), page(3)], 1);

  it("puts each page under the one before", () => {
    expect(stack.tops).toEqual([PAD, PAD + 1200 + GAP, PAD + 1200 + GAP + 800 + GAP]);
    expect(stack.width).toBe(1200);
  });
  it("finds the page at a height, in the gap the one above", () => {
    expect(placeAt(stack, 0).page).toBe(1);
    expect(placeAt(stack, PAD + 1200 + 5).page).toBe(1);
    expect(placeAt(stack, PAD + 1200 + GAP).page).toBe(2);
    expect(placeAt(stack, 1e6).page).toBe(3);
  });
  it("fits a page into any room without a pixel too many", () => {
    for (let room = 500; room < 1_000; room++) {
      const pages = [page(1, 595.28, 841.89)];
      expect(stackOf(pages, fitZoom(pages, room)).width + 2 * PAD).toBeLessThanOrEqual(room);
    }
  });
  it("calls the page of which most is in sight the page one is on", () => {
    const on = (from: number, height: number): number =>
      pageInSight(stack, visibleIn(stack, from, from + height));
    const second = stack.tops[1]!;
    expect(on(second - 250, 600)).toBe(2);
    expect(on(second - 350, 600)).toBe(1);
    expect(on(0, 1)).toBe(1);
    // The smaller page lies wholly between its neighbours.
    expect(on(second - 300, 1_500)).toBe(2);
  });
  it("comes back to the same place at another zoom", () => {
    const place = placeAt(stack, 1500);
    const large = stackOf([page(1), page(2, 900, 600), page(3)], 2);
    const again = placeAt(large, large.tops[place.page - 1]! + place.offset * 2);
    expect(again.page).toBe(place.page);
    expect(again.offset).toBeCloseTo(place.offset);
  });
  it("fits the commonest page, not the one wide table", () => {
    const zoom = fitZoom([page(1), page(2), page(3, 2000, 600)], 800 + 2 * PAD);
    expect(zoom).toBe(1);
  });
  it("makes a wider page smaller where no page may be moved sideways, and comes back to its places", () => {
    const pages = [page(1), page(2, 2000, 600), page(3)];
    const room = 800 + 2 * PAD;
    const fitted = stackOf(pages, 1, room);
    expect(fitted.width).toBe(800);
    expect(fitted.zooms).toEqual([1, 0.3, 1]);
    expect(fitted.tops[2]! - fitted.tops[1]!).toBeCloseTo(240 + GAP);
    const middle = placeAt(fitted, fitted.tops[1]! + 120);
    expect(middle.page).toBe(2);
    expect(middle.offset).toBeCloseTo(400);
    expect(stackOf(pages, 1).zooms).toEqual([1, 1, 1]);
    // However narrow the window is, at 200 % say.
    expect(stackOf(pages, 1, 500).width).toBeLessThanOrEqual(500 - 2 * PAD);
  });
});

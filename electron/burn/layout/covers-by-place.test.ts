// Looking covers up by place gives what looking at all of them gives, in the painting order.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meets } from "../../../shared/geometry/rect.ts";
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { GlyphItem } from "../crisp/interpret/display-list.ts";
import type { Cover } from "./covers.ts";
import { CoversByPlace } from "./covers-by-place.ts";

const TOUCHING = 0.01;

const side = (least: number, most: number) => fc.double({ min: least, max: most, noNaN: true });
const rects = fc
  .tuple(side(-100, 700), side(-100, 900), side(0, 300), side(0, 300))
  .map(([x, y, wide, high]): Rect => [x, y, x + wide, y + high]);
const letters = fc.tuple(side(0, 600), side(0, 800)).map(([x, y]): Rect => [x, y, x + 5, y + 8]);

function cover(bounds: Rect, order: number, letter: boolean): Cover {
  const item = letter ? { letter: {} as GlyphItem } : {};
  return { order, bounds, colour: "#000000", whole: true, at: () => 255, ...item };
}

describe("covers by place", () => {
  it("B4 are all that meet a place, as they were painted", () => {
    const all = fc.array(fc.tuple(fc.oneof(rects, letters), fc.boolean()), { maxLength: 60 });
    fc.assert(
      fc.property(all, fc.oneof(rects, letters), (given, place) => {
        // A shape's fill and its stroke have one place in the painting order.
        const covers = given.map(([bounds, letter], i) => cover(bounds, i >> 1, letter));
        const near = covers.filter(({ bounds }) => meets(bounds, place, TOUCHING));
        const found = new CoversByPlace(covers).near(place);
        expect(found.map((one) => covers.indexOf(one))).toEqual(
          near.map((one) => covers.indexOf(one)),
        );
      }),
      { numRuns: 500 },
    );
  });
});

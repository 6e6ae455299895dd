// Looking covers up by place gives what looking at all of them gives, in the painting order.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meets } from "../../../../shared/geometry/rect.ts";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { GlyphItem } from "../../crisp/interpret/display-list.ts";
import { letterCover } from "./covers.ts";
import type { Cover } from "./covers.ts";
import { CoversByPlace } from "./covers-by-place.ts";
import { LettersByPlace } from "./letters-by-place.ts";

const TOUCHING = 0.01;

const side = (least: number, most: number) => fc.double({ min: least, max: most, noNaN: true });
const rects = fc
  .tuple(side(-100, 700), side(-100, 900), side(0, 300), side(0, 300))
  .map(([x, y, wide, high]): Rect => [x, y, x + wide, y + high]);

function cover(bounds: Rect, order: number): Cover {
  return { order, bounds, colour: "#000000", whole: true, at: () => 255 };
}

const factor = side(-30, 30);
const letters = fc
  .tuple(side(0, 600), side(0, 800), fc.tuple(factor, factor, factor, factor), rects)
  .map(([x, y, [a, b, c, d], clip]): GlyphItem => {
    const shape = { outline: [], bounds: [-0.1, -0.2, 0.6, 0.7], advance: 0.5, unicode: "x" };
    const item = { kind: "glyph", shape, matrix: [a, b, c, d, x, y], fill: "#000000" };
    return { ...item, clip: { rect: clip, paths: [] } } as unknown as GlyphItem;
  });

describe("covers by place", () => {
  it("B4 are all that meet a place, as they were painted", () => {
    fc.assert(
      fc.property(fc.array(rects, { maxLength: 60 }), rects, (given, place) => {
        // A shape's fill and its stroke have one place in the painting order.
        const covers = given.map((bounds, i) => cover(bounds, i >> 1));
        const near = covers.filter(({ bounds }) => meets(bounds, place, TOUCHING));
        const found = new CoversByPlace(covers).near(place);
        expect(found.map((one) => covers.indexOf(one))).toEqual(
          near.map((one) => covers.indexOf(one)),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("B4 are all letters that meet a place, near or over all of the page", () => {
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 60 }), rects, (given, place) => {
        const meeting = given.flatMap((item, order) => {
          const bounds = letterCover(item, order)?.bounds;
          return bounds && meets(bounds, place, TOUCHING) ? [order] : [];
        });
        const found = new LettersByPlace(given, () => true).near(place, () => true);
        expect(found.map(({ order }) => order).sort((a, b) => a - b)).toEqual(meeting);
      }),
      { numRuns: 500 },
    );
  });
});

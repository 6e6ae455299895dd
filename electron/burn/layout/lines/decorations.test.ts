import { expect, it } from "vitest";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { Item, PathItem } from "../../crisp/interpret/display-list.ts";
import { rectanglePath } from "../../crisp/interpret/path-data.ts";
import { decorationsOf } from "./decorations.ts";
import { frameOf } from "./frame.ts";
import type { Segment } from "../model.ts";

function bar(bounds: Rect): PathItem {
  const paint = { fill: "#000000", evenOdd: false, stroke: undefined };
  const clip = { rect: [0, 0, 600, 800] as const, paths: [] };
  return { kind: "path", data: rectanglePath(bounds), bounds, paint, clip };
}

/** Forty letters of 10 points from 100 on, at a height of 400. */
const glyphs = Array.from({ length: 40 }, (_, i) => ({ u: 100 + 5 * i, advance: 5, blank: false }));
const frame = frameOf([1, 0, 0, 1, 0, 0]);
const line = { frame, glyphs, left: 100, right: 300, v: 400, size: 10, order: 0 };

function taken(...items: PathItem[]): readonly boolean[] {
  const order = new Map(items.map((item, i) => [item as Item, i]));
  const decorations = decorationsOf([line as unknown as Segment], items, order);
  return items.map((item) => decorations.taken.has(item));
}

const UNDER = bar([120, 397.5, 200, 398]);

it("B3 the upper border of a table right under a line is no underline of it", () => {
  expect(taken(UNDER)).toEqual([true]);
  const sides = [bar([120, 384, 120.5, 397.5]), bar([199.5, 384, 200, 397.5])];
  expect(taken(UNDER, ...sides)).toEqual([false, false, false]);
});

it("B1 the lower border of a frame around words is, as it goes with them", () => {
  const sides = [bar([120, 398, 120.5, 410]), bar([199.5, 398, 200, 410])];
  expect(taken(UNDER, ...sides)[0]).toBe(true);
});

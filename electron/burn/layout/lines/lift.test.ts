import { expect, it } from "vitest";
import type { PathItem } from "../../crisp/interpret/display-list.ts";
import { rectanglePath } from "../../crisp/interpret/path-data.ts";
import { reshape, stretchItem } from "./lift.ts";
import { frameOf } from "./frame.ts";

/** A rule that its maker painted as a stencil of one pixel, as dvips does, bottom up. */
const RULE: PathItem = {
  kind: "path",
  data: rectanglePath([100, 300, 101, 320]),
  bounds: [100, 300, 101, 320],
  paint: { fill: "#000000", evenOdd: false, stroke: undefined },
  clip: { rect: [0, 0, 600, 800], paths: [] },
  stencil: [1, 0, 0, -20, 100, 320],
};

it("B1 a rule that is a stencil goes where its table goes", () => {
  const moved = reshape(RULE, (x, y) => [x - 40, y]);
  expect(moved.bounds).toEqual([60, 300, 61, 320]);
  expect(moved.stencil).toEqual([1, 0, 0, 20, 60, 300]);
});

it("B1 and becomes as long as its table does", () => {
  const grown = stretchItem(RULE, frameOf([1, 0, 0, 1, 0, 0]), (v) => (v < 310 ? -13 : 0));
  expect(grown.stencil).toEqual([1, 0, 0, 33, 100, 287]);
});

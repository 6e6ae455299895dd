import { expect, it } from "vitest";
import { frameOf } from "../layout/lines/frame.ts";
import type { Segment } from "../layout/model.ts";
import type { RunPage } from "./model.ts";
import { stackOf } from "./stack.ts";

const UPRIGHT = frameOf([1, 0, 0, 1, 0, 0]);
const LEADING = 16;
const BODY = { head: 800, foot: 60 };

function line(v: number): Segment {
  const face = { key: "serif" };
  const glyphs = [...`a line at ${v}`].map((unicode, i) => ({
    item: { kind: "glyph", shape: { unicode }, face },
    mark: -1,
    u: 72 + i,
    blank: unicode === " ",
  }));
  const place = { frame: UPRIGHT, glyphs, left: 72, right: 520, v, size: 12 };
  return place as unknown as Segment;
}

/** A border beside a line, or of as many lines as that. */
function border(x: number, low: number, high: number): unknown {
  const data = [0, x, low, 1, x + 0.5, low, 1, x + 0.5, high, 1, x, high, 4];
  const clip = { rect: [0, 0, 595, 842], paths: [] };
  const bounds = [x, low, x + 0.5, high];
  return { kind: "path", bounds, data: new Float64Array(data), clip, paint: { fill: "0 g" } };
}

function page(count: number, items: readonly unknown[]): RunPage {
  const segments = Array.from({ length: count }, (_, i) => line(740 - LEADING * i));
  const list = { width: 595, height: 842, items };
  const column = { left: 72, limit: 520 };
  const paragraphs = [{ lines: segments, column, anchor: 72, align: "left", justified: false }];
  const page = { list, found: { segments, paragraphs }, rects: [], marks: [] };
  return { ...page, source: { links: [] } } as unknown as RunPage;
}

/** Borders on both sides of so many lines under a height, line by line as word processors draw them. */
const beside = (top: number, lines: number): unknown[] =>
  Array.from({ length: lines }, (_, i) => top - LEADING * i).flatMap((high) =>
    [66, 526].map((x) => border(x, high - LEADING, high)),
  );

const stacked = (first: readonly unknown[], second: readonly unknown[]) =>
  stackOf([page(40, first), page(20, second)], [BODY, BODY]);

it("pages whose ends cut a cell that is framed line by line are not put together", () => {
  const [last, first] = [740 - LEADING * 39 + 12, 752];
  expect(stacked([], [])).toBeDefined();
  expect(stacked(beside(last + 2 * LEADING, 3), [])).toBeUndefined();
  expect(stacked([], beside(first, 4))).toBeUndefined();
  // Around one line alone it is no cell that a page's end cut.
  expect(stacked([], beside(first, 1))).toBeDefined();
  expect(stacked([], beside(first - 4 * LEADING, 3))).toBeDefined();
});

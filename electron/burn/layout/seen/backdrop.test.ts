import { describe, expect, it } from "vitest";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { NotAccountable } from "../../crisp/interpret/display-list.ts";
import type { PathItem, PathPaint } from "../../crisp/interpret/display-list.ts";
import { CLOSE, CUBIC, LINE, MOVE, rectanglePath } from "../../crisp/interpret/path-data.ts";
import { burnItem, cutItem } from "../drawings/cut-paths.ts";

const CLIP = { rect: [0, 0, 600, 800] as const, paths: [] };
const DARK = { fill: "#1f3b57", evenOdd: false, stroke: undefined };
const STROKE = { colour: "#cc9900", width: 1, cap: 0, join: 0, mitre: 10, dash: [], phase: 0 };
const MARK: Rect = [120, 110, 170, 122];

/** A box with round corners, as templates put words in. */
function rounded([x0, y0, x1, y1]: Rect, r = 6): number[] {
  // Operators and their numbers, a side and its corner to a line.
  // prettier-ignore
  return [
    MOVE, x0 + r, y0,
    LINE, x1 - r, y0, CUBIC, x1 - r / 2, y0, x1, y0 + r / 2, x1, y0 + r,
    LINE, x1, y1 - r, CUBIC, x1, y1 - r / 2, x1 - r / 2, y1, x1 - r, y1,
    LINE, x0 + r, y1, CUBIC, x0 + r / 2, y1, x0, y1 - r / 2, x0, y1 - r,
    LINE, x0, y0 + r, CUBIC, x0, y0 + r / 2, x0 + r / 2, y0, x0 + r, y0,
    CLOSE,
  ];
}

function drawn(data: number[], bounds: Rect, paint: PathPaint): PathItem {
  return { kind: "path", data, bounds, paint, clip: CLIP };
}

const panel = (bounds: Rect, paint: PathPaint): PathItem => drawn(rounded(bounds), bounds, paint);

describe("boxes around words", () => {
  it("B3 a dark one with round corners stays, with a hole where the label stands", () => {
    const outlined = { ...DARK, stroke: { ...STROKE, pen: undefined } };
    for (const paint of [DARK, outlined]) {
      const item = panel([80, 60, 500, 160], paint);
      expect(burnItem(item, [MARK])).toBeUndefined();
      const [cut, ...rest] = cutItem(item, [MARK]) as PathItem[];
      expect(rest).toEqual([]);
      expect(cut!.data).toEqual(item.data);
      expect(cut!.clip.paths[0]!.data).toEqual(
        [[79, 59, 501, 161] as const, MARK].flatMap(rectanglePath),
      );
    }
  });

  it("B3 a ring around the words is not under their box", () => {
    const [outer, inner]: Rect[] = [
      [80, 60, 500, 160],
      [81, 61, 499, 159],
    ];
    const data = [...rounded(outer!), ...rounded(inner!)];
    const ring = drawn(data, outer!, { ...DARK, evenOdd: true });
    expect(burnItem(ring, [MARK])).toBeUndefined();
    expect(cutItem(ring, [MARK])).toEqual([ring]);
  });

  it("B1 a shape as wide as a word is none, and neither is one whose edge lies under the mark", () => {
    expect(() => burnItem(panel([115, 105, 175, 127], DARK), [MARK])).toThrow(NotAccountable);
    expect(() => burnItem(panel([125, 60, 500, 160], DARK), [MARK])).toThrow(NotAccountable);
    expect(() => burnItem(panel([80, 115, 500, 160], DARK), [MARK])).toThrow(NotAccountable);
  });

  it("B2 a shape that is filled is closed, whether or not it says so", () => {
    const data = [MOVE, 80, 60, LINE, 80, 400, LINE, 500, 400];
    const slanted = drawn(data, [80, 60, 500, 400], DARK);
    const mark: Rect = [285, 225, 305, 235];
    expect(() => burnItem(slanted, [mark])).toThrow(NotAccountable);
  });
});

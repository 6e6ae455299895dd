import { describe, expect, it } from "vitest";
import { NotAccountable } from "../../crisp/interpret/display-list.ts";
import type { ImageItem, PathItem } from "../../crisp/interpret/display-list.ts";
import {
  CLOSE,
  CUBIC,
  LINE,
  MOVE,
  boundsOf,
  rectanglePath,
} from "../../crisp/interpret/path-data.ts";
import { burnItem, cutItem } from "./cut-paths.ts";

const CLIP = { rect: [0, 0, 600, 800] as const, paths: [] };
const BOX = [100, 100, 150, 112] as const;

function bar(rect: readonly [number, number, number, number], fill = "#ddddff"): PathItem {
  const paint = { fill, evenOdd: false, stroke: undefined };
  return { kind: "path", data: rectanglePath(rect), bounds: rect, paint, clip: CLIP };
}

function outlined(rect: readonly [number, number, number, number]): PathItem {
  const stroke = {
    colour: "#000000",
    width: 1,
    cap: 0,
    join: 0,
    mitre: 10,
    dash: [],
    phase: 0,
    pen: undefined,
  };
  return { ...bar(rect), paint: { fill: undefined, evenOdd: false, stroke } };
}

/** Start and end of each stroke. */
function strokesOf({ data }: PathItem): number[][] {
  const out: number[][] = [];
  for (let i = 0; i < data.length; i += 3) {
    const point = data.slice(i + 1, i + 3).map((n) => Math.round(n * 1000) / 1000);
    if (data[i] === MOVE) out.push([...point, ...point]);
    else out.at(-1)!.splice(2, 2, ...point);
  }
  return out;
}

function curve(): PathItem {
  const data = [MOVE, 90, 100, CUBIC, 110, 120, 130, 90, 160, 110];
  return { ...bar([90, 90, 160, 120]), data, bounds: boundsOf(data)! };
}

describe("paths under boxes", () => {
  it("B2 a shaded cell gets a hole where the box is", () => {
    const [cut, ...rest] = cutItem(bar([50, 90, 300, 120]), [BOX]) as PathItem[];
    expect(rest).toEqual([]);
    expect(cut!.data).toEqual([...rectanglePath([50, 90, 300, 120]), ...rectanglePath(BOX)]);
    expect(cut!.paint.evenOdd).toBe(true);
  });

  it("B2 so does a box that a drawing program began in the middle of a side", () => {
    const [x0, y0, x1, y1] = [50, 90, 300, 120];
    const points = [175, y0, x0, y0, x0, y1, 175, y1, x1, y1, x1, y0, 175, y0];
    const data = points.flatMap((n, i) => (i % 2 === 0 ? [i === 0 ? MOVE : LINE, n] : [n]));
    const filled: PathItem = { ...bar([x0, y0, x1, y1]), data: [...data, CLOSE] };
    expect(burnItem(filled, [BOX])).toBeUndefined();
    expect(cutItem(filled, [BOX])).toEqual(cutItem(bar([x0, y0, x1, y1]), [BOX]));
    const across = [170, 85, 180, 95] as const;
    const frame: PathItem = { ...outlined([x0, y0, x1, y1]), data: [...data, CLOSE] };
    expect(cutItem(frame, [across])).toEqual(cutItem(outlined([x0, y0, x1, y1]), [across]));
    // One with a dent is no rectangle.
    const dented = { ...filled, data: filled.data.map((n, i) => (i === 2 ? n + 5 : n)) };
    expect(() =>
      burnItem({ ...dented, paint: { ...filled.paint, fill: "#000000" } }, [across]),
    ).toThrow(NotAccountable);
  });

  it("B2 a rule that a box parts is two rules: no hair of it is left where the box was", () => {
    const [cut] = cutItem(bar([50, 105, 300, 105.5]), [BOX]) as PathItem[];
    expect(cut!.data).toEqual([
      ...rectanglePath([50, 105, 100, 105.5]),
      ...rectanglePath([150, 105, 300, 105.5]),
    ]);
    const [upright] = cutItem(bar([120, 50, 120.5, 106]), [BOX]) as PathItem[];
    expect(upright!.data).toEqual(rectanglePath([120, 50, 120.5, 100]));
  });

  it("B1 the hole is the box's, not the mark's: twins keep one shading", () => {
    const cell = bar([50, 90, 300, 120]);
    expect(burnItem(cell, [[60, 95, 90, 115]])).toBeUndefined();
    expect(burnItem(cell, [[60, 95, 200, 115]])).toBeUndefined();
  });

  it("B2 a bar wholly under a mark goes", () => {
    expect(burnItem(bar([105, 99.8, 140, 101]), [BOX])).toBe("drop");
    expect(cutItem(bar([105, 104, 140, 105]), [BOX])).toEqual([]);
  });

  it("B3 what no box meets stays as it is", () => {
    const rule = bar([50, 95, 300, 96]);
    expect(cutItem(rule, [BOX])).toEqual([rule]);
    const frame = outlined([50, 90, 300, 130]);
    expect(cutItem(frame, [BOX])).toEqual([frame]);
  });

  it("B2 a frame whose side runs through the box is cut into bars", () => {
    const parts = cutItem(outlined([50, 106, 300, 130]), [BOX]) as PathItem[];
    expect(parts).toHaveLength(4);
    expect(parts.every((part) => part.paint.fill === "#000000")).toBe(true);
    expect(parts.filter((part) => part.data.length > 13)).toHaveLength(1);
  });

  it("B3 a drawing around a box that does not touch it stays whole", () => {
    const tree = { ...outlined([50, 50, 300, 300]), data: [MOVE, 50, 50, 1, 300, 50, 1, 80, 300] };
    expect(burnItem(tree, [BOX])).toBeUndefined();
    expect(cutItem(tree, [BOX])).toEqual([tree]);
    // A line that ends at the word points to it, and shows where it stood.
    const pointing = { ...tree, data: [MOVE, 50, 50, LINE, 110, 105] };
    expect(() => burnItem(pointing, [BOX])).toThrow(NotAccountable);
  });

  it("B2 a broken line or frame loses what the box covers, and no other dash moves", () => {
    const broken = (data: readonly number[]): PathItem => {
      const whole = outlined([50, 106, 300, 130]);
      const stroke = { ...whole.paint.stroke!, dash: [6, 4], phase: 0 };
      return { ...whole, data, paint: { ...whole.paint, stroke } };
    };
    const frame = broken(rectanglePath([50, 106, 300, 130]));
    expect(burnItem(frame, [BOX])).toBeUndefined();
    const [cut, ...rest] = cutItem(frame, [BOX]) as PathItem[];
    expect(rest).toEqual([]);
    expect(cut!.paint.stroke!.dash).toEqual([]);
    const dashes = strokesOf(cut!);
    // 548 points of frame in steps of 10: 55 dashes; five lie under the box or half a pen from it.
    expect(dashes).toHaveLength(50);
    expect(dashes[0]).toEqual([50, 106, 56, 106]);
    expect(dashes.filter(([x0, y0]) => y0 === 106 && x0! > 90 && x0! < 160)).toEqual([
      [150.5, 106, 156, 106],
    ]);
    const line = broken([MOVE, 50, 106, LINE, 300, 106]);
    const left = strokesOf((cutItem(line, [BOX]) as PathItem[])[0]!);
    expect(left.every(([x0, , x1]) => x1! <= 99.5 || x0! >= 150.5)).toBe(true);
    expect(left.some(([x0, , x1]) => x0 === 150.5 && x1 === 156)).toBe(true);
  });

  it("B3 a connector with corners is cut where it runs under the box", () => {
    const whole = outlined([0, 0, 1, 1]);
    const data = [MOVE, 60, 60, LINE, 120, 60, LINE, 120, 200, LINE, 200, 200];
    const [cut] = cutItem({ ...whole, data, bounds: [60, 60, 200, 200] }, [BOX]) as PathItem[];
    expect(cut!.data).toEqual([
      MOVE,
      60,
      60,
      LINE,
      120,
      60,
      LINE,
      120,
      99.5,
      MOVE,
      120,
      112.5,
      LINE,
      120,
      200,
      LINE,
      200,
      200,
    ]);
  });

  it("B2 long lines across the words and the rules of a grid are cut where the box is", () => {
    const whole = outlined([0, 0, 1, 1]);
    const across = {
      ...whole,
      data: [MOVE, 25, 6, LINE, 225, 206],
      bounds: [25, 6, 225, 206],
    } as const;
    expect(burnItem(across, [BOX])).toBeUndefined();
    const [cut] = cutItem(across, [BOX]) as PathItem[];
    expect(strokesOf(cut!)).toEqual([
      [25, 6, 118.5, 99.5],
      [131.5, 112.5, 225, 206],
    ]);
    const rules = [80, 106, 132].flatMap((y) => [MOVE, 50, y, LINE, 300, y]);
    const grid = { ...whole, data: rules, bounds: [50, 80, 300, 132] } as const;
    expect(burnItem(grid, [BOX])).toBeUndefined();
    expect(strokesOf((cutItem(grid, [BOX]) as PathItem[])[0]!)).toEqual([
      [50, 80, 300, 80],
      [50, 106, 99.5, 106],
      [150.5, 106, 300, 106],
      [50, 132, 300, 132],
    ]);
  });

  it("B2 the slanted side of a border is cut like a bar, and other shapes are not", () => {
    const side = {
      ...bar([50, 104, 300, 106], "#000000"),
      data: [MOVE, 50, 106, LINE, 300, 106, LINE, 298, 104, LINE, 52, 104, CLOSE],
    };
    expect(burnItem(side, [BOX])).toBeUndefined();
    const [cut, ...rest] = cutItem(side, [BOX]) as PathItem[];
    expect(rest).toEqual([]);
    const xs = cut!.data.filter((_, i) => i % 13 === 1);
    expect(xs.every((x) => x <= BOX[0] || x >= BOX[2])).toBe(true);
    expect(cut!.data.filter((op, i) => i % 13 === 0 && op === MOVE)).toHaveLength(2);
    const flag = { ...side, data: [MOVE, 90, 100, LINE, 120, 100, LINE, 105, 112, CLOSE] };
    expect(() => burnItem(flag, [BOX])).toThrow(NotAccountable);
  });

  it("B1 of several lines one that may be the word's own is not guessed at", () => {
    const whole = outlined([0, 0, 1, 1]);
    const lines = [MOVE, 50, 80, LINE, 300, 80, MOVE, 100, 101, LINE, 150, 101];
    const item = { ...whole, data: lines, bounds: [50, 80, 300, 101] } as const;
    expect(() => burnItem(item, [BOX])).toThrow(NotAccountable);
  });

  it("B3 a wide box with rounded corners around a line stays, but for the box", () => {
    const [l, b, r, t] = [50, 95, 300, 117] as const;
    const data = [MOVE, l + 6, b, LINE, r - 6, b, CUBIC, r - 2, b, r, b + 2, r, b + 6];
    data.push(LINE, r, t - 6, CUBIC, r, t - 2, r - 2, t, r - 6, t, LINE, l + 6, t);
    data.push(
      CUBIC,
      l + 2,
      t,
      l,
      t - 2,
      l,
      t - 6,
      LINE,
      l,
      b + 6,
      CUBIC,
      l,
      b + 2,
      l + 2,
      b,
      l + 6,
      b,
    );
    const card = { ...bar([l, b, r, t]), data };
    expect(burnItem(card, [BOX])).toBeUndefined();
    expect((cutItem(card, [BOX])[0] as PathItem).clip.paths).toHaveLength(1);
    // What has an outline between its ends may spell something.
    const wavy = { ...card, data: [...data, CUBIC, 150, 100, 160, 112, 170, 100] };
    expect(() => burnItem(wavy, [BOX])).toThrow(NotAccountable);
    const narrow = {
      ...card,
      data: data.map((n) => (n > 200 ? n - 180 : n)),
      bounds: [50, 95, 120, 117],
    } as const;
    expect(() => burnItem(narrow, [BOX])).toThrow(NotAccountable);
  });

  it("B4 any other drawing or a picture under a box is not guessed at", () => {
    expect(() => burnItem(curve(), [BOX])).toThrow(NotAccountable);
    expect(() => cutItem(curve(), [BOX])).toThrow(NotAccountable);
    const picture: ImageItem = {
      kind: "image",
      pixels: { width: 1, height: 1, kind: "rgb", data: new Uint8Array(3), interpolate: false },
      matrix: [60, 0, 0, 60, 90, 90],
      bounds: [90, 90, 150, 150],
      fill: undefined,
      clip: CLIP,
    };
    expect(() => burnItem(picture, [BOX])).toThrow(NotAccountable);
  });
});

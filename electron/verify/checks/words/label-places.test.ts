import { expect, test } from "vitest";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { Glyph } from "../../reading/glyph.ts";
import type { Line } from "../../reading/lines.ts";
import { besideNeighbours } from "./label-places.ts";

const glyph = (index: number, loose: Rect): Glyph => ({ index, loose }) as unknown as Glyph;
const at = (x: number, y: number): Rect => [x, y, x + 6, y + 10];

test("a label goes along with the letters beside its mark", () => {
  // "a", a burnt letter, "b" on one line; in the export "a" ends a line and "b" stands two lines below.
  const before = [glyph(0, at(60, 700)), glyph(1, at(66, 700)), glyph(2, at(72, 700))];
  const after = [glyph(0, at(500, 500)), glyph(1, at(60, 470))];
  const lines = [{ glyphs: before } as unknown as Line];
  const explained = new Map([
    [0, 0],
    [1, 2],
  ]);
  const coverage = { state: Uint8Array.of(0, 2, 0), mark: Int32Array.of(-1, 0, -1) };
  const frame = { width: 600 } as never;
  const candidate = { glyphs: after, lines: [] };
  const places = besideNeighbours({ coverage, candidate, frame }, { lines, explained }).get(0)!;
  expect(places).toHaveLength(2);
  const holds = (y: number): boolean => places.some(([, y0, , y1]) => y > y0 && y < y1);
  expect([505, 490, 475].map(holds)).toEqual([true, true, true]);
  expect([700, 600, 440].map(holds)).toEqual([false, false, false]);
});

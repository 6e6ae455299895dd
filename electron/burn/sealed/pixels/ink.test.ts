import { expect, it } from "vitest";
import { inkLine } from "./ink.ts";
import { Pixels } from "./pixels.ts";

const WHITE = 0xffffffff;
const BAND = 0xffc7e6f7;
const INK = 0xff000000;

it("B3 the ground of a line is the band of colour that it stands on, however low that is", () => {
  const page = new Pixels(600, 300, new Uint32Array(600 * 300).fill(WHITE));
  const fill = (x0: number, y0: number, x1: number, y1: number, colour: number): void => {
    for (let y = y0; y < y1; y++)
      for (let x = x0; x < x1; x++) page.data[y * page.width + x] = colour;
  };
  fill(100, 134, 400, 166, BAND);
  // Letters, some of them under the mark.
  for (let x = 120; x < 380; x += 16) fill(x, 140, x + 6, 160, INK);
  const line = inkLine(page, { x0: 200, y0: 138, x1: 260, y1: 162 });
  expect(line?.ground).toBe(BAND);
  expect(line?.runs.some(({ from }) => from === 120)).toBe(true);
});

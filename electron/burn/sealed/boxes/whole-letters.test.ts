import { expect, it } from "vitest";
import { BLACK, Pixels } from "../pixels/pixels.ts";
import { areaBox } from "./area-box.ts";
import { cutLetters } from "./whole-letters.ts";

/** Eight letters of 20 pixels, 6 apart, on a line of 30. */
function line(): Pixels {
  const page = new Pixels(400, 120);
  for (let i = 0; i < 8; i++) {
    const x0 = 60 + 26 * i;
    // An upright and a bow: some of a letter's own columns are hardly inked.
    page.paint({ x0, y0: 40, x1: x0 + 5, y1: 66 }, BLACK);
    page.paint({ x0, y0: 40, x1: x0 + 20, y1: 45 }, BLACK);
  }
  return page;
}

const mark = (x0: number, x1: number) => ({ x0, y0: 36, x1, y1: 70 });

it("B2 a letter of a picture that lies under a mark for the most part goes wholly", () => {
  // From the third letter on, into the sixth: 13 of its 20 pixels.
  const rect = mark(110, 203);
  const cut = cutLetters(line(), rect);
  expect(cut).toEqual([{ ...rect, x0: 190, x1: 210 }]);
  // Its neighbour is told where the letter's end is: that does not hold the box back.
  const beside = [mark(204, 212)];
  const { box } = areaBox(line(), rect, 0, { own: [rect, ...cut], beside });
  expect(box.x1).toBeGreaterThanOrEqual(210);
});

it("B3 a letter that a mark grazes stays, and so does a line's rule", () => {
  // 5 of the sixth letter's pixels; the last letter, whole.
  expect(cutLetters(line(), mark(110, 195))).toEqual([]);
  expect(cutLetters(line(), mark(110, 187))).toEqual([]);
  const ruled = line();
  ruled.paint({ x0: 0, y0: 64, x1: 400, y1: 66 }, BLACK);
  expect(cutLetters(ruled, mark(110, 203))).toEqual([]);
});

import { describe, expect, it } from "vitest";
import type { PixelBox, Raster } from "../../pixels/raster.ts";
import { ruledRows } from "./ruled.ts";

const WIDTH = 200;
const HEIGHT = 40;
const BAND: PixelBox = [0, 0, WIDTH, 30];
/** The upper part of a label's box, which reaches into the rows between two lines. */
const LABEL: PixelBox = [20, 26, 100, 40];

function picture(...fills: readonly PixelBox[]): Raster {
  const grey = new Uint8Array(WIDTH * HEIGHT).fill(255);
  for (const [x0, y0, x1, y1] of fills)
    for (let y = y0; y < y1; y++) grey.fill(0, y * WIDTH + x0, y * WIDTH + x1);
  return { width: WIDTH, height: HEIGHT, grey };
}

describe("level rules between two lines", () => {
  it("B3 are not the edge of a label's box", () => {
    expect(ruledRows(picture(LABEL, [10, 10, 190, 12]), BAND, [LABEL])).toBe(1);
    expect(ruledRows(picture(LABEL), BAND, [LABEL])).toBe(0);
  });

  it("V3 count where they run on beside a label", () => {
    expect(ruledRows(picture(LABEL, [10, 28, 190, 30]), BAND, [LABEL])).toBe(1);
    expect(ruledRows(picture(LABEL), BAND)).toBe(1);
  });
});

import { describe, expect, it } from "vitest";
import { greyOf, showsInk, turned, turnedBack, wipe } from "./grey-image.ts";
import type { GreyImage, Quarter } from "./grey-image.ts";

function sheet(width: number, height: number, ink: readonly (readonly [number, number])[]) {
  const grey = new Uint8Array(width * height).fill(240);
  for (const [x, y] of ink) grey[y * width + x] = 20;
  return { width, height, dpi: 60, grey } satisfies GreyImage;
}

const line = (from: number, to: number, y: number) =>
  Array.from({ length: to - from }, (_, i) => [from + i, y] as const);

describe("a page as shades of grey", () => {
  it("tells an empty sheet and specks from writing", () => {
    expect(showsInk(sheet(100, 100, []))).toBe(false);
    expect(showsInk(sheet(100, 100, [[3, 4]]))).toBe(false);
    expect(showsInk(sheet(100, 100, line(10, 60, 20)))).toBe(true);
  });
  it("sees writing that is lighter than its ground", () => {
    const dark = sheet(100, 100, line(10, 60, 20));
    expect(showsInk({ ...dark, grey: dark.grey.map((shade) => 255 - shade) })).toBe(true);
  });
  it("wipes what is known already and leaves the original as it was", () => {
    const image = sheet(100, 100, line(10, 60, 20));
    expect(showsInk(wipe(image, [{ x0: 8, y0: 18, x1: 62, y1: 22 }]))).toBe(false);
    expect(showsInk(wipe(image, [{ x0: 8, y0: 30, x1: 62, y1: 34 }]))).toBe(true);
    expect(showsInk(image)).toBe(true);
  });
  it("turns a sheet and leads every point back", () => {
    const image = sheet(7, 4, [[5, 1]]);
    for (const quarter of [0, 1, 2, 3] as Quarter[]) {
      const other = turned(image, quarter);
      const at = other.grey.indexOf(20);
      const [x, y] = [at % other.width, Math.floor(at / other.width)];
      // The middle of the pixel, so that a side of the sheet and the next are not confused.
      const back = turnedBack(x + 0.5, y + 0.5, image, quarter);
      expect([quarter, ...back]).toEqual([quarter, 5.5, 1.5]);
    }
  });
  it("takes colours by their brightness", () => {
    const { grey } = greyOf(
      Uint8Array.from([255, 255, 255, 255, 0, 0, 0, 255, 0, 255, 0, 255]),
      { width: 3, height: 1 },
      60,
    );
    expect([...grey]).toEqual([255, 0, 150]);
  });
});

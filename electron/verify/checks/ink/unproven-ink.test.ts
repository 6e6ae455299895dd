import { describe, expect, it } from "vitest";
import type { Raster } from "../../pixels/raster.ts";
import { PixelStore } from "../../pixels/store.ts";
import { unprovenInk } from "./unproven-ink.ts";

const WIDTH = 400;
const HEIGHT = 80;
/** Pixels from the top, as rows are numbered. */
const MARK = [40, 14, 150, 46] as const;

type Fill = readonly [number, number, number, number];

/** The borders of a table's row, three cells wide. */
const FRAME: readonly Fill[] = [
  [20, 16, 380, 18],
  [20, 44, 380, 46],
  [20, 16, 22, 46],
  [160, 16, 162, 46],
  [378, 16, 380, 46],
];
/** A letter whose foot stands on the lower border. */
const LETTER: readonly Fill[] = [
  [60, 24, 63, 44],
  [60, 24, 74, 27],
  [60, 33, 72, 36],
];

function picture(...fills: readonly Fill[]): Raster {
  const grey = new Uint8Array(WIDTH * HEIGHT).fill(255);
  for (const [x0, y0, x1, y1] of fills)
    for (let y = y0; y < y1; y++) grey.fill(0, y * WIDTH + x0, y * WIDTH + x1);
  return { width: WIDTH, height: HEIGHT, grey };
}

function isBurntLeft(candidate: Raster): boolean {
  const rect = [MARK[0], HEIGHT - MARK[3], MARK[2], HEIGHT - MARK[1]] as const;
  const mark = { rect, label: "Child A", reason: "child-name", group: "1" };
  const found = unprovenInk({
    original: picture(...FRAME, ...LETTER),
    candidate,
    scale: 1,
    zones: [{ rect: [0, 0, WIDTH, HEIGHT], mark: 0 }],
    marks: [mark],
    labels: [],
    pairs: [],
    store: new PixelStore(),
  } as unknown as Parameters<typeof unprovenInk>[0]);
  return found.some(({ burnt }) => burnt);
}

describe("ink that nothing explains on a burnt line", () => {
  it("is no letter where the borders of a row go on under a mark", () => {
    expect(isBurntLeft(picture(...FRAME))).toBe(false);
  });

  it("is a letter that was left, alone or hanging together with a border (B2)", () => {
    expect(isBurntLeft(picture(...LETTER))).toBe(true);
    expect(isBurntLeft(picture(...FRAME, ...LETTER))).toBe(true);
  });
});

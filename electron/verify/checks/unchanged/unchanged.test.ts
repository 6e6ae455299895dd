import { expect, test } from "vitest";
import { Findings } from "../../findings.ts";
import type { Raster } from "../../pixels/raster.ts";
import type { Looks } from "../looks.ts";
import { checkUnchanged } from "./unchanged.ts";

const WIDTH = 320;
const HEIGHT = 480;

/** Lines of bars that are all moved by so many rows, the last of them with an edge of its own. */
function page(by: number, edge = 0): Raster {
  const grey = new Uint8Array(WIDTH * HEIGHT).fill(255);
  for (let line = 0; line < 8; line++)
    for (let letter = 0; letter < 6 + ((line * 5) % 9); letter++) {
      const top = 120 + 32 * line - by;
      const width = 4 + ((line * 7 + letter * 5) % 9) + (line === 7 && letter === 3 ? edge : 0);
      for (let y = top; y < top + 12; y++)
        grey.fill(0, y * WIDTH + 16 + letter * 16, y * WIDTH + 16 + letter * 16 + width);
    }
  return { width: WIDTH, height: HEIGHT, grey };
}

function findings(candidate: Raster, finer: Raster): number {
  const frame = { width: WIDTH, height: HEIGHT };
  const looks = {
    page: 1,
    pages: 1,
    frame,
    shownFrame: frame,
    scale: 1,
    marks: [{ rect: [0, 460, 20, 470] }],
    zones: { lines: [], paragraphs: [] },
    original: page(0),
    candidate,
    bare: () => looks.original,
    finer: (which: string) => (which === "original" ? page(0) : finer),
    foreign: { places: [], letters: [] },
    accounted: [],
    stood: () => undefined,
    labels: new Set<number>(),
    store: { take: (length: number) => new Uint8Array(length) },
    sealed: false,
  } as unknown as Looks;
  const found = new Findings();
  checkUnchanged(looks, found);
  return found.findings().length;
}

test("V2 what a finer picture shows moved by whole rows is unchanged", () => {
  expect(findings(page(43, 4), page(43))).toBe(0);
});

test("V3 what changed in the finer picture as well is found", () => {
  expect(findings(page(43, 4), page(43, 4))).toBe(1);
});

import { expect, test } from "vitest";
import { Findings } from "../../findings.ts";
import type { Raster } from "../../pixels/raster.ts";
import type { Looks } from "../looks.ts";
import { checkCommentsKept } from "./comments.ts";

const [WIDTH, HEIGHT, SCALE] = [100, 60, 2];
const WHITE = 255;

/** A page with a thin line of a shade where its field ends. */
function page(shade: number): Raster {
  const grey = new Uint8Array(WIDTH * HEIGHT).fill(WHITE);
  grey.fill(shade, 30 * WIDTH + 20, 30 * WIDTH + 80);
  return { width: WIDTH, height: HEIGHT, grey };
}

/** @param shades of the line in the original and in the export */
const findings = (original: number, candidate: number): number =>
  found(page(original), page(candidate), page(WHITE));

/** @param bare the original without its field */
function found(original: Raster, candidate: Raster, bare: Raster): number {
  const findings = new Findings();
  const looks = {
    original,
    candidate,
    bare: () => bare,
    comments: () => [[10, 10, 40, 20]],
    frame: { width: WIDTH / SCALE, height: HEIGHT / SCALE },
    page: 1,
    marks: [],
    zones: { paragraphs: [] },
    scale: SCALE,
    sealed: true,
  } as unknown as Looks;
  checkCommentsKept(looks, false, findings);
  return findings.findings().length;
}

test("B3 a thin line of a field may come out darker than it was, or a little paler", () => {
  expect(findings(204, 204)).toBe(0);
  expect(findings(204, 76)).toBe(0);
  expect(findings(204, 225)).toBe(0);
});

test("V3 a field that is not there any more is found", () => {
  expect(findings(204, WHITE)).toBe(1);
  expect(findings(204, 240)).toBe(1);
});

/** A page with the side of a box, some rows high, of which a field covers the last row with a shade. */
function side(last: number, rows = 2): Raster {
  const grey = new Uint8Array(WIDTH * HEIGHT).fill(WHITE);
  for (let row = 0; row < rows; row++)
    grey.fill(row + 1 < rows ? 0 : last, (30 + row) * WIDTH + 20, (30 + row) * WIDTH + 80);
  return { width: WIDTH, height: HEIGHT, grey };
}

test("V2 half a pixel that a field covers of a box's side may fall elsewhere; V3 a whole row may not", () => {
  expect(found(side(120), side(0), side(0))).toBe(0);
  const [covered, bare] = [side(WHITE, 1), side(0, 1)];
  expect(found(covered, bare, bare)).toBe(1);
});

import { expect, test } from "vitest";
import { differences } from "../../pixels/compare.ts";
import type { Raster } from "../../pixels/raster.ts";
import type { Looks } from "../looks.ts";
import { withoutMoved } from "./moved.ts";

const WIDTH = 320;
const HEIGHT = 960;
const TOLERANCE = { level: 72, soft: 36, pixels: 6 };

/** A page of lines of different lengths, each at its own height. */
function page(tops: readonly number[]): Raster {
  const grey = new Uint8Array(WIDTH * HEIGHT).fill(255);
  for (const [line, top] of tops.entries())
    for (let letter = 0; letter < 6 + ((line * 5) % 13); letter++) {
      const width = 4 + ((line * 7 + letter * 5) % 9);
      for (let y = top; y < top + 12; y++)
        grey.fill(0, y * WIDTH + 16 + letter * 16, y * WIDTH + 16 + letter * 16 + width);
    }
  return { width: WIDTH, height: HEIGHT, grey };
}

function left(
  original: Raster,
  candidate: Raster,
  pages = 1,
  told = JOINED,
  before = DENSE,
): number {
  const none = new Uint8Array(WIDTH * HEIGHT);
  const found = differences(original, candidate, none, TOLERANCE);
  expect(found.length).toBeGreaterThan(20);
  const accounted = told.map((top, index) => ({ index, y: HEIGHT - top }));
  const stood = (index: number) => ({ y: HEIGHT - before[index]! });
  const looks = {
    original,
    candidate,
    pages,
    accounted,
    stood,
    scale: 1,
    labels: new Set(),
  } as unknown as Looks;
  return withoutMoved(found, looks, { allowed: none, excused: none }, TOLERANCE).length;
}

/** Two lines move by one amount, and all the many below by another. */
const BEFORE = [100, 130, ...Array.from({ length: 20 }, (_, i) => 200 + i * 32)];
const AFTER = BEFORE.map((top, line) => (line < 2 ? top - 21 : top - 43));

test("parts of a page that moved by different amounts are explained, the small one above as well", () => {
  expect(left(page(BEFORE), page(AFTER))).toBe(0);
});

test("a line that changed while it moved is not", () => {
  const candidate = page(AFTER);
  const at = (AFTER[1]! + 4) * WIDTH + 16 + 5 * 16;
  for (let row = 0; row < 6; row++) candidate.grey.fill(0, at + row * WIDTH, at + row * WIDTH + 16);
  expect(left(page(BEFORE), candidate)).toBeGreaterThan(0);
});

/** Over the end of a page lines come together of which some moved a little farther. */
const DENSE = Array.from({ length: 28 }, (_, i) => 100 + i * 28);
const JOINED = DENSE.map((top, line) => top - (line < 14 ? 40 : 44));

test("what was at a page's end may have gone a little farther than what is there came", () => {
  expect(left(page(DENSE), page(JOINED), 2)).toBe(0);
});

test("lines that were exchanged did not move", () => {
  const order = [...DENSE.keys()];
  [order[12], order[16]] = [16, 12];
  expect(left(page(DENSE), page(order.map((line) => JOINED[line]!)), 2)).toBeGreaterThan(0);
});

/** Every paragraph moved by an amount of its own, as of a browser that puts lines on whole pixels. */
const STEPS = DENSE.map((top, line) => top - 40 - 3 * Math.floor(line / 2));

test("over pages, moves that letters tell are followed however many they are", () => {
  expect(left(page(DENSE), page(STEPS), 2, STEPS)).toBe(0);
});

test("a line that changed among them is found", () => {
  const candidate = page(STEPS);
  const at = (STEPS[20]! + 4) * WIDTH + 16 + 5 * 16;
  for (let row = 0; row < 6; row++) candidate.grey.fill(0, at + row * WIDTH, at + row * WIDTH + 16);
  expect(left(page(DENSE), candidate, 2, STEPS)).toBeGreaterThan(0);
});

test("a heading that stood at a page's top has the room over it that headings have", () => {
  const apart = DENSE.map((top, line) => top - (line < 14 ? 66 : 40));
  expect(left(page(DENSE), page(apart), 2, apart)).toBe(0);
});

test("neighbours that were exchanged did not move", () => {
  const order = [...DENSE.keys()];
  [order[12], order[13]] = [13, 12];
  const tops = order.map((line) => JOINED[line]!);
  expect(left(page(DENSE), page(tops), 2, tops)).toBeGreaterThan(0);
});

test("what was at a place and what is there may have moved a little otherwise on one page as well", () => {
  expect(left(page(DENSE), page(JOINED))).toBe(0);
});

test("lines that were exchanged on one page did not move", () => {
  const order = [...DENSE.keys()];
  [order[12], order[16]] = [16, 12];
  expect(left(page(DENSE), page(order.map((line) => JOINED[line]!)))).toBeGreaterThan(0);
});

const HIGH = [100, 128, 156, 184, 212, 240];

test("lines that moved farther than ink is followed are found by their letters, where all moved as one", () => {
  const low = HIGH.map((top) => top + 500);
  expect(left(page(HIGH), page(low), 1, low, HIGH)).toBe(0);
  const exchanged = [low, HIGH].flat();
  const both = [...HIGH, ...low];
  expect(left(page(HIGH), page(low), 1, exchanged, both)).toBeGreaterThan(0);
});

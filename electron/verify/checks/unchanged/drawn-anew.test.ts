import { expect, test } from "vitest";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { PATH } from "../../engines/pdfium-objects.ts";
import { Findings } from "../../findings.ts";
import type { Raster } from "../../pixels/raster.ts";
import type { Looks } from "../looks.ts";
import { checkDrawnAnew } from "./drawn-anew.ts";

const WIDTH = 320;
const HEIGHT = 480;
const INK = { text: "a", invisible: false, loose: [0, 0, 4, 4], box: [0, 0, 4, 4], size: 4 };

/** Rows of one shade each, from a left end on. */
function page(
  ...rows: (readonly [y: number, shade: number, from?: number, to?: number])[]
): Raster {
  const grey = new Uint8Array(WIDTH * HEIGHT).fill(255);
  for (const [y, shade, from = 40, to = 280] of rows)
    grey.fill(shade, y * WIDTH + from, y * WIDTH + to);
  return { width: WIDTH, height: HEIGHT, grey };
}

/** @param label a letter of one, and the box that is drawn behind it */
function findings(
  original: Raster,
  candidate: Raster,
  label?: { readonly angle: number; readonly loose: Rect; readonly behind: Rect },
): number {
  const frame = { width: WIDTH, height: HEIGHT };
  const looks = {
    page: 1,
    pages: 1,
    frame,
    shownFrame: frame,
    scale: 1,
    marks: [{ rect: [0, 460, 20, 470] }],
    zones: { lines: [], paragraphs: [] },
    original,
    candidate,
    accounted: [],
    stood: () => undefined,
    labels: new Set(label ? [1] : []),
    store: { take: (length: number) => new Uint8Array(length) },
    sealed: false,
  } as unknown as Looks;
  const found = new Findings();
  const letter = { ...INK, index: 0, angle: 0 };
  const shown = label ? [letter, { ...INK, index: 1, ...label, box: label.loose }] : [letter];
  const objects = label ? [{ kind: PATH, handle: 1, box: label.behind }] : [];
  checkDrawnAnew(looks, [letter] as never, shown as never, objects, found);
  return found.findings().length;
}

test("V2 a rule between two rows of pixels may come out in one, darker than any on the page", () => {
  expect(findings(page([200, 199], [201, 171]), page([200, 13]))).toBe(0);
  expect(findings(page([200, 199], [201, 171]), page([201, 13]))).toBe(0);
});

test("V3 a rule that is darker than its ink, or stands where there was none, is found", () => {
  expect(findings(page([200, 225]), page([200, 13]))).toBe(1);
  expect(findings(page([200, 199], [201, 171]), page([200, 13], [300, 13]))).toBe(1);
});

test("V3 a short stroke on a rule's place is none of it", () => {
  const rule = [200, 199] as const;
  const other = [201, 171] as const;
  expect(findings(page(rule, other), page(rule, other, [200, 13, 60, 72]))).toBe(1);
});

test("V2 V3 so may a side of a small box, where one stood that is as long", () => {
  const side = (y: number, shade: number, long = 21) => [y, shade, 60, 60 + long] as const;
  const before = page(side(200, 63), side(201, 63));
  const moved = [side(200, 180), side(201, 0), side(202, 202)] as const;
  expect(findings(before, page(...moved))).toBe(0);
  expect(findings(before, page(...moved, side(300, 0)))).toBe(1);
  expect(findings(before, page(side(201, 0, 14)))).toBe(1);
});

test("V2 the box of a small label is known as deep as its line, up the page as along it; V3 not beside it", () => {
  const deep = page(...Array.from({ length: 20 }, (_, i) => [360 + i, 0, 96, 107] as const));
  const [loose, behind] = [[99, 100, 103, 120] as const, [96, 100, 107, 120] as const];
  expect(findings(page(), deep, { angle: 90, loose, behind })).toBe(0);
  expect(findings(page(), deep, { angle: 90, loose, behind: [50, 0, 52, 2] })).toBe(1);
  expect(findings(page(), deep, { angle: 0, loose, behind })).toBe(1);
});

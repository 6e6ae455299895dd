import { expect, it } from "vitest";
import { alignAlone } from "./alignment.ts";
import type { Segment } from "../model.ts";

const [LEFT, RIGHT] = [71, 541];

function line(v: number, left: number, right: number, touched = false): Segment {
  return { left, right, v, size: 12, touched, glyphs: [] } as unknown as Segment;
}

it("B1 a title with a name that happens to fill its measure is centred as those over and under it are", () => {
  const title = line(634, LEFT + 0.03, RIGHT - 0.13, true);
  const text = [580, 566, 552].map((v, i) => line(v, LEFT, 500 + 10 * i));
  const places = { cell: { left: undefined, right: undefined }, centres: [306], rights: [RIGHT] };
  const among = [line(660, 240, 372), line(608, 270, 342), ...text];
  expect(alignAlone(title, among, places).align).toBe("centre");
  const below = [line(660, LEFT, 372), line(608, LEFT, 342), ...text];
  expect(alignAlone(title, below, places).align).toBe("left");
});

it("B1 only the margin proves a line at the right, whether or not another burnt one ends there by chance", () => {
  const signed = line(300, 430, RIGHT, true);
  const places = { cell: { left: undefined, right: undefined }, centres: [306], rights: [RIGHT] };
  const text = [580, 566, 552].map((v, i) => line(v, LEFT, 500 + 10 * i));
  const proofs = [500, RIGHT].map((end) => {
    const others = [...text, line(538, LEFT + 3.37, end, true)];
    return alignAlone(signed, others, places).proof;
  });
  expect(proofs).toEqual(["margin", "margin"]);
});

it("B5 the lines of a table of numbers are not each held against all others", () => {
  let asked = 0;
  const cells = Array.from({ length: 1600 }, (_, i) => {
    const left = 60.5 + 17.3 * (i % 40);
    const cell = line(700 - 8 * Math.floor(i / 40), left, left + 11);
    return Object.defineProperty(cell, "left", { get: () => (asked++, left) });
  });
  const places = { cell: { left: undefined, right: undefined }, centres: [306], rights: [RIGHT] };
  expect(alignAlone(line(300, 78.2, 90), cells, places).align).toBe("left");
  expect(asked).toBeGreaterThan(cells.length);
  expect(asked).toBeLessThan(cells.length * 200);
});

import { describe, expect, it } from "vitest";
import { textLayer } from "./text-layer.ts";
import type { LayerWord } from "./text-layer.ts";

const word = (text: string, x: number, y: number, angle = 0): LayerWord => ({
  text,
  x,
  y,
  angle,
  length: 40,
  height: 10,
  spaced: false,
});

/** Where the pieces of a layer stand, by their text matrices. */
function places(operators: string): readonly (readonly [number, number])[] {
  return [...operators.matchAll(/(\S+) (\S+) Tm/gu)].map(([, x, y]) => [Number(x), Number(y)]);
}

describe("words without ink", () => {
  it.each([
    { way: "level", angle: 0, across: 1 },
    { way: "upright", angle: Math.PI / 2, across: 0 },
  ] as const)(
    "B3 a single $way line takes up some room: mupdf passes over text that takes up none",
    ({ angle, across }) => {
      const line = [word("Overview", 50, 700, angle)];
      const { operators } = textLayer([{ block: undefined, lines: [line] }]);
      const heights = places(operators).map((place) => place[across]!);
      const room = Math.max(...heights) - Math.min(...heights);
      expect(room).toBeGreaterThan(0.001);
      expect(room).toBeLessThan(0.02);
    },
  );

  it("B3 pieces of a table's row on one height take up some room together", () => {
    const lines = [[word("Lantern", 50, 700)], [word("Meadow", 300, 700)]];
    const { operators } = textLayer([{ block: undefined, lines }]);
    const heights = places(operators).map(([, y]) => y);
    expect(Math.max(...heights) - Math.min(...heights)).toBeGreaterThan(0.001);
  });

  it("B3 lines below one another take up room by themselves", () => {
    const lines = [[word("Overview", 50, 700)], [word("report", 50, 686)]];
    const { operators } = textLayer([{ block: undefined, lines }]);
    expect(places(operators).map(([, y]) => y)).toEqual([700, 686]);
  });
});

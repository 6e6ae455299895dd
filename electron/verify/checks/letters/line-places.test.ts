import { expect, test } from "vitest";
import { Findings } from "../../findings.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { linesOf } from "../../reading/lines.ts";
import { checkLinePlaces } from "./line-places.ts";

const [SIZE, WIDE] = [10, 500];

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Lines of two words of six letters, the first of which is the same in all. */
function lettersOf(places: readonly Place[]): Glyph[] {
  return places.flatMap((at, row) =>
    [..."letter others"].map((text, i): Glyph => {
      const x = at.x + 6 * i;
      const box = [x, at.y, x + 5, at.y + 0.7 * SIZE] as const;
      const place = { index: 13 * row + i, text, box, loose: box, x, y: at.y };
      return { ...place, size: SIZE, angle: 0, invisible: false, substituted: false };
    }),
  );
}

/** Two columns of lines; those of the second stand a little lower than those beside them. */
const COLUMNS = [700, 687, 674, 661].flatMap((y) => [
  { x: 60, y },
  { x: 260, y: y - 0.24 },
]);

/** @param crossed lines whose first words are taken for one another */
function said(after: readonly Place[], crossed: readonly number[] = []): string[] {
  const [letters, shown] = [lettersOf(COLUMNS), lettersOf(after)];
  const partner = (row: number): number => {
    const at = crossed.indexOf(row);
    return at < 0 ? row : crossed[1 - at]!;
  };
  const explained = new Map(
    shown.map(({ index }) => {
      const [row, i] = [Math.floor(index / 13), index % 13];
      return [index, 13 * (i < 6 ? partner(row) : row) + i];
    }),
  );
  const found = new Findings();
  const lines = { before: linesOf(letters), after: linesOf(shown) };
  const frame = { width: WIDE, height: 800 } as never;
  const zones = [[0, 0, WIDE, 800]] as const;
  checkLinePlaces({ page: 1, frame, letters, explained, zones, ...lines }, found);
  return found.findings().map(({ message }) => message);
}

test("V3 a line that stands a little higher than those around it ask for is found", () => {
  const raised = COLUMNS.map((at, i) => (i === 3 ? { ...at, y: at.y + 0.24 } : at));
  expect(said(raised).join()).toMatch(/stands where nothing on the page asks for it/u);
});

test("V2 lines of two columns whose equal words are paired crosswise stand where they stood", () => {
  expect(said(COLUMNS)).toEqual([]);
  expect(said(COLUMNS, [2, 3])).toEqual([]);
});

import { expect, test } from "vitest";
import { Findings } from "../../findings.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { linesOf } from "../../reading/lines.ts";
import { checkSpacing } from "./spacing.ts";

const SIZE = 10;
const HALF = 2.5;
/** Points beside a letter's ink. */
const BESIDE = 0.2;

/** Words of one line, each behind a blank of so many font sizes, from a place on. */
function line(blanks: readonly number[], x = 50, y = 700, first = 0): Glyph[] {
  const out: Glyph[] = [];
  let at = x;
  for (const white of [0, ...blanks]) {
    at += white * SIZE;
    for (let k = 0; k < 3; k++, at += 2 * HALF) {
      const loose = [at, y, at + 2 * HALF, y + 7] as const;
      const box = [at + BESIDE, y, at + 2 * HALF - BESIDE, y + 7] as const;
      const index = first + out.length;
      const place = { index, text: "abc"[k]!, box, loose, x: at, y, size: SIZE };
      out.push({ ...place, angle: 0, substituted: false, invisible: false });
    }
  }
  return out;
}

/** @param by so many letters of the original stand before the first that is shown */
function findings(before: readonly Glyph[], after: readonly Glyph[], by = 0): number {
  const all = new Findings();
  const frame = { box: [0, 0, 595, 842] as const, rotation: 0, userUnit: 1 };
  checkSpacing(
    {
      page: 1,
      frame: { ...frame, width: 595, height: 842 },
      letters: before,
      shown: after,
      before: linesOf(before),
      after: linesOf(after),
      explained: new Map(after.map(({ index }) => [index, index + by])),
    },
    all,
  );
  return all.findings().length;
}

test("blanks of a line set anew are alike", () => {
  const before = line([0.3, 0.3, 0.3, 0.3, 0.3]);
  expect(findings(before, line([0.26, 0.26, 0.26, 0.26, 0.26], 60))).toBe(0);
  expect(findings(before, line([0.26, 0.26, 0.26, 0.26, 0.21], 60))).toBe(1);
});

test("a blank that stood wider behind a sentence may have been kerned nevertheless", () => {
  const before = line([0.3, 0.3, 0.3, 0.3, 0.38]);
  expect(findings(before, line([0.26, 0.26, 0.26, 0.26, 0.21], 60))).toBe(0);
  expect(findings(before, line([0.26, 0.26, 0.26, 0.26, 0.31], 60))).toBe(1);
});

test("a slanted letter hides some of the white behind it", () => {
  const over = (glyphs: Glyph[]): Glyph[] =>
    glyphs.map((glyph): Glyph => {
      const [x0, y0, x1, y1] = glyph.loose;
      const reach = [x0, y0, x1 + 0.6, y1] as const;
      return glyph.index === 8 ? { ...glyph, box: reach, loose: reach } : glyph;
    });
  const before = over(line([0.3, 0.3, 0.36, 0.3, 0.3]));
  const after = line([0.26, 0.26, 0.26, 0.26, 0.26], 60);
  expect(findings(before, over(after))).toBe(0);
  expect(findings(before, over(line([0.26, 0.26, 0.4, 0.26, 0.26], 60)))).toBe(1);
});

test("what kerning did is told by the widest blank of its line where most were kerned", () => {
  const before = [
    ...line([0.24, 0.234, 0.278, 0.223]),
    ...line([0.278, 0.278, 0.278], 50, 687, 15),
  ];
  const shown = (kerned: number) => line([kerned, 0.26, 0.26, 0.26], 60);
  expect(findings(before, shown(0.205), 9)).toBe(0);
  expect(findings(before, shown(0.15), 9)).toBe(1);
});

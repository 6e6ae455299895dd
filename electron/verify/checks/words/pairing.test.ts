import { expect, test } from "vitest";
import type { Glyph } from "../../reading/glyph.ts";
import { boxAround } from "../../reading/glyph.ts";
import type { Line, Text } from "../../reading/lines.ts";
import { pairLetters } from "./pairing.ts";

const SIZE = 10;
const WIDE = 5;

/** Lines of texts that begin at places, from the top of the page down. */
function page(rows: readonly (readonly (readonly [number, string])[])[]): Text {
  const glyphs: Glyph[] = [];
  const lines = rows.map((texts, row): Line => {
    const y = 700 - 14 * row;
    const own = texts.flatMap(([left, words]) =>
      [...words].flatMap((text, i) => {
        if (text === " ") return [];
        const x = left + i * WIDE;
        const box = [x, y, x + WIDE, y + 8] as const;
        const place = { box, loose: box, x, y, size: SIZE, angle: 0 };
        const glyph = {
          index: glyphs.length,
          text,
          ...place,
          substituted: false,
          invisible: false,
        };
        glyphs.push(glyph);
        return [glyph];
      }),
    );
    return { angle: 0, glyphs: own, baseline: y, size: SIZE, box: boxAround(own) };
  });
  return { glyphs, lines };
}

const ROWS = [
  [
    [70, "May"],
    [250, "No reply to calls"],
  ],
  [
    [70, "June"],
    [250, "School rings twice"],
  ],
  [
    [70, "July"],
    [250, "Case closed again"],
  ],
] as const;

test("V2 a word that left the short last line over a table stands in its order", () => {
  const original = page([
    [[70, "The doctor saw a bruise and wrote to the team at once on the"]],
    [[70, "same day"]],
    [
      [70, "Social Care team"],
      [250, "The nurse and the school"],
    ],
    [[250, "meet here"]],
    ...ROWS,
  ]);
  const candidate = page([
    [[70, "The doctor saw a bruise and wrote to the team at once on the same"]],
    [[70, "day"]],
    [
      [70, "Social Care"],
      [250, "The nurse and the school meet"],
    ],
    [
      [70, "team"],
      [250, "here"],
    ],
    ...ROWS,
  ]);
  const none = new Uint8Array(original.glyphs.length);
  const coverage = { state: none, mark: new Int32Array(none.length).fill(-1) };
  const zones = [[0, 0, 612, 792]] as const;
  const input = { original, candidate, coverage, marks: [], known: new Set<number>(), zones };
  const { pairs, aligned, lost, extra } = pairLetters(input, () => false);
  expect([pairs, lost, extra]).toEqual([[], [], []]);
  expect(aligned).toHaveLength(original.glyphs.length);
});

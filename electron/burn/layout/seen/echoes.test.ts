import { TextRenderingMode, rgb, setTextRenderingMode } from "pdf-lib";
import { expect, it } from "vitest";
import { crispExport } from "../../crisp/testing/export.ts";
import { LEADING, LEFT, SIZE, TOP, document, write } from "../../crisp/testing/desk.ts";
import type { Desk } from "../../crisp/testing/desk.ts";
import { marksOf } from "../../crisp/testing/find-text.ts";
import { glyphsIn } from "../../crisp/testing/glyphs-in.ts";

const GREY = rgb(0.8, 0.8, 0.8);
const draw = ({ page, font }: Desk, text: string, by: number, colour = rgb(0, 0, 0)): void =>
  page.drawText(text, { x: LEFT + by, y: TOP - by, font, size: SIZE, color: colour });

/** Letters of the line in which a name was burnt, beneath which something was drawn first. */
async function lineOver(first: (desk: Desk, text: string) => void, secret: string) {
  const original = await document((desk) => {
    const text = `In the spring ${secret} was seen twice.`;
    first(desk, text);
    draw(desk, text, 0);
    write(desk, "Nobody had asked him what he meant by that.", LEFT, TOP - 2 * LEADING);
  });
  const marks = await marksOf(original, secret, "Father");
  const { bytes, refused } = await crispExport(original, marks.slice(0, 1));
  expect(refused.size).toBe(0);
  const line = await glyphsIn(bytes, [[LEFT - 1, TOP - 1, 595, TOP + 1]]);
  return { bytes, words: line.filter(({ fill }) => fill !== "#ffffff") };
}

it("B3 letters over their shadow keep their colour where their line is set anew", async () => {
  const shadow = (desk: Desk, text: string): void => draw(desk, text, 1, GREY);
  const { bytes, words } = await lineOver(shadow, "Bartholomew");
  expect(words.length).toBeGreaterThan(20);
  for (const { fill } of words) expect(fill).toBe("#000000");
  expect((await lineOver(shadow, "Al")).bytes).toEqual(bytes);
});

it("B3 letters that were outlined first and then filled are both", async () => {
  const outline = (desk: Desk, text: string): void => {
    desk.page.pushOperators(setTextRenderingMode(TextRenderingMode.Outline));
    draw(desk, text, 0);
    desk.page.pushOperators(setTextRenderingMode(TextRenderingMode.Fill));
  };
  const { bytes, words } = await lineOver(outline, "Bartholomew");
  expect(words.length).toBeGreaterThan(20);
  for (const { fill, stroke } of words) {
    expect(fill).toBe("#000000");
    expect(stroke?.colour).toBe("#000000");
  }
  expect((await lineOver(outline, "Al")).bytes).toEqual(bytes);
});

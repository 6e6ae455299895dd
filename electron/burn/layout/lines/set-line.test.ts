import { expect, it } from "vitest";
import { crispExport } from "../../crisp/testing/export.ts";
import { LEADING, LEFT, SIZE, TOP, document, write } from "../../crisp/testing/desk.ts";
import { marksOf } from "../../crisp/testing/find-text.ts";
import { glyphsIn } from "../../crisp/testing/glyphs-in.ts";

/** A word that is typed between words that are not, and one among its like. */
const draw = (secret: string) =>
  document((desk) => {
    const { typed } = desk;
    let x = write(desk, "open case", LEFT, TOP, typed);
    x = write(desk, ` was what ${secret} wrote, and `, x, TOP);
    x = write(desk, "closed", x, TOP, typed);
    write(desk, " what he read.", x, TOP);
    write(desk, "Nobody had asked him what he meant by that.", LEFT, TOP - LEADING);
  });

async function burnt(secret: string) {
  const original = await draw(secret);
  const marks = await marksOf(original, secret, "Father");
  return crispExport(original, marks);
}

it("B1 B3 behind a word of letters that are all as wide stands the blank of the text it is in", async () => {
  const { bytes, refused } = await burnt("Bartholomew");
  expect(refused.size).toBe(0);
  expect((await burnt("Al")).bytes).toEqual(bytes);
  const row = await glyphsIn(bytes, [[LEFT - 1, TOP - 2, 595, TOP + 2]]);
  const from = (text: string): number => {
    const at = row
      .map(({ shape }) => shape.unicode)
      .join("")
      .indexOf(text);
    const [a, b] = [row[at]!, row[at + 1]!];
    return (b.matrix[4] - a.matrix[4]) / SIZE - a.shape.advance;
  };
  expect(from("nc")).toBeCloseTo(0.6, 1);
  expect(from("ew")).toBeCloseTo(0.26, 1);
  expect(from("dw")).toBeCloseTo(0.26, 1);
});

import { setCharacterSpacing } from "pdf-lib";
import { expect, it } from "vitest";
import { crispExport } from "../../crisp/testing/export.ts";
import { LEADING, LEFT, SIZE, TOP, document, write } from "../../crisp/testing/desk.ts";
import { marksOf } from "../../crisp/testing/find-text.ts";
import { textOf } from "../../crisp/testing/text-of.ts";

/** Points by which letters are set nearer, and words apart: no blank is written. */
const NEARER = 0.4;
const APART = 1.6;

async function burnt(secret: string) {
  const original = await document((desk) => {
    desk.page.pushOperators(setCharacterSpacing(-NEARER));
    let x = LEFT;
    for (const word of `In the spring ${secret} was seen at the school twice.`.split(" "))
      x = write(desk, word, x, TOP) - NEARER * word.length + APART;
    desk.page.pushOperators(setCharacterSpacing(0));
    write(desk, "Nobodyhadaskedhimwhathemeantbythat.", LEFT, TOP - 2 * LEADING);
  });
  const { bytes, refused } = await crispExport(original, await marksOf(original, secret, "Father"));
  expect(refused.size).toBe(0);
  return bytes;
}

it("B1 B3 words stay apart whose letters are set nearer than their font asks for", async () => {
  expect(APART - NEARER).toBeLessThan(0.13 * SIZE);
  const bytes = await burnt("Bartholomew");
  expect((await textOf(bytes))[0]).toContain(
    "In the spring [Father] was seen at the school twice.",
  );
  expect(await burnt("Al")).toEqual(bytes);
});

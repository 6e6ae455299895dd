import { describe, expect, it } from "vitest";
import { crispExport } from "./testing/export.ts";
import { marksOf } from "./testing/find-text.ts";
import { textOf } from "./testing/text-of.ts";
import { TWINS } from "./testing/twins.ts";

async function burn(original: Uint8Array, secret: string) {
  const marks = await marksOf(original, secret, "Child A");
  return { marks, ...(await crispExport(original, marks)) };
}

describe("twins export equal bytes", () => {
  for (const twin of TWINS) {
    it(`B1 ${twin.name}`, async () => {
      const exports = [];
      for (const secret of twin.secrets) {
        const result = await burn(await twin.draw(secret), secret);
        expect([...result.refused.values()]).toEqual([]);
        expect(result.marks.length).toBeGreaterThan(0);
        exports.push(Buffer.from(result.bytes).toString("latin1"));
      }
      for (const bytes of exports) expect(bytes === exports[0]).toBe(true);
    });
  }
});

describe("nothing else is lost", () => {
  for (const twin of TWINS.filter(({ slanted }) => !slanted)) {
    it(`B3 ${twin.name}`, async () => {
      const secret = twin.secrets[0]!;
      const original = await twin.draw(secret);
      const { bytes } = await burn(original, secret);
      const expected = (await textOf(original)).map((t) => t.replaceAll(secret, "[Child A]"));
      expect(await textOf(bytes)).toEqual(expected);
    });
  }
});

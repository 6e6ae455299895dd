// Twins that cannot be equal byte for byte: where a burnt word has moved what nothing can move back.
// Every version states the same bits, or the statement itself would tell them apart (B1).
import { describe, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { STATED_ALIKE } from "../fixtures/twins/index.ts";

describe("twins that state bits", () => {
  for (const { make, mode } of STATED_ALIKE) {
    const twin = make();
    it(`B1 states the same in every version: ${twin.name}`, async () => {
      const stated = await Promise.all(
        twin.versions.map(async ({ bytes, marks }) => {
          const options = { mode, language: "en-GB" };
          const { report } = await burn({ original: bytes, marks: marks.marks, ...options });
          return report.pages.map(({ kind, boxes }) => ({
            kind,
            bits: boxes.map(({ bits }) => bits),
          }));
        }),
      );
      for (const pages of stated) expect(pages).toEqual(stated[0]);
      expect(Math.max(...stated[0]!.flatMap(({ bits }) => bits))).toBeGreaterThan(0);
    });
  }
});

// B3: pages of office programs and browsers whose drawings once sealed them: they stay text.
import { describe, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { HANDMADE_TWINS } from "../fixtures/twins/handmade.ts";

const STAY_TEXT = [
  "highlighters over one another",
  "a link's frame that its own look draws",
  "a blank of drawn letters that says nothing",
];

describe("B1 B3 stays text", () => {
  const twins = HANDMADE_TWINS.map((make) => make());

  it.each(STAY_TEXT)("%s", async (name) => {
    const { versions } = twins.find((twin) => twin.name === name)!;
    for (const { bytes, marks } of versions) {
      const plan = {
        original: bytes,
        marks: marks.marks,
        mode: "auto",
        language: "en-GB",
      } as const;
      const { report } = await burn(plan);
      expect(report.pages.map(({ kind }) => kind)).toEqual(["crisp"]);
    }
  });
});

// What a label or a word's end spells by chance is told from what is left of a burnt text.
import { describe, expect, it } from "vitest";
import { CUT, foldTerm } from "../../reading/fold.ts";
import type { PageTermText } from "./page-terms.ts";
import { onlyByChance } from "./by-chance.ts";

function page(original: string, candidate: string, labels: readonly string[]): PageTermText {
  const [own, shown] = [foldTerm(original), foldTerm(candidate)];
  return {
    page: 1,
    original: { visual: own, stream: own },
    candidate: { visual: shown, stream: shown },
    second: shown,
    read: foldTerm(""),
    codes: foldTerm(""),
    burntInPicture: [],
    unmarkedInPicture: foldTerm(""),
    secondOriginal: () => Promise.resolve(own),
    labels,
  };
}

const cut = CUT.repeat(4);

describe("a burnt term that an export spells", () => {
  it.each([
    [
      "a label completes what stands before it",
      `the parameter ${cut} of`,
      "the parameter School 1 of",
    ],
    ["a label completes what stands behind it", `${cut} ameters are`, "School Par ameters are"],
    ["the same twice", `parameter ${cut} parameter ${cut}`, "parameter School parameter School"],
  ])("V3 by chance is no finding: %s", async (_, original, candidate) => {
    const labels = ["School 1", "School Par", "School"];
    expect(await onlyByChance("parameters", page(original, candidate, labels))).toBe(true);
  });

  it.each([
    ["it stands there whole", `the ${cut} of`, "the parameters School 1 of"],
    ["its letters stood under the mark", `the ${cut} of`, "the parameter School 1 of"],
    [
      "it is spelled twice where one was beside a mark",
      `parameter ${cut} and ${cut}`,
      "parameter School 1 and parameter School 1",
    ],
    ["no label is there", `the parameter ${cut} of`, "the parameter s of"],
  ])("V3 is one where %s", async (_, original, candidate) => {
    expect(await onlyByChance("parameters", page(original, candidate, ["School 1"]))).toBe(false);
  });

  it("V3 a short word may begin where the original's begins within another", async () => {
    const labels = ["School 1"];
    const own = `roo "ha-balon ${cut} tuck`;
    expect(await onlyByChance("balon", page(own, "roo ha balon School 1 tuck", labels))).toBe(true);
    expect(await onlyByChance("balon", page(own, "roo ha-balon balon tuck", labels))).toBe(false);
    expect(
      await onlyByChance("balon", page(`roo ha ${cut} tuck`, "roo ha balon tuck", labels)),
    ).toBe(false);
  });
});

// The second engine is asked for an export's page wherever the verifier's own reader and the engine that
// draws do not both vouch for it.
import { describe, expect, it } from "vitest";
import { CandidateFailure } from "./candidate-failure.ts";
import { EngineFailure } from "./engines/failure.ts";
import type { PdfjsPage } from "./engines/pdfjs.ts";
import { pageFrame } from "./place.ts";
import { foldTerm } from "./reading/fold.ts";
import { SecondReading } from "./second-reading.ts";

const SHOWN = "The school told Mrs Nowak nothing.";

function reading(retraced: string | undefined, says: () => string) {
  let asked = 0;
  const texts = async () => {
    asked++;
    return [{ text: says(), box: [0, 0, 1, 1] as const }];
  };
  const page = { texts } as unknown as PdfjsPage;
  const frame = pageFrame([0, 0, 100, 100], 0, 1);
  const second = new SecondReading({ original: page, candidate: page, frame, marks: [], retraced });
  return { second, asked: () => asked };
}

describe("the other reading of an export's page", () => {
  it("V1 is the verifier's own where that reads the letters that are drawn", async () => {
    const { second, asked } = reading(`\n${SHOWN.replaceAll(" ", "")}\n`, () => "anything");
    expect((await second.otherThan(foldTerm(SHOWN))).text).toBe(foldTerm(SHOWN).text);
    expect(asked()).toBe(0);
  });

  it.each([
    ["the own reader reads another letter", SHOWN.replace("k", "c")],
    ["it reads a letter more", `${SHOWN} A`],
    ["it reads them in another order", SHOWN.split(" ").toReversed().join(" ")],
    ["the file's form is doubted", undefined],
  ])("V1 is the second engine's where %s", async (_, retraced) => {
    const { second, asked } = reading(retraced, () => "Ewa Nowak");
    expect((await second.otherThan(foldTerm(SHOWN))).text).toBe("ewanowak");
    expect(await second.candidate()).toBe("Ewa Nowak");
    expect(asked()).toBe(1);
  });

  it("V1 fails the candidate where the second engine cannot read it", async () => {
    const { second } = reading(undefined, () => {
      throw new EngineFailure("pdf.js", "damaged", "The text of a page cannot be read.");
    });
    await expect(second.otherThan(foldTerm(SHOWN))).rejects.toThrow(CandidateFailure);
  });
});

// B3 B5: documents that were once refused for no good reason are finished, and pass the gate.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { verify } from "../../electron/verify/verify.ts";
import type { BurnInput, BurnReport } from "../../shared/model/burning.ts";
import type { Verification } from "../../shared/model/verification.ts";
import { boxOf, helvetica, LeakDocument, literal, mark } from "../fixtures/leaks/leak.ts";

const folder = mkdtempSync(path.join(tmpdir(), "finished-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome {
  readonly report: BurnReport;
  readonly verification: Verification;
}

async function judged(input: Pick<BurnInput, "original" | "marks"> & Partial<BurnInput>) {
  const whole: BurnInput = { mode: "auto", language: "en-GB", epoch: 0, ...input };
  const { bytes, report } = await burn(whole);
  const candidatePath = path.join(folder, "export.pdf");
  writeFileSync(candidatePath, bytes);
  const { original, marks } = whole;
  const verification = await verify({ original, marks, candidatePath, claim: report });
  return { report, verification } satisfies Outcome;
}

/** Lines of a size and leading in points; the word between braces is marked. */
function lines(size: number, leading: number, texts: readonly string[]) {
  const leak = new LeakDocument();
  const marks = [];
  let content = "";
  for (const [i, text] of texts.entries()) {
    const y = 700 - i * leading;
    const [before, name] = text.split(/[{}]/);
    content += `BT /F1 ${size} Tf 72 ${y} Td ${literal(text.replace(/[{}]/g, ""))} Tj ET\n`;
    if (name === undefined) continue;
    const from = 72 + helvetica(before!, size);
    marks.push(mark(boxOf(from, y, helvetica(name, size), size)));
  }
  leak.page({ content });
  return { original: leak.finish(), marks };
}

describe("documents that are finished", () => {
  it("B3 on a page that is a picture alone no neighbour is lost beside a box", async () => {
    const texts = [
      "The visitor came to {Marian} at once, and to her brother as well.",
      "On Monday she went to {Ik} by herself, and on Tuesday to school.",
      "Nobody had told her that {Wilhelmina} would be there to help her.",
    ];
    for (const [size, leading] of [
      [11, 13],
      [6, 7],
      [2, 2.6],
    ] as const) {
      const { original, marks } = lines(size, leading, texts);
      const { report, verification } = await judged({
        original,
        marks,
        sealedPages: [1],
        picturePages: [1],
      });
      expect(verification.findings).toEqual([]);
      expect(verification.notices.map(({ message }) => message)).not.toContainEqual(
        expect.stringContaining("under the box"),
      );
      // Letters stand beside each box, which is therefore about as long as the word.
      expect(report.pages[0]!.boxes.map(({ bits }) => bits)).toEqual([8, 8, 8]);
    }
  });

  it("B5 words that every export is written in may be burnt", async () => {
    const { original, marks } = lines(11, 14, [
      "The first {Document} was sent to her brother on Monday.",
      "The second, a {Redacted} one, was sent on Tuesday.",
      "Nothing was said of its {Language} or of what it was for.",
      "A {Description} of the house was added, and a list of Resources as well.",
    ]);
    const { verification } = await judged({ original, marks });
    expect(verification.findings).toEqual([]);
  });
});

// B2: text that only engines read is never carried on, neither as text of a crisp page nor in the
// text layer of a sealed one.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { verify } from "../../electron/verify/verify.ts";
import {
  PAINTED_TWICE,
  SEEN_AGAIN,
  UNSEEN,
  UNSEEN_MARK,
  UNSEEN_WORD,
} from "../fixtures/ordinary/unseen.ts";
import { readWithPdfium, readWithPdfJs } from "./oracle/engines.ts";

const folder = mkdtempSync(path.join(tmpdir(), "unseen-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(["auto", "sealed"] as const)("words that nobody sees, %s", (mode) => {
  it.each(UNSEEN)("B2 V2 stay behind beneath $name", async ({ bytes: original }) => {
    const marks = [UNSEEN_MARK];
    const candidatePath = path.join(folder, "export.pdf");
    const attempt = async (sealedPages: readonly number[]) => {
      const plan = { original, marks, mode, sealedPages, language: "en-GB", epoch: 0 };
      const burnt = await burn(plan);
      writeFileSync(candidatePath, burnt.bytes);
      return { burnt, ...(await verify({ original, marks, candidatePath, claim: burnt.report })) };
    };
    // As every export is made: a page that does not pass is burnt again as pixels.
    let { burnt, findings } = await attempt([]);
    if (findings.length > 0 && mode === "auto") ({ burnt, findings } = await attempt([1]));
    const texts = [
      (await readWithPdfJs(burnt.bytes)).pages[0]!,
      (await readWithPdfium(burnt.bytes))[0]!,
    ];
    for (const text of texts) {
      expect(text).not.toContain(UNSEEN_WORD);
      expect(text.replace(/\s+/gu, " ")).toContain("at the door.");
    }
    expect(findings).toEqual([]);
  });
});

it.each(["auto", "sealed"] as const)(
  "B3 words that are painted over and painted again stay, %s",
  async (mode) => {
    const marks = [UNSEEN_MARK];
    const plan = { original: PAINTED_TWICE, marks, mode, language: "en-GB", epoch: 0 };
    const { bytes, report } = await burn(plan);
    const candidatePath = path.join(folder, "export.pdf");
    writeFileSync(candidatePath, bytes);
    const verification = await verify({
      original: PAINTED_TWICE,
      marks,
      candidatePath,
      claim: report,
    });
    expect(verification.findings).toEqual([]);
    const [text] = await readWithPdfium(bytes);
    expect(verification.findings).toEqual([]);
    expect(text).toContain(SEEN_AGAIN);
    expect(text).not.toContain(UNSEEN_WORD);
  },
);

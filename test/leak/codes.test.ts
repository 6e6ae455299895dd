// QR and bar codes that say what is burnt: the headless command burns them too (the plan is completed),
// what stays is told, and the verifier reads the codes of an export.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { completePlan } from "../../electron/burn/complete-plan.ts";
import { marksOf } from "../../electron/burn/crisp/testing/find-text.ts";
import { withAdded } from "../../electron/command/whole-plan.ts";
import { findCodes } from "../../electron/ocr/codes.ts";
import { openPdfium } from "../../electron/pdfium/document.ts";
import { verify } from "../../electron/verify/verify.ts";
import type { PlanMark } from "../../shared/model/plan.ts";
import { codedPage } from "../fixtures/coded-page.ts";
import type { CodedPage } from "../fixtures/coded-page.ts";

const NAME = "Marian Ashgrove";
const TEXT = `The nurse saw ${NAME} at home.`;

interface Made {
  readonly bytes: Uint8Array;
  readonly marks: readonly PlanMark[];
}

async function made(code: Omit<CodedPage, "text">): Promise<Made> {
  const bytes = await codedPage({ ...code, text: TEXT });
  return { bytes, marks: await marksOf(bytes, NAME, "Child A") };
}

const burnt = (bytes: Uint8Array, marks: readonly PlanMark[]) =>
  burn({ original: bytes, marks, mode: "auto", language: "en-GB" });

async function findingsOf(original: Uint8Array, marks: readonly PlanMark[], file: Uint8Array) {
  const folder = mkdtempSync(path.join(tmpdir(), "codes-"));
  try {
    const candidatePath = path.join(folder, "out.pdf");
    writeFileSync(candidatePath, file);
    return (await verify({ original, candidatePath, marks })).findings;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function codesOf(bytes: Uint8Array): Promise<readonly (string | null)[]> {
  const document = await openPdfium(bytes);
  try {
    return (await findCodes(document, 1)).map(({ content }) => content);
  } finally {
    document.close();
  }
}

const SAYING: readonly CodedPage[] = [
  { format: "QRCode", content: NAME, as: "lines" },
  { format: "QRCode", content: `N:Ashgrove;Marian`, as: "picture" },
  { format: "QRCode", content: "https://records.example/p/marian-ashgrove", as: "picture" },
  { format: "QRCode", content: "https://records.example/?who=Marian+Ashgr%6Fve", as: "lines" },
  { format: "DataMatrix", content: NAME, as: "picture" },
  { format: "Code128", content: NAME.toUpperCase(), as: "lines" },
];

describe("B2 codes that say burnt text", () => {
  it.each(SAYING)("are burnt with it: $format as $as, $content", async (code) => {
    const { bytes, marks } = await made(code);
    const added = await completePlan({ bytes, marks });
    expect(added.codes).toMatchObject([{ page: 1, label: "Child A", reason: "child-name" }]);
    expect(added.codesLeft).toEqual([]);
    const plan = [...marks, ...added.codes];
    const output = await burnt(bytes, plan);
    expect(await codesOf(output.bytes)).toEqual([]);
    expect(await findingsOf(bytes, plan, output.bytes)).toEqual([]);
    // How large a code is tells how much it says.
    const [, box] = output.report.pages[0]!.boxes;
    expect(box!.bits).toBeGreaterThan(0);
    expect(withAdded(output.report, { ...added, marks: plan }).notes.join(" ")).toContain(
      "codes said burnt text and were burnt too: 1 place, page 1.",
    );
  });

  it.each(SAYING)("V3 are found where they stay: $format as $as, $content", async (code) => {
    const { bytes, marks } = await made(code);
    const { bytes: file } = await burnt(bytes, marks);
    expect(await findingsOf(bytes, marks, file)).toEqual([
      { check: "terms-absent", page: 1, message: "A QR or bar code says burnt text." },
    ]);
  });

  it("are left to the mark that lies over them", async () => {
    const { bytes, marks } = await made(SAYING[0]!);
    const { codes } = await completePlan({ bytes, marks });
    const again = await completePlan({ bytes, marks: [...marks, ...codes] });
    expect(again).toEqual({ heads: [], codes: [], codesLeft: [] });
  });
});

describe("B3 other codes stay, and are told", () => {
  it.each<CodedPage>([
    { format: "QRCode", content: "https://council.example/reviews", as: "lines" },
    { format: "EAN13", content: "4006381333931", as: "picture" },
    { format: "QRCode", content: `${NAME} of Hill House, Larch Lane`, as: "lines", damaged: true },
  ])("$format as $as, $content", async (code) => {
    const { bytes, marks } = await made(code);
    const added = await completePlan({ bytes, marks });
    expect(added).toEqual({ heads: [], codes: [], codesLeft: [1] });
    const { bytes: file, report } = await burnt(bytes, marks);
    expect(await codesOf(file)).toHaveLength(1);
    expect(await findingsOf(bytes, marks, file)).toEqual([]);
    expect(withAdded(report, { ...added, marks }).notes.join(" ")).toContain(
      "codes stay on page 1",
    );
  });
});

// B2 B3: a box over a drawing, a picture or a code stands on no line of text. It shows its label all
// the same, and whoever reads the page with a machine meets the gap.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { verify } from "../../electron/verify/verify.ts";
import type { PlanMark } from "../../shared/model/plan.ts";
import { codedPage } from "../fixtures/coded-page.ts";
import { LeakDocument, SURROUNDINGS } from "../fixtures/leaks/leak.ts";
import { readWithPdfium, readWithPdfJs } from "./oracle/engines.ts";

const folder = mkdtempSync(path.join(tmpdir(), "alone-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const drawing = (): Uint8Array => {
  const leak = new LeakDocument();
  const content = `${SURROUNDINGS}\n1 w 120 440 m 240 440 l S 180 420 m 180 470 l S`;
  leak.page({ content });
  return leak.finish();
};
const code = () => codedPage({ format: "QRCode", content: "Marian Ashgrove", as: "lines" });
const AREA = [80, 410, 250, 480] as const;

interface Case {
  readonly name: string;
  readonly original: () => Uint8Array | Promise<Uint8Array>;
  readonly rect: PlanMark["rect"];
  readonly label?: string;
  readonly reads: string;
}

const CASES: readonly Case[] = [
  { name: "a drawing", original: drawing, rect: AREA, label: "Child A", reads: "[Child A]" },
  { name: "a code", original: code, rect: AREA, label: "Child A", reads: "[Child A]" },
  { name: "a code without a label", original: code, rect: AREA, reads: "[picture removed]" },
  {
    name: "a drawing with a label that does not fit",
    original: drawing,
    rect: [120, 430, 150, 450],
    label: "Maternal grandmother",
    reads: "[Maternal grandmother]",
  },
];

it.each(CASES)(
  "$name is burnt under what can be read",
  async ({ original, rect, label, reads }) => {
    const bytes = await original();
    const marks = [{ page: 1, rect, ...(label ? { label } : {}), reason: "picture" }];
    const plan = { original: bytes, marks, mode: "auto", language: "en-GB", epoch: 0 } as const;
    const output = await burn(plan);
    expect(output.report.pages[0]!.kind).toBe("crisp");
    const candidatePath = path.join(folder, "export.pdf");
    writeFileSync(candidatePath, output.bytes);
    const claim = output.report;
    const { findings } = await verify({ original: bytes, marks, candidatePath, claim });
    expect(findings).toEqual([]);
    const texts = [
      (await readWithPdfJs(output.bytes)).pages[0]!,
      (await readWithPdfium(output.bytes))[0]!,
    ];
    for (const text of texts)
      expect(text.replace(/\s+/gu, "")).toContain(reads.replace(/\s/gu, ""));
  },
);

// A scan that says a burnt name once more, unmarked, on the same lines: as on a page of text it stays,
// and is told. What the picture still shows of the burnt place itself stops the export (on-scans.ts).
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { verify } from "../../electron/verify/verify.ts";
import { LETTER_LINES, scannedLetter } from "../fixtures/scanned-letter.ts";

const folder = mkdtempSync(path.join(tmpdir(), "scan-beside-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LINES = [
  "Re: Caleb Whitlock, and his aunt, Mary Whitlock, of Saltbeck,",
  "whose brother was Henry Whitlock, and whose aunt lives in Saltbeck",
  "and is a Whitlock as well; she has known Marchbanks of Saltbeck.",
];

it("B3 V2 a scan that tells a burnt name beside its mark is exported, and that is told", async () => {
  const lines = [...LETTER_LINES.slice(0, 8), ...LINES, ...LETTER_LINES.slice(10)];
  const original = await scannedLetter({ lines });
  // Parts of three lines, cut as a careless box cuts them.
  const rect = [300, 575, 420, 614] as const;
  const marks = [{ page: 1, rect, label: "Child A", reason: "child-name" }];
  const { bytes, report } = await burn({ original, marks, mode: "auto", language: "en-GB" });
  const candidatePath = path.join(folder, "export.pdf");
  writeFileSync(candidatePath, bytes);
  const { findings, notices } = await verify({ original, marks, candidatePath, claim: report });
  expect(findings).toEqual([]);
  expect(notices.map(({ page, message }) => `${page} ${message}`)).toContain(
    "1 Text that was burnt on page 1 is readable where it was not marked.",
  );
});

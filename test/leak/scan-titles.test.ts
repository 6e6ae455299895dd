// A name that only a scan's picture shows, in the title and the bookmarks of its document: read from
// the pixels under its mark, it goes from there as any burnt text does. What cannot be read is told.
import {
  PDFDocument,
  PDFHexString,
  PDFName,
  StandardFonts,
  TextRenderingMode,
  setTextRenderingMode,
} from "pdf-lib";
import { describe, expect, it } from "vitest";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { burn } from "../../electron/burn/burn.ts";
import { verify } from "../../electron/verify/verify.ts";
import { openPdfium } from "../../electron/pdfium/document.ts";
import type { PlanMark } from "../../shared/model/plan.ts";
import type { Rect } from "../../shared/geometry/rect.ts";
import { scannedLetter } from "../fixtures/scanned-letter.ts";

/** Over "Caleb Whitlock," in the letter's eighth line. */
const NAME: Rect = [82, 600, 180, 614];
const PAPER: Rect = [300, 60, 400, 74];

async function titled(): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(await scannedLetter());
  pdf.setTitle("Letter about Caleb Whitlock");
  const { context } = pdf;
  const outline = context.nextRef();
  const bookmark = context.register(
    context.obj({
      Title: PDFHexString.fromText("Whitlock, his surgery"),
      Parent: outline,
      Dest: [pdf.getPage(0).ref, PDFName.of("Fit")],
    }),
  );
  context.assign(
    outline,
    context.obj({ Type: "Outlines", First: bookmark, Last: bookmark, Count: 1 }),
  );
  pdf.catalog.set(PDFName.of("Outlines"), outline);
  return pdf.save();
}

function marked(rect: Rect, more: Partial<PlanMark> = {}): PlanMark {
  return { page: 1, rect, label: "Child A", reason: "child-name", ...more };
}

async function burnt(original: Uint8Array, marks: readonly PlanMark[], title?: string) {
  return burn({
    original,
    marks,
    mode: "auto",
    language: "en-GB",
    ...(title === undefined ? {} : { title }),
  });
}

/** The burn, which left the label alone in the title and the bookmarks. */
async function burntToLabels(original: Uint8Array, marks: readonly PlanMark[]) {
  const made = await burnt(original, marks);
  const exported = await openPdfium(made.bytes);
  expect(exported.title).toBe("Letter about [Child A]");
  expect(exported.bookmarks().map(({ title }) => title)).toEqual(["[Child A], his surgery"]);
  exported.close();
  return made;
}

/** Messages of the verifier about a file for an original and its marks. */
async function findingsOf(
  original: Uint8Array,
  marks: readonly PlanMark[],
  candidate: Uint8Array,
): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "scan-"));
  try {
    const candidatePath = path.join(folder, "export.pdf");
    writeFileSync(candidatePath, candidate);
    const { findings } = await verify({ original, marks, candidatePath });
    return findings.map(({ message }) => message);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const saysLeftInTitle = (message: string): boolean =>
  /Burnt text stands in a document information/.test(message);

/** The letter's line with what a scanner read in it, and what another one read later. */
async function readTwice(): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(await titled());
  const [page] = pdf.getPages();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  page!.pushOperators(setTextRenderingMode(TextRenderingMode.Invisible));
  for (const [by, size] of [
    [0, 12],
    [1.3, 13],
  ] as const) {
    const words = ["Caleb", "Whitlock,"];
    for (const [i, word] of words.entries())
      page!.drawText(word, { x: NAME[0] + 2 + by + 36 * i, y: NAME[1] + 3 + by / 2, size, font });
  }
  return pdf.save();
}

describe("a name that a scan carries twice, unseen", () => {
  it("B2 V3 goes from the title and the bookmarks, and is found where it was left there", async () => {
    const original = await readTwice();
    const marks = [marked(NAME)];
    const { report } = await burntToLabels(original, marks);
    expect(report.swept).toMatchObject({ bookmark: 1, title: 1 });
    const other = await burnt(original, [marked(PAPER)]);
    const findings = await findingsOf(original, marks, other.bytes);
    expect(findings.some(saysLeftInTitle)).toBe(true);
  });
});

describe("a name that only the picture tells", () => {
  it("B2 goes from the title and the bookmarks", async () => {
    const original = await titled();
    const marks = [marked(NAME)];
    const { bytes, report } = await burntToLabels(original, marks);
    expect(report.swept).toEqual({ bookmark: 1, title: 1 });
    expect(report.notes.filter((note) => note.includes("could not be read"))).toEqual([]);
    expect(await findingsOf(original, marks, bytes)).toEqual([]);
  });

  it("V3 is found where it was left in the title", async () => {
    const original = await titled();
    // Burnt as a picture it was not read; the verifier reads it by itself.
    const unread = await burnt(original, [marked(NAME, { reason: "picture" })]);
    const findings = await findingsOf(original, [marked(NAME)], unread.bytes);
    expect(findings.some(saysLeftInTitle)).toBe(true);
  });

  it("leaves a title alone that names nobody, and says what could not be read", async () => {
    const original = await scannedLetter({ lines: ["", "~ ~ ~ ~ ~ ~ ~ ~"] });
    const line: Rect = [60, 725, 180, 740];
    const { report } = await burnt(original, [marked(line)], "A letter");
    expect(report.swept).toEqual({});
    expect(report.notes).toContain(
      "Page 1: what a mark covers in a picture could not be read; look whether the title or a bookmark names it.",
    );
    const empty = await burnt(original, [marked(PAPER)], "A letter");
    expect(empty.report.notes.filter((note) => note.includes("could not be read"))).toEqual([]);
  });
});

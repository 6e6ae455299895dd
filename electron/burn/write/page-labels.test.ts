import { PDFDocument } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { openPdfium } from "../../pdfium/document.ts";
import { pageLabels } from "./page-labels.ts";
import { PDFName } from "pdf-lib";

async function roundTrip(labels: readonly string[]): Promise<readonly string[] | null> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  for (const _ of labels) doc.addPage([100, 100]);
  doc.catalog.set(PDFName.of("PageLabels"), pageLabels(doc, labels));
  const document = await openPdfium(await doc.save());
  const read = document.pageLabels();
  document.close();
  return read;
}

describe("page labels", () => {
  it.each([
    [["i", "ii", "iii", "iv", "1", "2", "3"]],
    [["Cover", "1", "2", "A-1", "A-2", "A-9"]],
    [["I", "II", "IX", "X", "(x)"]],
    [["", "Überblick", "7", "8"]],
  ])("read back as they were written: %j", async (labels) => {
    expect(await roundTrip(labels)).toEqual(labels);
  });
});

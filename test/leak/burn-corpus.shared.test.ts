// Every supplied document with random marks: burnt, or refused in one sentence; never a defect.
// The export opens in the engine that had no part in writing it, with as many pages as before.
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { PDFDocument } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { openPdfium } from "../../electron/pdfium/document.ts";
import { appRoot } from "../../electron/resources.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import type { PlanMark } from "../../shared/model/plan.ts";

const folder = resolve(appRoot(), "..", "shared", "corpus");
const files = readdirSync(folder).filter((file) => file.endsWith(".pdf"));
/** Long documents are left to the measurements: here every kind counts, not every page. */
const MOST_PAGES = 6;

/** A small generator with a seed of its own, so that a failure comes back. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

async function randomMarks(bytes: Uint8Array, seed: number): Promise<PlanMark[] | null> {
  const document = await openPdfium(bytes);
  try {
    if (document.pageCount > MOST_PAGES) return null;
    const next = random(seed);
    const marks: PlanMark[] = [];
    for (let page = 1; page <= document.pageCount; page++) {
      const [x0, y0, x1, y1] = document.geometry(page).cropBox;
      for (let i = 0; i < 3; i++) {
        const x = x0 + next() * (x1 - x0);
        const y = y0 + next() * (y1 - y0);
        const size = i === 2 ? 0.4 : 0.06;
        marks.push({
          page,
          rect: [x, y, x + 1 + next() * size * (x1 - x0), y + 1 + next() * (size / 3) * (y1 - y0)],
          label: i === 0 ? "Child A" : undefined,
          reason: "other",
        });
      }
    }
    return marks;
  } finally {
    document.close();
  }
}

describe("supplied documents with random marks", () => {
  it.each(files)(
    "B4 B5 %s",
    async (file) => {
      const original = new Uint8Array(readFileSync(resolve(folder, file)));
      try {
        const marks = await randomMarks(original, 7 + files.indexOf(file));
        if (!marks) return;
        const { bytes, report } = await burn({
          original,
          marks,
          mode: "auto",
          language: "en-GB",
          epoch: 0,
        });
        const pages = (await PDFDocument.load(bytes)).getPageCount();
        expect(pages).toBe(report.pages.length);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        expect(error.message).toMatch(/^[A-Z][^\n]*\.$/);
      }
    },
    240_000,
  );
});

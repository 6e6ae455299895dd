// Reader's key, schedule and trail on paper: they say what they should, hold no more, are the same bytes
// each time, and a copy with the key appended reads page by page as the export did.
import { PDFDocument, StandardFonts } from "pdf-lib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import type { AuditEntry } from "../../shared/audit/kinds.ts";
import type { PlanMark } from "../../shared/model/plan.ts";
import { readersKey, redactionSchedule } from "../../shared/policy/schedule.ts";
import { checkAppended } from "./readers-key-check.ts";
import { readersKeyPdf, withReadersKey } from "./readers-key-pdf.ts";
import { schedulePdf, trailPdf } from "./record-pdf.ts";

const MARKS: PlanMark[] = [
  { page: 1, rect: [72, 700, 120, 712], label: "Child A", reason: "child-name" },
  { page: 2, rect: [72, 700, 120, 712], label: "Child A", reason: "child-name" },
  { page: 2, rect: [72, 600, 120, 612], reason: "address" },
];
const KEY = readersKey(MARKS, {
  published: "Alderbrook Safeguarding Partnership",
  contact: "reviews@alderbrook.example",
});

async function exported(pages: number, word = "Child A"): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let n = 1; n <= pages; n++)
    document
      .addPage([595, 842])
      .drawText(`${word} on page ${n}`, { x: 72, y: 700, size: 12, font });
  return document.save({ useObjectStreams: false });
}

async function textOf(bytes: Uint8Array): Promise<readonly string[]> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent();
    pages.push(items.map((i) => ("str" in i ? i.str : "")).join(" "));
  }
  await document.loadingTask.destroy();
  return pages;
}

describe("reader's key", () => {
  it("tells labels, meanings, counts and whom to ask, in the same bytes each time", async () => {
    const bytes = await readersKeyPdf(KEY);
    const [page] = await textOf(bytes);
    expect(page).toMatch(/Child A\s+Name of a child\s+2/u);
    expect(page).toMatch(/address removed\s+Address or postcode\s+1/u);
    expect(page).toContain("reviews@alderbrook.example");
    expect(await readersKeyPdf(KEY)).toEqual(bytes);
  });

  it("V2 is appended only where every page reads as it did before", async () => {
    const before = await exported(3);
    const copy = await withReadersKey(before, KEY);
    await checkAppended(before, copy);
    expect(copy.slice(0, before.length)).toEqual(before);
    const pages = await textOf(copy);
    expect(pages).toHaveLength(4);
    expect(pages.slice(0, 3)).toEqual(await textOf(before));
    expect(pages[3]).toContain("How to read this report");
    await expect(checkAppended(await exported(3, "Tansy"), copy)).rejects.toMatchObject({
      code: "not-verified",
    });
    const edited = await PDFDocument.load(before, { forIncrementalUpdate: true });
    edited.getPage(1).drawText("put in behind", { x: 72, y: 500 });
    edited.addPage();
    await expect(checkAppended(before, await edited.commit())).rejects.toMatchObject({ page: 2 });
    await expect(checkAppended(await exported(4), copy)).rejects.toMatchObject({
      code: "not-verified",
    });
    await expect(checkAppended(before, copy.slice(0, copy.length / 2))).rejects.toThrow();
  });
});

describe("records on paper", () => {
  it("the schedule has every row and every page of a long one its head", async () => {
    const documents = [
      { name: "1. overview report", marks: MARKS },
      {
        name: "2. executive summary",
        marks: Array.from({ length: 90 }, (_, i): PlanMark => ({
          page: i + 1,
          rect: [0, i, 10, i + 9],
          label: `Person ${i + 1}`,
          reason: "other-name",
        })),
      },
    ];
    const pages = await textOf(await schedulePdf(redactionSchedule(documents)));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).toContain("Shown to the reader");
    const all = pages.join("\n");
    for (let n = 1; n <= 90; n++) expect(all).toContain(`Person ${n}`);
    expect(all).toContain("1. overview report (3 places)");
  });

  it("the trail has every entry in plain words, and its signed checkpoint", async () => {
    const entries = Array.from({ length: 120 }, (_, i): AuditEntry => ({
      seq: i + 1,
      at: `2026-03-0${1 + Math.floor(i / 60)}T10:00:00.000Z`,
      by: "u",
      tool: "Candour 0",
      kind: "page.sealed",
      document: "d",
      page: i + 1,
      data: { sealed: true },
      previous: "",
      hash: "",
      signature: "",
    }));
    const checkpoint = {
      case: "c",
      entries: 120,
      head: "f".repeat(64),
      at: "2026-03-02T11:00:00.000Z",
      by: "u",
      signature: "a".repeat(128),
    };
    const names = { user: () => "Ann Alder", document: () => "document 1" };
    const about = { title: "Trail of Case 7", proof: "All is whole.", checkpoint };
    const all = (await textOf(await trailPdf(entries, names, about))).join("\n");
    for (let n = 1; n <= 120; n++) expect(all).toContain(`page ${n})`);
    expect(all).toContain("f".repeat(40));
    expect(all.match(/Chose to seal the page/g)).toHaveLength(120);
  });
});

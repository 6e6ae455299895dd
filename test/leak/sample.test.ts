// The sample pair keeps its promises: size, determinism, and a truth that agrees with what an engine
// reads in the files.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { generateSample, type SampleFile, type Truth } from "../fixtures/sample/generate.ts";
import { openPdfium } from "../../electron/pdfium/document.ts";
import { readPictures } from "../../electron/text/pictures.ts";
import { openPdfJs, readWithPdfJs } from "./oracle/engines.ts";
import { folded } from "./oracle/spelling.ts";

const folders = [0, 1].map(() => mkdtempSync(path.join(tmpdir(), "sample-")));
const [first, again] = folders.map((folder) => generateSample(folder)) as [
  SampleFile[],
  SampleFile[],
];
const truths = first.map(({ truth }) => JSON.parse(readFileSync(truth, "utf8")) as Truth);

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe("sample pair", () => {
  it("comes out the same every time", () => {
    first.forEach((file, index) => {
      expect(readFileSync(file.pdf).equals(readFileSync(again[index]!.pdf))).toBe(true);
      expect(readFileSync(file.truth).equals(readFileSync(again[index]!.truth))).toBe(true);
    });
  });

  it("has a report of forty pages and a summary of six", () => {
    expect(truths[0]!.pages).toBeGreaterThanOrEqual(40);
    expect(truths[1]!.pages).toBeGreaterThanOrEqual(6);
  });

  it("has every labelled word on the page that the truth says", async () => {
    for (const [index, file] of first.entries()) {
      const { pages } = await readWithPdfJs(new Uint8Array(readFileSync(file.pdf)));
      const read = pages.map(folded);
      expect(pages.length).toBe(truths[index]!.pages);
      const missing = truths[index]!.spans.filter(
        (span) => !read[span.page - 1]!.includes(folded(span.text)),
      );
      expect(missing.map((span) => `${span.page}: ${span.text}`)).toEqual([]);
    }
  });

  it("puts its rectangles where an engine finds the words", async () => {
    const document = await openPdfJs(new Uint8Array(readFileSync(first[0]!.pdf)));
    const wrong: string[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const content = await (await document.getPage(number)).getTextContent();
      const spans = truths[0]!.spans.filter((span) => span.page === number);
      for (const span of spans) {
        const touching = content.items.filter((item) => {
          if (!("str" in item) || item.str.trim() === "") return false;
          const [x, y] = [item.transform[4] as number, item.transform[5] as number];
          return span.rects.some(
            ([x0, y0, x1, y1]) => x < x1 && x + item.width > x0 && y > y0 - 1 && y < y1,
          );
        });
        const text = folded(touching.map((item) => ("str" in item ? item.str : "")).join(""));
        const words = span.text.split(/\s+/).map(folded);
        if (!words.every((word) => text.includes(word))) wrong.push(`${number}: ${span.text}`);
      }
    }
    await document.loadingTask.destroy();
    expect(wrong).toEqual([]);
  });

  it("has a genogram, a photograph and a scan to look at, and its tables are none of them", async () => {
    const [report] = first;
    const document = await openPdfium(new Uint8Array(readFileSync(report!.pdf)));
    const pages = Array.from({ length: document.pageCount }, (_, i) => i + 1);
    const found = pages.flatMap((page) => readPictures(document, page));
    document.close();
    expect(found.map(({ kind }) => kind)).toEqual(["drawing", "image", "image"]);
  });

  it("names people in bookmarks, metadata, alternative texts and file names", () => {
    const kinds = new Set(truths[0]!.hidden.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(["alt", "bookmark", "filename", "metadata"]);
  });

  it("uses only identifiers that are never issued", () => {
    const spans = truths.flatMap((truth) => truth.spans);
    const categories = new Set(spans.map(({ category }) => category));
    for (const one of ["nhs-number", "phone", "email", "nino"]) expect(categories).toContain(one);
    for (const truth of truths) {
      for (const { category, text } of truth.spans) {
        if (category === "nhs-number") expect(text).toMatch(/^999 \d{3} \d{4}$/);
        if (category === "phone") {
          expect(text.replaceAll(/\D/g, "")).toMatch(/^(?:44|0)7700900\d{3}$|^01632960\d{3}$/);
        }
        if (category === "email") expect(text).toMatch(/example\.org$/);
        if (category === "nino") expect(text).toMatch(/^QQ /);
      }
    }
  });
});

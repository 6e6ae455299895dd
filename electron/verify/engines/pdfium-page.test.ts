// Pages that are drawn in grey show, to the check that compares pages, what they show in colours.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { leakFixtures } from "../../../test/fixtures/leaks/index.ts";
import { benchDocument } from "../../../test/bench/burn-document.ts";
import { resource } from "../../resources.ts";
import { differences } from "../pixels/compare.ts";
import { EngineFailure } from "./failure.ts";
import { PdfiumEngine } from "./pdfium.ts";
import { PdfiumPage } from "./pdfium-page.ts";

/** Pages as word processors and browsers write them. */
const TYPESET = resource("test", "fixtures", "typesetters", "kept");
const SCALE = 150 / 72;
const TOLERANCE = { level: 72, soft: 36, pixels: 6 };

interface Seen {
  readonly name: string;
  readonly plain: boolean;
  readonly cells: number;
  readonly inked: boolean;
}

function seen(name: string, bytes: Uint8Array, engine: PdfiumEngine): Seen[] {
  const document = engine.open(bytes);
  const pages = Array.from({ length: document.pages }, (_, index): Seen => {
    const page = new PdfiumPage(document, index, 1);
    const colours = page.render(SCALE);
    const grey = page.render(SCALE, { grey: true });
    const none = new Uint8Array(grey.grey.length);
    const cells = differences(colours, grey, none, TOLERANCE).length;
    const plain = page.plain(page.glyphs());
    page.close();
    return { name, plain, cells, inked: grey.grey.some((level) => level < 128) };
  });
  document.close();
  return pages;
}

describe("a page drawn in grey", () => {
  it("V3 shows what it shows in colours, where it is drawn so", async () => {
    const engine = await PdfiumEngine.start();
    const all = seen("bench", benchDocument(1).bytes, engine);
    for (const name of readdirSync(TYPESET).filter((file) => file.endsWith(".pdf")))
      all.push(...seen(name, readFileSync(join(TYPESET, name)), engine));
    for (const { name, bytes } of leakFixtures()) {
      try {
        all.push(...seen(name, bytes, engine));
      } catch (error) {
        // Files that need a password, or that one engine does not open.
        if (!(error instanceof EngineFailure)) throw error;
      }
    }
    const plain = all.filter((page) => page.plain);
    expect(plain.filter(({ cells }) => cells > 0)).toEqual([]);
    expect(plain.length).toBeGreaterThan(10);
    expect(plain.every(({ inked }) => inked)).toBe(true);
    // Pictures, forms and what lies over a page are never drawn so.
    const others = all.filter((page) => !page.plain).length;
    expect(others).toBeGreaterThan(20);
  }, 120_000);
});

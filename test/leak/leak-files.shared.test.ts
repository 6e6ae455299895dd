// The leak fixtures beside the checkout: each is burnt and verified, the secret is gone from every
// stream and from what two readers see, and the words around it are there.
import { readFileSync } from "node:fs";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { appRoot } from "../../electron/resources.ts";
import { verify } from "../../electron/verify/verify.ts";
import { openPdfium } from "../../electron/pdfium/document.ts";
import { readPageText } from "../../electron/text/page-text.ts";

interface Fixture {
  readonly file: string;
  /** Counted from 0. */
  readonly page: number;
  readonly secret: string;
  readonly rect: [number, number, number, number];
  readonly keep: readonly string[];
  readonly other_page_keeps?: { readonly page: number; readonly words: readonly string[] };
}

const shared = join(appRoot(), "..", "shared", "leaks");
const fixtures = JSON.parse(readFileSync(join(shared, "manifest.json"), "utf8")) as Fixture[];
const folder = mkdtempSync(join(tmpdir(), "candour-leaks-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function pageTexts(bytes: Uint8Array): Promise<string[]> {
  const document = await openPdfium(bytes);
  const texts = Array.from(
    { length: document.pageCount },
    (_, i) => readPageText(document, i + 1).text,
  );
  document.close();
  return texts;
}

/** All bytes of the file, with every deflated stream laid open beside them. */
function laidOpen(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes);
  const parts = [raw.toString("latin1")];
  for (let at = raw.indexOf("stream"); at >= 0; at = raw.indexOf("stream", at + 6)) {
    for (const skip of [7, 8]) {
      try {
        parts.push(inflateSync(raw.subarray(at + skip), { finishFlush: 2 }).toString("latin1"));
        break;
      } catch {
        // Not a deflated stream, or the word stands inside one.
      }
    }
  }
  return parts.join("\n");
}

describe("leak fixtures beside the checkout", () => {
  test.each(fixtures.map((f) => [f.file, f] as const))("B2 B3 V1 %s", async (_name, fixture) => {
    const original = new Uint8Array(readFileSync(join(shared, fixture.file)));
    const marks = [
      { page: fixture.page + 1, rect: fixture.rect, label: "Child A", reason: "child-name" },
    ];
    const { bytes, report } = await burn({ original, marks, mode: "auto", language: "en-GB" });
    const candidatePath = join(folder, fixture.file);
    writeFileSync(candidatePath, bytes);
    const verification = await verify({ original, candidatePath, marks, claim: report });
    expect(verification.findings).toEqual([]);

    const texts = await pageTexts(bytes);
    const { other_page_keeps: other } = fixture;
    const open = laidOpen(bytes);
    for (const word of fixture.keep) expect(texts[fixture.page]).toContain(word);
    expect(texts[fixture.page]).not.toContain(fixture.secret);
    for (const word of other?.words ?? []) expect(texts[other!.page]).toContain(word);
    if (!other) {
      const utf16 = Buffer.from(fixture.secret, "utf16le").swap16();
      expect(open).not.toContain(fixture.secret);
      expect(open).not.toContain(utf16.toString("latin1"));
      expect(open.toUpperCase()).not.toContain(utf16.toString("hex").toUpperCase());
    }
  });
});

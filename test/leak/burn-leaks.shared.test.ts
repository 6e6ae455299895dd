// The supplied leak documents, burnt crisp where possible and sealed: the secret is read by no
// engine, stands in no decoded stream, and every word that must survive does.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { unzlibSync } from "fflate";
import { describe, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { openPdfium } from "../../electron/pdfium/document.ts";
import { appRoot, resource } from "../../electron/resources.ts";
import type { Rect } from "../../shared/geometry/rect.ts";

interface Leak {
  readonly file: string;
  /** Counted from 0. */
  readonly page: number;
  readonly secret: string;
  readonly rect: Rect;
  readonly channel: string;
  readonly keep: readonly string[];
}

const folder = resolve(appRoot(), "..", "shared", "leaks");
const leaks = JSON.parse(readFileSync(resolve(folder, "manifest.json"), "utf8")) as Leak[];

async function pdfiumText(bytes: Uint8Array): Promise<string[]> {
  const document = await openPdfium(bytes);
  const pages: string[] = [];
  for (let n = 1; n <= document.pageCount; n++) {
    pages.push(
      document.withPage(n, ({ handle }) => {
        const { api } = document.pdfium;
        const page = api.FPDFText_LoadPage(handle);
        let text = "";
        for (let i = 0; i < api.FPDFText_CountChars(page); i++) {
          text += String.fromCodePoint(api.FPDFText_GetUnicode(page, i));
        }
        api.FPDFText_ClosePage(page);
        return text;
      }),
    );
  }
  document.close();
  return pages;
}

async function pdfjsText(bytes: Uint8Array): Promise<string[]> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const task = getDocument({
    data: bytes.slice(),
    verbosity: 0,
    standardFontDataUrl: `${resource("node_modules", "pdfjs-dist", "standard_fonts")}/`,
  });
  const document = await task.promise;
  const pages: string[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str : "")).join(" "));
  }
  await task.destroy();
  return pages;
}

/** The file and all of its deflated streams, in the encodings in which a name could stand. */
function holds(bytes: Uint8Array, secret: string): boolean {
  const file = Buffer.from(bytes);
  const parts: Buffer[] = [file];
  for (let at = file.indexOf("stream\n"); at >= 0; at = file.indexOf("stream\n", at + 7)) {
    try {
      parts.push(Buffer.from(unzlibSync(file.subarray(at + 7, file.indexOf("endstream", at)))));
    } catch {
      // not deflated: the raw bytes are looked at anyway
    }
  }
  const forms = [
    Buffer.from(secret, "latin1"),
    Buffer.from(secret, "utf16le"),
    Buffer.from(secret, "utf16le").swap16(),
    Buffer.from(Buffer.from(secret, "latin1").toString("hex")),
    Buffer.from(Buffer.from(secret, "utf16le").swap16().toString("hex")),
  ];
  return parts.some((part) => forms.some((form) => part.includes(form)));
}

describe.each(["auto", "sealed"] as const)("supplied leaks, mode %s", (mode) => {
  it.each(leaks.map((leak) => [leak.file, leak.channel, leak] as const))(
    "B2 B3 %s: %s",
    async (file, _, leak) => {
      const { bytes } = await burn({
        original: new Uint8Array(readFileSync(resolve(folder, file))),
        marks: [{ page: leak.page + 1, rect: leak.rect, label: "Child A", reason: "child-name" }],
        mode,
        language: "en-GB",
        epoch: 0,
      });
      const [first, second] = [await pdfiumText(bytes), await pdfjsText(bytes)];
      expect(first).toHaveLength(second.length);
      for (const text of [first[leak.page]!, second[leak.page]!]) {
        expect(text).not.toContain(leak.secret);
        expect(text.replace(/\s+/g, " ")).toContain("[Child A]");
      }
      for (const word of leak.keep) expect(first.join(" ")).toContain(word);
      // An unmarked mention on another page stays, and may then be in the file.
      const elsewhere = first.some((text, i) => i !== leak.page && text.includes(leak.secret));
      if (!elsewhere) expect(holds(bytes, leak.secret)).toBe(false);
    },
  );
});

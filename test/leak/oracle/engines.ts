// What two engines read in a file: pdf.js with everything it knows of a document beside its pages,
// and PDFium's text. Opened here afresh; no module of the product is used.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { init } from "@embedpdf/pdfium";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { RawPiece } from "./raw.ts";

const require = createRequire(import.meta.url);
const PDFJS = path.dirname(require.resolve("pdfjs-dist/package.json"));

export function openPdfJs(bytes: Uint8Array, password?: string) {
  return getDocument({
    data: bytes.slice(),
    password,
    verbosity: VerbosityLevel.ERRORS,
    standardFontDataUrl: `${PDFJS}/standard_fonts/`,
    cMapUrl: `${PDFJS}/cmaps/`,
    wasmUrl: `${PDFJS}/wasm/`,
    useSystemFonts: false,
  }).promise;
}

/** Text of each page, and of everything else that pdf.js can tell. */
export async function readWithPdfJs(
  bytes: Uint8Array,
): Promise<{ pages: string[]; beside: RawPiece[] }> {
  const document = await openPdfJs(bytes);
  try {
    const pages: string[] = [];
    const beside: RawPiece[] = [];
    const tell = (where: string, value: unknown): void => {
      if (value !== null && value !== undefined) {
        beside.push({ where: `pdf.js ${where}`, text: JSON.stringify(value) });
      }
    };
    tell("outline", await document.getOutline());
    const { info, metadata } = await document.getMetadata();
    tell("information", info);
    tell("metadata", metadata?.getRaw());
    tell("labels", await document.getPageLabels());
    tell("attachments", await document.getAttachments());
    tell("destinations", await document.getDestinations());
    tell("scripts", await document.getJSActions());
    tell("fields", await document.getFieldObjects());
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const content = await page.getTextContent({ includeMarkedContent: false });
      pages.push(
        content.items
          .map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : ""))
          .join(""),
      );
      tell(`annotations of page ${number}`, await page.getAnnotations());
      tell(`structure of page ${number}`, await page.getStructTree());
      page.cleanup();
    }
    return { pages, beside };
  } finally {
    await document.loadingTask.destroy();
  }
}

type Pdfium = Awaited<ReturnType<typeof init>>;
let engine: Promise<Pdfium> | undefined;

async function pdfium(): Promise<Pdfium> {
  engine ??= (async () => {
    const file = require.resolve("@embedpdf/pdfium/pdfium.wasm");
    const wasm = readFileSync(file);
    const module = await init({
      wasmBinary: wasm.buffer.slice(
        wasm.byteOffset,
        wasm.byteOffset + wasm.byteLength,
      ) as ArrayBuffer,
    });
    module.PDFiumExt_Init();
    return module;
  })();
  return engine;
}

export interface Character {
  readonly letter: string;
  /** Points, origin bottom left; all zero for generated blanks. */
  readonly box: readonly [number, number, number, number];
}

/** Characters of each page as PDFium reads it, generated blanks and all. */
export async function charactersWithPdfium(bytes: Uint8Array): Promise<Character[][]> {
  const module = await pdfium();
  const { malloc, free } = module.pdfium.wasmExports;
  const memory = malloc(bytes.length) as number;
  const sides = malloc(32) as number;
  const heap = () => (module.pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8;
  heap().set(bytes, memory);
  const document = module.FPDF_LoadMemDocument(memory, bytes.length, "");
  if (document === 0) throw new Error("PDFium cannot open the file");
  try {
    const pages: Character[][] = [];
    for (let index = 0; index < module.FPDF_GetPageCount(document); index++) {
      const page = module.FPDF_LoadPage(document, index);
      const text = module.FPDFText_LoadPage(page);
      const all: Character[] = [];
      for (let i = 0; i < module.FPDFText_CountChars(text); i++) {
        const letter = String.fromCodePoint(module.FPDFText_GetUnicode(text, i) & 0x1fffff);
        module.FPDFText_GetCharBox(text, i, sides, sides + 8, sides + 16, sides + 24);
        const view = new DataView(heap().buffer, sides, 32);
        const [left, right, bottom, top] = [0, 8, 16, 24].map((at) => view.getFloat64(at, true));
        all.push({ letter, box: [left!, bottom!, right!, top!] });
      }
      pages.push(all);
      module.FPDFText_ClosePage(text);
      module.FPDF_ClosePage(page);
    }
    return pages;
  } finally {
    module.FPDF_CloseDocument(document);
    free(memory);
    free(sides);
  }
}

/** Text of each page as PDFium reads it. */
export async function readWithPdfium(bytes: Uint8Array): Promise<string[]> {
  const pages = await charactersWithPdfium(bytes);
  return pages.map((page) => page.map(({ letter }) => letter).join(""));
}

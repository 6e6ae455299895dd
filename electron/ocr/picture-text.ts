// What the pictures of a page say: its codes always, its writing where the page has hardly any text.
// Both join the page's text with a quad for every unit, so that search, suggestions, selection and
// marks work on them as on any word.
import type { PageText, Picture } from "../../shared/model/page.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import type { RefusalCode } from "../../shared/model/refusal.ts";
import { codeText } from "../../shared/text/code-text.ts";
import type { PdfiumDocument } from "../pdfium/document.ts";
import { appended } from "./appended.ts";
import { CODE_DPI, readCodes } from "./codes.ts";
import type { CodeOnPage } from "./codes.ts";
import { manyLines } from "./drawn-lines.ts";
import type { Language } from "./engine.ts";
import { boxQuad, toUserSpace } from "./pixel-box.ts";
import { readScannedPage } from "./scanned-page.ts";

/** A mark leaves a tenth of a character's height free above and below (shared/text/span-rects). */
const TRIM = 0.1;

export async function readPictureText(
  document: PdfiumDocument,
  text: PageText,
  pictures: readonly Picture[],
  language?: Language,
): Promise<PageText> {
  try {
    return await read(document, text, pictures, language);
  } catch (error) {
    // A page that cannot be drawn still has its own text; burning it will say what is wrong with it.
    if (error instanceof Refusal && HARMLESS.has(error.code)) return text;
    throw error;
  }
}

const HARMLESS = new Set<RefusalCode>(["page-too-large", "too-much-memory", "undecodable"]);

async function read(
  document: PdfiumDocument,
  text: PageText,
  pictures: readonly Picture[],
  language: Language | undefined,
): Promise<PageText> {
  const drawn = pictures.length > 0 || manyLines(document, text.page);
  const codes = drawn ? await readCodes(document, text.page) : [];
  const page = await readScannedPage(document, text, language, codes);
  return codes.reduce((whole, code) => withCode(document, whole, code), page);
}

/** Every unit of a code's content stands where the whole code stands. */
function withCode(document: PdfiumDocument, text: PageText, code: CodeOnPage): PageText {
  const size = document.pixelSize(text.page, { dpi: CODE_DPI });
  const at = toUserSpace(document.geometry(text.page), size);
  const { x0, y0, x1, y1 } = code.box;
  const spare = ((y1 - y0) * TRIM) / (1 - 2 * TRIM);
  const quad = boxQuad(at, { x0, x1, y0: y0 - spare, y1: y1 + spare });
  const content = codeText(code.kind, code.content);
  const quads = new Float32Array(content.length * 8);
  for (let unit = 0; unit < content.length; unit++) quads.set(quad, unit * 8);
  return appended(text, { text: content, quads });
}

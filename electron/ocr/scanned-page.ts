// Pages without text: whether a page is one, and its text as read from its picture. What the page
// itself tells as text stays and comes first; only ink that no character accounts for is read.
// It never changes a document and never judges what a word means.
import type { PageText } from "../../shared/model/page.ts";
import type { PdfiumDocument } from "../pdfium/document.ts";
import { displayedSize } from "../pdfium/display.ts";
import { recogniser } from "./engine.ts";
import type { Language } from "./engine.ts";
import { greyOf, showsInk, wipe } from "./grey-image.ts";
import { pageLines } from "./page-lines.ts";
import { boxesOfQuads } from "./pixel-box.ts";
import { readImage } from "./read-image.ts";

/** Letters and digits below which a page counts as having hardly any text. */
const HARDLY_ANY = 40;
const LOOK_DPI = 60;
const READ_DPI = 250;
/** Pixels of the largest picture that is read; wider pages are drawn smaller. */
const MOST_PIXELS = 12_000_000;
/** The engine answers with nothing below this. */
const LEAST_DPI = 70;

/** The page with what its picture says, or as it was. */
export async function readScannedPage(
  document: PdfiumDocument,
  text: PageText,
  language: Language = "eng",
): Promise<PageText> {
  if (!hardlyAny(text.text)) return text;
  const look = pictureOf(document, text, LOOK_DPI);
  if (!showsInk(look)) return text;
  const geometry = document.geometry(text.page);
  const image = pictureOf(document, text, readingDpi(displayedSize(geometry)));
  const read = readImage(await recogniser(language), image);
  if (read.lines.length === 0) return text;
  return joined(text, pageLines(read, geometry, image), read.confidence);
}

function hardlyAny(text: string): boolean {
  return (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < HARDLY_ANY;
}

function pictureOf(document: PdfiumDocument, text: PageText, dpi: number) {
  const { rgba, ...size } = document.render(text.page, { dpi });
  const known = boxesOfQuads(text.quads, document.geometry(text.page), size);
  return wipe(greyOf(rgba, size, dpi), known);
}

function readingDpi({ width, height }: { width: number; height: number }): number {
  const pixels = width * height * (READ_DPI / 72) ** 2;
  const fitting = pixels > MOST_PIXELS ? READ_DPI * Math.sqrt(MOST_PIXELS / pixels) : READ_DPI;
  return Math.max(LEAST_DPI, Math.floor(fitting));
}

function joined(
  text: PageText,
  read: Pick<PageText, "text" | "quads">,
  confidence: number,
): PageText {
  const before = text.text.trim() === "" ? "" : `${text.text.replace(/\s+$/, "")}\n`;
  const quads = new Float32Array((before.length + read.text.length) * 8);
  quads.fill(Number.NaN);
  quads.set(text.quads.subarray(0, Math.max(0, before.length - 1) * 8));
  quads.set(read.quads, before.length * 8);
  return {
    ...text,
    text: before + read.text,
    quads,
    source: "ocr",
    confidence: Math.round(confidence * 1000) / 1000,
  };
}

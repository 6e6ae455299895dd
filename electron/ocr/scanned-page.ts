// Pages without text: whether a page is one, and its text as read from its picture. What the page
// itself tells as text stays and comes first, the codes on it too; only ink that neither accounts
// for is read. It never changes a document and never judges what a word means.
import type { PageText } from "../../shared/model/page.ts";
import type { PdfiumDocument } from "../pdfium/document.ts";
import { displayedSize } from "../pdfium/display.ts";
import type { Size } from "../pdfium/display.ts";
import { appended } from "./appended.ts";
import { CODE_DPI } from "./codes.ts";
import type { CodeOnPage } from "./codes.ts";
import { recogniser } from "./engine.ts";
import type { Language } from "./engine.ts";
import { greyOf, showsInk, wipe } from "./grey-image.ts";
import type { GreyImage } from "./grey-image.ts";
import { pageLines } from "./page-lines.ts";
import { boxesOfQuads } from "./pixel-box.ts";
import type { PixelBox } from "./pixel-box.ts";
import { readImage } from "./read-image.ts";

/** Letters and digits below which a page counts as having hardly any text. */
const HARDLY_ANY = 40;
const LOOK_DPI = 60;
const READ_DPI = 250;
/** Pixels of the largest picture that is looked at, and read; wider pages are drawn smaller. */
const LOOKED_AT = 2_000_000;
const MOST_PIXELS = 12_000_000;
/** Writing of a usual size cannot be made out below this. */
const LEAST_DPI = 70;

/** The page with what its picture says, or as it was. */
export async function readScannedPage(
  document: PdfiumDocument,
  text: PageText,
  language: Language = "eng",
  codes: readonly CodeOnPage[] = [],
): Promise<PageText> {
  if (!hardlyAny(text.text)) return text;
  const pictureOf = (dpi: number): GreyImage => {
    const { rgba, ...size } = document.render(text.page, { dpi });
    const letters = boxesOfQuads(text.quads, document.geometry(text.page), size);
    const boxes = codes.map(({ box }) => scaled(box, dpi / CODE_DPI));
    return wipe(greyOf(rgba, size, dpi), [...letters, ...boxes]);
  };
  const geometry = document.geometry(text.page);
  const size = displayedSize(geometry);
  const dpi = dpiFor(size, READ_DPI, MOST_PIXELS);
  if (dpi < LEAST_DPI || !showsInk(pictureOf(dpiFor(size, LOOK_DPI, LOOKED_AT)))) return text;
  const image = pictureOf(dpi);
  const read = readImage(await recogniser(language), image);
  if (read.lines.length === 0) return text;
  const confidence = Math.round(read.confidence * 1000) / 1000;
  return { ...appended(text, pageLines(read, geometry, image)), source: "ocr", confidence };
}

function hardlyAny(text: string): boolean {
  return (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < HARDLY_ANY;
}

function scaled({ x0, y0, x1, y1 }: PixelBox, by: number): PixelBox {
  return { x0: x0 * by, y0: y0 * by, x1: x1 * by, y1: y1 * by };
}

/** The resolution wanted, or the one at which a large page still fits the pixels allowed. */
function dpiFor({ width, height }: Size, wanted: number, mostPixels: number): number {
  const pixels = width * height * (wanted / 72) ** 2;
  return pixels > mostPixels ? Math.floor(wanted * Math.sqrt(mostPixels / pixels)) : wanted;
}

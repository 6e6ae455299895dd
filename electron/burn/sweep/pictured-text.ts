// What marks burn out of pictures, where no text lies under them: read from the page's pixels, so that
// a name that only a scan shows goes from titles and bookmarks as well. Serves the sweep alone; what
// cannot be read is told, because nobody has searched for it then.
import { inflate } from "../../../shared/geometry/rect.ts";
import { recogniser } from "../../ocr/engine.ts";
import type { RecognisedLine } from "../../ocr/engine.ts";
import { greyOf } from "../../ocr/grey-image.ts";
import type { GreyImage } from "../../ocr/grey-image.ts";
import { toPixels, transformRect } from "../../pdfium/display.ts";
import type { PdfiumDocument } from "../../pdfium/document.ts";
import type { OpenPage } from "../../pdfium/open-page.ts";
import type { PageMark } from "../page-output.ts";
import type { PageTexts } from "./marked-text.ts";

export interface PicturedTexts {
  readonly texts: PageTexts;
  /** A mark covers something in a picture that could not be read. */
  readonly unread: boolean;
}

const READ_DPI = 300;
/** Pixels of the page and of what is read of it; larger pages are drawn smaller, later marks not read. */
const MOST_OF_PAGE = 40_000_000;
const MOST_READ = 12_000_000;
/** Paper around every piece, so that its line stands alone. */
const PAPER = 32;
/** Points around a mark: its edge may touch the letters. */
const AROUND = 1;
/** Shades between paper and ink, and from white on which writing is light. */
const CONTRAST = 70;
/** Of a hundred: surer words are believed. */
const SURE = 60;
const WORD = /[\p{L}\p{N}]/u;
/** A picture that is burnt as such has no name to be read. */
const PICTURE = "picture";

/** @param texts of the page; `pictured` are the marks that are read here */
export async function readPictured(
  document: PdfiumDocument,
  page: number,
  marks: readonly PageMark[],
  texts: PageTexts,
): Promise<PicturedTexts> {
  const wanted = texts.pictured.filter((i) => marks[i]!.reason !== PICTURE);
  if (wanted.length === 0) return { texts, unread: false };
  const pieces = document.withPage(page, (open) =>
    wanted.map((i) => pieceUnder(document, open, marks[i]!)),
  );
  const inked = pieces.flatMap((piece, at) => (piece && hasInk(piece) ? [{ piece, at }] : []));
  if (inked.length === 0) return { texts, unread: pieces.includes(undefined) };
  const { image, tops } = stacked(inked.map(({ piece }) => piece));
  const lines = (await recogniser()).recognise(image);
  const under = [...texts.under];
  let unread = pieces.includes(undefined);
  inked.forEach(({ at }, i) => {
    const [top, bottom] = [tops[i]!, tops[i + 1]!];
    const text = textOf(lines.filter(({ baseline: { y0 } }) => y0 >= top && y0 < bottom));
    if (text === "") unread = true;
    else under[wanted[at]!] = text;
  });
  return { texts: { ...texts, under }, unread };
}

function textOf(lines: readonly RecognisedLine[]): string {
  const words = lines.flatMap((line) => line.words);
  const sure = words.filter(({ text, confidence }) => confidence >= SURE && WORD.test(text));
  return sure.map(({ text }) => text).join(" ");
}

/** Undefined where the page is too large to be drawn. */
function pieceUnder(
  document: PdfiumDocument,
  open: OpenPage,
  mark: PageMark,
): GreyImage | undefined {
  const usual = document.pixelSize(open.page, { dpi: 72 });
  const most = 72 * Math.sqrt(MOST_OF_PAGE / (usual.width * usual.height));
  const dpi = Math.floor(Math.min(READ_DPI, most));
  const size = document.pixelSize(open.page, { dpi });
  const at = transformRect(toPixels(open.geometry, size), inflate(mark.rect, AROUND));
  const [x0, y0] = [Math.max(0, Math.floor(at[0])), Math.max(0, Math.floor(at[1]))];
  const width = Math.min(size.width, Math.ceil(at[2])) - x0;
  const height = Math.min(size.height, Math.ceil(at[3])) - y0;
  if (width < 1 || height < 1) return { width: 0, height: 0, dpi, grey: new Uint8Array() };
  const { rgba } = document.renderOpen(open, size, { x: x0, y: y0, width, height });
  return darkOnLight(greyOf(rgba, { width, height }, dpi));
}

/** Most of a piece is its paper. */
function darkOnLight(image: GreyImage): GreyImage {
  const mean = image.grey.reduce((sum, shade) => sum + shade, 0) / image.grey.length;
  return mean >= 128 ? image : { ...image, grey: image.grey.map((shade) => 255 - shade) };
}

function hasInk({ grey }: GreyImage): boolean {
  let [dark, light] = [255, 0];
  for (const shade of grey) {
    if (shade < dark) dark = shade;
    if (shade > light) light = shade;
  }
  return light - dark > CONTRAST;
}

/** One below the other on white; `tops` has one more, the picture's end. */
function stacked(pieces: readonly GreyImage[]): {
  readonly image: GreyImage;
  readonly tops: readonly number[];
} {
  const wide = Math.max(...pieces.map(({ width }) => width)) + 2 * PAPER;
  const tops = [0];
  for (const { height } of pieces) {
    const next = tops[tops.length - 1]! + height + 2 * PAPER;
    tops.push(next * wide > MOST_READ ? tops[tops.length - 1]! : next);
  }
  const height = tops[tops.length - 1]!;
  const grey = new Uint8Array(wide * height).fill(255);
  pieces.forEach((piece, i) => {
    if (tops[i + 1] === tops[i]) return;
    for (let y = 0; y < piece.height; y++)
      grey.set(
        piece.grey.subarray(y * piece.width, (y + 1) * piece.width),
        (tops[i]! + PAPER + y) * wide + PAPER,
      );
  });
  return { image: { width: wide, height, dpi: pieces[0]!.dpi, grey }, tops };
}

// Test support: a page to write on, as a typesetter would. Not used by the app.
import { PDFDocument, StandardFonts } from "pdf-lib";
import type { PDFFont, PDFPage } from "pdf-lib";

export const SIZE = 11;
export const LEFT = 72;
export const RIGHT = 523;
export const TOP = 760;
export const LEADING = 15;

export interface Desk {
  readonly page: PDFPage;
  readonly font: PDFFont;
  readonly bold: PDFFont;
  readonly typed: PDFFont;
}

export async function document(draw: (desk: Desk) => void, font = StandardFonts.Helvetica) {
  const doc = await PDFDocument.create({ updateMetadata: false });
  const page = doc.addPage([595, 842]);
  draw({
    page,
    font: await doc.embedFont(font),
    bold: await doc.embedFont(StandardFonts.HelveticaBold),
    typed: await doc.embedFont(StandardFonts.Courier),
  });
  return doc.save({ useObjectStreams: false });
}

export function write(
  desk: Desk,
  text: string,
  x: number,
  y: number,
  font = desk.font,
  size = SIZE,
) {
  desk.page.drawText(text, { x, y, font, size });
  return x + font.widthOfTextAtSize(text, size);
}

/** Breaks words as a typesetter does. */
function lines(font: PDFFont, text: string, width: number, size = SIZE): string[][] {
  const out: string[][] = [[]];
  for (const word of text.split(" ")) {
    const line = out[out.length - 1]!;
    if (line.length > 0 && font.widthOfTextAtSize([...line, word].join(" "), size) > width) {
      out.push([word]);
    } else line.push(word);
  }
  return out;
}

/** Sets a paragraph; justified lines get their words placed one by one. */
export function paragraph(
  desk: Desk,
  text: string,
  y: number,
  justified: boolean,
  left = LEFT,
  right = RIGHT,
) {
  const { font } = desk;
  const set = lines(font, text, right - left);
  set.forEach((words, i) => {
    const natural = font.widthOfTextAtSize(words.join(" "), SIZE);
    const gaps = words.length - 1;
    const extra = justified && i + 1 < set.length && gaps > 0 ? (right - left - natural) / gaps : 0;
    let x = left;
    for (const word of words) {
      const space = words.indexOf(word) < gaps ? " " : "";
      x = write(desk, word + space, x, y - i * LEADING) + extra;
    }
  });
  return y - set.length * LEADING;
}

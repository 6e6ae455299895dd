// Plain sheets for people, on A4: titles, facts in two columns, tables, wrapped text. A pure function
// of what it is given (no clock, no randomness), set in a typeface that ships with the application.
// Certificate, reader's key, schedule and trail are printed by it; it knows nothing of any of them.
import * as fontkit from "fontkit";
import { readFileSync } from "node:fs";
import { PDFDocument, rgb } from "pdf-lib";
import type { PDFFont, PDFPage } from "pdf-lib";
import { resource } from "../resources.ts";

const A4 = { width: 595.28, height: 841.89 };
const MARGIN = 56;
const WIDTH = A4.width - 2 * MARGIN;
const SIZE = 9.5;
const LEADING = 1.45;
const INK = rgb(0.1, 0.1, 0.12);
const PALE = rgb(0.42, 0.42, 0.46);

interface Faces {
  readonly plain: PDFFont;
  readonly bold: PDFFont;
}

export interface SheetAbout {
  readonly title: string;
  readonly application: string;
  /** ISO; null for none, so that the same content gives the same bytes. */
  readonly made: string | null;
}

/** A document of sheets: `write` lays out, and its bytes come back. */
export async function sheets(
  about: SheetAbout,
  write: (sheet: Sheet) => void,
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setTitle(about.title, { showInWindowTitleBar: true });
  document.setLanguage("en-GB");
  document.setProducer(about.application);
  document.setCreator(about.application);
  if (about.made) document.setCreationDate(new Date(about.made));
  const sheet = await sheetOn(document, "Sheet");
  write(sheet);
  sheet.number();
  return document.save({ useObjectStreams: false, addDefaultPage: false });
}

/** Sheets at the end of a document that is there already. @param name of the typeface in the file */
export async function sheetOn(document: PDFDocument, name: string): Promise<Sheet> {
  document.registerFontkit(fontkit as unknown as Parameters<PDFDocument["registerFontkit"]>[0]);
  const face = (file: string, customName: string): Promise<PDFFont> =>
    document.embedFont(
      readFileSync(resource("node_modules", "pdfjs-dist", "standard_fonts", file)),
      { subset: true, customName },
    );
  return new Sheet(document, {
    plain: await face("LiberationSans-Regular.ttf", name),
    bold: await face("LiberationSans-Bold.ttf", `${name}Bold`),
  });
}

/** Lays out lines from the top of a page downwards, page after page. */
export class Sheet {
  private readonly document: PDFDocument;
  private readonly faces: Faces;
  private page!: PDFPage;
  private y = 0;

  constructor(document: PDFDocument, faces: Faces) {
    this.document = document;
    this.faces = faces;
    this.turn();
  }

  private turn(): void {
    this.page = this.document.addPage([A4.width, A4.height]);
    this.y = A4.height - MARGIN;
  }

  private line(text: string, x: number, font: PDFFont, size: number, color = INK): void {
    if (this.y < MARGIN + size) this.turn();
    this.page.drawText(text, { x, y: this.y, size, font, color });
  }

  title(text: string): void {
    this.line(text, MARGIN, this.faces.bold, 17);
    this.y -= 28;
  }

  heading(text: string): void {
    this.y -= 8;
    if (this.y < MARGIN + 60) this.turn();
    this.line(text, MARGIN, this.faces.bold, 11.5);
    this.y -= 18;
  }

  text(text: string): void {
    for (const part of this.wrap(text, A4.width - 2 * MARGIN)) {
      this.line(part, MARGIN, this.faces.plain, SIZE);
      this.y -= SIZE * LEADING;
    }
    this.y -= 3;
  }

  fact(name: string, value: string): void {
    const column = 178;
    const names = this.wrap(name, column - 10);
    const values = this.wrap(value, A4.width - 2 * MARGIN - column);
    for (let i = 0; i < Math.max(names.length, values.length); i++) {
      if (this.y < MARGIN + SIZE) this.turn();
      if (names[i]) this.line(names[i]!, MARGIN, this.faces.plain, SIZE, PALE);
      if (values[i]) this.line(values[i]!, MARGIN + column, this.faces.plain, SIZE);
      this.y -= SIZE * LEADING;
    }
    this.y -= 1;
  }

  /** Rows in columns; widths are shares of the sheet. The head stands again on each page. */
  table(
    head: readonly string[],
    shares: readonly number[],
    rows: readonly (readonly string[])[],
  ): void {
    const total = shares.reduce((sum, share) => sum + share, 0);
    const widths = shares.map((share) => (WIDTH * share) / total);
    const put = (cells: readonly string[], font: PDFFont, color = INK): void => {
      const parts = cells.map((cell, i) => this.wrap(cell, widths[i]! - 8));
      const lines = parts.reduce((most, part) => Math.max(most, part.length), 1);
      if (this.y - lines * SIZE * LEADING < MARGIN && lines < 40) {
        this.turn();
        if (font === this.faces.plain) put(head, this.faces.bold, PALE);
      }
      for (let n = 0; n < lines; n++) {
        let x = MARGIN;
        for (const [i, part] of parts.entries()) {
          const text = part[n];
          if (text) this.line(text, x, font, SIZE, color);
          x += widths[i]!;
        }
        this.y -= SIZE * LEADING;
      }
      this.y -= 2;
    };
    put(head, this.faces.bold, PALE);
    for (const row of rows) put(row, this.faces.plain);
    this.y -= 6;
  }

  number(): void {
    const pages = this.document.getPages();
    for (const [i, page] of pages.entries())
      page.drawText(`${i + 1} of ${pages.length}`, {
        x: MARGIN,
        y: MARGIN / 2,
        size: 8,
        font: this.faces.plain,
        color: PALE,
      });
  }

  /** Breaks at spaces; a word that is longer than a line, as a hash is, in pieces of one length. */
  private wrap(text: string, width: number): string[] {
    const { plain } = this.faces;
    const known = new Set(plain.getCharacterSet());
    const clean = [...text].map((char) => (known.has(char.codePointAt(0)!) ? char : "?")).join("");
    const lines: string[] = [];
    let line = "";
    for (const word of clean.split(/\s+/u)) {
      const longer = line ? `${line} ${word}` : word;
      if (plain.widthOfTextAtSize(longer, SIZE) <= width) {
        line = longer;
        continue;
      }
      if (line) lines.push(line);
      const pieces = this.pieces(word, width);
      lines.push(...pieces.slice(0, -1));
      line = pieces[pieces.length - 1]!;
    }
    lines.push(line);
    return lines;
  }

  /** As few pieces of one length (but the last) as each fit the width. */
  private pieces(word: string, width: number): string[] {
    for (let count = 1; ; count++) {
      const length = Math.max(1, Math.ceil(word.length / count));
      const pieces = Array.from({ length: Math.ceil(word.length / length) }, (_, i) =>
        word.slice(i * length, (i + 1) * length),
      );
      const fit = pieces.every((p) => this.faces.plain.widthOfTextAtSize(p, SIZE) <= width);
      if (fit || length === 1) return pieces;
    }
  }
}

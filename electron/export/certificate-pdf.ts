// The certificate as a page for people: the same facts as the JSON, in words. A pure function of
// the certificate (no clock, no randomness), set in a typeface that ships with the application.
// Whatever the certificate does not hold cannot get onto paper here.
import * as fontkit from "fontkit";
import { readFileSync } from "node:fs";
import { PDFDocument, rgb } from "pdf-lib";
import type { PDFFont, PDFPage } from "pdf-lib";
import { reasonOf } from "../../shared/policy/reasons.ts";
import { resource } from "../resources.ts";
import type { Certificate } from "./certificate.ts";

const A4 = { width: 595.28, height: 841.89 };
const MARGIN = 56;
const SIZE = 9.5;
const LEADING = 1.45;
const INK = rgb(0.1, 0.1, 0.12);
const PALE = rgb(0.42, 0.42, 0.46);
/** Pages listed one by one; the rest are summed up. */
const MOST_PAGES = 400;

/** What makes the head of the trail a signed checkpoint. */
const SIGNED = [
  ["case", "Case"],
  ["at", "Checkpoint of"],
  ["by", "Signed with the key of"],
  ["signature", "Signature"],
] as const;

interface Faces {
  readonly plain: PDFFont;
  readonly bold: PDFFont;
}

export async function certificatePdf(certificate: Certificate): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.registerFontkit(fontkit as unknown as Parameters<PDFDocument["registerFontkit"]>[0]);
  const faces = {
    plain: await face(document, "LiberationSans-Regular.ttf", "Certificate"),
    bold: await face(document, "LiberationSans-Bold.ttf", "CertificateBold"),
  };
  document.setTitle("Certificate of a verified export", { showInWindowTitleBar: true });
  document.setLanguage("en-GB");
  document.setProducer(certificate.application);
  document.setCreator(certificate.application);
  if (certificate.made) document.setCreationDate(new Date(certificate.made));
  const sheet = new Sheet(document, faces);
  write(sheet, certificate);
  sheet.number();
  return document.save({ useObjectStreams: false, addDefaultPage: false });
}

async function face(document: PDFDocument, file: string, customName: string): Promise<PDFFont> {
  const bytes = readFileSync(resource("node_modules", "pdfjs-dist", "standard_fonts", file));
  return document.embedFont(bytes, { subset: true, customName });
}

function write(sheet: Sheet, certificate: Certificate): void {
  const { original, plan, pages, gaps } = certificate;
  const crisp = pages.filter((page) => page.kind === "crisp").length;
  sheet.title("Certificate of a verified export");
  sheet.text(
    "This sheet belongs to one file. It tells what was burnt, how the file was checked before it " +
      "left the workstation, and by whom. It holds nothing of what was removed.",
  );
  sheet.heading("The file");
  sheet.fact("SHA-256 of the export", certificate.export.sha256);
  sheet.fact(
    "Pages",
    `${pages.length} (${crisp} as text, ${pages.length - crisp} as pictures with a text layer)`,
  );
  sheet.fact("SHA-256 of the original", original.sha256);
  sheet.fact("Size of the original", `${original.bytes.toLocaleString("en-GB")} bytes`);
  sheet.fact(
    "Made",
    certificate.made ? certificate.made.replace("T", " ").replace(/\.\d+Z$/, " UTC") : "not stated",
  );
  sheet.fact("By", certificate.by ?? "not stated");
  sheet.fact("With", certificate.application);

  sheet.heading("What was burnt");
  sheet.fact("Marks", String(plan.marks));
  for (const [code, count] of Object.entries(plan.reasons))
    sheet.fact(reasonOf(code).name, String(count));
  sheet.fact("SHA-256 of the plan", plan.sha256);
  const loose = gaps.count - gaps.constant;
  sheet.text(
    loose === 0
      ? `All ${gaps.count} gaps are of a size that does not depend on what was there.`
      : `${gaps.constant} of ${gaps.count} gaps are of a size that does not depend on what was there; ` +
          `the others can betray at most ${gaps.mostBits} bits each.`,
  );
  for (const [kind, count] of Object.entries(certificate.swept))
    sheet.fact(`Burnt terms swept from: ${kind}`, String(count));
  for (const note of certificate.notes) sheet.text(note);

  sheet.heading("How it was checked");
  sheet.text("The finished file was read back from disk by programs that did not write it.");
  for (const check of certificate.checks)
    sheet.fact(
      check.passed ? "Passed" : "FAILED",
      `${check.name}${check.detail ? ` (${check.detail})` : ""}.`,
    );
  for (const { page, message } of certificate.notices)
    sheet.text(page === undefined ? `Told: ${message}` : `Told, page ${page}: ${message}`);
  for (const [name, version] of Object.entries({
    ...certificate.engines.burn,
    ...certificate.engines.verify,
  }))
    sheet.fact(name, version);

  const sealed = pages.filter((page) => page.kind === "sealed");
  if (sealed.length) {
    sheet.heading("Pages kept as pictures");
    for (const { page, reason } of sealed.slice(0, MOST_PAGES))
      sheet.fact(`Page ${page}`, reason ?? "asked for");
    if (sealed.length > MOST_PAGES) sheet.text(`And ${sealed.length - MOST_PAGES} more.`);
  }

  sheet.heading("The trail");
  if (certificate.trail) {
    sheet.fact("Entries when this was made", String(certificate.trail.entries));
    sheet.fact("Head of the trail", certificate.trail.head);
    for (const [key, name] of SIGNED)
      if (typeof certificate.trail[key] === "string") sheet.fact(name, certificate.trail[key]);
    sheet.text(
      "Whoever keeps this sheet can show later that the trail was not shortened or rewritten.",
    );
  } else sheet.text("The export was made without a case, so there is no trail.");
}

/** Lays out lines from the top of a page downwards, page after page. */
class Sheet {
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

  /** Breaks at spaces, and within words that are longer than a line. */
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
      line = word;
      while (plain.widthOfTextAtSize(line, SIZE) > width) {
        let fit = line.length - 1;
        while (fit > 1 && plain.widthOfTextAtSize(line.slice(0, fit), SIZE) > width) fit--;
        lines.push(line.slice(0, fit));
        line = line.slice(fit);
      }
    }
    lines.push(line);
    return lines;
  }
}

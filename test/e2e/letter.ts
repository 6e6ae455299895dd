// A one-page letter about an invented child, dropped into the window as a person would, and the text
// of an export as pdf.js reads it.
import { createCanvas } from "@napi-rs/canvas";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Page } from "@playwright/test";

const LINES = [
  "Dear colleague,",
  "I saw Tamsin Orchard (date of birth 4 March 2019, NHS number 999 000 0018) with her",
  "mother, Mrs Denise Orchard, at 12 Quarry Lane on 9 January. The health visitor had rung",
  "on 07700 900123 the week before. Tamsin was shy, and Mrs Orchard looked tired.",
  "Please write to me at the surgery if anything changes.",
];

export async function letterPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([595, 842]);
  LINES.forEach((line, i) => page.drawText(line, { x: 72, y: 760 - i * 20, size: 12, font }));
  return document.save();
}

const PROSE = [
  "The review found that professionals worked hard and alone. Each of them held one part of",
  "the picture, and nobody was asked to put the parts together. Supervision was regular, and",
  "it was about tasks. The panel recommends that supervision asks what life is like at home.",
];

/** The letter, a page of findings that names nobody, and a page with a photograph. */
export async function reviewPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.load(await letterPdf());
  const font = await document.embedFont(StandardFonts.Helvetica);
  const findings = document.addPage([595, 842]);
  for (let i = 0; i < 12; i++)
    PROSE.forEach((line, j) =>
      findings.drawText(line, { x: 72, y: 760 - i * 56 - j * 16, size: 11, font }),
    );
  const photograph = document.addPage([595, 842]);
  photograph.drawText("A photograph of the surgery.", { x: 72, y: 760, size: 12, font });
  photograph.drawImage(await document.embedPng(greyPng(120, 80)), {
    x: 72,
    y: 560,
    width: 240,
    height: 160,
  });
  return document.save();
}

/** The letter at both ends of nine pages of findings, each with a line at its foot. */
export async function longPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.load(await letterPdf());
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let page = 0; page < 9; page++) {
    const findings = document.addPage([595, 842]);
    PROSE.forEach((line, i) => findings.drawText(line, { x: 72, y: 760 - i * 16, size: 11, font }));
    findings.drawText("It was read by everybody who took part.", { x: 72, y: 60, size: 11, font });
  }
  const last = document.addPage([595, 842]);
  LINES.forEach((line, i) => last.drawText(line, { x: 72, y: 760 - i * 20, size: 12, font }));
  return document.save();
}

/** Drops a file onto the window. */
export async function dropFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ name, content }) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(content)], name, { type: "application/pdf" }));
      return data;
    },
    { name, content: [...bytes] },
  );
  for (const type of ["dragenter", "dragover", "drop"]) {
    await page.dispatchEvent("body", type, { dataTransfer: transfer });
  }
}

export async function exportText(bytes: Uint8Array): Promise<string> {
  const document = await getDocument({ data: bytes, verbosity: 0 }).promise;
  const parts: string[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const content = await (await document.getPage(n)).getTextContent();
    parts.push(content.items.map((item) => ("str" in item ? item.str : "")).join(" "));
  }
  await document.loadingTask.destroy();
  return parts.join("\n");
}

/** A picture with some shape in it: a flat one would be no picture. */
function greyPng(width: number, height: number): Uint8Array {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  for (let x = 0; x < width; x += 4)
    for (let y = 0; y < height; y += 4) {
      const level = 60 + ((x * 7 + y * 13) % 160);
      context.fillStyle = `rgb(${level},${level},${level})`;
      context.fillRect(x, y, 4, 4);
    }
  return new Uint8Array(canvas.toBuffer("image/png"));
}

// Cards that were made around their words, with a portrait before them as in a chat: how wide one is tells
// how long the burnt name was, and every version says so (B1).
import { PDFDocument, StandardFonts, rgb } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { marksOf } from "../../electron/burn/crisp/testing/find-text.ts";

const NAMES = ["Tom Rowett Hill", "Maximilian Wetherby"];
const SIZE = 12;
const HEIGHT = 34;
/** Points: a portrait and the room around it. */
const PORTRAIT = 38;

async function chat(name: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const page = pdf.addPage([595, 842]);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const said = [`${name} said so`, "Nothing was new at all today", "Then nobody wrote"];
  said.forEach((text, i) => {
    const [x, y] = [60, 720 - 50 * i];
    const width = PORTRAIT + font.widthOfTextAtSize(text, SIZE) + 10;
    const [r, h] = [12, HEIGHT];
    const sides = `M ${r} 0 H ${width - r} Q ${width} 0 ${width} ${r} V ${h - r} Q ${width} ${h} ${width - r} ${h}`;
    page.drawSvgPath(`${sides} H ${r} Q 0 ${h} 0 ${h - r} V ${r} Q 0 0 ${r} 0 Z`, {
      x,
      y: y + h,
      color: rgb(0.92, 0.94, 1),
    });
    page.drawCircle({ x: x + 19, y: y + 17, size: 12, color: rgb(0.8, 0.2, 0.2) });
    page.drawText("AB"[i % 2]!, { x: x + 15, y: y + 13, size: 11, font, color: rgb(1, 1, 1) });
    page.drawText(text, { x: x + PORTRAIT, y: y + 13, size: SIZE, font });
  });
  return pdf.save();
}

/** A family tree: each name in the middle of a box that was drawn around it. */
async function tree(name: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const page = pdf.addPage([595, 842]);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const [middle, y, text] of [
    [297, 740, name],
    [150, 680, "Grandmother"],
    [450, 680, name],
  ] as const) {
    const width = font.widthOfTextAtSize(text, SIZE);
    const box = { x: middle - width / 2 - 6, y: y - 6, width: width + 12, height: 20 };
    page.drawRectangle({ ...box, borderColor: rgb(0, 0, 0), borderWidth: 1 });
    page.drawText(text, { x: middle - width / 2, y, size: SIZE, font });
  }
  page.drawText("What the tree shows was told by the family.", { x: 60, y: 600, size: SIZE, font });
  return pdf.save();
}

/** A family tree of boxes that are all as wide: a long name fills its box, or is wider. */
async function genogram(name: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const page = pdf.addPage([595, 842]);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const [middle, y, text] of [
    [140, 740, name],
    [380, 740, "Grandmother"],
    [260, 660, name],
  ] as const) {
    page.drawSvgPath(`M 8 0 H 142 L 150 8 V 32 L 142 40 H 8 L 0 32 V 8 Z`, {
      x: middle - 75,
      y: y + 24,
      color: rgb(0.9, 0.95, 1),
    });
    const width = font.widthOfTextAtSize(text, SIZE);
    page.drawText(text, { x: middle - width / 2, y, size: SIZE, font });
  }
  page.drawText("What the tree shows was told by the family.", { x: 60, y: 600, size: SIZE, font });
  return pdf.save();
}

/** A form of fields as wide as one another, or a row of filled cells of which one holds a name. */
async function form(names: readonly string[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const page = pdf.addPage([595, 842]);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const cell = (text: string, x: number, y: number, width: number) => {
    const box = { x, y: y - 5, width, height: 18, borderWidth: 1 };
    page.drawRectangle({ ...box, color: rgb(0.9, 0.9, 0.9), borderColor: rgb(0, 0, 0) });
    page.drawText(text, { x: x + 4, y, size: SIZE, font });
  };
  if (names.length > 1) names.forEach((name, i) => cell(name, 160, 750 - 28 * i, 240));
  else ["Seen", names[0]!, "at school"].forEach((text, i) => cell(text, 60 + 150 * i, 750, 150));
  page.drawText("What the form shows was told by the family.", { x: 60, y: 600, size: SIZE, font });
  return pdf.save();
}

/** Boxes under each other, all as wide as the longest of their words. */
async function list(name: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const page = pdf.addPage([595, 842]);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const all = [name, "Grandmother", "School"];
  const width = Math.max(...all.map((text) => font.widthOfTextAtSize(text, SIZE))) + 12;
  all.forEach((text, i) => {
    const box = { x: 100, y: 744 - 30 * i, width, height: 20, borderWidth: 1 };
    page.drawRectangle({ ...box, borderColor: rgb(0, 0, 0) });
    page.drawText(text, { x: 106, y: 750 - 30 * i, size: SIZE, font });
  });
  page.drawText("What the list shows was told by the family.", { x: 60, y: 600, size: SIZE, font });
  return pdf.save();
}

describe("cards around words", () => {
  it("B1 state what their widths tell, with a portrait before the words", async () => {
    for (const name of NAMES) {
      const original = await chat(name);
      const marks = await marksOf(original, name, "Mother");
      const { report } = await burn({ original, marks, mode: "auto", language: "en-GB" });
      const [page] = report.pages;
      expect(page!.boxes.map(({ bits }) => bits)).toEqual([6]);
    }
  });

  it("B1 state what their widths tell, where nothing but the box bounds its line", async () => {
    for (const name of ["Al Bo", ...NAMES]) {
      const original = await tree(name);
      const marks = await marksOf(original, name, "Mother");
      const { report } = await burn({ original, marks, mode: "auto", language: "en-GB" });
      expect(report.pages[0]!.boxes.map(({ bits }) => bits)).toEqual([6, 6]);
    }
  });

  it("B1 boxes around words in their middle state the same, whether or not a name fills them", async () => {
    for (const name of ["Al Bo", ...NAMES, "Maximilian Montgomery Wetherby"]) {
      const original = await genogram(name);
      const marks = await marksOf(original, name, "Mother");
      const { report } = await burn({ original, marks, mode: "auto", language: "en-GB" });
      expect(report.pages[0]!.boxes.map(({ bits }) => bits)).toEqual([6, 6]);
    }
  });

  it("B1 cells state nothing that have others beside them, or as wide over and under them", async () => {
    for (const name of ["Al Bo", ...NAMES]) {
      for (const names of [[name, "Jo Ng", ""], [name]]) {
        const original = await form(names);
        const marks = await marksOf(original, name, "Mother");
        const { report } = await burn({ original, marks, mode: "auto", language: "en-GB" });
        const [{ kind, boxes }] = report.pages as [(typeof report.pages)[number]];
        // One bit is for lines that its cell may have broken.
        expect([kind, boxes.length, boxes[0]!.bits < 2]).toEqual(["crisp", 1, true]);
      }
    }
  });

  it("B1 boxes as wide as the longest of their words state that", async () => {
    for (const name of ["Al Bo", ...NAMES]) {
      const original = await list(name);
      const marks = await marksOf(original, name, "Mother");
      const { report } = await burn({ original, marks, mode: "auto", language: "en-GB" });
      expect(report.pages[0]!.boxes.map(({ bits }) => bits)).toEqual([6]);
    }
  });
});

// A second original and its honest export: text on a slant, a field with a value, a line in a font
// that the file does not hold, which has moved down with what is around it, and a page whose size
// engines round apart. It keeps the checks that must bear with all this from bearing with too much.
import * as fontkit from "fontkit";
import { readFileSync } from "node:fs";
import { PDFDocument, PDFName, PDFRef, degrees, rgb } from "pdf-lib";
import type { PDFFont, PDFPage } from "pdf-lib";
import type { BurnReport } from "../../../shared/model/burning.ts";
import { resource } from "../../../electron/resources.ts";
import { canonical } from "./canonical.ts";
import { tidy } from "./good-pair.ts";
import type { GoodPair } from "./good-pair.ts";

const SECRET = "Hollingbourne";
const LABEL = "Child A";
const FIELD = "Nobody was told";
const SIZE: readonly [number, number] = [594.96, 841.92];
const SLANT = 20;
/** How far the foot of the page moves: the label costs the line above it a line. */
const MOVED = 22;

export interface OddPair extends GoodPair {
  readonly claim: BurnReport;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

const cos = Math.cos((SLANT * Math.PI) / 180);
const sin = Math.sin((SLANT * Math.PI) / 180);
const START: Place = { x: 120, y: 500 };
const along = ({ x, y }: Place, by: number, up = 0): Place => ({
  x: x + by * cos - up * sin,
  y: y + by * sin + up * cos,
});

async function face(document: PDFDocument): Promise<PDFFont> {
  document.registerFontkit(fontkit as unknown as Parameters<PDFDocument["registerFontkit"]>[0]);
  const name = "LiberationSans-Regular.ttf";
  const file = resource("node_modules", "pdfjs-dist", "standard_fonts", name);
  return document.embedFont(readFileSync(file), { subset: true });
}

const LINES = ["The chronology of the case", "was written in two parts."];
const FOOT = "Kept with the papers of the panel.";

export async function oddPair(): Promise<OddPair> {
  const original = await PDFDocument.create();
  const font = await face(original);
  const page = original.addPage([...SIZE]);
  frame(page, font, 0);
  const before = font.widthOfTextAtSize("Seen with ", 12);
  const wide = font.widthOfTextAtSize(SECRET, 12);
  slanted(page, font, `Seen with ${SECRET}`, START);
  const corners = [
    along(START, before, -2),
    along(START, before + wide, -2),
    along(START, before, 9),
    along(START, before + wide, 9),
  ];
  const rect = [
    Math.min(...corners.map(({ x }) => x)) + 3,
    Math.min(...corners.map(({ y }) => y)),
    Math.max(...corners.map(({ x }) => x)),
    Math.max(...corners.map(({ y }) => y)),
  ] as const;
  const field = original.getForm().createTextField("remark");
  field.setText(FIELD);
  field.addToPage(page, { x: 120, y: 380, width: 200, height: 20, borderWidth: 0, font });
  field.setFontSize(12);
  field.updateAppearances(font);
  page.drawText("Nan Hollis", { x: 120, y: 300, size: 12, font });
  page.drawText(FOOT, { x: 120, y: 120, size: 12 });
  const name = font.widthOfTextAtSize("Nan ", 12);
  const { bytes, box } = await honest();
  return {
    original: await original.save({ useObjectStreams: false }),
    good: bytes,
    marks: [
      { page: 1, rect, label: LABEL, reason: "child-name" },
      {
        page: 1,
        rect: [120 + name, 297, 120 + font.widthOfTextAtSize("Nan Hollis", 12), 309],
        label: LABEL,
        reason: "child-name",
      },
    ],
    secrets: [SECRET, "Hollis"],
    claim: {
      pages: [
        {
          page: 1,
          kind: "crisp",
          boxes: [{ rect: box, label: LABEL, reason: "child-name", bits: 0 }],
          touched: [[0, 0, SIZE[0], SIZE[1]]],
          touchedOriginal: [[0, 0, SIZE[0], SIZE[1]]],
        },
      ],
      swept: {},
      notes: [],
      engines: {},
    },
  };
}

function frame(page: PDFPage, font: PDFFont, move: number): void {
  for (const [i, line] of LINES.entries())
    page.drawText(line, { x: 120, y: 760 - 18 * i, size: 12, font });
  page.drawLine({
    start: { x: 120, y: 90 - move },
    end: { x: 420, y: 90 - move },
    thickness: 1,
  });
}

function slanted(page: PDFPage, font: PDFFont, text: string, at: Place, white = false): void {
  const color = white ? rgb(1, 1, 1) : rgb(0, 0, 0);
  page.drawText(text, { ...at, size: 12, font, rotate: degrees(SLANT), color });
}

async function honest(): Promise<{
  bytes: Uint8Array;
  box: readonly [number, number, number, number];
}> {
  const document = await PDFDocument.create();
  const font = await face(document);
  const page = document.addPage([...SIZE]);
  frame(page, font, MOVED);
  slanted(page, font, "Seen with ", START);
  const from = along(START, font.widthOfTextAtSize("Seen with ", 12), -3);
  const [wide, high] = [font.widthOfTextAtSize(LABEL, 12) + 16, 14];
  page.drawRectangle({
    ...from,
    width: wide,
    height: high,
    rotate: degrees(SLANT),
    color: rgb(0, 0, 0),
  });
  slanted(page, font, LABEL, along(from, 8, 3), true);
  page.drawText(FIELD, { x: 121, y: 386, size: 12, font });
  page.drawText("Nan ", { x: 120, y: 300, size: 12, font });
  const gap = 120 + font.widthOfTextAtSize("Nan ", 12);
  const box = { x: gap, y: 297.24, width: font.widthOfTextAtSize(LABEL, 9.6) + 6, height: 12.24 };
  page.drawRectangle({ ...box, color: rgb(0, 0, 0) });
  page.drawText(LABEL, { x: gap + 3, y: 300.24, size: 9.6, font, color: rgb(1, 1, 1) });
  page.drawText(FOOT, { x: 120, y: 120 - MOVED, size: 12, font });
  const whole = await document.save({ useObjectStreams: false });
  const written = await PDFDocument.load(whole, { updateMetadata: false });
  for (const one of written.getPages()) tidy(one);
  canonical(written);
  const root = written.context.trailerInfo.Info;
  if (root instanceof PDFRef) written.context.delete(root);
  delete (written.context.trailerInfo as { Info?: unknown }).Info;
  written.catalog.delete(PDFName.of("Info"));
  const corners = [from, along(from, wide), along(from, 0, high), along(from, wide, high)];
  return {
    bytes: await written.save({ useObjectStreams: false, addDefaultPage: false }),
    box: [
      Math.min(...corners.map(({ x }) => x)),
      Math.min(...corners.map(({ y }) => y)),
      Math.max(...corners.map(({ x }) => x)),
      Math.max(...corners.map(({ y }) => y)),
    ],
  };
}

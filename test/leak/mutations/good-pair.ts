// An invented two-page original and an export of it as it ought to be, both written here: page 1
// is typeset, page 2 a scan with a search layer. The export is the honest ground on which the
// mutations stand; it is written apart from the burner, so that both can be wrong alone.
import * as fontkit from "fontkit";
import { readFileSync } from "node:fs";
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString, rgb } from "pdf-lib";
import type { PDFFont, PDFPage, PDFRef } from "pdf-lib";
import type { PlanMark } from "../../../shared/model/plan.ts";
import { canonical } from "./canonical.ts";
import { drawScan } from "./scan-page.ts";
import type { Row } from "./scan-page.ts";
import { resource } from "../../../electron/resources.ts";

export interface GoodPair {
  readonly original: Uint8Array;
  readonly good: Uint8Array;
  readonly marks: readonly PlanMark[];
  /** What must never be told. */
  readonly secrets: readonly string[];
}

export const SECRET = "Thistlewood";
export const SECOND = "Marchbanks";
export const SCANNED = "Castlemaine";
const SIZE = 12;
const LEFT = 72;

const ROWS: readonly Row[] = [
  [{ text: "The overview report was agreed by the panel in spring." }],
  [
    { text: "On Monday " },
    { text: SECRET, secret: true },
    { text: " was seen at home by the visitor." },
  ],
  [{ text: "The visitor wrote that nobody had asked the neighbours." }],
  [{ text: SECOND, secret: true }, { text: " told the panel that the door was always shut." }],
  [{ text: "Two further visits were planned and neither took place." }],
];

const SCAN_ROWS: readonly Row[] = [
  [{ text: "Letter read to the panel" }],
  [
    { text: "Dear colleague, " },
    { text: SCANNED, secret: true },
    { text: " came to the surgery." },
  ],
  [{ text: "No appointment was offered afterwards." }],
];

const LABEL = "Child A";

async function font(document: PDFDocument): Promise<PDFFont> {
  document.registerFontkit(fontkit as unknown as Parameters<PDFDocument["registerFontkit"]>[0]);
  const file = resource(
    "node_modules",
    "pdfjs-dist",
    "standard_fonts",
    "LiberationSans-Regular.ttf",
  );
  return document.embedFont(readFileSync(file), { subset: true });
}

function baseline(row: number): number {
  return 740 - row * 22;
}

export async function goodPair(): Promise<GoodPair> {
  const marks: PlanMark[] = [];
  const original = await PDFDocument.create();
  const face = await font(original);
  const page = original.addPage([612, 792]);
  for (const [row, pieces] of ROWS.entries()) {
    let x = LEFT;
    for (const { text, secret } of pieces) {
      page.drawText(text, { x, y: baseline(row), size: SIZE, font: face });
      const wide = face.widthOfTextAtSize(text, SIZE);
      if (secret)
        marks.push({
          page: 1,
          rect: [x - 0.5, baseline(row) - 3, x + wide + 0.3, baseline(row) + 11],
          label: LABEL,
          reason: "child-name",
        });
      x += wide;
    }
  }
  frame(page);
  const scan = original.addPage([612, 792]);
  const places = await drawScan(original, scan, SCAN_ROWS, face);
  for (const { piece, x, y, wide } of places)
    if (piece.secret)
      marks.push({
        page: 2,
        rect: [x - 1, y - 4, x + wide + 1, y + 14],
        label: LABEL,
        reason: "child-name",
      });
  decorate(original);
  return {
    original: await original.save({ useObjectStreams: false }),
    good: await goodExport(),
    marks,
    secrets: [SECRET, SECOND, SCANNED],
  };
}

/** A frame of lines, so that the page has drawings as well. */
function frame(page: PDFPage): void {
  page.drawRectangle({
    x: 60,
    y: 500,
    width: 300,
    height: 60,
    borderWidth: 1,
    borderColor: rgb(0, 0, 0),
  });
  page.drawLine({ start: { x: 60, y: 530 }, end: { x: 360, y: 530 }, thickness: 0.7 });
}

const labelled = (row: Row): Row =>
  row.map((piece) => (piece.secret ? { text: LABEL, boxed: true } : piece));

async function goodExport(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const face = await font(document);
  const page = document.addPage([612, 792]);
  for (const [row, pieces] of ROWS.entries()) {
    let x = LEFT;
    for (const { text, secret } of pieces) {
      const shown = secret ? LABEL : text;
      const size = secret ? 0.8 * SIZE : SIZE;
      const y = baseline(row);
      const wide = face.widthOfTextAtSize(shown, size);
      if (secret)
        page.drawRectangle({
          x,
          y: y - 0.23 * SIZE,
          width: wide + 6,
          height: 1.02 * SIZE,
          color: rgb(0.13, 0.13, 0.13),
        });
      page.drawText(shown, {
        x: secret ? x + 3 : x,
        y: secret ? y + 0.02 * SIZE : y,
        size,
        font: face,
        color: secret ? rgb(1, 1, 1) : rgb(0, 0, 0),
      });
      x += wide + (secret ? 6 : 0);
    }
  }
  frame(page);
  const scan = document.addPage([612, 792]);
  await drawScan(document, scan, SCAN_ROWS.map(labelled), face);
  decorate(document);
  await document.flush();
  for (const one of document.getPages()) tidy(one);
  const whole = await document.save({ useObjectStreams: false });
  const written = await PDFDocument.load(whole, { updateMetadata: false });
  canonical(written);
  return written.save({ useObjectStreams: false, addDefaultPage: false });
}

/** The PDF library leaves empty lists on every page; an export has none. */
export function tidy(page: PDFPage): void {
  const { node } = page;
  node.delete(PDFName.of("Annots"));
  const resources = node.Resources();
  for (const key of ["XObject", "ExtGState"]) {
    const part = resources?.lookup(PDFName.of(key));
    if (part instanceof PDFDict && part.keys().length === 0) resources?.delete(PDFName.of(key));
  }
}

/** Outline, labels, title and metadata, as an export has them. */
function decorate(document: PDFDocument): void {
  const { context, catalog } = document;
  document.setTitle("Overview report");
  document.setProducer("Candour");
  document.setCreator("Candour");
  const root = context.nextRef();
  const items: PDFRef[] = document.getPages().map(() => context.nextRef());
  for (const [i, page] of document.getPages().entries()) {
    const item = context.obj({ Parent: root, Dest: [page.ref, "Fit"] });
    item.set(PDFName.of("Title"), PDFHexString.fromText(i === 0 ? "The visit" : "The letter"));
    if (i > 0) item.set(PDFName.of("Prev"), items[i - 1]!);
    if (items[i + 1]) item.set(PDFName.of("Next"), items[i + 1]!);
    context.assign(items[i]!, item);
  }
  context.assign(
    root,
    context.obj({
      Type: "Outlines",
      First: items[0]!,
      Last: items[items.length - 1]!,
      Count: items.length,
    }),
  );
  catalog.set(PDFName.of("Outlines"), root);
  catalog.set(PDFName.of("Lang"), PDFString.of("en-GB"));
  const label = context.obj({ S: "D" });
  catalog.set(PDFName.of("PageLabels"), context.obj({ Nums: [PDFNumber.of(0), label] }));
}

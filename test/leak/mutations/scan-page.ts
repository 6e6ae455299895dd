// A scanned page: rows drawn as pixels from a font's outlines, and their words laid over them unseen.
import { createCanvas } from "@napi-rs/canvas";
import { zlibSync } from "fflate";
import { PDFName } from "pdf-lib";
import type { PDFDocument, PDFFont, PDFPage } from "pdf-lib";

const LEFT = 72;
const DPI = 150 / 72;

export interface Piece {
  readonly text: string;
  readonly secret?: boolean;
  /** Stands white on a dark box. */
  readonly boxed?: boolean;
}
export type Row = readonly Piece[];

export interface ScanPlace {
  readonly piece: Piece;
  readonly x: number;
  readonly y: number;
  readonly wide: number;
}

/** Draws rows as pixels and lays the words over them unseen. */
export async function drawScan(
  document: PDFDocument,
  page: PDFPage,
  rows: readonly Row[],
  face: PDFFont,
): Promise<ScanPlace[]> {
  const width = Math.round(612 * DPI);
  const height = Math.round(792 * DPI);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  const places: ScanPlace[] = [];
  for (const [row, pieces] of rows.entries()) {
    let x = LEFT;
    const y = 700 - row * 30;
    for (const piece of pieces) {
      const wide = face.widthOfTextAtSize(piece.text, 14);
      const boxed = piece.boxed ?? false;
      context.fillStyle = boxed ? "#222222" : "black";
      if (boxed)
        context.fillRect((x - 3) * DPI, height - (y + 13) * DPI, (wide + 6) * DPI, 17 * DPI);
      context.fillStyle = boxed ? "white" : "black";
      drawOutlines(context, face, piece.text, x, height / DPI - y, 14);
      places.push({ piece, x, y, wide });
      x += wide;
    }
  }
  const { data } = context.getImageData(0, 0, width, height);
  const grey = new Uint8Array(width * height);
  for (let i = 0; i < grey.length; i++) grey[i] = data[i * 4]!;
  const image = document.context.stream(zlibSync(grey), {
    Type: "XObject",
    Subtype: "Image",
    Width: width,
    Height: height,
    ColorSpace: "DeviceGray",
    BitsPerComponent: 8,
    Filter: "FlateDecode",
  });
  page.node.setXObject(PDFName.of("I0"), document.context.register(image));
  const operators = ["q 612 0 0 792 0 0 cm /I0 Do Q"];
  page.node.setFontDictionary(PDFName.of("T0"), face.ref);
  for (const { piece, x, y } of places)
    operators.push(
      `BT 3 Tr /T0 14 Tf ${x.toFixed(3)} ${y} Td ${face.encodeText(piece.text).toString()} Tj ET`,
    );
  const content = document.context.stream(zlibSync(Buffer.from(operators.join("\n"))), {
    Filter: "FlateDecode",
  });
  page.node.set(PDFName.of("Contents"), document.context.register(content));
  return places;
}

type Context = ReturnType<ReturnType<typeof createCanvas>["getContext"]>;

/** Fills glyph outlines: no font of the machine may matter. */
export function drawOutlines(
  context: Context,
  face: PDFFont,
  text: string,
  x: number,
  y: number,
  size: number,
): void {
  const program = (
    face as unknown as {
      embedder: {
        font: {
          unitsPerEm: number;
          layout(t: string): { glyphs: { path: { toSVG(): string }; advanceWidth: number }[] };
        };
      };
    }
  ).embedder.font;
  const scale = size / program.unitsPerEm;
  let at = x;
  for (const glyph of program.layout(text).glyphs) {
    context.save();
    context.scale(DPI, DPI);
    context.translate(at, y);
    context.scale(scale, -scale);
    context.beginPath();
    fillPath(context, glyph.path.toSVG());
    context.fill();
    context.restore();
    at += glyph.advanceWidth * scale;
  }
}

function fillPath(context: Context, svg: string): void {
  for (const [, command, list] of svg.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const n = list!
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    if (command === "M") context.moveTo(n[0]!, n[1]!);
    else if (command === "L") context.lineTo(n[0]!, n[1]!);
    else if (command === "Q") context.quadraticCurveTo(n[0]!, n[1]!, n[2]!, n[3]!);
    else if (command === "C") context.bezierCurveTo(n[0]!, n[1]!, n[2]!, n[3]!, n[4]!, n[5]!);
    else context.closePath();
  }
}

// Cheats on a sealed page: ink of a burnt term in the picture itself, on a burnt line or in its box,
// whole or by half, pale, small, white on black, spaced out, touching a box, on top of a label.
import * as fontkit from "fontkit";
import { readFileSync } from "node:fs";
import { createCanvas } from "@napi-rs/canvas";
import { PDFDict, PDFDocument, PDFName } from "pdf-lib";
import type { PDFFont, PDFPage } from "pdf-lib";
import { resource } from "../../../electron/resources.ts";
import { deflate, edited, replaceContent } from "./edit.ts";
import type { Mutation } from "./edit.ts";
import { PdfiumEngine } from "../../../electron/verify/engines/pdfium.ts";
import { PdfiumPage } from "../../../electron/verify/engines/pdfium-page.ts";
import { SECRET } from "./good-pair.ts";
import type { GoodPair } from "./good-pair.ts";
import { drawOutlines } from "./scan-page.ts";

interface Ink {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Of black 0 to white 1. */
  readonly shade?: number;
  /** Em between letters beyond their own. */
  readonly spread?: number;
  /** A black box beneath. */
  readonly boxed?: boolean;
}

/** Baselines of the lines on which something is burnt, and the free room behind the first of them. */
const FIRST_LINE = 718;
const SECOND_LINE = 674;
const FREE = 400;
const BOX_START = 72;
const DPI = 300;

export const IN_PIXELS: readonly Mutation[] = [
  inked("the secret behind its line", { text: SECRET, x: FREE, y: FIRST_LINE, size: 10 }),
  inked("half of the secret behind its line", {
    text: SECRET.slice(0, 7),
    x: FREE,
    y: FIRST_LINE,
    size: 10,
  }),
  inked("the other half behind its line", {
    text: SECRET.slice(5),
    x: FREE,
    y: FIRST_LINE,
    size: 10,
  }),
  inked("the secret in pale ink", { text: SECRET, x: FREE, y: FIRST_LINE, size: 10, shade: 0.9 }),
  inked("the secret in small type", { text: SECRET, x: FREE, y: FIRST_LINE, size: 5.5 }),
  inked("the secret small and pale", {
    text: SECRET,
    x: FREE,
    y: FIRST_LINE,
    size: 6,
    shade: 0.85,
  }),
  inked("the secret white on black", {
    text: SECRET,
    x: FREE,
    y: FIRST_LINE,
    size: 10,
    shade: 1,
    boxed: true,
  }),
  inked("the secret letter by letter", {
    text: SECRET,
    x: FREE - 40,
    y: FIRST_LINE,
    size: 11,
    spread: 0.6,
  }),
  inked("the secret touching a box", {
    text: SECRET,
    x: BOX_START - 43,
    y: SECOND_LINE,
    size: 8,
  }),
  inked("the secret between two lines", { text: SECRET, x: 300, y: FIRST_LINE + 11.5, size: 7 }),
  inked("the secret in dark grey on black", {
    text: SECRET,
    x: FREE,
    y: FIRST_LINE,
    size: 10,
    shade: 0.13,
    boxed: true,
  }),
  {
    name: "the burnt ink itself, grey beneath what stands there now",
    check: "burnt-ink-gone",
    make: async (pair) => throughWhatIsThere(pair, 0.5).make(pair),
  },
  {
    name: "half of the burnt ink, pale between the letters that stand there now",
    check: "burnt-ink-gone",
    make: async (pair) => throughWhatIsThere(pair, 0.88, 168, 37).make(pair),
  },
];

/** The first line of the original as it was, its gap and what is left of it. */
function throughWhatIsThere(
  { original }: GoodPair,
  shade: number,
  from = BOX_START,
  wide = 300,
): Mutation {
  return edited("", "", async (document, page) => {
    const engine = await PdfiumEngine.start();
    const source = engine.open(original);
    const shown = new PdfiumPage(source, 0, 1);
    const picture = shown.render(DPI / 72);
    shown.close();
    source.close();
    const area = { x: from, y: FIRST_LINE - 4, width: wide, height: 16 };
    const left = Math.round((area.x * DPI) / 72);
    const top = picture.height - Math.round(((area.y + area.height) * DPI) / 72);
    const inked = (x: number, y: number): boolean =>
      picture.grey[(top + y) * picture.width + left + x]! < 128;
    paint(document, page, area, shade, inked);
  });
}

export function inked(name: string, ink: Ink): Mutation {
  return edited(name, "terms-absent", async (document, page) => {
    const face = await faceOf(await PDFDocument.create());
    const wide = face.widthOfTextAtSize(ink.text, ink.size);
    const room = wide + ink.text.length * (ink.spread ?? 0) * ink.size + 4;
    const area = { x: ink.x - 2, y: ink.y - 0.3 * ink.size, width: room, height: 1.4 * ink.size };
    if (ink.boxed) paint(document, page, area, 0, () => true);
    const letters = lettersOf(ink, face, area);
    paint(document, page, area, ink.shade ?? 0, letters);
  });
}

async function faceOf(document: PDFDocument): Promise<PDFFont> {
  document.registerFontkit(fontkit as unknown as Parameters<PDFDocument["registerFontkit"]>[0]);
  const name = "LiberationSans-Bold.ttf";
  return document.embedFont(
    readFileSync(resource("node_modules", "pdfjs-dist", "standard_fonts", name)),
  );
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Which pixels of an area letters ink. */
function lettersOf(ink: Ink, face: PDFFont, area: Area): (x: number, y: number) => boolean {
  const [width, height] = pixels(area);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  const { text, size, spread = 0 } = ink;
  // Outlines are drawn for 150 dpi; this picture is twice as fine.
  context.scale(2, 2);
  let at = ink.x - area.x;
  for (const letter of text) {
    drawOutlines(context, face, letter, at, area.y + area.height - ink.y, size);
    at += face.widthOfTextAtSize(letter, size) + spread * size;
  }
  const { data } = context.getImageData(0, 0, width, height);
  return (x, y) => data[(y * width + x) * 4 + 3]! > 127;
}

function pixels({ width, height }: Area): [number, number] {
  return [Math.round((width * DPI) / 72), Math.round((height * DPI) / 72)];
}

/** Lays a stencil over the page's picture, as its own layers are. */
export function paint(
  { context }: PDFDocument,
  page: PDFPage,
  area: Area,
  shade: number,
  inkAt: (x: number, y: number) => boolean,
): void {
  const [width, height] = pixels(area);
  const row = (width + 7) >> 3;
  const data = new Uint8Array(row * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) if (!inkAt(x, y)) data[y * row + (x >> 3)]! |= 0x80 >> (x & 7);
  // Bits beyond the width say nothing.
  const within = (255 << (row * 8 - width)) & 255;
  for (let y = 1; y <= height; y++) data[y * row - 1]! &= within;
  const image = context.stream(deflate(data), {
    Type: "XObject",
    Subtype: "Image",
    Width: width,
    Height: height,
    ImageMask: true,
    BitsPerComponent: 1,
    Filter: "FlateDecode",
  });
  const known = page.node.Resources()!.lookup(PDFName.of("XObject"), PDFDict);
  const name = `I${known.keys().length + 3}`;
  known.set(PDFName.of(name), context.register(image));
  const matrix = [area.width, 0, 0, area.height, area.x, area.y].map((n) => Number(n.toFixed(3)));
  const shown = `q ${matrix.join(" ")} cm ${`${shade} `.repeat(3)}rg /${name} Do Q`;
  // Over the picture and beneath the unseen words, as a page's own layers are.
  replaceContent({ context } as PDFDocument, page, (text) =>
    text.replace(/(.*Do Q\n)/s, `$1${shown}\n`),
  );
}

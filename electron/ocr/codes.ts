// QR and bar codes on a page: what they say and where they stand. A reader's telephone reads what
// no reader's eye can, so a code counts as text. Read from the page as it is drawn, whether the
// code is a picture or lines; whether it leads to a person is for the detectors to say.
import { readFile } from "node:fs/promises";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import type { PdfiumDocument } from "../pdfium/document.ts";
import { displayedSize } from "../pdfium/display.ts";
import { resource } from "../resources.ts";
import type { PixelBox } from "./pixel-box.ts";

export interface CodeOnPage {
  /** "qr code", "bar code". */
  readonly kind: string;
  readonly content: string;
  /** In pixels of the page drawn at `CODE_DPI`. */
  readonly box: PixelBox;
}

export const CODE_DPI = 150;
const MOST = 24;
/** Pixels by which the engine's corners may fall short of a code's edge. */
const MARGIN = 5;
/** A page larger than this is not drawn for the sake of its codes; people look at its pictures. */
const MOST_PIXELS = 16_000_000;
/** Kinds that ordinary writing and rules are never taken for. */
const SQUARE = ["QRCode", "MicroQRCode", "DataMatrix", "Aztec", "PDF417"] as const;
const LINEAR = ["Code128", "Code39", "Code93", "EAN13", "UPCA"] as const;

let engine: Promise<unknown> | undefined;

function start(): Promise<unknown> {
  return (engine ??= (async () => {
    const file = resource("node_modules", "zxing-wasm", "dist", "reader", "zxing_reader.wasm");
    // A copy of its own: the file's buffer is a slice of a shared pool.
    const wasmBinary = new Uint8Array(await readFile(file)).buffer;
    return prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  })());
}

export async function readCodes(
  document: PdfiumDocument,
  page: number,
): Promise<readonly CodeOnPage[]> {
  const { width: across, height: up } = displayedSize(document.geometry(page));
  if (across * up * (CODE_DPI / 72) ** 2 > MOST_PIXELS) return [];
  await start();
  const { rgba, width, height } = document.render(page, { dpi: CODE_DPI });
  const data = new Uint8ClampedArray(rgba.buffer, rgba.byteOffset, rgba.length);
  const image = { data, width, height, colorSpace: "srgb" } as ImageData;
  const found = await readBarcodes(image, {
    formats: [...SQUARE, ...LINEAR],
    tryHarder: true,
    tryDownscale: false,
    maxNumberOfSymbols: MOST,
  });
  return found
    .filter((code) => code.isValid && code.text.trim() !== "")
    .map(({ format, text, position: p }) => {
      const corners = [p.topLeft, p.topRight, p.bottomRight, p.bottomLeft];
      const xs = corners.map((corner) => corner.x);
      const ys = corners.map((corner) => corner.y);
      return {
        kind: format.includes("QR") ? "qr code" : "bar code",
        content: text,
        box: {
          x0: Math.min(...xs) - MARGIN,
          y0: Math.min(...ys) - MARGIN,
          x1: Math.max(...xs) + MARGIN,
          y1: Math.max(...ys) + MARGIN,
        },
      };
    })
    .toSorted((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
}

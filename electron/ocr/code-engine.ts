// Reads QR and bar codes in a picture, wherever it comes from. Knows nothing of pages.
import { readFile } from "node:fs/promises";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { resource } from "../resources.ts";
import type { PixelBox } from "./pixel-box.ts";

export interface CodeInPicture {
  /** "qr code", "bar code". */
  readonly kind: string;
  /** Null for a QR code that is too damaged to be read. */
  readonly content: string | null;
  /** In pixels of the picture. */
  readonly box: PixelBox;
}

/** Four bytes a pixel; the fourth is not looked at. */
export interface ColouredPicture {
  readonly rgba: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const MOST = 24;
/** Pixels by which the engine's corners may fall short of a code's edge. */
const MARGIN = 5;
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

/** @param care "quick": no white ones on black, no bars that stand upright. @returns from top to bottom */
export async function codesIn(
  { rgba, width, height }: ColouredPicture,
  care: "thorough" | "quick" = "thorough",
): Promise<readonly CodeInPicture[]> {
  await start();
  const data = new Uint8ClampedArray(rgba.buffer as ArrayBuffer, rgba.byteOffset, rgba.length);
  const image = { data, width, height, colorSpace: "srgb" } as ImageData;
  const found = await readBarcodes(image, {
    formats: [...SQUARE, ...LINEAR],
    tryHarder: true,
    tryRotate: care === "thorough",
    tryInvert: care === "thorough",
    tryDownscale: false,
    maxNumberOfSymbols: MOST,
    returnErrors: true,
  });
  const all = found
    .flatMap(({ format, text, isValid, position: p }): CodeInPicture[] => {
      const qr = format.includes("QR");
      const read = isValid && text.trim() !== "";
      // A QR code has corners of its own; anything might pass for a damaged code of another kind.
      if (!read && !(qr && !isValid)) return [];
      const corners = [p.topLeft, p.topRight, p.bottomRight, p.bottomLeft];
      const xs = corners.map((corner) => corner.x);
      const ys = corners.map((corner) => corner.y);
      const box = {
        x0: Math.min(...xs) - MARGIN,
        y0: Math.min(...ys) - MARGIN,
        x1: Math.max(...xs) + MARGIN,
        y1: Math.max(...ys) + MARGIN,
      };
      return [{ kind: qr ? "qr code" : "bar code", content: read ? text : null, box }];
    })
    .toSorted((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
  // What cannot be read is found several times, by one corner and another.
  return all.filter(
    ({ content, box }, i) =>
      content !== null ||
      !all.some((other, k) => (other.content !== null || k < i) && overlap(other.box, box)),
  );
}

function overlap(a: PixelBox, b: PixelBox): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

// Opens the original with pdf.js for the crisp burner: everything local (fonts, character maps,
// decoders), nothing guessed from the machine's own fonts, and errors raised instead of skipped.
// Must never fetch anything from a network nor fall back to a system font.
import type { PDFDocumentProxy } from "pdfjs-dist";
import { resource } from "../../../resources.ts";
import { pdfJs } from "../../pdf-js.ts";
import { withProfiles } from "./colour-profiles.ts";

function folder(name: string): string {
  return `${resource("node_modules", "pdfjs-dist", name)}/`;
}

export async function openPdf(
  original: Uint8Array,
  password: string | undefined,
): Promise<PDFDocumentProxy> {
  const { getDocument } = await pdfJs();
  await withProfiles();
  return getDocument({
    // pdf.js takes the buffer away from its owner.
    data: original.slice(),
    password,
    disableFontFace: true,
    fontExtraProperties: true,
    useSystemFonts: false,
    standardFontDataUrl: folder("standard_fonts"),
    cMapUrl: folder("cmaps"),
    cMapPacked: true,
    wasmUrl: folder("wasm"),
    stopAtErrors: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useWorkerFetch: false,
    enableXfa: false,
    verbosity: 0,
  }).promise;
}

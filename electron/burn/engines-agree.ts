// Opens the original in a second engine and compares what can be compared cheaply: whether it opens
// and how many pages it has. Two engines that disagree mean a file with two faces, and a reader
// might see the other one (channel 58): such a file is refused.
import { Refusal } from "../../shared/model/refusal.ts";
import { resource } from "../resources.ts";
import { pdfJs } from "./pdf-js.ts";

export async function checkEnginesAgree(
  original: Uint8Array,
  password: string | undefined,
  pages: number,
): Promise<void> {
  const { getDocument } = await pdfJs();
  const task = getDocument({
    // pdf.js takes the buffer away from its owner.
    data: original.slice(),
    password: password ?? "",
    verbosity: 0,
    useSystemFonts: false,
    standardFontDataUrl: folder("standard_fonts"),
    cMapUrl: folder("cmaps"),
    wasmUrl: folder("wasm"),
  });
  let counted: number;
  try {
    counted = (await task.promise).numPages;
  } catch {
    throw new Refusal(
      "engines-disagree",
      "The document opens in one engine and not in another: it is damaged or made to deceive.",
    );
  } finally {
    await task.destroy();
  }
  if (counted !== pages) {
    throw new Refusal(
      "engines-disagree",
      `The engines disagree on the document: one finds ${pages} pages, another ${counted}.`,
    );
  }
}

function folder(name: string): string {
  return `${resource("node_modules", "pdfjs-dist", name)}/`;
}

// QR and bar codes on a page: what they say and where they stand. A reader's telephone reads what
// no reader's eye can, so a code counts as text. Read from the page as it is drawn, whether the
// code is a picture or lines; whether it leads to a person is for the detectors to say.
import type { PdfiumDocument } from "../pdfium/document.ts";
import type { OpenPage } from "../pdfium/open-page.ts";
import { displayedSize } from "../pdfium/display.ts";
import { codesIn } from "./code-engine.ts";
import type { CodeInPicture } from "./code-engine.ts";
import { manyLinesOn } from "./drawn-lines.ts";

/** Its box is in pixels of the page drawn at `CODE_DPI`. */
export interface CodeOnPage extends CodeInPicture {
  readonly content: string;
}

export const CODE_DPI = 150;
/** A page larger than this is not drawn for the sake of its codes; people look at its pictures. */
const MOST_PIXELS = 16_000_000;
const IMAGE = 3;
const MOST_OBJECTS = 20_000;

/** Those that can be read. */
export async function readCodes(
  document: PdfiumDocument,
  page: number,
): Promise<readonly CodeOnPage[]> {
  return (await findCodes(document, page)).filter((code) => code.content !== null) as CodeOnPage[];
}

/** Also those that are too damaged to be read. */
export async function findCodes(
  document: PdfiumDocument,
  page: number,
): Promise<readonly CodeInPicture[]> {
  const { width: across, height: up } = displayedSize(document.geometry(page));
  if (across * up * (CODE_DPI / 72) ** 2 > MOST_PIXELS) return [];
  return codesIn(document.render(page, { dpi: CODE_DPI }));
}

/** Whether a page holds a picture or so many lines that a code may be among them. */
export function mayBearCodes(document: PdfiumDocument, open: OpenPage): boolean {
  const { api } = document.pdfium;
  const count = Math.min(api.FPDFPage_CountObjects(open.handle), MOST_OBJECTS);
  for (let i = 0; i < count; i++)
    if (api.FPDFPageObj_GetType(api.FPDFPage_GetObject(open.handle, i)) === IMAGE) return true;
  return manyLinesOn(document, open);
}

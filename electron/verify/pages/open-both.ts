// Opens one file in both engines, each in an instance of its own.
import { PdfiumEngine } from "../engines/pdfium.ts";
import type { PdfiumDocument } from "../engines/pdfium.ts";
import { PdfjsDocument } from "../engines/pdfjs.ts";

export interface Opened {
  readonly pdfium: PdfiumDocument;
  readonly pdfjs: PdfjsDocument;
  close(): Promise<void>;
}

/** @throws EngineFailure */
export async function openBoth(bytes: Uint8Array, password?: string): Promise<Opened> {
  const pdfium = (await PdfiumEngine.start()).open(bytes, password);
  try {
    const pdfjs = await PdfjsDocument.open(bytes, password);
    const close = async (): Promise<void> => {
      await pdfjs.close();
      pdfium.close();
    };
    return { pdfium, pdfjs, close };
  } catch (error) {
    pdfium.close();
    throw error;
  }
}

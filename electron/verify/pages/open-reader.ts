// Opens original and export in engines of their own and gives a reader of their pages.
import { PdfiumEngine } from "../engines/pdfium.ts";
import { PdfjsDocument } from "../engines/pdfjs.ts";
import { PageReader } from "./page-reader.ts";
import type { TeamInput } from "./messages.ts";

interface OpenReader {
  readonly reader: PageReader;
  close(): Promise<void>;
}

/** @throws EngineFailure */
export async function openReader(input: TeamInput): Promise<OpenReader> {
  const open: { close(): void | Promise<void> }[] = [];
  const both = async (bytes: Uint8Array, password: string | undefined) => {
    const pdfium = (await PdfiumEngine.start()).open(bytes, password);
    open.push(pdfium);
    const pdfjs = await PdfjsDocument.open(bytes, password);
    open.push(pdfjs);
    return { pdfium, pdfjs };
  };
  const close = async (): Promise<void> => {
    for (const document of open.toReversed()) await document.close();
  };
  try {
    const original = await both(input.original, input.password);
    const candidate = await both(input.candidate, undefined);
    const documents = {
      original: original.pdfium,
      candidate: candidate.pdfium,
      originalSecond: original.pdfjs,
      candidateSecond: candidate.pdfjs,
    };
    return { reader: new PageReader(documents, input), close };
  } catch (error) {
    await close();
    throw error;
  }
}

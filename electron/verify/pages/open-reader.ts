// Opens original and export in engines of their own and gives a reader of their pages. An original can
// be opened long before there is an export of it.
import { PdfiumEngine } from "../engines/pdfium.ts";
import type { PdfiumDocument } from "../engines/pdfium.ts";
import { PdfjsDocument } from "../engines/pdfjs.ts";
import { PageReader } from "./page-reader.ts";
import type { Candidate, Source } from "./messages.ts";

/** One file in both engines. */
export interface Opened {
  readonly pdfium: PdfiumDocument;
  readonly pdfjs: PdfjsDocument;
  close(): Promise<void>;
}

interface OpenReader {
  readonly reader: PageReader;
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

/** @throws EngineFailure */
export async function openReader(input: Source & Candidate): Promise<OpenReader> {
  const original = await openBoth(input.original, input.password);
  try {
    const { reader, close } = await openCandidate(original, input);
    return { reader, close: () => close().then(() => original.close()) };
  } catch (error) {
    await original.close();
    throw error;
  }
}

/** @param original is the caller's to close. @throws EngineFailure */
export async function openCandidate(original: Opened, input: Candidate): Promise<OpenReader> {
  const candidate = await openBoth(input.candidate);
  const documents = {
    original: original.pdfium,
    candidate: candidate.pdfium,
    originalSecond: original.pdfjs,
    candidateSecond: candidate.pdfjs,
  };
  return { reader: new PageReader(documents, input), close: () => candidate.close() };
}

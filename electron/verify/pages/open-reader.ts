// Opens original and export in engines of their own and gives a reader of their pages. An original can
// be opened long before there is an export of it.
import type { Candidate, Source } from "./messages.ts";
import { openBoth } from "./open-both.ts";
import { Original } from "./original.ts";
import { PageReader } from "./page-reader.ts";

interface OpenReader {
  readonly reader: PageReader;
  close(): Promise<void>;
}

/** @throws EngineFailure */
export async function openReader(input: Source & Candidate): Promise<OpenReader> {
  const original = await Original.open(input.original, input.password);
  try {
    const { reader, close } = await openCandidate(original, input);
    return { reader, close: () => close().then(() => original.close()) };
  } catch (error) {
    await original.close();
    throw error;
  }
}

/** @param original is the caller's to close. @throws EngineFailure */
export async function openCandidate(original: Original, input: Candidate): Promise<OpenReader> {
  const { pdfium, pdfjs, close } = await openBoth(input.candidate);
  const documents = { original, candidate: pdfium, candidateSecond: pdfjs };
  return { reader: new PageReader(documents, input), close };
}

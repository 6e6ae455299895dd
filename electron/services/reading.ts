// Taking a file into the case and reading it: inspect, store, text of every page, then suggestions.
// Nothing is stored before the file was inspected; what goes wrong later marks the document "failed".
import type { PageGeometry, PageText } from "../../shared/model/page.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import { guessRole } from "../../shared/policy/document-role.ts";
import type { OpenCase } from "../cases/open-case.ts";
import type { DocumentRow } from "../storage/documents.ts";
import type { WorkerClient } from "../workers/client.ts";
import { SoFar, suggestAll } from "./suggesting.ts";
import type { TellSuggestions } from "./suggesting.ts";
import { CLOCK, type Workers } from "./workers.ts";

export interface NewFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly password?: string;
}

export interface ReadingEvents {
  readonly onText: (document: string, done: number, total: number) => void;
  readonly onSuggestions: TellSuggestions;
  /** What is found while pages are still being read; it may be found otherwise at the end. */
  readonly onSoFar?: TellSuggestions;
  readonly onStatus: (document: string) => void;
}

/** Pages are stored in batches: one transaction each costs one write to disk. */
const BATCH = 16;
/** Milliseconds that a page waits for others at most: a scan takes its time. */
const WAIT = 500;

/** Inspects and stores. @throws Refusal with one sentence; nothing of the file is kept then */
export async function takeIn(
  reader: WorkerClient,
  open: OpenCase,
  file: NewFile,
): Promise<{ row: DocumentRow; geometry: readonly PageGeometry[] }> {
  const { facts, geometry } = await reader.run(
    "inspect",
    { bytes: file.bytes, password: file.password },
    { clock: CLOCK.inspect },
  );
  const taken = open.documents.list().map((d) => d.role);
  const row = open.documents.add({ ...file, facts, role: guessRole(file.name, taken) });
  // Its pages can be looked at before they are read.
  const unread = geometry.map((page) => ({ geometry: page, text: null }));
  open.documents.putPages(row.id, unread);
  return { row, geometry };
}

/** Reading and looking for suggestions go on beside one another. */
export type Readers = Pick<Workers, "reader" | "detector">;

/** Reads a document that was taken in, then looks for suggestions in the whole case. Never rejects. */
export async function readDocument(
  readers: Readers,
  open: OpenCase,
  file: NewFile,
  taken: { row: DocumentRow; geometry: readonly PageGeometry[] },
  events: ReadingEvents,
): Promise<void> {
  const { id, pages } = taken.row;
  try {
    await readText(readers, open, file, taken, events);
    if (!open.open) return;
    events.onStatus(id);
    await suggestAll(
      readers.detector,
      open,
      {
        onSuggestions: (document, suggestions) => {
          // Only now is the document ready: before, nobody could tell "nothing found" from "not yet".
          if (document === id)
            open.documents.markRead(id, { pages, ocrPages: ocrPages(open, id, pages) });
          events.onSuggestions(document, suggestions);
        },
      },
      id,
    );
  } catch (error) {
    if (!open.open) return;
    open.documents.markFailed(id, error instanceof Refusal ? error.code : "defect");
    events.onStatus(id);
    if (!(error instanceof Refusal)) throw error;
  }
}

async function readText(
  { reader, detector }: Readers,
  open: OpenCase,
  file: NewFile,
  { row, geometry }: { row: DocumentRow; geometry: readonly PageGeometry[] },
  events: ReadingEvents,
): Promise<void> {
  let batch: { geometry: PageGeometry; text: PageText }[] = [];
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let stored = 0;
  const soFar = events.onSoFar && new SoFar(detector, open, row.id, events.onSoFar);
  const flush = (): void => {
    clearTimeout(waiting);
    waiting = undefined;
    if (batch.length > 0 && open.open) open.documents.putPages(row.id, batch);
    stored += batch.length;
    batch = [];
  };
  const share = (): void => {
    flush();
    if (open.open && stored < row.pages) soFar?.pagesAreThere(stored);
  };
  const limits = { clock: CLOCK.read + row.pages * CLOCK.scannedPage, stall: CLOCK.stall };
  const reading = reader.run("text", file, limits, (text) => {
    batch.push({ geometry: geometry[text.page - 1]!, text });
    if (batch.length >= BATCH) share();
    else waiting ??= setTimeout(share, WAIT);
    events.onText(row.id, text.page, row.pages);
  });
  const answer = await reading.finally(() => clearTimeout(waiting));
  flush();
  if (!open.open) return;
  open.documents.putPart(row.id, "outline", answer.outline);
  open.documents.putPart(row.id, "hidden", answer.hidden);
  const pictures = answer.pictures.map((picture, i) => ({
    ...picture,
    id: `${picture.page}-${i}`,
  }));
  open.documents.putPart(row.id, "pictures", pictures);
}

function ocrPages(open: OpenCase, document: string, pages: number): number {
  let sum = 0;
  for (let page = 1; page <= pages; page++)
    if (open.documents.pageText(document, page)?.source === "ocr") sum++;
  return sum;
}

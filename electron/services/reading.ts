// Taking a file into the case and reading it: inspect, store, text of every page, then suggestions
// over all documents of the case at once, so that a name in one is found in the others.
// Nothing is stored before the file was inspected; what goes wrong later marks the document "failed".
import type { DetectDocument, DetectOptions } from "../../shared/detect/model.ts";
import type { Suggestion } from "../../shared/detect/model.ts";
import type { PageGeometry, PageText } from "../../shared/model/page.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import { guessRole } from "../../shared/policy/document-role.ts";
import { rectsOfSpan } from "../../shared/text/span-rects.ts";
import type { OpenCase } from "../cases/open-case.ts";
import type { DocumentRow } from "../storage/documents.ts";
import type { WorkerClient } from "../workers/client.ts";
import { CLOCK } from "./workers.ts";

export interface NewFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly password?: string;
}

export interface ReadingEvents {
  readonly onText: (document: string, done: number, total: number) => void;
  readonly onSuggestions: (document: string, suggestions: readonly Suggestion[]) => void;
  readonly onStatus: (document: string) => void;
}

/** Pages are stored in batches: one transaction each costs one write to disk. */
const BATCH = 16;

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
  return { row, geometry };
}

/** Reads a document that was taken in, then looks for suggestions in the whole case. Never rejects. */
export async function readDocument(
  reader: WorkerClient,
  open: OpenCase,
  file: NewFile,
  taken: { row: DocumentRow; geometry: readonly PageGeometry[] },
  events: ReadingEvents,
): Promise<void> {
  const { id, pages } = taken.row;
  try {
    await readText(reader, open, file, taken, events);
    if (!open.open) return;
    events.onStatus(id);
    await suggestAll(
      reader,
      open,
      {
        onSuggestions: (document, suggestions) => {
          // Only now is the document ready: before, nobody could tell "nothing found" from "not yet".
          if (document === id)
            open.documents.markRead(id, {
              pages,
              ocrPages: ocrPages(open, id, pages),
              characters: characters(open, id, pages),
            });
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
  reader: WorkerClient,
  open: OpenCase,
  file: NewFile,
  { row, geometry }: { row: DocumentRow; geometry: readonly PageGeometry[] },
  events: ReadingEvents,
): Promise<void> {
  let batch: { geometry: PageGeometry; text: PageText }[] = [];
  const flush = (): void => {
    if (batch.length > 0 && open.open) open.documents.putPages(row.id, batch);
    batch = [];
  };
  const limits = { clock: CLOCK.read + row.pages * CLOCK.scannedPage, stall: CLOCK.stall };
  const answer = await reader.run("text", file, limits, (text) => {
    batch.push({ geometry: geometry[text.page - 1]!, text });
    if (batch.length >= BATCH) flush();
    events.onText(row.id, text.page, row.pages);
  });
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

function characters(open: OpenCase, document: string, pages: number): number {
  let sum = 0;
  for (let page = 1; page <= pages; page++)
    sum += open.documents.pageText(document, page)?.text.length ?? 0;
  return sum;
}

function ocrPages(open: OpenCase, document: string, pages: number): number {
  let sum = 0;
  for (let page = 1; page <= pages; page++)
    if (open.documents.pageText(document, page)?.source === "ocr") sum++;
  return sum;
}

function detectDocument(open: OpenCase, row: DocumentRow): DetectDocument {
  const pages = [];
  for (let page = 1; page <= row.pages; page++) {
    const text = open.documents.pageText(row.id, page)?.text;
    if (text) pages.push({ page, text });
  }
  return {
    id: row.id,
    name: row.name,
    pages,
    hidden: open.documents.part(row.id, "hidden").map((h) => h.text),
  };
}

/** What the case already knows: its people, and what is always or never suggested. */
function detectOptions(open: OpenCase): DetectOptions {
  const lists = open.people.lists();
  return {
    known: open.people.known(),
    allow: lists.filter((l) => l.list === "allow").map((l) => l.text),
    deny: lists
      .filter((l) => l.list === "deny")
      .map(({ text, fuzzy, pattern }) => ({ text, fuzzy, pattern })),
  };
}

/**
 * One pass over everything that was read; what was decided stays decided.
 * @param fresh a document whose text is there but which is not called ready before this pass
 */
export function suggestAll(
  reader: WorkerClient,
  open: OpenCase,
  events: Pick<ReadingEvents, "onSuggestions">,
  fresh?: string,
): Promise<void> {
  // One pass after another: groups of people belong to one pass, so the last one must see every
  // document that an earlier one has just made ready.
  const before = passes.get(open) ?? Promise.resolve();
  const pass = before
    .catch(() => undefined)
    .then(() => (open.open ? onePass(reader, open, events, fresh) : undefined));
  passes.set(open, pass);
  return pass;
}

const passes = new WeakMap<OpenCase, Promise<void>>();

async function onePass(
  reader: WorkerClient,
  open: OpenCase,
  events: Pick<ReadingEvents, "onSuggestions">,
  fresh: string | undefined,
): Promise<void> {
  const rows = open.documents.list().filter((row) => row.status === "ready" || row.id === fresh);
  const options = detectOptions(open);
  const documents = rows.map((row) => detectDocument(open, row));
  const answer = await reader.run("suggest", { documents, options }, { clock: CLOCK.read });
  if (!open.open) return;
  for (const [id, findings] of answer) {
    const quads = new Map<number, Float32Array>();
    const quadsOf = (page: number): Float32Array => {
      let known = quads.get(page);
      if (!known)
        quads.set(page, (known = open.documents.pageText(id, page)?.quads ?? new Float32Array(0)));
      return known;
    };
    const found = findings.map((f) => ({
      ...f,
      rects: rectsOfSpan(quadsOf(f.page), f.start, f.end),
    }));
    events.onSuggestions(id, open.suggestions.replace(id, found));
  }
}

// Looking for suggestions in everything the case has, at once, so that a name in one document is found
// in the others. Passes of a case follow one another; while a document is still being read, what is
// there of it is looked through too, and told as preliminary.
import type {
  DetectDocument,
  DetectOptions,
  Finding,
  Suggestion,
} from "../../shared/detect/model.ts";
import { rectsOfSpan } from "../../shared/text/span-rects.ts";
import type { Found } from "../cases/case-suggestions.ts";
import { withKeptLabels } from "../cases/kept-labels.ts";
import type { OpenCase } from "../cases/open-case.ts";
import type { DocumentRow } from "../storage/documents.ts";
import type { WorkerClient } from "../workers/client.ts";
import { CLOCK } from "./workers.ts";

export type TellSuggestions = (document: string, suggestions: readonly Suggestion[]) => void;

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
  detector: WorkerClient,
  open: OpenCase,
  events: { readonly onSuggestions: TellSuggestions },
  fresh?: string,
): Promise<void> {
  return inTurn(open, () => onePass(detector, open, events, fresh));
}

/**
 * One pass after another: groups of people belong to one pass, so the last one must see every
 * document that an earlier one has just made ready.
 */
function inTurn(open: OpenCase, look: () => Promise<void>): Promise<void> {
  const before = passes.get(open) ?? Promise.resolve();
  const pass = before.catch(() => undefined).then(() => (open.open ? look() : undefined));
  passes.set(open, pass);
  return pass;
}

const passes = new WeakMap<OpenCase, Promise<void>>();

async function onePass(
  detector: WorkerClient,
  open: OpenCase,
  events: { readonly onSuggestions: TellSuggestions },
  fresh: string | undefined,
): Promise<void> {
  for (const [id, found] of await findAll(detector, open, fresh)) {
    if (!open.open) return;
    if (!open.documents.has(id)) continue;
    const first = id === fresh;
    events.onSuggestions(id, open.suggestions.replace(id, found, { first }));
  }
}

/** Findings with their places, in every document that is ready and in one that is being read. */
async function findAll(
  detector: WorkerClient,
  open: OpenCase,
  fresh: string | undefined,
): Promise<readonly (readonly [string, readonly Found[]])[]> {
  const rows = open.documents.list().filter((row) => row.status === "ready" || row.id === fresh);
  const options = detectOptions(open);
  const documents = rows.map((row) => detectDocument(open, row));
  const answer = await detector.run("suggest", { documents, options }, { clock: CLOCK.read });
  if (!open.open) return [];
  const kept = withKeptLabels(open, answer);
  return kept.map(([id, findings]) => [id, placed(open, id, findings)] as const);
}

function placed(open: OpenCase, id: string, findings: readonly Finding[]): readonly Found[] {
  const quads = new Map<number, Float32Array>();
  const quadsOf = (page: number): Float32Array => {
    let known = quads.get(page);
    if (!known)
      quads.set(page, (known = open.documents.pageText(id, page)?.quads ?? new Float32Array(0)));
    return known;
  };
  return findings.map((f) => ({ ...f, rects: rectsOfSpan(quadsOf(f.page), f.start, f.end) }));
}

/** Between two passes over a document that is being read there are as many pages again as before, */
const AS_MANY_AGAIN = 2;
/** and this many times the time that the last one took, but at least so many milliseconds. */
const PAUSE = 3;
const LEAST_PAUSE = 1_000;

/** Suggestions on the pages that are there while the others are being read. */
export class SoFar {
  readonly #detector: WorkerClient;
  readonly #open: OpenCase;
  readonly #document: string;
  readonly #tell: TellSuggestions;
  #seen = 0;
  #next = 0;
  #looking = false;

  constructor(detector: WorkerClient, open: OpenCase, document: string, tell: TellSuggestions) {
    this.#detector = detector;
    this.#open = open;
    this.#document = document;
    this.#tell = tell;
  }

  /** @param pages that are stored; never all of them: a whole pass follows the last page at once */
  pagesAreThere(pages: number): void {
    if (this.#looking || pages < this.#seen * AS_MANY_AGAIN || Date.now() < this.#next) return;
    this.#seen = pages;
    this.#looking = true;
    // What goes wrong here goes wrong in the reading as well, which says so.
    void inTurn(this.#open, () => this.#look())
      .catch(() => undefined)
      .finally(() => (this.#looking = false));
  }

  async #look(): Promise<void> {
    const began = Date.now();
    const answer = await findAll(this.#detector, this.#open, this.#document);
    const now = Date.now();
    this.#next = now + Math.max(LEAST_PAUSE, PAUSE * (now - began));
    const found = answer.find(([id]) => id === this.#document)?.[1];
    if (!found || !this.#open.open || this.#finished()) return;
    this.#tell(this.#document, this.#open.suggestions.add(this.#document, found));
  }

  #finished(): boolean {
    return this.#open.documents.get(this.#document).status !== "reading";
  }
}

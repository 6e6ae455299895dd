// An invented case for tests of what rests and what is told: a store in a temporary folder, people,
// documents with text, suggestions. Names are invented, numbers never issued.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CaseStore } from "../../../electron/cases/case-store.ts";
import type { Found } from "../../../electron/cases/case-suggestions.ts";
import type { OpenCase } from "../../../electron/cases/open-case.ts";
import type { Role } from "../../../shared/ipc/cases.ts";
import type { DocumentRole } from "../../../shared/ipc/workflow.ts";

export const PASSPHRASE = "invented passphrase 1";
export const CHEAP = { memory: 1_024, passes: 1 } as const;

export interface Desk {
  readonly folder: string;
  readonly store: CaseStore;
  readonly clear: () => void;
}

/** A store of its own, with a clock that ticks a second at each look. */
export function makeDesk(folder = mkdtempSync(join(tmpdir(), "candour-desk-"))): Desk {
  let at = Date.UTC(2026, 2, 2, 9);
  const store = new CaseStore({
    folder,
    tool: "Candour test",
    cost: CHEAP,
    now: () => new Date((at += 1_000)).toISOString(),
  });
  return { folder, store, clear: () => rmSync(folder, { recursive: true, force: true }) };
}

export function makeCase(store: CaseStore, role: Role = "analyst"): Promise<OpenCase> {
  return store.create({
    name: "Case 7",
    user: { name: "Ada Analyst", role },
    passphrase: PASSPHRASE,
  });
}

export const GEOMETRY = {
  mediaBox: [0, 0, 595, 842],
  cropBox: [0, 0, 595, 842],
  rotation: 0,
  userUnit: 1,
} as const;

/** A document whose pages hold these texts; each character is 5 points wide on lines of 14 points. */
export function addDocument(
  open: OpenCase,
  name: string,
  pages: readonly string[],
  role: DocumentRole = "other",
): string {
  const bytes = new TextEncoder().encode(`%PDF-1.7 ${name}\n${pages.join("\f")}`);
  const { id } = open.documents.add({
    name: `${name}.pdf`,
    bytes,
    facts: {
      sha256: "",
      bytes: bytes.length,
      pages: pages.length,
      title: null,
      encrypted: false,
      tagged: false,
    },
    role,
  });
  open.documents.putPages(
    id,
    pages.map((text, i) => ({
      geometry: { ...GEOMETRY, page: i + 1 },
      text: { page: i + 1, text, quads: quadsOf(text), source: "text" as const, confidence: 1 },
    })),
  );
  open.documents.markRead(id, { pages: pages.length, ocrPages: 0 });
  return id;
}

function quadsOf(text: string): Float32Array {
  const quads = new Float32Array(text.length * 8);
  for (let i = 0, x = 72, y = 760; i < text.length; i++) {
    if (text[i] === "\n") {
      [x, y] = [72, y - 14];
      quads.fill(Number.NaN, i * 8, i * 8 + 8);
      continue;
    }
    quads.set([x, y, x + 5, y, x + 5, y + 10, x, y + 10], i * 8);
    x += 5;
  }
  return quads;
}

/** Every place of `text` in the document, as a detector would give it. */
export function findAll(
  open: OpenCase,
  document: string,
  text: string,
  over: Partial<Found> = {},
): Found[] {
  const found: Found[] = [];
  const { pages } = open.documents.get(document);
  for (let page = 1; page <= pages; page++) {
    const words = open.documents.pageText(document, page)?.text ?? "";
    for (let at = words.indexOf(text); at >= 0; at = words.indexOf(text, at + 1))
      found.push({
        page,
        start: at,
        end: at + text.length,
        text,
        category: "person",
        identifier: "direct",
        score: 0.9,
        tier: "suggested",
        detector: "people/name",
        version: "1",
        why: "A name",
        group: `g:${over.groupName ?? text}`,
        groupName: text,
        rects: [[72 + at * 5, 760, 72 + (at + text.length) * 5, 770]],
        ...over,
      });
  }
  return found;
}

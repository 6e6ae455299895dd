// Stands in for the side with power on the development page only, with an invented case in memory.
// It follows the contract so that every screen can be looked at in a browser; the application
// never loads it (main.tsx asks for it only in development and without a preload).
import type { CandourApi, CallName, EventName, Events } from "../../shared/ipc/contract.ts";
import type { Answer } from "../../shared/ipc/call.ts";
import type { CaseCard, CaseState, DocumentCard } from "../../shared/ipc/cases.ts";
import type { PageGeometry } from "../../shared/model/page.ts";
import type { StoredEvent } from "../../shared/review/events.ts";
import type { PictureSource } from "../app/pictures.ts";
import { fakeBurn, fakeSummary } from "./fake-burn.ts";
import { fakeTrail } from "./fake-trail.ts";
import { layoutPage } from "./sample-layout.ts";
import { suggestionsOf } from "./sample-suggestions.ts";

const flags = new URLSearchParams(window.location.search);
const crowded = flags.has("crowd");
const listeners = new Map<string, Set<(event: never) => void>>();
const DOCUMENTS = [
  {
    id: "0b0e1f5e-0000-4000-8000-000000000001",
    name: "Overview report.pdf",
    title: "Overview report",
    pages: crowded ? 300 : 48,
  },
  {
    id: "0b0e1f5e-0000-4000-8000-000000000002",
    name: "Executive summary.pdf",
    title: "Executive summary",
    pages: 8,
  },
];
const USER = {
  id: "0b0e1f5e-0000-4000-8000-0000000000aa",
  name: "Amira Shah",
  role: "analyst" as const,
};
const CASES: CaseCard[] = [
  {
    id: "0b0e1f5e-0000-4000-8000-0000000000c1",
    name: "Review of Child A",
    users: [
      USER,
      { id: "0b0e1f5e-0000-4000-8000-0000000000ab", name: "Colin Frost", role: "reviewer" },
    ],
    changedAt: new Date(Date.now() - 3_600_000).toISOString(),
    sample: false,
  },
  {
    id: "0b0e1f5e-0000-4000-8000-0000000000c2",
    name: "Review of the Marlow Road siblings",
    users: [USER],
    changedAt: new Date(Date.now() - 6 * 86_400_000).toISOString(),
    sample: false,
  },
  {
    id: "0b0e1f5e-0000-4000-8000-0000000000c3",
    name: "Learning review, autumn",
    users: [USER],
    changedAt: new Date(Date.now() - 40 * 86_400_000).toISOString(),
    sample: false,
    trouble: "This case was made with a newer version of Candour. Install that version to open it.",
  },
];

const events = new Map<string, StoredEvent[]>();
const views = new Map<string, unknown>();
const exportsMade: Awaited<ReturnType<typeof fakeBurn>>[] = [];
let current: CaseState | null = null;
let settings: Record<string, unknown> = JSON.parse(localStorage.getItem("settings") ?? "{}");
let tries = 3;

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

export function emit<N extends EventName>(name: N, event: Events[N]): void {
  for (const listener of listeners.get(name) ?? []) listener(event as never);
}

const documentOf = (id: string) => DOCUMENTS.find((d) => d.id === id) ?? DOCUMENTS[0]!;
const found = new Map<string, ReturnType<typeof suggestionsOf>>();
function suggestions(id: string) {
  const d = documentOf(id);
  if (!found.has(id)) found.set(id, suggestionsOf(id, d.pages, d.title));
  return found.get(id)!;
}

function card(id: string): DocumentCard {
  const d = documentOf(id);
  const all = suggestions(id).length;
  const decided = new Map<string, string>();
  for (const { event } of events.get(id) ?? []) {
    if (event.type === "accepted" || event.type === "refused")
      for (const s of event.suggestions) decided.set(s, event.type);
  }
  const accepted = [...decided.values()].filter((v) => v === "accepted").length;
  return {
    id,
    name: d.name,
    pages: d.pages,
    importedAt: new Date(Date.now() - 7_200_000).toISOString(),
    undecided: all - decided.size,
    accepted,
    refused: decided.size - accepted,
    status: "ready",
  };
}

function openCase(name: string, empty: boolean): CaseState {
  current = {
    id: CASES[0]!.id,
    name,
    user: USER,
    users: CASES[0]!.users,
    documents: empty ? [] : DOCUMENTS.map((d) => card(d.id)),
    frozen: false,
  };
  return current;
}

const geometry = (pages: number): PageGeometry[] =>
  Array.from({ length: pages }, (_, i) => ({
    page: i + 1,
    mediaBox: [0, 0, 595, 842],
    cropBox: [0, 0, 595, 842],
    rotation: 0,
    userUnit: 1,
  }));

const refuse = (code: "wrong-passphrase" | "not-a-pdf", message: string): never => {
  throw Object.assign(new Error(message), { code });
};

type Handlers = { [N in CallName]?: (request: never) => unknown };

const handlers: Handlers = {
  "app.info": () => ({
    version: "0.1.0",
    electron: "33.2.1",
    trialRuntime: !flags.has("official"),
    platform: "linux",
    casesFolder: "/home/amira/Candour",
  }),
  "app.settings": () => settings,
  "app.saveSettings": (r: { settings: Record<string, unknown> }) => {
    settings = r.settings;
    localStorage.setItem("settings", JSON.stringify(settings));
    return null;
  },
  "cases.list": () => (flags.has("empty") ? [] : CASES),
  "cases.create": (r: { name: string }) => openCase(r.name, true),
  "cases.open": (r: { passphrase: string }) =>
    r.passphrase === "wrong"
      ? refuse("wrong-passphrase", "That passphrase does not open this case. Nothing was changed.")
      : openCase("Review of Child A", false),
  "app.startup": () => ({ openSample: false, waitingFiles: 0 }),
  "documents.importWaiting": () => ({ imported: [], refused: [], needPassword: [] }),
  "cases.openSample": () => openCase("Sample case: the Jones-Reed review", false),
  "cases.current": () =>
    flags.has("open")
      ? (current = current
          ? { ...current, documents: current.documents.map((d) => card(d.id)) }
          : openCase("Review of Child A", false))
      : current,
  "cases.lock": () => {
    current = null;
    return null;
  },
  "documents.import": () => ({
    imported: [],
    refused: [
      {
        name: "minutes.docx",
        message: "“minutes.docx” is not a PDF. Save it as a PDF first, then import that.",
      },
    ],
    needPassword: [
      { token: crypto.randomUUID(), name: "Appendix C (locked).pdf", triesLeft: (tries = 3) },
    ],
  }),
  "documents.dropBegin": () => ({ token: crypto.randomUUID() }),
  "documents.dropChunk": () => wait(40).then(() => null),
  "documents.dropEnd": () => {
    const next = {
      ...card(DOCUMENTS[1]!.id),
      id: crypto.randomUUID(),
      name: "Action plan.pdf",
      status: "reading" as const,
    };
    if (current) current = { ...current, documents: [...current.documents, next] };
    return { imported: [next], refused: [], needPassword: [] };
  },
  "documents.password": (r: { token: string; password: string }) => {
    if (r.password === "open")
      return { imported: [card(DOCUMENTS[1]!.id)], refused: [], needPassword: [] };
    tries -= 1;
    return tries > 0
      ? {
          imported: [],
          refused: [],
          needPassword: [{ token: r.token, name: "Appendix C (locked).pdf", triesLeft: tries }],
        }
      : {
          imported: [],
          refused: [
            {
              name: "Appendix C (locked).pdf",
              message:
                "That was the third wrong password, so the file was left out. You can import it again.",
            },
          ],
          needPassword: [],
        };
  },
  "documents.geometry": (r: { document: string }) => geometry(documentOf(r.document).pages),
  "documents.pageText": (r: { document: string; page: number }) => {
    const d = documentOf(r.document);
    const { text, quads } = layoutPage(r.page, d.pages, d.title);
    return { geometry: geometry(d.pages)[r.page - 1], text, quads, source: "text" };
  },
  "documents.pictures": (r: { document: string }) =>
    [2, 17, 30].map((page, i) => ({
      id: `picture-${i + 1}`,
      page: Math.min(page, documentOf(r.document).pages),
      rect: [62, 70, 300, 240],
      kind: i === 1 ? "drawing" : "image",
    })),
  "documents.outline": () => [],
  "documents.find": (r: { text: string }) =>
    DOCUMENTS.flatMap((d) =>
      Array.from({ length: d.pages }, (_, i) => i + 1).flatMap((page) => {
        const { text } = layoutPage(page, d.pages, d.title);
        const start = text.toLowerCase().indexOf(r.text.toLowerCase());
        return start < 0
          ? []
          : [
              {
                document: d.id,
                page,
                start,
                end: start + r.text.length,
                context: text.slice(Math.max(0, start - 40), start + 60).replace(/\n/g, " "),
              },
            ];
      }),
    ),
  "review.load": (r: { document: string }) => ({
    suggestions: suggestions(r.document),
    events: events.get(r.document) ?? [],
    view: views.get(r.document) ?? null,
    complete: true,
  }),
  "review.append": (r: { document: string; events: StoredEvent["event"][] }) => {
    const list = events.get(r.document) ?? [];
    const stored = r.events.map((event, i) => ({
      seq: list.length + i + 1,
      at: new Date().toISOString(),
      by: USER.name,
      event,
    }));
    events.set(r.document, [...list, ...stored]);
    return stored;
  },
  "review.saveView": (r: { document: string; view: unknown }) => {
    views.set(r.document, r.view);
    return null;
  },
  "publish.summary": (r: { document: string }) => fakeSummary(card(r.document), flags),
  "publish.burn": async (r: { document: string }) => {
    const answer = await fakeBurn(card(r.document), emit, wait, flags);
    exportsMade.push(answer);
    return answer;
  },
  "publish.cancel": () => null,
  "publish.exports": () => exportsMade.flatMap((a) => (a.exported ? [a.export] : [])),
  "publish.saveCopy": () => ({ saved: true, name: "Overview report (published).pdf" }),
  "trail.list": (r: Parameters<typeof fakeTrail>[0]) => fakeTrail(r),
  "trail.check": () => ({
    whole: true,
    entries: 214,
    head: "9f2c4be01d77",
    message:
      "All 214 entries are here, in order and unchanged since they were written. This does not prove that the last entries were not cut off; compare the head with the one in a certificate for that.",
  }),
};

export const host: CandourApi = {
  async call(name, request) {
    await wait(8);
    const handler = handlers[name] as ((request: unknown) => unknown) | undefined;
    if (!handler)
      return {
        ok: false,
        code: "defect",
        message: `The development page does not answer ${name}.`,
      };
    try {
      return { ok: true, value: await handler(request) } as Answer<never>;
    } catch (error) {
      const code = (error as { code?: "wrong-passphrase" }).code ?? "defect";
      return { ok: false, code, message: (error as Error).message };
    }
  },
  on(name, listener) {
    const set = listeners.get(name) ?? new Set();
    listeners.set(name, set);
    set.add(listener as (event: never) => void);
    return () => set.delete(listener as (event: never) => void);
  },
};

const picture = (id: string, page: number): string => {
  const d = documentOf(id);
  return `data:image/svg+xml,${encodeURIComponent(layoutPage(page, d.pages, d.title).svg)}`;
};
export const pictures: PictureSource = {
  page: picture,
  exported: (id, page) =>
    picture(
      exportsMade.flatMap((a) =>
        a.exported && a.export.id === id ? [a.export.document] : [],
      )[0] ?? id,
      page,
    ),
};

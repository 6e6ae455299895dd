// Stands in for the side with power on the development page only, with an invented case in memory.
// It follows the contract so that every screen can be looked at in a browser; the application
// never loads it (main.tsx asks for it only in development and without a preload).
import type { CandourApi } from "../../shared/ipc/contract.ts";
import type { Answer } from "../../shared/ipc/call.ts";
import type { RefusalCode } from "../../shared/model/refusal.ts";
import type { PictureSource } from "../app/pictures.ts";
import type { StoredEvent } from "../../shared/review/events.ts";
import { fakeBurn, fakeSummary } from "./fake-burn.ts";
import { caseHandlers } from "./fake-case.ts";
import { documentHandlers } from "./fake-documents.ts";
import {
  append,
  card,
  CASES,
  documentOf,
  emit,
  events,
  flags,
  listen,
  open,
  openCase,
  suggestions,
  views,
  wait,
} from "./fake-state.ts";
import { fakeTrail } from "./fake-trail.ts";
import { layoutPage } from "./sample-layout.ts";

const exportsMade: Awaited<ReturnType<typeof fakeBurn>>[] = [];
let settings: Record<string, unknown> = JSON.parse(localStorage.getItem("settings") ?? "{}");

const refuse = (code: RefusalCode, message: string): never => {
  throw Object.assign(new Error(message), { code });
};

const handlers: Record<string, (request: never) => unknown> = {
  ...documentHandlers,
  ...caseHandlers,
  "app.info": () => ({
    version: "0.1.0",
    electron: "33.2.1",
    trialRuntime: !flags.has("official"),
    platform: "linux",
    casesFolder: "/home/amira/Candour",
  }),
  "app.startup": () => ({ openSample: false, waitingFiles: 0 }),
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
  "cases.openSample": () => openCase("Sample case: the Jones-Reed review", false),
  "cases.current": () => {
    if (open.state)
      open.state = { ...open.state, documents: open.state.documents.map((d) => card(d.id)) };
    else if (flags.has("open")) openCase("Review of Child A", false);
    return open.state;
  },
  "cases.lock": () => {
    open.state = null;
    return null;
  },
  "cases.backup": () => ({ saved: true, name: "case.candour" }),
  "cases.restore": (r: { replace?: boolean }) =>
    r.replace ? { id: CASES[0]!.id } : refuse("exists", "This case is on this computer already."),
  "review.load": (r: { document: string }) => ({
    suggestions: suggestions(r.document),
    events: events.get(r.document) ?? [],
    view: views.get(r.document) ?? null,
    complete: true,
  }),
  "review.append": (r: { document: string; events: StoredEvent["event"][] }) =>
    append(r.document, r.events),
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
  "trail.life": () => fakeTrail({ limit: 4 }).entries,
  "trail.export": () => ({ saved: true, name: "trail.html" }),
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
      return { ok: false, code: "defect", message: `The development page does not know ${name}.` };
    try {
      return { ok: true, value: await handler(request) } as Answer<never>;
    } catch (error) {
      const code = (error as { code?: RefusalCode }).code ?? "defect";
      return { ok: false, code, message: (error as Error).message };
    }
  },
  on: (name, listener) => listen(name, listener as (event: never) => void),
};

const picture = (document: string, page: number): string => {
  const d = documentOf(document);
  return `data:image/svg+xml,${encodeURIComponent(layoutPage(page, d.pages, d.title).svg)}`;
};

export const pictures: PictureSource = {
  page: picture,
  draft: picture,
  exported: (id, page) => {
    const made = exportsMade.find((a) => a.exported && a.export.id === id);
    return picture(made?.exported ? made.export.document : id, page);
  },
};

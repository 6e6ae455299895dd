// Which case is open and which screen is shown. It owns moving between screens; it must never
// hold what a screen is about (a review, a burn), because those have stores of their own.
import { create } from "zustand";
import type { AppInfo } from "../../shared/ipc/app.ts";
import type { CaseState, DocumentCard } from "../../shared/ipc/cases.ts";
import { ask, listen } from "./client.ts";
import { attempt, dismiss, forgetNotices } from "./notices.ts";

export type Screen =
  | { readonly at: "start"; readonly locked?: "idle" | "lid" | "asked" }
  | { readonly at: "desk" }
  | {
      readonly at: "review";
      readonly document: string;
      readonly page?: number;
      /** The place to open on arriving. */
      readonly place?: string | undefined;
      /** Words to look for on arriving. */
      readonly find?: string | undefined;
      /** Begin with the pictures that are to be looked at. */
      readonly pictures?: boolean | undefined;
    }
  | { readonly at: "burn"; readonly document: string }
  | { readonly at: "exports"; readonly open?: string }
  | { readonly at: "trail" }
  | { readonly at: "people" }
  | { readonly at: "jigsaw" }
  | { readonly at: "signoff" }
  | { readonly at: "publication" }
  | { readonly at: "case" };

export interface Reading {
  readonly stage: "text" | "suggestions";
  readonly done: number;
  readonly total: number;
}

interface Session {
  readonly info: AppInfo | null;
  readonly open: CaseState | null;
  readonly screen: Screen;
  /** How far each document that is still being read has come. */
  readonly reading: ReadonlyMap<string, Reading>;
  /** Documents whose suggestions are still being looked for, also after their text was read. */
  readonly looking: ReadonlySet<string>;
  readonly ready: boolean;
}

export const useSession = create<Session>(() => ({
  info: null,
  open: null,
  screen: { at: "start" },
  reading: new Map(),
  looking: new Set(),
  ready: false,
}));

const NOTHING_READ = { reading: new Map<string, Reading>(), looking: new Set<string>() };
const set = useSession.setState;
const get = useSession.getState;

/** Runs `forget` whenever the open case is left: names of one case are never shown in the next. */
export function whenCaseIsLeft(forget: () => void): void {
  useSession.subscribe((now, before) => {
    if (before.open && now.open?.id !== before.open.id) forget();
  });
}

const about = (screen: Screen): string =>
  "document" in screen ? `${screen.at} ${screen.document}` : screen.at;

/** What was done or went wrong on one screen is not told over the next one's buttons. */
export function goTo(screen: Screen): void {
  if (about(screen) !== about(get().screen)) dismiss();
  set({ screen });
}

/** Shows a case that was just opened or made. */
export function enter(open: CaseState): void {
  dismiss();
  set({ open, screen: { at: "desk" } });
}

export async function refreshCase(): Promise<void> {
  const open = await ask("cases.current", {});
  set({ open });
}

export async function lock(): Promise<void> {
  await ask("cases.lock", {});
  left("asked");
}

/** After the open case was destroyed. */
export function leaveCase(): void {
  forgetNotices();
  set({ open: null, screen: { at: "start" }, ...NOTHING_READ });
}

function left(why: "idle" | "lid" | "asked"): void {
  if (get().screen.at === "start" && !get().open) return;
  forgetNotices();
  set({ open: null, screen: { at: "start", locked: why }, ...NOTHING_READ });
}

/** Takes a document's newest card into the case, in its place or at the end. */
function withDocument(open: CaseState, card: DocumentCard): CaseState {
  const known = open.documents.some((d) => d.id === card.id);
  const documents = known
    ? open.documents.map((d) => (d.id === card.id ? card : d))
    : [...open.documents, card];
  return { ...open, documents };
}

export function takeDocuments(cards: readonly DocumentCard[]): void {
  const { open } = get();
  if (open) set({ open: cards.reduce(withDocument, open) });
}

/** Starts listening to what the side with power tells unasked; once, at start. */
export async function begin(): Promise<void> {
  listen("document.progress", ({ document, done, total, stage }) => {
    takeDocuments([document]);
    const reading = new Map(get().reading);
    if (document.status === "reading") reading.set(document.id, { stage, done, total });
    else reading.delete(document.id);
    // Suggestions follow the text; what is told after them does not begin a new search.
    const begins = document.status === "reading" || stage !== "suggestions";
    set({ reading, looking: begins ? new Set(get().looking).add(document.id) : get().looking });
  });
  listen("suggestions.added", ({ document, complete }) => {
    if (!complete) return;
    const looking = new Set(get().looking);
    looking.delete(document);
    set({ looking });
    // Counts on the desk change with every document that was looked through.
    if (get().open) attempt(refreshCase);
  });
  listen("case.locked", ({ why }) => left(why));
  listen("document.opened", ({ document }) => {
    void refreshCase().then(() => goTo({ at: "review", document }));
  });
  const [info, open] = await Promise.all([ask("app.info", {}), ask("cases.current", {})]);
  set({ info, open, ready: true, screen: open ? { at: "desk" } : { at: "start" } });
  const { openSample } = await ask("app.startup", {});
  if (openSample && !open) enter(await ask("cases.openSample", {}));
}

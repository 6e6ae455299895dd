// One burn as it happens: pages as they are written, checks as they are made, and the answer. It goes
// on while people look at something else, and is told to them when it ends; with the case locked
// nothing of it is left here. Exports are kept by the side with power.
import { t } from "i18next";
import { create } from "zustand";
import type { BurnedPage } from "../../../shared/model/burning.ts";
import type { BurnMode } from "../../../shared/model/plan.ts";
import type { BurnAnswer } from "../../../shared/ipc/publish.ts";
import { ask, call, listen, sentenceOf } from "../../app/client.ts";
import { tell } from "../../app/notices.ts";
import { goTo, useSession, whenCaseIsLeft } from "../../app/session.ts";
import { LANGUAGE } from "../../i18n/i18n.ts";

export interface BurnRun {
  /** Whose run it is; null where nothing was burnt since the case was opened. */
  readonly document: string | null;
  readonly phase: "summary" | "running" | "done";
  readonly pages: readonly Pick<BurnedPage, "page" | "kind" | "reason">[];
  readonly totalPages: number;
  /** Pages read so far, of which it is not yet known how they are written. */
  readonly read: number;
  /** What the verifier is doing, once it has begun. */
  readonly check: { readonly name: string; readonly done: number; readonly total: number } | null;
  readonly answer: BurnAnswer | null;
}

const FRESH: BurnRun = {
  document: null,
  phase: "summary",
  pages: [],
  totalPages: 0,
  read: 0,
  check: null,
  answer: null,
};

export const useBurnRun = create<BurnRun>(() => FRESH);
const set = useBurnRun.setState;
const get = useBurnRun.getState;

/** Puts an ended run away. */
export function resetBurn(): void {
  if (get().phase !== "running") set(FRESH);
}

whenCaseIsLeft(() => set(FRESH));

export async function startBurn(document: string, mode: BurnMode): Promise<void> {
  if (get().phase === "running") return;
  set({ ...FRESH, phase: "running", document });
  const stopPages = listen("burn.page", (event) => {
    if (event.document !== document) return;
    const { page: burnt, done, total } = event;
    if (!burnt) {
      set({ read: done, totalPages: total });
      return;
    }
    const { page, kind, reason } = burnt;
    // A page that did not pass is burnt once more, another way.
    set((run) => ({
      pages: [...run.pages.filter((p) => p.page !== page), { page, kind, reason }],
      totalPages: total,
    }));
  });
  const stopChecks = listen("verify.check", (event) => {
    if (event.document !== document) return;
    set({ check: { name: event.check, done: event.done, total: event.total } });
  });
  try {
    end(document, await ask("publish.burn", { document, mode, language: LANGUAGE }));
  } catch (error) {
    const message = sentenceOf(error);
    end(document, { exported: false, report: null, verification: null, message });
  } finally {
    stopPages();
    stopChecks();
  }
}

function end(document: string, answer: BurnAnswer): void {
  // The case was locked meanwhile.
  if (get().document !== document) return;
  set({ phase: "done", answer });
  const { screen, open } = useSession.getState();
  if (screen.at === "burn" && screen.document === document) return;
  const name = open?.documents.find((d) => d.id === document)?.name ?? "";
  const { exported } = answer;
  tell(t(exported ? "burn.saidDone" : "burn.saidFailed", { name }), exported ? "done" : "trouble", {
    words: t("common.goThere"),
    run: async () => goTo({ at: "burn", document }),
  });
}

export async function cancelBurn(): Promise<void> {
  await call("publish.cancel", {});
}

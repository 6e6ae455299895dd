// One burn as it happens: pages as they are written, checks as they are made, and the answer. It
// owns nothing that outlives the screen; exports are kept by the side with power.
import { create } from "zustand";
import type { BurnedPage } from "../../../shared/model/burning.ts";
import type { BurnMode } from "../../../shared/model/plan.ts";
import type { BurnAnswer } from "../../../shared/ipc/publish.ts";
import { ask, call, listen, sentenceOf } from "../../app/client.ts";
import { LANGUAGE } from "../../i18n/i18n.ts";

export interface BurnRun {
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
  phase: "summary",
  pages: [],
  totalPages: 0,
  read: 0,
  check: null,
  answer: null,
};

export const useBurnRun = create<BurnRun>(() => FRESH);
const set = useBurnRun.setState;

export function resetBurn(): void {
  set(FRESH);
}

export async function startBurn(document: string, mode: BurnMode): Promise<void> {
  set({ ...FRESH, phase: "running" });
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
    const answer = await ask("publish.burn", { document, mode, language: LANGUAGE });
    set({ phase: "done", answer });
  } catch (error) {
    const message = sentenceOf(error);
    set({
      phase: "done",
      answer: { exported: false, report: null, verification: null, message },
    });
  } finally {
    stopPages();
    stopChecks();
  }
}

export async function cancelBurn(): Promise<void> {
  await call("publish.cancel", {});
}

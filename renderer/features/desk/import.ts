// Taking files into the case: through the system's dialog on the side with power, or dropped on the
// window and handed over in pieces. It owns the list of what is on its way and what was refused;
// a password is passed on and never kept.
import { create } from "zustand";
import type { ImportAnswer } from "../../../shared/ipc/documents.ts";
import { ask, sentenceOf } from "../../app/client.ts";
import { takeDocuments, useSession, whenCaseIsLeft } from "../../app/session.ts";

const PIECE = 4 << 20;

export interface Arrival {
  readonly name: string;
  readonly done: number;
  readonly total: number;
}

export interface Locked {
  readonly token: string;
  readonly name: string;
  readonly triesLeft: number;
  /** True after a wrong password: then the tries left are said. */
  readonly tried: boolean;
}

interface Imports {
  /** Files are being chosen in the system's dialog, or taken in from it. */
  readonly choosing: boolean;
  readonly arrivals: readonly Arrival[];
  readonly refused: readonly { readonly name: string; readonly message: string }[];
  readonly locked: readonly Locked[];
}

const NOTHING: Imports = { choosing: false, arrivals: [], refused: [], locked: [] };

export const useImports = create<Imports>(() => NOTHING);
const set = useImports.setState;

whenCaseIsLeft(() => set(NOTHING));

function take(answer: ImportAnswer, tried: boolean): void {
  if (!useSession.getState().open) return;
  takeDocuments(answer.imported);
  set((now) => ({
    refused: [...now.refused, ...answer.refused],
    locked: [...now.locked, ...answer.needPassword.map((n) => ({ ...n, tried }))],
  }));
}

/** Files named on the command line wait for a case to be open. */
export async function takeWaiting(): Promise<void> {
  const { waitingFiles } = await ask("app.startup", {});
  if (waitingFiles > 0) take(await ask("documents.importWaiting", {}), false);
}

export async function chooseFiles(): Promise<void> {
  if (useImports.getState().choosing) return;
  set({ choosing: true });
  try {
    take(await ask("documents.import", {}), false);
  } finally {
    set({ choosing: false });
  }
}

export async function dropFiles(files: readonly File[]): Promise<void> {
  // What was dropped on one case never goes on into the next one that is opened meanwhile.
  const meant = useSession.getState().open?.id;
  const here = (): boolean => useSession.getState().open?.id === meant;
  for (const file of files) {
    if (!here()) return;
    try {
      // One after another: a report is large, and the window must stay quick.
      // oxlint-disable-next-line no-await-in-loop
      await dropFile(file);
    } catch (error) {
      if (!here()) return;
      const refusal = { name: file.name, message: sentenceOf(error) };
      set((now) => ({ refused: [...now.refused, refusal] }));
    } finally {
      set((now) => ({ arrivals: now.arrivals.filter((a) => a.name !== file.name) }));
    }
  }
}

async function dropFile(file: File): Promise<void> {
  const arrive = (done: number): void =>
    set((now) => ({
      arrivals: [
        ...now.arrivals.filter((a) => a.name !== file.name),
        { name: file.name, done, total: file.size },
      ],
    }));
  arrive(0);
  const { token } = await ask("documents.dropBegin", { name: file.name, size: file.size });
  for (let at = 0; at < file.size; at += PIECE) {
    // Pieces must arrive in order.
    // oxlint-disable-next-line no-await-in-loop
    const bytes = new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
    // oxlint-disable-next-line no-await-in-loop
    await ask("documents.dropChunk", { token, bytes });
    arrive(Math.min(file.size, at + PIECE));
  }
  take(await ask("documents.dropEnd", { token }), false);
}

export async function givePassword(token: string, password: string): Promise<void> {
  const answer = await ask("documents.password", { token, password });
  set((now) => ({ locked: now.locked.filter((l) => l.token !== token) }));
  take(answer, true);
}

/** The file stays out; the side with power drops it with its token. */
export function leaveOut(token: string): void {
  set((now) => ({ locked: now.locked.filter((l) => l.token !== token) }));
}

export function clearRefused(): void {
  set({ refused: [] });
}

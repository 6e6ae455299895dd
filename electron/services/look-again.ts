// Reading that goes on by itself: documents that were still being read when the case was locked or
// the machine stopped, and looking through everything once more when the register or a list of texts
// has changed. Nothing is looked for anew while the second person looks, or once the plan is signed.
import type { OpenCase } from "../cases/open-case.ts";
import type { DocumentRow } from "../storage/documents.ts";
import { readInBackground, tellSuggestions } from "./importing.ts";
import { suggestAll } from "./suggesting.ts";
import type { WindowContext } from "./window-context.ts";
import { CLOCK } from "./workers.ts";

/** Milliseconds: several names are often typed one after another. */
const QUIET = 1_500;

/** Goes on with documents that were never read to their end. */
export async function resumeReading(context: WindowContext, open: OpenCase): Promise<void> {
  for (const row of open.documents.list().filter((d) => d.status === "reading")) {
    if (!open.open) return;
    await readOn(context, open, row);
  }
}

/** Reads a document of the case from its kept original. */
export async function readOn(
  context: WindowContext,
  open: OpenCase,
  row: DocumentRow,
): Promise<void> {
  const file = {
    name: row.name,
    bytes: new Uint8Array(await open.documents.bytes(row.id)),
    password: row.password ?? undefined,
  };
  const { geometry } = await context.workers.reader.run(
    "inspect",
    { bytes: file.bytes, password: file.password },
    { clock: CLOCK.inspect },
  );
  if (open.open) await readInBackground(context, open, file, { row, geometry });
}

export class LookAgain {
  readonly #context: WindowContext;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(context: WindowContext) {
    this.#context = context;
  }

  /** Looks once the changes have stopped for a moment. */
  soon(open: OpenCase): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      void this.#look(open).catch((error: unknown) => this.#context.onDefect("looking", error));
    }, QUIET);
    this.#timer.unref?.();
  }

  async #look(open: OpenCase): Promise<void> {
    if (!open.open || !mayChange(open)) return;
    if (!open.documents.list().some((d) => d.status === "ready")) return;
    const { session, workers } = this.#context;
    await session.working(() =>
      suggestAll(workers.detector, open, { onSuggestions: tellSuggestions(this.#context, open) }),
    );
  }
}

function mayChange(open: OpenCase): boolean {
  const { stage } = open.stage();
  return stage === "reviewing" || stage === "sent-back";
}

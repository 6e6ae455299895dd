// Files into the case, several at a time: each is imported, refused with one sentence, or waits for
// its password. One bad file never holds up the others.
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import type { ImportAnswer } from "../../shared/ipc/documents.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import type { Suggestion } from "../../shared/detect/model.ts";
import type { OpenCase } from "../cases/open-case.ts";
import type { WindowContext } from "./window-context.ts";
import { plainName } from "./pending-files.ts";
import { readDocument, takeIn, type NewFile } from "./reading.ts";

const GIGABYTE = 2 ** 30;

interface Mutable {
  imported: ImportAnswer["imported"][number][];
  refused: ImportAnswer["refused"][number][];
  needPassword: ImportAnswer["needPassword"][number][];
}

function emptyAnswer(): Mutable {
  return { imported: [], refused: [], needPassword: [] };
}

/** Reads files chosen on this side. */
export async function importPaths(
  context: WindowContext,
  paths: readonly string[],
): Promise<ImportAnswer> {
  const answer = emptyAnswer();
  for (const path of paths) {
    const name = plainName(basename(path));
    try {
      if (statSync(path).size > GIGABYTE) {
        throw new Refusal(
          "file-too-large",
          `“${name}” is larger than 1 GB, the most Candour takes.`,
        );
      }
      await importOne(context, { name, bytes: new Uint8Array(readFileSync(path)) }, answer);
    } catch (error) {
      const message = error instanceof Refusal ? error.message : "The file cannot be opened.";
      answer.refused.push({ name, message });
    }
  }
  return answer;
}

export async function importBytes(context: WindowContext, file: NewFile): Promise<ImportAnswer> {
  const answer = emptyAnswer();
  await importOne(context, file, answer);
  return answer;
}

/** A locked file's password: right, or one try fewer; after the third the file is dropped. */
export async function importWithPassword(
  context: WindowContext,
  token: string,
  password: string,
): Promise<ImportAnswer> {
  const { name, bytes } = context.pending.locked(token);
  const answer = emptyAnswer();
  try {
    answer.imported.push(await start(context, { name, bytes, password }));
    context.pending.unlocked(token);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const locked = error.code === "password-wrong" || error.code === "password-needed";
    const triesLeft = locked ? context.pending.wrong(token) : 0;
    if (triesLeft > 0) answer.needPassword.push({ token, name, triesLeft });
    else {
      context.pending.unlocked(token);
      const message = locked
        ? "The password was wrong three times; the file was not added."
        : error.message;
      answer.refused.push({ name, message });
    }
  }
  return answer;
}

async function importOne(context: WindowContext, file: NewFile, answer: Mutable): Promise<void> {
  try {
    answer.imported.push(await start(context, file));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "password-needed") {
      answer.needPassword.push(context.pending.keepLocked(file.name, file.bytes));
    } else answer.refused.push({ name: file.name, message: error.message });
  }
}

/** Takes the file in and goes on reading it in the background. */
async function start(context: WindowContext, file: NewFile) {
  const open = context.session.current();
  const taken = await takeIn(context.workers.reader, open, file);
  void context.session
    .working(() => readInBackground(context, open, file, taken))
    .catch((error: unknown) => context.onDefect("reading", error));
  return open.card(taken.row.id);
}

export async function readInBackground(
  context: WindowContext,
  open: OpenCase,
  file: NewFile,
  taken: Awaited<ReturnType<typeof takeIn>>,
): Promise<void> {
  const { id } = taken.row;
  const progress = (stage: "text" | "suggestions", done: number, total: number): void => {
    if (open.open)
      context.tell("document.progress", { document: open.card(id), done, total, stage });
  };
  await readDocument(context.workers, open, file, taken, {
    onText: (_document, done, total) => progress("text", done, total),
    onStatus: () => progress("suggestions", taken.row.pages, taken.row.pages),
    onSuggestions: tellSuggestions(context, open),
    onSoFar: (document, suggestions) =>
      context.tell("suggestions.added", { document, suggestions, complete: false }),
  });
}

/** Tells the window that a document was looked through, and how its counts stand now. */
export const tellSuggestions =
  (context: WindowContext, open: OpenCase) =>
  (document: string, suggestions: readonly Suggestion[]): void => {
    context.tell("suggestions.added", { document, suggestions, complete: true });
    if (!open.open) return;
    const card = open.card(document);
    context.tell("document.progress", {
      document: card,
      done: card.pages,
      total: card.pages,
      stage: "suggestions",
    });
  };

// Calls about documents: bringing them in, and what reading them gave.
import { Refusal } from "../../../shared/model/refusal.ts";
import { readOn } from "../../services/look-again.ts";
import { findText } from "../../services/find.ts";
import { importBytes, importPaths, importWithPassword } from "../../services/importing.ts";
import type { WindowHandlers } from "../window-handlers.ts";

type Names =
  | "documents.import"
  | "documents.importWaiting"
  | "documents.dropBegin"
  | "documents.dropChunk"
  | "documents.dropEnd"
  | "documents.password"
  | "documents.readAgain"
  | "documents.geometry"
  | "documents.pageText"
  | "documents.pictures"
  | "documents.outline"
  | "documents.find";

export const documentsHandlers: WindowHandlers<Names> = {
  "documents.import": async (context) => {
    context.session.current().documents.mayBringIn();
    return importPaths(context, await context.chooseFiles());
  },
  "documents.importWaiting": async (context) => {
    context.session.current();
    const { files } = context.waiting;
    context.waiting.files = [];
    return importPaths(context, files);
  },
  "documents.dropBegin": ({ session, pending }, { name, size }) => {
    session.current().documents.mayBringIn();
    return { token: pending.begin(name, size) };
  },
  "documents.dropChunk": ({ pending }, { token, bytes }) => {
    pending.chunk(token, bytes);
    return null;
  },
  "documents.dropEnd": (context, { token }) => importBytes(context, context.pending.end(token)),
  "documents.password": (context, { token, password }) =>
    importWithPassword(context, token, password),
  "documents.readAgain": (context, { document }) => {
    const open = context.session.current();
    const row = open.documents.beginAgain(document);
    void context.session
      .working(() => readOn(context, open, row))
      .catch((error: unknown) => {
        if (open.open) open.documents.markFailed(document, "defect");
        context.onDefect("reading again", error);
      });
    return null;
  },
  "documents.geometry": ({ session }, { document }) =>
    session.current().documents.geometry(document),
  "documents.pageText": ({ session }, { document, page }) => {
    const { documents } = session.current();
    const geometry = documents.geometry(document).find((g) => g.page === page);
    const text = documents.pageText(document, page);
    const unread = !text && documents.get(document).status === "reading";
    if (!geometry || unread) throw new Refusal("not-found", "That page was not read yet.", page);
    return {
      geometry,
      text: text?.text ?? "",
      quads: text?.quads ?? new Float32Array(0),
      source: text?.source ?? "text",
    };
  },
  "documents.pictures": ({ session }, { document }) =>
    session.current().documents.part(document, "pictures"),
  "documents.outline": ({ session }, { document }) =>
    session.current().documents.part(document, "outline"),
  "documents.find": ({ session }, { text }) => findText(session.current(), text),
};

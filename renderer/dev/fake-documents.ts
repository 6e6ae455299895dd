// The development page's answers about documents: importing, reading, finding.
import { layoutPage } from "./sample-layout.ts";
import { card, documentOf, DOCUMENTS, geometryOf, open, wait } from "./fake-state.ts";

let tries = 3;
const LOCKED = "Appendix C (locked).pdf";
const nothing = { imported: [], refused: [], needPassword: [] };

export const documentHandlers = {
  "documents.import": () => ({
    imported: [],
    refused: [
      {
        name: "minutes.docx",
        message: "“minutes.docx” is not a PDF. Save it as a PDF first, then import that.",
      },
    ],
    needPassword: [{ token: crypto.randomUUID(), name: LOCKED, triesLeft: (tries = 3) }],
  }),
  "documents.importWaiting": () => nothing,
  "documents.dropBegin": () => ({ token: crypto.randomUUID() }),
  "documents.dropChunk": () => wait(40).then(() => null),
  "documents.dropEnd": () => {
    const next = {
      ...card(DOCUMENTS[1]!.id),
      id: crypto.randomUUID(),
      name: "Action plan.pdf",
      status: "reading" as const,
    };
    if (open.state) open.state = { ...open.state, documents: [...open.state.documents, next] };
    return { ...nothing, imported: [next] };
  },
  "documents.password": (r: { token: string; password: string }) => {
    if (r.password === "open") return { ...nothing, imported: [card(DOCUMENTS[1]!.id)] };
    tries -= 1;
    if (tries > 0)
      return { ...nothing, needPassword: [{ token: r.token, name: LOCKED, triesLeft: tries }] };
    const message =
      "That was the third wrong password, so the file was left out. You can import it again.";
    return { ...nothing, refused: [{ name: LOCKED, message }] };
  },
  "documents.geometry": (r: { document: string }) => geometryOf(documentOf(r.document).pages),
  "documents.pageText": (r: { document: string; page: number }) => {
    const d = documentOf(r.document);
    const { text, quads } = layoutPage(r.page, d.pages, d.title);
    return { geometry: geometryOf(d.pages)[r.page - 1], text, quads, source: "text" };
  },
  "documents.pictures": (r: { document: string }) =>
    [2, 17].map((page, i) => ({
      id: `picture-${i + 1}`,
      page: Math.min(page, documentOf(r.document).pages),
      rect: [62, 560, 400, 740],
      kind: i === 1 ? "drawing" : "image",
    })),
  "documents.outline": () => [],
  "documents.find": (r: { text: string }) =>
    DOCUMENTS.flatMap((d) =>
      Array.from({ length: d.pages }, (_, i) => i + 1).flatMap((page) => {
        const { text } = layoutPage(page, d.pages, d.title);
        const start = text.toLowerCase().indexOf(r.text.toLowerCase());
        if (start < 0) return [];
        const end = start + r.text.length;
        const context = text.slice(Math.max(0, start - 40), start + 60).replace(/\n/g, " ");
        return [{ document: d.id, page, start, end, context }];
      }),
    ),
};

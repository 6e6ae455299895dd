// pdf.js as the burner loads it: without the canvas that its display half asks for. Nothing is drawn
// here, and that library is the largest of all that would be loaded.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { resource } from "../resources.ts";

type PdfJs = typeof import("pdfjs-dist");
let loaded: Promise<PdfJs> | undefined;

/** Both halves run in this thread: the caller already runs in a process that can be killed. */
export function pdfJs(): Promise<PdfJs> {
  return (loaded ??= load());
}

async function load(): Promise<PdfJs> {
  const path = (name: string) => resource("node_modules", "pdfjs-dist", "legacy", "build", name);
  const url = (name: string) => pathToFileURL(path(name)).href;
  const scope = globalThis as { pdfjsWorker?: unknown };
  scope.pdfjsWorker ??= await import(url("pdf.worker.mjs"));
  return withoutCanvas(path("pdf.mjs"), async () => (await import(url("pdf.mjs"))) as PdfJs);
}

/** Only its matrices are computed with; where the canvas is loaded already it is left as it is. */
async function withoutCanvas<T>(asker: string, load: () => Promise<T>): Promise<T> {
  const require = createRequire(asker);
  const at = require.resolve("@napi-rs/canvas");
  if (require.cache[at]) return load();
  const { DOMMatrix } = require("@napi-rs/canvas/geometry.js") as { DOMMatrix: unknown };
  const exports = { DOMMatrix, Path2D: NothingDrawn };
  require.cache[at] = { exports, loaded: true } as unknown as NodeJS.Module;
  try {
    return await load();
  } finally {
    delete require.cache[at];
  }
}

function NothingDrawn(): never {
  throw new Error("nothing is drawn by this engine");
}

// Entry of a verification's second thread: engines of its own, the same page reader. Whatever goes
// wrong here and is no refusal ends this thread, and the verification with it.
import { parentPort, workerData } from "node:worker_threads";
import { Refusal } from "../../../shared/model/refusal.ts";
import { PdfiumEngine } from "../engines/pdfium.ts";
import { library } from "../engines/pdfjs-library.ts";
import { NotedFindings } from "../findings.ts";
import type { PageTermText } from "../checks/terms/page-terms.ts";
import { laterHalf } from "./halves.ts";
import { openCandidate } from "./open-reader.ts";
import { Original } from "./original.ts";
import type { Candidate, FromHelper, HelperData, SentPage, Source, ToHelper } from "./messages.ts";
import type { PageReader, ReadPage } from "./page-reader.ts";

PdfiumEngine.useCode((workerData as HelperData).engine);
let original: Promise<Original>;
let open: () => Promise<Original>;
let reader: Promise<PageReader> | undefined;
const asked = new Map<number, PageTermText["secondOriginal"]>();

function answer(message: FromHelper): void {
  parentPort?.postMessage(message);
}

async function obey(order: ToHelper): Promise<void> {
  try {
    if (order.kind === "second")
      return answer({ kind: "second", text: await asked.get(order.page)!() });
    if (order.kind === "source") return begin(order.source, order.ahead);
    if (order.kind === "candidate") {
      reader = against(order.candidate);
      return void (await reader);
    }
    const findings = new NotedFindings();
    const read = await (
      await reader!
    ).read(order.run, findings, () => answer({ kind: "begun" }), order.retraced);
    answer({ ...read, kind: "read", pages: read.pages.map(sent), noted: findings.noted });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    answer({ kind: "refused", code: error.code, message: error.message, page: error.page });
  }
}

function begin({ original: bytes, password }: Source, ahead: boolean): void {
  open = () => Original.open(bytes, password);
  original = open();
  if (ahead) void original.then((opened) => opened.readAhead(...laterHalf(opened.pdfium.pages)));
}

async function against(candidate: Candidate): Promise<PageReader> {
  const opened = await original;
  await opened.stop();
  const usable = opened.usable ? opened : await open();
  return (await openCandidate(usable, candidate)).reader;
}

function sent(page: ReadPage): SentPage {
  const { secondOriginal, ...terms } = page.terms;
  asked.set(terms.page, secondOriginal);
  return { ...page, terms };
}

parentPort?.on("message", (order: ToHelper) => void obey(order));
void library();
answer({ kind: "ready" });

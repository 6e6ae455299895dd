// Entry of a verification's second thread: engines of its own, the same page reader. Whatever goes
// wrong here and is no refusal ends this thread, and the verification with it.
import { parentPort, workerData } from "node:worker_threads";
import { Refusal } from "../../../shared/model/refusal.ts";
import { PdfiumEngine } from "../engines/pdfium.ts";
import { NotedFindings } from "../findings.ts";
import type { PageTermText } from "../checks/page-terms.ts";
import { openBoth, openCandidate } from "./open-reader.ts";
import type { FromHelper, HelperData, SentPage, ToHelper } from "./messages.ts";
import type { PageReader, ReadPage } from "./page-reader.ts";

const { engine, original, password } = workerData as HelperData;
PdfiumEngine.useCode(engine);
const source = openBoth(original, password);
let reader: Promise<PageReader> | undefined;
const asked = new Map<number, PageTermText["secondOriginal"]>();

function answer(message: FromHelper): void {
  parentPort?.postMessage(message);
}

async function obey(order: ToHelper): Promise<void> {
  try {
    if (order.kind === "second")
      return answer({ kind: "second", text: await asked.get(order.page)!() });
    if (order.kind === "candidate") {
      reader = source.then(async (opened) => (await openCandidate(opened, order.candidate)).reader);
      return void (await reader);
    }
    const findings = new NotedFindings();
    const read = await (await reader!).read(
      order.run,
      findings,
      () => answer({ kind: "begun" }),
      order.retraced,
    );
    answer({ ...read, kind: "read", pages: read.pages.map(sent), noted: findings.noted });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    answer({ kind: "refused", code: error.code, message: error.message, page: error.page });
  }
}

function sent(page: ReadPage): SentPage {
  const { secondOriginal, ...terms } = page.terms;
  asked.set(terms.page, secondOriginal);
  return { ...page, terms };
}

parentPort?.on("message", (order: ToHelper) => void obey(order));
answer({ kind: "ready" });

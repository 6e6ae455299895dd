// Entry of a burn's second thread: engines of its own, the same page burner, orders one after another.
import { parentPort, workerData } from "node:worker_threads";
import { Refusal } from "../../../shared/model/refusal.ts";
import { openPdfium } from "../../pdfium/document.ts";
import { useEngineCode } from "../../pdfium/engine.ts";
import { PageBurner } from "../page-burner.ts";
import { withoutSent } from "./messages.ts";
import type { FromHelper, HelperData, ToHelper } from "./messages.ts";

const { original, password, engine } = workerData as HelperData;
useEngineCode(engine);
const sent = new Set<string>();
let opened: Promise<PageBurner> | undefined;

function answer(message: FromHelper): void {
  parentPort?.postMessage(message);
}

async function open(): Promise<PageBurner> {
  return new PageBurner(await openPdfium(original, password), original, password);
}

async function obey(order: ToHelper): Promise<void> {
  try {
    const burner = await (opened ??= open());
    if (order.kind === "read") {
      await burner.read(order.orders, (page) =>
        answer({ kind: "read", page: withoutSent(page, sent) }),
      );
    } else {
      await burner.seal(order.orders, order.terms, (page) => answer({ kind: "sealed", page }));
    }
    answer({ kind: "done" });
  } catch (error) {
    // Anything else is a defect: it ends this thread, and the burn with it.
    if (!(error instanceof Refusal)) throw error;
    answer({ kind: "refused", code: error.code, message: error.message, page: error.page });
  }
}

parentPort?.on("message", (order: ToHelper) => void obey(order));
answer({ kind: "ready" });

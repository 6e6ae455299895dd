// The calling side of a burn's second thread. It dies with the process that burns.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { Refusal } from "../../../shared/model/refusal.ts";
import type { BurntSealed, SealOrder } from "../page-burner.ts";
import type { ReadOrder, ReadPage } from "../read-page.ts";
import type { EncodedImage } from "../page-output.ts";
import type { Term } from "../sweep/terms.ts";
import { withSent } from "./messages.ts";
import type { FromHelper, HelperData, ToHelper } from "./messages.ts";

/** In a checkout the source itself; in the bundle a file beside the burner's. */
function entry(): string {
  const own = fileURLToPath(import.meta.url);
  return join(dirname(own), own.endsWith(".ts") ? "helper-main.ts" : "burn-helper.mjs");
}

interface Task {
  readonly tell: (message: FromHelper) => void;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export class Helper {
  readonly #worker: Worker;
  readonly #pictures = new Map<string, EncodedImage>();
  #task: Task | undefined;
  #ended: unknown;

  private constructor(data: HelperData) {
    this.#worker = new Worker(entry(), { workerData: data, stdout: true, stderr: true });
    this.#worker.on("message", (message: FromHelper) => this.#hear(message));
    this.#worker.on("error", (error) => this.#end(error));
    this.#worker.on("exit", () => this.#end(new Error("the second thread ended")));
  }

  /** Undefined where no second thread can be had: one thread can do everything, too. */
  static async start(data: HelperData): Promise<Helper | undefined> {
    const helper = new Helper(data);
    return (await helper.#ready()) ? helper : undefined;
  }

  async read(
    orders: readonly ReadOrder[],
    tell: (page: ReadPage) => void,
  ): Promise<readonly ReadPage[]> {
    const pages: ReadPage[] = [];
    await this.#do({ kind: "read", orders }, (message) => {
      if (message.kind !== "read") return;
      const page = withSent(message.page, this.#pictures);
      pages.push(page);
      tell(page);
    });
    return pages;
  }

  async seal(
    orders: readonly SealOrder[],
    terms: readonly Term[],
    tell: (page: BurntSealed) => void,
  ): Promise<readonly BurntSealed[]> {
    const pages: BurntSealed[] = [];
    await this.#do({ kind: "seal", orders, terms }, (message) => {
      if (message.kind !== "sealed") return;
      pages.push(message.page);
      tell(message.page);
    });
    return pages;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #ready(): Promise<boolean> {
    return new Promise((resolve) => {
      this.#task = {
        tell: (message) => {
          if (message.kind === "ready") resolve(true);
        },
        resolve: () => {},
        reject: () => resolve(false),
      };
    });
  }

  #do(order: ToHelper, tell: (message: FromHelper) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#ended !== undefined) return reject(this.#ended);
      this.#task = { tell, resolve, reject };
      this.#worker.postMessage(order);
    });
  }

  #hear(message: FromHelper): void {
    if (message.kind === "done") this.#task?.resolve();
    else if (message.kind === "refused")
      this.#task?.reject(new Refusal(message.code, message.message, message.page));
    else this.#task?.tell(message);
  }

  #end(error: unknown): void {
    const { code } = error as { code?: string };
    this.#ended ??=
      code === "ERR_WORKER_OUT_OF_MEMORY"
        ? new Refusal("too-much-memory", "The document needs more memory than is allowed.")
        : error;
    this.#task?.reject(this.#ended);
  }
}

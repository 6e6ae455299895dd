// The calling side of a verification's second thread. A thread that ends before its work is done
// fails the verification: what was not looked at is not passed.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { Refusal } from "../../../shared/model/refusal.ts";
import type { Folded } from "../reading/fold.ts";
import type { Noted } from "../findings.ts";
import type { Candidate, FromHelper, HelperData, Source, ToHelper } from "./messages.ts";
import type { PagesRead, Retraced, Run } from "./page-reader.ts";

/** In a checkout the source itself; in the bundle a file beside the verifier's. */
function entry(): string {
  const own = fileURLToPath(import.meta.url);
  return join(dirname(own), own.endsWith(".ts") ? "helper-main.ts" : "verify-helper.mjs");
}

/** Megabytes; all that the process holds is watched by a thread of its own. */
const LIMITS = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 1024 };

interface Task {
  readonly hear: (message: FromHelper) => void;
  readonly reject: (error: unknown) => void;
}

export class Helper {
  private readonly worker: Worker;
  private readonly started: Promise<boolean>;
  private task: Task | undefined;
  private ended: unknown;

  constructor(data: HelperData) {
    const options = { workerData: data, resourceLimits: LIMITS, stdout: true, stderr: true };
    this.worker = new Worker(entry(), options);
    this.worker.on("message", (message: FromHelper) => this.hear(message));
    this.worker.on("error", (error) => this.end(error));
    this.worker.on("exit", () => this.end(new Error("the second thread ended")));
    this.started = new Promise((resolve) => {
      this.task = {
        hear: ({ kind }) => kind === "ready" && resolve(true),
        reject: () => resolve(false),
      };
    });
  }

  /** False where no second thread can be had: one can do everything, too. */
  ready(): Promise<boolean> {
    return this.started;
  }

  /** True once its thread is gone, for whatever reason. */
  get hasEnded(): boolean {
    return this.ended !== undefined;
  }

  /** The original, before anything else: it is opened at once. @param ahead and its pages are read */
  begin({ original, password }: Source, ahead: boolean): void {
    const source = { original, password };
    this.worker.postMessage({ kind: "source", source, ahead } satisfies ToHelper);
  }

  /** The export to be read: it is opened at once. */
  take(candidate: Candidate): void {
    this.worker.postMessage({ kind: "candidate", candidate } satisfies ToHelper);
  }

  async read(
    run: Run,
    begun: () => void,
    retraced: Retraced,
  ): Promise<PagesRead & { readonly noted: readonly Noted[] }> {
    const { pages, ...rest } = await this.ask({ kind: "read", run, retraced }, "read", begun);
    return {
      ...rest,
      pages: pages.map((page) => {
        const secondOriginal = (): Promise<Folded> => this.second(page.terms.page);
        return { ...page, terms: { ...page.terms, secondOriginal } };
      }),
    };
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private async second(page: number): Promise<Folded> {
    return (await this.ask({ kind: "second", page }, "second")).text;
  }

  /** One question at a time. */
  private ask<K extends "read" | "second">(
    order: ToHelper,
    answer: K,
    begun: () => void = () => {},
  ): Promise<Extract<FromHelper, { kind: K }>> {
    return new Promise((resolve, reject) => {
      if (this.ended !== undefined) return reject(this.ended);
      const hear = (message: FromHelper): void => {
        if (message.kind === answer) resolve(message as Extract<FromHelper, { kind: K }>);
        else if (message.kind === "begun") begun();
        else if (message.kind === "refused")
          reject(new Refusal(message.code, message.message, message.page));
      };
      this.task = { hear, reject };
      this.worker.postMessage(order);
    });
  }

  private hear(message: FromHelper): void {
    this.task?.hear(message);
  }

  private end(error: unknown): void {
    const { code } = error as { code?: string };
    this.ended ??=
      code === "ERR_WORKER_OUT_OF_MEMORY"
        ? new Refusal("too-much-memory", "The document needs more memory than is allowed.")
        : error;
    this.task?.reject(this.ended);
  }
}

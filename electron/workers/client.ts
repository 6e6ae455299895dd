// The calling side of a worker: one process, jobs one after another, each with a clock.
// A job that takes too long, eats too much or crashes its engine ends as a Refusal, and the next job
// gets a fresh process. The caller never hangs and never sees a stack trace.
import { Refusal } from "../../shared/model/refusal.ts";
import { Clock } from "./clock.ts";
import type { FromWorker, StartWorker, WorkerProcess } from "./protocol.ts";
import type { JobName, JobInput, JobOutput, JobProgress } from "./jobs.ts";

export interface JobLimits {
  /** Milliseconds until the process is killed; more on a crowded machine. */
  readonly clock: number;
  /** Milliseconds without any progress until the process is killed; absent: the clock alone counts. */
  readonly stall?: number;
  /** Milliseconds that are left of a longer piece of work: no crowd makes the clock longer. */
  readonly most?: number | undefined;
}

/** A defect inside a worker: names the job, the kind of error and the place in our code; quotes nothing. */
export class WorkerDefect extends Error {}

interface Running {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly progress: ((value: unknown) => void) | undefined;
  readonly timer: Clock;
  /** Starts anew with every sign of progress. */
  readonly stall: Clock | undefined;
}

export interface ClientOptions {
  readonly start: StartWorker;
  /** Bytes of resident memory a worker may hold. */
  readonly memory: number;
}

export class WorkerClient {
  readonly #options: ClientOptions;
  #process: WorkerProcess | null = null;
  #running = new Map<number, Running>();
  #next = 1;
  #closed: Refusal | null = null;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** False where no process is there: none was needed yet, or the last one has ended. */
  get started(): boolean {
    return this.#process !== null;
  }

  /** Runs a job. @throws Refusal: too-slow, too-much-memory, engine-crash, cancelled, or the job's own. */
  run<N extends JobName>(
    job: N,
    input: JobInput<N>,
    limits: JobLimits,
    progress?: (value: JobProgress<N>) => void,
  ): Promise<JobOutput<N>> {
    return new Promise((resolve, reject) => {
      if (this.#closed) {
        reject(this.#closed);
        return;
      }
      const id = this.#next++;
      const ends = (milliseconds: number): void => {
        const seconds = Math.round(milliseconds / 1000);
        const message = `This was not done after ${seconds} seconds of work and was stopped. Where the computer was busy, try again.`;
        this.#fail(new Refusal("too-slow", message));
      };
      const after = (limit: number): Clock => new Clock(limit, ends, undefined, limits.most);
      const timer = after(limits.clock);
      const stall = limits.stall === undefined ? undefined : after(limits.stall);
      this.#running.set(id, {
        resolve: resolve as (value: unknown) => void,
        reject,
        progress: progress as ((value: unknown) => void) | undefined,
        timer,
        stall,
      });
      this.#ensure().send({ kind: "run", id, job, input });
    });
  }

  /** Stops whatever runs; the running jobs end as "cancelled". */
  cancel(): void {
    this.#fail(new Refusal("cancelled", "It was stopped before it finished. Nothing was written."));
  }

  /** Stops whatever runs, and takes nothing more. */
  close(why = "The application is closing."): void {
    this.#closed = new Refusal("cancelled", why);
    this.#fail(this.#closed);
  }

  #ensure(): WorkerProcess {
    if (this.#process) return this.#process;
    const process = this.#options.start(this.#options.memory);
    this.#process = process;
    process.onMessage((message) => this.#answer(message));
    process.onExit((killed) => {
      if (this.#process !== process) return;
      const refusal = killed
        ? new Refusal(
            "too-much-memory",
            "This file needs more memory than Candour allows and was stopped.",
          )
        : new Refusal("engine-crash", "This file made the PDF engine stop. It cannot be used.");
      this.#fail(refusal);
    });
    return process;
  }

  #answer(message: FromWorker): void {
    if (message.kind === "ready") return;
    const running = this.#running.get(message.id);
    if (!running) return;
    if (message.kind === "progress") {
      running.stall?.refresh();
      running.progress?.(message.value);
      return;
    }
    this.#running.delete(message.id);
    stopClocks(running);
    if (message.kind === "done") running.resolve(message.value);
    else if (message.kind === "refused")
      running.reject(new Refusal(message.code, message.message, message.page));
    else running.reject(new WorkerDefect(message.message));
  }

  #fail(error: Error): void {
    const process = this.#process;
    this.#process = null;
    process?.kill();
    for (const running of this.#running.values()) {
      stopClocks(running);
      running.reject(error);
    }
    this.#running.clear();
  }
}

function stopClocks(running: Running): void {
  running.timer.stop();
  running.stall?.stop();
}

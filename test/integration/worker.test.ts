// Hostile work ends as a refusal and never as a hang: the clock, the memory limit and a crash, tried on
// a real worker process; afterwards the next job gets a fresh one.
import { describe, expect, test } from "vitest";
import { startChildProcess } from "../../electron/workers/child-process.ts";
import { WorkerClient } from "../../electron/workers/client.ts";
import type { FromWorker, StartWorker, ToWorker } from "../../electron/workers/protocol.ts";

const GIGABYTE = 2 ** 30;
const NOT_A_PDF = new TextEncoder().encode("Dear colleague, this is a letter.");

const nobody = (): void => {};

/** A process that answers as the test tells it to. */
function scripted(
  answer: (
    message: ToWorker,
    tell: (m: FromWorker) => void,
    exit: (killed: boolean) => void,
  ) => void,
): {
  start: StartWorker;
  kills: () => number;
} {
  let kills = 0;
  const start: StartWorker = () => {
    let tell: (m: FromWorker) => void = nobody;
    let exit: (killed: boolean) => void = nobody;
    return {
      send: (message) =>
        answer(
          message,
          (m) => tell(m),
          (k) => exit(k),
        ),
      onMessage: (listener) => void (tell = listener),
      onExit: (listener) => void (exit = listener),
      kill: () => void kills++,
    };
  };
  return { start, kills: () => kills };
}

describe("worker processes", () => {
  test("a refusal of the job crosses with its code", async () => {
    const worker = new WorkerClient({ start: startChildProcess, memory: GIGABYTE });
    const job = worker.run("inspect", { bytes: NOT_A_PDF }, { clock: 30_000 });
    await expect(job).rejects.toMatchObject({ name: "Refusal", code: "not-a-pdf" });
    worker.close();
  });

  test("a process that passes its memory limit is ended from inside", async () => {
    const worker = new WorkerClient({ start: startChildProcess, memory: 8 * 2 ** 20 });
    const job = worker.run("inspect", { bytes: NOT_A_PDF }, { clock: 30_000 });
    await expect(job).rejects.toMatchObject({ code: "too-much-memory" });
    worker.close();
  });

  test("a job that never answers is stopped by its clock, and the next one runs", async () => {
    let silent = true;
    const { start, kills } = scripted((message, tell) => {
      if (!silent) tell({ kind: "done", id: message.id, value: null });
    });
    const worker = new WorkerClient({ start, memory: GIGABYTE });
    const input = { key: "k", bytes: new Uint8Array(1) };
    await expect(worker.run("open", input, { clock: 20 })).rejects.toMatchObject({
      code: "too-slow",
    });
    expect(kills()).toBe(1);
    silent = false;
    await expect(worker.run("open", input, { clock: 1_000 })).resolves.toBeNull();
  });

  test("a job that shows progress may go on, one that stands still may not", async () => {
    const { start } = scripted((message, tell) => {
      for (const at of [30, 60, 90])
        setTimeout(() => tell({ kind: "progress", id: message.id, value: 1 }), at);
      if (message.job === "open")
        setTimeout(() => tell({ kind: "done", id: message.id, value: null }), 120);
    });
    const worker = new WorkerClient({ start, memory: GIGABYTE });
    const limits = { clock: 5_000, stall: 60 };
    const input = { key: "k", bytes: new Uint8Array(1) };
    await expect(worker.run("open", input, limits)).resolves.toBeNull();
    const picture = worker.run("picture", { key: "k", page: 1, widthPx: 16 }, limits);
    await expect(picture).rejects.toMatchObject({ code: "too-slow" });
  });

  test("a crash of the engine refuses every job that was running", async () => {
    const { start } = scripted((_message, _tell, exit) => exit(false));
    const worker = new WorkerClient({ start, memory: GIGABYTE });
    const job = worker.run("open", { key: "k", bytes: new Uint8Array(1) }, { clock: 1_000 });
    await expect(job).rejects.toMatchObject({ code: "engine-crash" });
  });

  test("cancelling ends the job as cancelled", async () => {
    const { start, kills } = scripted(() => {});
    const worker = new WorkerClient({ start, memory: GIGABYTE });
    const job = worker.run("open", { key: "k", bytes: new Uint8Array(1) }, { clock: 60_000 });
    worker.cancel();
    await expect(job).rejects.toMatchObject({ code: "cancelled" });
    expect(kills()).toBe(1);
  });
});

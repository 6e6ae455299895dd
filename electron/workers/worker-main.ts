// Entry of a worker process: takes jobs, answers with values. It starts its watchdog before it
// parses anything. Works as an Electron utility process and as a plain Node child process alike.
import { Refusal } from "../../shared/model/refusal.ts";
import { watchMemory } from "./watchdog.ts";
import { JOBS } from "./table.ts";
import type { FromWorker, ToWorker } from "./protocol.ts";
import type { JobName } from "./jobs.ts";

interface ParentPort {
  on(event: "message", listener: (event: { data: ToWorker }) => void): void;
  postMessage(message: FromWorker): void;
}

const parentPort = (process as unknown as { parentPort?: ParentPort }).parentPort;

function answer(message: FromWorker): void {
  if (parentPort) parentPort.postMessage(message);
  else process.send?.(message);
}

async function run(message: ToWorker): Promise<void> {
  const { id, job, input } = message;
  const work = JOBS[job as JobName] as (
    input: unknown,
    progress: (value: unknown) => void,
  ) => Promise<unknown>;
  try {
    answer({
      kind: "done",
      id,
      value: await work(input, (value) => answer({ kind: "progress", id, value })),
    });
  } catch (error) {
    if (error instanceof Refusal) {
      answer({ kind: "refused", id, code: error.code, message: error.message, page: error.page });
    } else if (
      error instanceof RangeError &&
      /allocation|Invalid (typed )?array/i.test(error.message)
    ) {
      const message = "This file needs more memory than Candour allows and was stopped.";
      answer({ kind: "refused", id, code: "too-much-memory", message });
    } else {
      // The name of the defect and where in our code it is; never its message, which may quote a document.
      const lines = error instanceof Error ? (error.stack ?? "").split("\n") : [];
      const frame = lines
        .filter((l) => /^\s+at /.test(l))
        .slice(0, 4)
        .join(" <");
      const name = error instanceof Error ? error.name : "unknown";
      answer({ kind: "defect", id, message: `${job}: ${name} ${frame.trim()}` });
    }
  }
}

const limit = Number(
  process.argv.find((a) => a.startsWith("--memory="))?.slice("--memory=".length),
);
if (Number.isFinite(limit) && limit > 0) watchMemory(limit);

if (parentPort) parentPort.on("message", (event) => void run(event.data));
else {
  // Ctrl-C goes to all processes of a terminal; the caller stops its workers itself.
  process.on("SIGINT", () => {});
  process.on("message", (message) => void run(message as ToWorker));
}
answer({ kind: "ready" });

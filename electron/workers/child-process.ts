// Worker processes for the headless command: Node child processes that die with it.
import { fork } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FromWorker, StartWorker } from "./protocol.ts";

/**
 * Megabytes: up to which old objects are not collected, as nearly all of them are engines and code that stay;
 * and of young ones, which are many and soon gone. Each thread of a process may take as much.
 */
const HEAP = ["--initial-old-space-size=128", "--max-semi-space-size=16"];

/** In a checkout the source itself; in the command's bundle a file beside the caller's. */
function entry(): string {
  const own = fileURLToPath(import.meta.url);
  return join(dirname(own), own.endsWith(".ts") ? "worker-main.ts" : "worker.mjs");
}

export const startChildProcess: StartWorker = (memoryLimit) => {
  const child = fork(entry(), [`--memory=${memoryLimit}`], {
    serialization: "advanced",
    stdio: ["ignore", "ignore", process.env["CANDOUR_DEBUG"] ? "inherit" : "ignore", "ipc"],
    execArgv: ["--disable-warning=ExperimentalWarning", "--max-old-space-size=4096", ...HEAP],
  });
  return {
    send: (message) => void child.send(message, () => {}),
    onMessage: (listener) => void child.on("message", (m) => listener(m as FromWorker)),
    onExit: (listener) => void child.on("exit", (_code, signal) => listener(signal === "SIGKILL")),
    kill: () => void child.kill("SIGKILL"),
  };
};

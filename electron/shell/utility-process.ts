// Worker processes for the window: Electron utility processes, which carry no window and can be killed.
import { join } from "node:path";
import { utilityProcess } from "electron";
import { appRoot } from "../resources.ts";
import type { FromWorker, StartWorker } from "../workers/protocol.ts";

export const startUtilityProcess: StartWorker = (memoryLimit) => {
  const child = utilityProcess.fork(
    join(appRoot(), "dist", "main", "worker.mjs"),
    [`--memory=${memoryLimit}`],
    {
      serviceName: "Candour worker",
      stdio: "ignore",
      execArgv: ["--max-old-space-size=4096"],
      // Nothing of the user's environment is needed in there.
      env: {},
    },
  );
  let asked = false;
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on("message", (m) => listener(m as FromWorker)),
    // Killed from inside by its watchdog, the process reports a signal's exit code.
    onExit: (listener) =>
      void child.on("exit", (code) =>
        listener(!asked && (code === 9 || code === 137 || code > 128)),
      ),
    kill: () => {
      asked = true;
      child.kill();
    },
  };
};

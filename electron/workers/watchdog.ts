// Kills its own process when its resident memory passes the limit, or when the process that started it is
// gone: nobody is there any more to stop it by the clock. It runs on a thread of its own,
// because the thread that parses a hostile file may never come back. WebAssembly memory and image
// buffers count, which V8's own heap limit would not see.
import { Worker } from "node:worker_threads";

const THREAD = `
const { workerData } = require("node:worker_threads");
setInterval(() => {
  const alone = process.ppid !== workerData.parent;
  if (alone || process.memoryUsage.rss() > workerData.limit) process.kill(process.pid, "SIGKILL");
}, 25);
`;

/** @param limit bytes of resident memory */
export function watchMemory(limit: number): void {
  if (process.memoryUsage().rss > limit) process.kill(process.pid, "SIGKILL");
  const thread = new Worker(THREAD, {
    eval: true,
    workerData: { limit, parent: process.ppid },
    stdout: true,
    stderr: true,
  });
  thread.unref();
}

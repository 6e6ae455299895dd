// A worker that computes without an end stops when the process that started it was killed: the clock was
// kept over there.
import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { resource } from "../../electron/resources.ts";

const WATCHDOG = JSON.stringify(pathToFileURL(resource("electron", "workers", "watchdog.ts")).href);
const WORKER = `import(${WATCHDOG}).then(({ watchMemory }) => { watchMemory(2 ** 40);
  setTimeout(() => { console.log(process.pid); for (;;); }, 200); });`;
const CALLER = `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(WORKER)}],
  { stdio: "inherit" });`;

const runs = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test("a worker whose caller was killed is gone within a moment", async () => {
  const caller = spawn(process.execPath, ["-e", CALLER], { stdio: ["ignore", "pipe", "inherit"] });
  const worker = await new Promise<number>((resolve) =>
    caller.stdout.once("data", (text) => resolve(Number(String(text)))),
  );
  try {
    expect(runs(worker)).toBe(true);
    caller.kill("SIGKILL");
    for (let tries = 0; tries < 100 && runs(worker); tries++) await sleep(20);
    expect(runs(worker)).toBe(false);
  } finally {
    if (runs(worker)) process.kill(worker, "SIGKILL");
  }
}, 30_000);

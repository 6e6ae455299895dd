#!/usr/bin/env node
// `npx candour`: runs electron/cli.ts, or its bundle, on the project's own Node, whatever Node started this.
// With Node 24 already running (npx puts it first on PATH) no second process is needed.
import { spawn } from "node:child_process";
import { realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(realpathSync(fileURLToPath(import.meta.url))), "..", "..");

if (Number(process.versions.node.split(".")[0]) >= 24) {
  process.removeAllListeners("warning");
  if (process.argv[2] === "demo") {
    const { makeSample } = await import(pathToFileURL(join(root, "build", "sample.ts")).href);
    await makeSample();
  }
  const { commandOf } = await import(
    pathToFileURL(join(root, "build", "headless", "fresh.mjs")).href
  );
  const { run } = await import(pathToFileURL(commandOf(root)).href);
  await run(process.argv.slice(2));
} else {
  const node = join(
    root,
    "node_modules",
    ".bin",
    process.platform === "win32" ? "node.cmd" : "node",
  );
  const child = spawn(node, [join(root, "build", "bin", "candour.mjs"), ...process.argv.slice(2)], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  // Who stops this process means that one.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => child.kill(signal));
  child.on("error", () => {
    process.stderr.write("candour: run `npm install` first; its own Node is missing.\n");
    process.exit(2);
  });
  child.on("exit", (code, signal) => {
    if (signal) {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    } else process.exit(code ?? 2);
  });
}

#!/usr/bin/env node
// After `npm install`: puts the project's own command beside the installed ones,
// so that `npx candour` runs this checkout without being published anywhere, and bundles it: where the
// checkout cannot be written to later, its first use could not. What goes wrong there is left to that.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const bin = join(root, "node_modules", ".bin");
const target = join(root, "build", "bin", "candour.mjs");

const windows = process.platform === "win32";
mkdirSync(bin, { recursive: true });
const link = join(bin, "candour");
rmSync(link, { force: true });
if (windows) {
  writeFileSync(`${link}.cmd`, `@node "${target}" %*\r\n`);
} else if (existsSync(target)) {
  symlinkSync("../../build/bin/candour.mjs", link);
  chmodSync(target, 0o755);
}

const node = join(bin, windows ? "node.cmd" : "node");
if (existsSync(node))
  spawnSync(node, [join(root, "build", "headless", "make.ts")], {
    stdio: "ignore",
    shell: windows,
  });

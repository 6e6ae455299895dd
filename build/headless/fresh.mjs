// Which code `npx candour` runs: a bundle of the sources as they are, made once, or the sources. Loading
// hundreds of TypeScript files takes a third of a second in each process. A bundle counts only where every
// file it was made of, and every file of its own, is to the byte what it was then: old code is never run.
// Plain JavaScript, because it comes before anything else.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Beside the modules, what decides how they are found and put together; relative to the root. */
export const DECIDING = [
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "node_modules/.package-lock.json",
  "build/outside.ts",
  "build/headless/make.ts",
  "build/headless/fresh.mjs",
];

/** Where the bundles of a checkout stand, each in a folder of its own name. */
export const bundlesOf = (root) => join(root, ".cache", "headless");

export const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** One digest for files, given as path and digest of what they hold ("" where there is none). */
export function digestOf(files) {
  const sorted = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sha256(JSON.stringify(sorted));
}

export function digestOfFile(path) {
  try {
    return sha256(readFileSync(path));
  } catch {
    return "";
  }
}

const digestOfThese = (folder, names) =>
  digestOf(names.map((name) => [name, digestOfFile(join(folder, name))]));

/** Path of the bundled command; undefined where there is none of the sources as they are. */
export function freshBundle(root) {
  try {
    const bundles = bundlesOf(root);
    const made = JSON.parse(readFileSync(join(bundles, "made.json"), "utf8"));
    const folder = join(bundles, made.folder);
    if (digestOfThese(root, made.sources) !== made.sourcesDigest) return undefined;
    if (digestOfThese(folder, made.files) !== made.filesDigest) return undefined;
    return join(folder, "cli.mjs");
  } catch {
    return undefined;
  }
}

/** Makes one, where that can be written and what makes it is installed; what goes wrong leaves the sources. */
function makeBundle(root) {
  try {
    if (!existsSync(join(root, "node_modules", "vite"))) return;
    const bundles = bundlesOf(root);
    mkdirSync(bundles, { recursive: true });
    accessSync(bundles, constants.W_OK);
    const maker = join(dirname(fileURLToPath(import.meta.url)), "make.ts");
    spawnSync(process.execPath, [maker], { stdio: "ignore", timeout: 60_000 });
  } catch {
    // A read-only folder: the sources do the same.
  }
}

/** Path of the module whose `run` is the command: bundled, or else the source. */
export function commandOf(root) {
  const fresh = freshBundle(root);
  if (fresh) return fresh;
  makeBundle(root);
  return freshBundle(root) ?? join(root, "electron", "cli.ts");
}

// Bundles the headless command with its worker processes and their threads, for `fresh.mjs` to find.
// What a bundle is said to be made of is what was read while it was made. It counts once it is whole and
// named, and stays beside later ones for a while, because a command may be running from it.
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync } from "node:fs";
import { rmSync, statSync, writeFileSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";
import { OUTSIDE } from "../outside.ts";
import { root as ownRoot } from "../root.ts";
import { bundlesOf, DECIDING, digestOf, digestOfFile, sha256 } from "./fresh.mjs";

/** Names of the bundle's entries, as those who start them look for them, and their sources. */
const ENTRIES = {
  cli: "electron/cli.ts",
  worker: "electron/workers/worker-main.ts",
  "burn-helper": "electron/burn/crew/helper-main.ts",
  "verify-helper": "electron/verify/pages/helper-main.ts",
};

/** Bundles that are kept, and older ones for so many milliseconds. */
const KEPT = 3;
const KEPT_FOR = 3_600_000;

/** Notes the digest of each module as it is read. */
function noting(read: Map<string, string>): Plugin {
  return {
    name: "note-what-is-read",
    enforce: "pre",
    load(id) {
      if (id.startsWith("\0")) return null;
      if (!isAbsolute(id) || id.includes("?")) throw new Error(`not a file: ${id}`);
      const bytes = readFileSync(id);
      read.set(id, sha256(bytes));
      return bytes.toString("utf8");
    },
  };
}

/** @param root of the checkout, with its sources, its packages and the folder for bundles */
export async function makeBundle(
  root: string,
  entries: Readonly<Record<string, string>> = ENTRIES,
): Promise<void> {
  const bundles = bundlesOf(root);
  const folder = randomUUID();
  const work = join(bundles, folder);
  mkdirSync(work, { recursive: true });
  try {
    const sources = new Map(DECIDING.map((name) => [name, digestOfFile(join(root, name))]));
    const read = new Map<string, string>();
    await bundleInto(work, root, entries, read);
    for (const [path, digest] of read) sources.set(relative(root, path), digest);
    const files = readdirSync(work).map((name) => [name, digestOfFile(join(work, name))] as const);
    const made = {
      folder,
      sources: [...sources.keys()],
      sourcesDigest: digestOf(sources),
      files: files.map(([name]) => name),
      filesDigest: digestOf(files),
    };
    const note = join(work, "made.json");
    writeFileSync(note, JSON.stringify(made));
    renameSync(note, join(bundles, "made.json"));
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    throw error;
  }
  tidy(bundles);
}

async function bundleInto(
  folder: string,
  root: string,
  entries: Readonly<Record<string, string>>,
  read: Map<string, string>,
): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: "error",
    plugins: [noting(read)],
    ssr: { noExternal: true },
    resolve: { conditions: ["node"] },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: "node24",
      minify: false,
      sourcemap: false,
      rollupOptions: {
        input: Object.fromEntries(
          Object.entries(entries).map(([name, file]) => [name, join(root, file)]),
        ),
        external: OUTSIDE,
        // All in one folder: entries find each other beside themselves.
        output: { format: "es", entryFileNames: "[name].mjs", chunkFileNames: "[name]-[hash].mjs" },
      },
    },
  });
}

function tidy(bundles: string): void {
  const folders = readdirSync(bundles, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(bundles, name))
    .map((path) => ({ path, made: statSync(path).mtimeMs }))
    .toSorted((a, b) => b.made - a.made);
  for (const { path, made } of folders.slice(KEPT))
    if (Date.now() - made > KEPT_FOR) rmSync(path, { recursive: true, force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await makeBundle(ownRoot);

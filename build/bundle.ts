// Bundles the four entries with Vite: the main side (CommonJS, so that it runs before Electron is
// ready on every version), the worker (ES module), the preload (CommonJS, sandboxed) and the window.
// Native modules and engines that carry their own files stay outside, in node_modules.
import { rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type InlineConfig } from "vite";
import react from "@vitejs/plugin-react";
import { OUTSIDE } from "./outside.ts";
import { makeSample } from "./sample.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

function nodeEntry(
  entry: string,
  format: "cjs" | "es",
  file: string,
  target: string,
): InlineConfig {
  return {
    root,
    configFile: false,
    logLevel: "warn",
    ssr: { noExternal: true },
    build: {
      ssr: join(root, entry),
      outDir: join(root, "dist", "main"),
      emptyOutDir: false,
      target,
      minify: false,
      sourcemap: false,
      rollupOptions: {
        external: OUTSIDE,
        output: { format, entryFileNames: file, codeSplitting: false },
      },
    },
    resolve: { conditions: ["node"] },
  };
}

/** The window's configuration; also used by Vite's own server while designing screens. */
const rendererConfig: InlineConfig = {
  root: join(root, "renderer"),
  base: "./",
  configFile: false,
  logLevel: "warn",
  plugins: [react()],
  build: {
    outDir: join(root, "dist", "renderer"),
    emptyOutDir: true,
    target: "chrome128",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
  },
};

// pdf.js takes every Electron process but the main one for a browser, and then looks for a page.
// Its own question must be answered before it is loaded, so workers and their threads begin with this.
const entryOf = (file: string): string =>
  `if (process.type) Object.defineProperty(process, "type", { value: "browser" });
await import("./${file}");
`;

export async function bundle(): Promise<void> {
  rmSync(join(root, "dist"), { recursive: true, force: true });
  await build(nodeEntry("electron/main.ts", "cjs", "main.cjs", "node20"));
  await build(nodeEntry("electron/preload.ts", "cjs", "preload.cjs", "node20"));
  await build(nodeEntry("electron/workers/worker-main.ts", "es", "worker-main.mjs", "node20"));
  await build(
    nodeEntry("electron/burn/crew/helper-main.ts", "es", "burn-helper-main.mjs", "node20"),
  );
  await build(
    nodeEntry("electron/verify/pages/helper-main.ts", "es", "verify-helper-main.mjs", "node20"),
  );
  for (const name of ["worker", "burn-helper", "verify-helper"])
    writeFileSync(join(root, "dist", "main", `${name}.mjs`), entryOf(`${name}-main.mjs`));
  await build(rendererConfig);
  await makeSample();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle();

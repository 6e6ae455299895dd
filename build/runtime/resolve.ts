// Which Electron runs: one answer for `npm start` and for the tests.
// Order: ELECTRON_OVERRIDE_DIST_PATH, the official binary, the official binary freshly installed,
// the trial runtime (Linux x64). Also tells missing system libraries in one line.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { trialRuntime } from "./trial.ts";

export interface Runtime {
  readonly executable: string;
  readonly kind: "override" | "official" | "trial";
}

/** How long the official download may take before the trial runtime is tried. */
const DOWNLOAD_MS = 180_000;

function officialPath(root: string): string | null {
  const base = join(root, "node_modules", "electron");
  const named = join(base, "path.txt");
  if (!existsSync(named)) return null;
  const path = join(base, "dist", readFileSync(named, "utf8"));
  return existsSync(path) ? path : null;
}

function installOfficial(root: string, say: (line: string) => void): string | null {
  say("fetching the current Electron ...");
  const script = join(root, "node_modules", "electron", "install.js");
  const run = spawnSync(process.execPath, [script], { stdio: "ignore", timeout: DOWNLOAD_MS });
  return run.status === 0 ? officialPath(root) : null;
}

/** @throws Error with one sentence where no Electron can be had. */
export function resolveRuntime(root: string, say: (line: string) => void): Runtime {
  const override = process.env["ELECTRON_OVERRIDE_DIST_PATH"];
  if (override) {
    const name = process.platform === "win32" ? "electron.exe" : "electron";
    const mac = "Electron.app/Contents/MacOS/Electron";
    const executable = join(override, process.platform === "darwin" ? mac : name);
    if (!existsSync(executable))
      throw new Error(`ELECTRON_OVERRIDE_DIST_PATH holds no Electron: ${override}`);
    return {
      executable,
      kind: existsSync(join(override, "candour-trial.json")) ? "trial" : "override",
    };
  }
  const official = officialPath(root) ?? installOfficial(root, say);
  if (official) return { executable: official, kind: "official" };
  const executable = trialRuntime(root, say);
  say(
    "the current Electron cannot be reached from here: running on a TRIAL runtime (Electron 33).",
  );
  say("it is old and not meant for real cases.");
  return { executable, kind: "trial" };
}

const PACKAGES: Readonly<Record<string, string>> = {
  "libgtk-3.so.0": "libgtk-3-0",
  "libnss3.so": "libnss3",
  "libnssutil3.so": "libnss3",
  "libsmime3.so": "libnss3",
  "libnspr4.so": "libnspr4",
  "libasound.so.2": "libasound2",
  "libgbm.so.1": "libgbm1",
  "libXss.so.1": "libxss1",
  "libXtst.so.6": "libxtst6",
  "libatk-1.0.so.0": "libatk1.0-0",
  "libatk-bridge-2.0.so.0": "libatk-bridge2.0-0",
  "libcups.so.2": "libcups2",
  "libdrm.so.2": "libdrm2",
  "libxkbcommon.so.0": "libxkbcommon0",
};

/** One line naming the missing Debian packages, or null. Linux only. */
export function missingLibraries(executable: string): string | null {
  if (process.platform !== "linux") return null;
  let listing: string;
  try {
    listing = execFileSync("ldd", [executable], {
      encoding: "utf8",
      env: { ...process.env, LD_LIBRARY_PATH: dirname(executable) },
    });
  } catch {
    return null;
  }
  const missing = [...listing.matchAll(/^\s*(\S+) => not found/gm)].map((m) => m[1]!);
  if (missing.length === 0) return null;
  const packages = [...new Set(missing.map((lib) => PACKAGES[lib] ?? lib))];
  return `system libraries are missing; on Debian or Ubuntu: apt-get install -y ${packages.join(" ")}`;
}

/** How to start it here: a virtual display where there is none, no Chromium sandbox for root. */
export function launchPlan(
  runtime: Runtime,
  args: readonly string[],
): { command: string; args: string[] } {
  const own = process.getuid?.() === 0 ? ["--no-sandbox", ...args] : [...args];
  const headless =
    process.platform === "linux" && !process.env["DISPLAY"] && !process.env["WAYLAND_DISPLAY"];
  if (!headless) return { command: runtime.executable, args: own };
  try {
    execFileSync("sh", ["-c", "command -v xvfb-run"], { stdio: "ignore" });
  } catch {
    throw new Error(
      "there is no display; start it on a desktop, or: apt-get install -y xvfb xauth",
    );
  }
  return {
    command: "xvfb-run",
    args: ["-a", "-s", "-screen 0 1600x1000x24", runtime.executable, ...own],
  };
}

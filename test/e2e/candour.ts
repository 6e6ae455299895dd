// Starts Candour as a person would, with a home of its own that is gone afterwards, and gives tests
// the window. The executable is the one that `npm test` resolved.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { _electron, type ElectronApplication, type Page } from "@playwright/test";
import { resolveRuntime } from "../../build/runtime/resolve.ts";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

export interface Candour {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The profile: cases and settings live under it. */
  readonly home: string;
  close(): Promise<void>;
}

export interface StartOptions {
  /** An existing profile, to reopen what an earlier start left. */
  readonly home?: string;
  readonly args?: readonly string[];
}

/** Milliseconds; a start takes one to three seconds. */
const HANGING = 45_000;

export function newHome(): string {
  return mkdtempSync(join(tmpdir(), "candour-home-"));
}

export function removeHome(home: string): void {
  // An application that still runs there may write while it is being emptied.
  rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

export async function startCandour(options: StartOptions = {}): Promise<Candour> {
  const home = options.home ?? newHome();
  const executablePath =
    process.env["CANDOUR_ELECTRON"] ??
    resolveRuntime(root, (line) => console.error(line)).executable;
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const launch = () =>
    _electron.launch({
      executablePath,
      args: [...sandbox, root, `--user-data-dir=${home}`, ...(options.args ?? [])],
      env: { ...(process.env as Record<string, string>), CANDOUR_QUIET: "1" },
      timeout: HANGING,
    });
  // About one start in forty hangs between the two debuggers that the driver attaches, before any of
  // the application's code has run: it is killed, told of, and made once more.
  const app = await launch().catch((error: unknown) => {
    if (!(error instanceof Error) || error.name !== "TimeoutError") throw error;
    console.error("a start hung in the driver and is made once more");
    return launch();
  });
  const page = await app.firstWindow();
  await page.waitForLoadState("domcontentloaded");
  return {
    app,
    page,
    home,
    close: async () => {
      await app.close();
    },
  };
}

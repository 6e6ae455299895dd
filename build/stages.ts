// The stages of the test command and how each is counted. A stage that cannot be counted has failed.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command, root } from "./root.ts";

export interface Count {
  readonly stage: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
}

function timed(stage: string, run: () => Omit<Count, "stage" | "seconds">): Count {
  process.stdout.write(`\n== ${stage}\n`);
  const started = performance.now();
  const count = run();
  return { stage, ...count, seconds: (performance.now() - started) / 1000 };
}

/** A command that passes or fails as a whole counts as one. */
export function plain(stage: string, name: string, args: readonly string[]): Count {
  return timed(stage, () => {
    const { status } = spawnSync(command(name), args, { cwd: root, stdio: "inherit" });
    return status === 0
      ? { passed: 1, failed: 0, skipped: 0 }
      : { passed: 0, failed: 1, skipped: 0 };
  });
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numFailedTestSuites: number;
  readonly success: boolean;
}

export function vitest(stage: string, project: string): Count {
  return timed(stage, () => {
    const folder = mkdtempSync(join(tmpdir(), "candour-test-"));
    const file = join(folder, "report.json");
    const { status } = spawnSync(
      command("vitest"),
      [
        "run",
        "--project",
        project,
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${file}`,
      ],
      { cwd: root, stdio: "inherit" },
    );
    try {
      const report = JSON.parse(readFileSync(file, "utf8")) as VitestReport;
      const unexplained = status !== 0 && report.numFailedTests === 0 ? 1 : 0;
      return {
        passed: report.numPassedTests,
        failed: report.numFailedTests + unexplained,
        skipped: report.numPendingTests + report.numTodoTests,
      };
    } catch {
      return { passed: 0, failed: 1, skipped: 0 };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

interface PlaywrightReport {
  readonly stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

/** @param prefix command line put before Playwright, e.g. a virtual display */
export function playwright(
  stage: string,
  prefix: readonly string[],
  env: NodeJS.ProcessEnv,
): Count {
  return timed(stage, () => {
    const folder = mkdtempSync(join(tmpdir(), "candour-e2e-"));
    const file = join(folder, "report.json");
    const line = [
      ...prefix,
      command("playwright"),
      "test",
      "--config",
      join(root, "test", "e2e", "playwright.config.ts"),
    ];
    spawnSync(line[0]!, line.slice(1), {
      cwd: root,
      stdio: "inherit",
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    });
    try {
      const { stats } = JSON.parse(readFileSync(file, "utf8")) as PlaywrightReport;
      return {
        passed: stats.expected,
        failed: stats.unexpected + stats.flaky,
        skipped: stats.skipped,
      };
    } catch {
      return { passed: 0, failed: 1, skipped: 0 };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

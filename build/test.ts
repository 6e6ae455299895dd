// `npm test`: everything, in order of how soon it tells. Lint, format and types count as one each.
// Tests that need the material beside the checkout (../shared) are counted apart, where it is there.
// The closing line is the sum; a stage that ran nothing is a failure, a skipped test is told as such.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "./bundle.ts";
import { root, say } from "./root.ts";
import { missingLibraries, launchPlan, resolveRuntime } from "./runtime/resolve.ts";
import { plain, playwright, vitest, type Count } from "./stages.ts";

function endToEnd(): Count {
  try {
    const runtime = resolveRuntime(root, say);
    const missing = missingLibraries(runtime.executable);
    if (missing) throw new Error(missing);
    const plan = launchPlan(runtime, []);
    const prefix =
      plan.command === runtime.executable ? [] : ["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24"];
    return playwright("end to end, in the real Electron", prefix, {
      ...process.env,
      CANDOUR_ELECTRON: runtime.executable,
    });
  } catch (error) {
    say((error as Error).message);
    return {
      stage: "end to end, in the real Electron",
      passed: 0,
      failed: 1,
      skipped: 0,
      seconds: 0,
    };
  }
}

const counts: Count[] = [
  plain("format", "prettier", ["--check", "--log-level=warn", "."]),
  plain("lint", "oxlint", ["--deny-warnings"]),
  plain("types", "tsc", ["--noEmit"]),
  vitest("unit", "unit"),
  vitest("integration and security", "integration"),
  vitest("leaks and twins", "leak"),
];
if (existsSync(join(root, "..", "shared", "leaks", "manifest.json"))) {
  counts.push(vitest("with the shared material", "shared"));
} else {
  say("the material beside the checkout is not here: its tests are left out, not counted.");
}
say("building the window ...");
await bundle();
counts.push(endToEnd());

process.stdout.write("\n");
for (const c of counts) {
  const empty = c.passed + c.failed === 0 ? "  (ran nothing)" : "";
  process.stdout.write(
    `${c.stage.padEnd(36)} ${String(c.passed).padStart(5)} passed ${String(c.failed).padStart(4)} failed ${String(c.skipped).padStart(4)} skipped ${c.seconds.toFixed(0).padStart(5)} s${empty}\n`,
  );
}
const sum = (of: (c: Count) => number): number => counts.reduce((total, c) => total + of(c), 0);
const failed = sum((c) => c.failed) + counts.filter((c) => c.passed + c.failed === 0).length;
process.stdout.write(
  `\n${sum((c) => c.passed)} passed, ${failed} failed, ${sum((c) => c.skipped)} skipped\n`,
);
process.exitCode = failed > 0 ? 1 : 0;

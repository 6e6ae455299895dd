// `npm start`: builds, finds a runtime, says which, and opens Candour on its sample case.
// Arguments after `--` (PDF files) are passed on.
import { spawnSync } from "node:child_process";
import { bundle } from "./bundle.ts";
import { root, say } from "./root.ts";
import { launchPlan, missingLibraries, resolveRuntime } from "./runtime/resolve.ts";

try {
  const runtime = resolveRuntime(root, say);
  const missing = missingLibraries(runtime.executable);
  if (missing) throw new Error(missing);
  say("building ...");
  await bundle();
  const extra = process.argv.slice(2);
  const plan = launchPlan(runtime, [root, ...(extra.length > 0 ? extra : ["--sample"])]);
  say(`starting (${runtime.kind} runtime) ...`);
  const run = spawnSync(plan.command, plan.args, { stdio: "inherit" });
  process.exitCode = run.status ?? 1;
} catch (error) {
  say((error as Error).message);
  process.exitCode = 2;
}

// Runs a command in a process of its own with a clock, and watches how much memory it and its
// children hold at most (from /proc; elsewhere the peak stays unknown and is not judged).
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export interface MeasuredRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly milliseconds: number;
  /** Mebibytes of the whole process tree; null where /proc is missing. */
  readonly peak: number | null;
  readonly timedOut: boolean;
}

function parents(): Map<number, number> {
  const table = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "latin1");
      table.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
    } catch {
      // The process ended while it was looked at.
    }
  }
  return table;
}

function tree(root: number): number[] {
  const table = parents();
  const members = [root];
  for (let i = 0; i < members.length; i++) {
    for (const [child, parent] of table) if (parent === members[i]) members.push(child);
  }
  return members;
}

function resident(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "latin1");
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

export function runMeasured(
  command: string,
  args: readonly string[],
  options: { readonly limit: number; readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<MeasuredRun> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const { cwd, env } = options;
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    let [stdout, stderr] = ["", ""];
    let peak: number | null = null;
    let timedOut = false;
    child.stdout.on("data", (data: Buffer) => (stdout += data.toString()));
    child.stderr.on("data", (data: Buffer) => (stderr += data.toString()));
    const watch = setInterval(() => {
      if (process.platform !== "linux" || child.pid === undefined) return;
      const now = tree(child.pid).reduce((sum, pid) => sum + resident(pid), 0);
      peak = Math.max(peak ?? 0, now);
    }, 100);
    const clock = setTimeout(() => {
      timedOut = true;
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    }, options.limit);
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(watch);
      clearTimeout(clock);
      const milliseconds = Math.round(performance.now() - started);
      resolve({ code, stdout, stderr, milliseconds, peak, timedOut });
    });
  });
}

// The headless command: the same services as the window, without one. This file only chooses the
// command and turns what happens into an exit code and one clear line; never a stack trace.
import { Refusal, type RefusalCode } from "../shared/model/refusal.ts";
import { badArguments, parse, USAGE, type Arguments } from "./command/arguments.ts";
import { stopSignal } from "./command/workers.ts";
import { WorkerDefect } from "./workers/client.ts";
import { keepFilesPrivate } from "./security/umask.ts";

const COMMANDS: Readonly<Record<string, () => Promise<(args: Arguments) => Promise<number>>>> = {
  suggest: async () => (await import("./command/suggest.ts")).suggestCommand,
  burn: async () => (await import("./command/burn.ts")).burnCommand,
  verify: async () => (await import("./command/verify.ts")).verifyCommand,
  audit: async () => (await import("./command/audit.ts")).auditCommand,
  demo: async () => (await import("./command/demo.ts")).demoCommand,
};

/** A refusal by the gate itself (exit 1); everything else is unusable input or arguments (exit 2). */
function byGate(refusal: Refusal): boolean {
  const always: readonly RefusalCode[] = ["engines-disagree", "not-verified", "not-allowed"];
  return (
    always.includes(refusal.code) || (refusal.code === "undecodable" && refusal.page !== undefined)
  );
}

async function main(argv: readonly string[]): Promise<number> {
  const args = parse(argv);
  if (args.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const load = Object.hasOwn(COMMANDS, args.command) ? COMMANDS[args.command] : undefined;
  if (!load)
    throw badArguments(
      args.command ? `There is no command “${args.command}”.` : "No command was given.",
    );
  const command = await load();
  return command(args);
}

/** Where a defect of ours happened; its message may quote a document and is not told. */
function placeOf(error: unknown): string {
  if (error instanceof WorkerDefect) return error.message;
  const { name, stack } = error instanceof Error ? error : new Error("unknown");
  const place = stack?.split("\n").find((line) => /\/(electron|headless)\//.test(line));
  return `${name} ${place?.trim() ?? ""}`;
}

/** Sets the exit code: 0 done, 1 refused by the gate, 2 unusable input or arguments; ends by a signal that stopped it. */
export async function run(argv: readonly string[]): Promise<void> {
  keepFilesPrivate();
  try {
    process.exitCode = await main(argv);
  } catch (error) {
    process.exitCode = 2;
    if (error instanceof Refusal) {
      process.stderr.write(`candour: ${error.message}\n`);
      if (byGate(error)) process.exitCode = 1;
      const signal = error.code === "cancelled" ? stopSignal() : undefined;
      if (signal) process.kill(process.pid, signal);
    } else {
      process.stderr.write(
        `candour: something went wrong inside (${placeOf(error)}); nothing was written.\n`,
      );
      if (process.env["CANDOUR_DEBUG"]) process.stderr.write(`${String(error)}\n`);
    }
  }
}
